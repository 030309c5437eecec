"""Rules for pictures: none without its credit, none without words for readers who cannot see it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.body import body_pictures
from editorial.checks.problems import Problem
from editorial.checks.registry import rule

# What is said of the picture that opens a page and of those in its story alike.
UNCREDITED = {
    "credit_missing": gettext_lazy("Picture without credit"),
    "alt_missing": gettext_lazy("Picture without alternative text"),
}


@rule(on=("FeaturePage",), errors={"lead_picture_missing": gettext_lazy("No lead picture")})
def has_lead_picture(page) -> Iterator[Problem]:
    """The page opens with a picture."""
    if page.lead_image is None:
        yield Problem(
            "lead_picture_missing",
            _("There is no lead picture."),
            _("Choose the picture the page opens with."),
            field="lead_image",
        )


@rule(errors=UNCREDITED)
def lead_picture_is_credited(page) -> Iterator[Problem]:
    """The lead picture, where there is one, has a credit and an alternative text."""
    image = page.lead_image
    if image is None:
        return
    if not image.credit_line:
        yield uncredited(image, "lead_image")
    if not page.lead_alt_text:
        yield Problem(
            "alt_missing",
            _("The lead picture has no alternative text."),
            _("Say what it shows, for readers who cannot see it."),
            field="lead_alt",
        )


@rule(on=("FeaturePage",), errors={**UNCREDITED, "picture_missing": gettext_lazy("Deleted picture")})
def body_pictures_are_credited(page) -> Iterator[Problem]:
    """Every picture in the story has a credit and, unless it is decorative, an alternative text."""
    for picture in body_pictures(page.body):
        if picture.image is None:
            yield Problem(
                "picture_missing",
                _("A picture in the story no longer exists."),
                _("Choose another or remove the block."),
                field="body",
                block_id=picture.block_id,
            )
            continue
        if not picture.image.credit_line:
            yield uncredited(picture.image, "body", picture.block_id)
        if not picture.alt and not picture.decorative:
            yield Problem(
                "alt_missing",
                _("The picture '%(title)s' has no alternative text.") % {"title": picture.image.title},
                _("Say what it shows, or mark it as decorative."),
                field="body",
                block_id=picture.block_id,
            )


def uncredited(image, field: str, block_id: str = "") -> Problem:
    """The objection to a picture without a credit."""
    return Problem(
        "credit_missing",
        _("The picture '%(title)s' has no credit.") % {"title": image.title},
        _("Open it under Images and fill in the credit or the rights holder."),
        field=field,
        block_id=block_id,
    )
