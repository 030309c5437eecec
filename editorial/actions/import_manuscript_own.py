"""Pictures of the library in a manuscript that only names their addresses, as a story we handed out does."""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve
from wagtail.images.utils import verify_signature

from editorial.addresses import absolute_url
from editorial.manuscripts.plain_text import UNPRINTABLE
from editorial.models import EditorialImage


def our_picture(address: str) -> bytes:
    """The original of the library's picture that is served at this address; nothing for any other. Nothing is fetched.

    Where the original's file is lost, there is nothing either.
    """
    image = image_at(UNPRINTABLE.sub("", address))
    if image is None:
        return b""
    try:
        # Kept if it was not known yet: by it the picture is recognised.
        image.get_file_hash()
        with image.file.open("rb") as file:
            return file.read()
    except OSError:
        return b""


def image_called(stem: str) -> EditorialImage | None:
    """The one picture whose original has this name: copies are made anew now and then, and are called after it."""
    images = EditorialImage.objects.filter(file__startswith=f"original_images/{stem}.") if stem else ()
    found = list(images[:2])
    return found[0] if len(found) == 1 else None


def image_at(address: str) -> EditorialImage | None:
    """The picture that has a file at this address, or is encoded there when it is asked for."""
    renditions = EditorialImage.get_rendition_model().objects.select_related("image")
    try:
        full = absolute_url(address.partition("?")[0])
        ours = absolute_url(renditions.model._meta.get_field("file").storage.url(""))
        if full.startswith(ours):
            name = unquote(full.removeprefix(ours))
            rendition = renditions.filter(file=name).first()
            return rendition.image if rendition else image_called(PurePosixPath(name).name.partition(".")[0])
        home = absolute_url("/")
        match = resolve(unquote(urlsplit(full).path)) if full.startswith(home) else None
    except (ValueError, Resolver404):
        return None
    if match is None or match.url_name != "wagtailimages_serve":
        return None
    said = match.kwargs
    if not verify_signature(said["signature"].encode(), said["image_id"], said["filter_spec"]):
        return None
    return EditorialImage.objects.filter(pk=said["image_id"]).first()
