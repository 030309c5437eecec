"""No picture loses its credit while readers look at it: the gate lets none onto a page without one."""

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from editorial.listings.rights import live_pages_of
from editorial.models import EditorialImage


def losses(cleaned: Mapping[str, object], image: EditorialImage) -> Iterator[str]:
    """The fields by which a form takes away what the gate asked for when pages with the picture went live.

    Of a picture on file `image`, as it is stored. A credit may go where a rights holder is printed instead.
    """
    gone = {name for name in ("credit", "rights_holder") if name in cleaned and not cleaned[name]}
    holder = "" if "rights_holder" in gone else cleaned.get("rights_holder", image.rights_holder)
    if "rights_holder" in gone and image.rights_holder:
        yield "rights_holder"
    if "credit" in gone and image.credit and not holder:
        yield "credit"


def refusals(cleaned: Mapping[str, object], image_id: int | None) -> dict[str, ValidationError]:
    """Why the form of a picture on file is refused, by field; empty where no live page prints what is taken away."""
    stored = EditorialImage.objects.filter(pk=image_id).first() if image_id else None
    names = list(losses(cleaned, stored)) if stored else []
    pages = count_pages(stored) if names else 0
    if not pages:
        return {}
    words = ngettext(
        "%(pages)d live page shows this picture, or would in place of another, and none is shown without its credit "
        "and rights holder. Correct them, or end the rights: then the picture is gone from there.",
        "%(pages)d live pages show this picture, or would in place of another, and none is shown without its credit "
        "and rights holder. Correct them, or end the rights: then the picture is gone from there.",
        pages,
    )
    return {name: ValidationError(words % {"pages": pages}, code="printed") for name in names}


def count_pages(image: EditorialImage) -> int:
    """On how many live pages the picture stands: its own, and those where it replaces another, now or one day."""
    replaced = EditorialImage.objects.filter(replacement=image).values_list("pk", flat=True)
    return len({page.pk for pages in live_pages_of([image.pk, *replaced]).values() for page in pages})
