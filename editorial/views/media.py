"""Pictures over HTTP: encoded sizes only, never an original and never a document."""

import hashlib
import logging
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from wagtail.images.views.serve import ServeView
from willow.image import UnrecognisedImageFormatError

from editorial.middleware.caching import same_for_everyone

logger = logging.getLogger(__name__)

# Wagtail's folders for renditions and for editors' portraits. Originals and documents lie in others.
PUBLIC_FOLDERS = ("images", "avatar_images")
PICTURE_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# A rendition's name carries the source, the recipe and the focal point: the bytes behind it never change.
FOR_EVER = "public, max-age=31536000, immutable"
# An on-demand address does not carry the focal point, and serves only until the rendition is made.
FOR_A_MONTH = "public, max-age=2592000"
# A picture that a browser opens by itself may do nothing at all.
PICTURE_CSP = "default-src 'none'; sandbox"


def picture_path(folder: str, name: str) -> Path:
    """The file behind a media address. Raises Http404 for anything but a picture in a public folder."""
    path = Path(settings.MEDIA_ROOT, folder, name)
    plain_name = name == path.name and "\0" not in name
    if folder not in PUBLIC_FOLDERS or not plain_name or path.suffix.lower() not in PICTURE_TYPES:
        raise Http404
    if not path.is_file():
        raise Http404
    return path


@require_safe
def rendition_file(request: HttpRequest, folder: str, name: str) -> HttpResponse:
    """One encoded picture from the media folder, to be kept for ever; 404 for everything else."""
    path = picture_path(folder, name)
    stat = path.stat()
    response = FileResponse(path.open("rb"), content_type=PICTURE_TYPES[path.suffix.lower()])
    response.headers["Cache-Control"] = FOR_EVER
    response.headers["Content-Security-Policy"] = PICTURE_CSP
    # Validators without reading the file; Django's ConditionalGetMiddleware answers 304 by them.
    response.headers["ETag"] = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    response.headers["Last-Modified"] = http_date(stat.st_mtime)
    return same_for_everyone(response)


class OnDemandPicture(ServeView):
    """A rendition that may not exist yet, encoded at its first request. Only addresses that we signed are served."""

    action = "serve"

    def get(self, request: HttpRequest, signature: str, image_id: str, filter_spec: str) -> HttpResponse:
        try:
            response = super().get(request, signature, image_id, filter_spec)
        except (OSError, UnrecognisedImageFormatError):
            # Damaged on disk: one picture is missing, the page around it is not.
            logger.exception("The original of image %s cannot be encoded", image_id)
            response = HttpResponse("The picture cannot be read", status=410, content_type="text/plain")
        if response.status_code == 200:
            response.headers["Cache-Control"] = FOR_A_MONTH
            return same_for_everyone(response)
        response.headers["Cache-Control"] = "no-store"
        return response

    def serve(self, rendition) -> HttpResponse:
        response = super().serve(rendition)
        response.headers["ETag"] = f'"{hashlib.sha256(rendition.file.name.encode()).hexdigest()[:20]}"'
        response.headers["Content-Security-Policy"] = PICTURE_CSP
        return response
