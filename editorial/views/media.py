"""Pictures over HTTP: encoded sizes only, never an original and never a document.

A picture whose rights have ended or not begun is served to editors alone, who must see what they are deciding about.
Portraits of editors are files as they were handed in, so they too are for editors alone.
"""

import hashlib
import logging
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from wagtail.images.views.serve import ServeView
from willow.image import UnrecognisedImageFormatError

from editorial.middleware.caching import PRIVATE, same_for_everyone
from editorial.models import EditorialImage, EditorialRendition
from editorial.picture_files.soundness import BOMBS, UNREADABLE
from editorial.rights import in_window, next_change

logger = logging.getLogger(__name__)

# Wagtail's folders for renditions and for editors' portraits. Originals and documents lie in others.
RENDITIONS, PORTRAITS = "images", "avatar_images"
PUBLIC_FOLDERS = (RENDITIONS, PORTRAITS)
PICTURE_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# A rendition's name carries the source, the recipe and the focal point: the bytes behind it never change.
A_YEAR = 31_536_000
FOR_EVER = f"public, max-age={A_YEAR}, immutable"
# An on-demand address does not carry the focal point, and serves only until the rendition is made.
A_MONTH = 2_592_000
FOR_A_MONTH = f"public, max-age={A_MONTH}"
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


def kept(image: EditorialImage, longest: str, seconds: int) -> str:
    """The Cache-Control of a picture that readers may see: `longest`, or until its rights end where that is sooner."""
    now = timezone.now()
    change = next_change(image, now)
    left = int((change - now).total_seconds()) if change else seconds
    return longest if left >= seconds else f"public, max-age={left}"


def is_editor(request: HttpRequest) -> bool:
    """Whether the request comes from the desk. Readers' requests are not asked for a session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.has_perm("wagtailadmin.access_admin")


def how_kept(request: HttpRequest, folder: str, name: str) -> str:
    """The Cache-Control of a file for whoever asks. Raises Http404 where it is not for them."""
    image = None
    if folder == RENDITIONS:
        found = EditorialRendition.objects.filter(file=f"{folder}/{name}").select_related("image").first()
        image = found.image if found else None
    if image is not None and in_window(image, timezone.now()):
        return kept(image, FOR_EVER, A_YEAR)
    if is_editor(request):
        return PRIVATE
    raise Http404


@require_safe
def rendition_file(request: HttpRequest, folder: str, name: str) -> HttpResponse:
    """One encoded picture from the media folder, to be kept while its rights last; 404 for everything else."""
    path = picture_path(folder, name)
    cache_control = how_kept(request, folder, name)
    stat = path.stat()
    response = FileResponse(path.open("rb"), content_type=PICTURE_TYPES[path.suffix.lower()])
    response.headers["Cache-Control"] = cache_control
    response.headers["Content-Security-Policy"] = PICTURE_CSP
    # Validators without reading the file; Django's ConditionalGetMiddleware answers 304 by them.
    response.headers["ETag"] = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    response.headers["Last-Modified"] = http_date(stat.st_mtime)
    return response if cache_control == PRIVATE else same_for_everyone(response)


class OnDemandPicture(ServeView):
    """A rendition that may not exist yet, encoded at its first request. Only addresses that we signed are served."""

    action = "serve"
    cache_control = FOR_A_MONTH

    def get(self, request: HttpRequest, signature: str, image_id: str, filter_spec: str) -> HttpResponse:
        is_withheld = EditorialImage.objects.withheld().filter(pk=image_id).exists()
        if is_withheld and not is_editor(request):
            # Before anything is encoded: its renditions are being deleted.
            gone = HttpResponse("The picture is not shown at present", status=410, content_type="text/plain")
            gone.headers["Cache-Control"] = "no-store"
            return gone
        try:
            response = super().get(request, signature, image_id, filter_spec)
        except (*UNREADABLE, *BOMBS, UnrecognisedImageFormatError):
            # Damaged on disk: one picture is missing, the page around it is not.
            logger.exception("The original of image %s cannot be encoded", image_id)
            response = HttpResponse("The picture cannot be read", status=410, content_type="text/plain")
        if response.status_code == 200 and is_withheld:
            response.headers["Cache-Control"] = PRIVATE
            return response
        if response.status_code == 200:
            response.headers["Cache-Control"] = self.cache_control
            return same_for_everyone(response)
        response.headers["Cache-Control"] = "no-store"
        return response

    def serve(self, rendition) -> HttpResponse:
        response = super().serve(rendition)
        self.cache_control = kept(rendition.image, FOR_A_MONTH, A_MONTH)
        response.headers["ETag"] = f'"{hashlib.sha256(rendition.file.name.encode()).hexdigest()[:20]}"'
        response.headers["Content-Security-Policy"] = PICTURE_CSP
        return response
