"""Rules for pictures: none without its credit, none without words for readers who cannot see it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.alt_texts import FILE_NAME, SAYS_PICTURE, objection_to
from editorial.checks.ground import Ground
from editorial.checks.picture_uses import PictureUse, uses_of
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule


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


@rule(errors={"picture_missing": gettext_lazy("Deleted picture")})
def pictures_exist(page, ground: Ground) -> Iterator[Problem]:
    """Every picture of the story is still there."""
    for use in uses_of(page, ground):
        if use.image is None:
            gone = _("A picture in the story no longer exists.")
            yield problem_at(use, "picture_missing", gone, _("Choose another or remove the block."))


@rule(
    errors={
        "credit_missing": gettext_lazy("Picture without credit"),
        "holder_missing": gettext_lazy("Picture without rights holder"),
    }
)
def pictures_are_credited(page, ground: Ground) -> Iterator[Problem]:
    """Every picture has a credit to print ('© holder' where it has no words of its own) and a known rights holder."""
    for use in uses_of(page, ground):
        if use.image is None:
            continue
        if not use.image.credit_line.strip():
            yield about(
                use,
                "credit_missing",
                _("The picture '%(title)s' has no credit."),
                _("Open it under Images and fill in the credit and the rights holder."),
            )
        elif not use.image.rights_holder.strip():
            yield about(
                use,
                "holder_missing",
                _("Nobody is named as the rights holder of the picture '%(title)s'."),
                _("Open it under Images and say whose it is."),
            )


@rule(
    errors={
        "alt_missing": gettext_lazy("Picture without alternative text"),
        FILE_NAME: gettext_lazy("File name for an alternative text"),
        SAYS_PICTURE: gettext_lazy("Alternative text begins with 'picture of'"),
    }
)
def pictures_are_described(page, ground: Ground) -> Iterator[Problem]:
    """Every picture says what it shows, unless it is marked as decorative; a lead picture never is."""
    for use in uses_of(page, ground):
        if use.image is None or use.decorative or use.is_social:
            continue
        objection = objection_to(use.alt)
        if objection:
            yield about_words(use, objection.code, objection.message, objection.mend)
        elif not use.alt.strip():
            yield undescribed(use)


def undescribed(use: PictureUse) -> Problem:
    """The objection to a picture that says nothing."""
    if use.field == "lead_image":
        message, mend = (
            _("The lead picture has no alternative text."),
            _("Say what it shows, for those who cannot see."),
        )
    elif use.block_id:
        message = _("The picture '%(title)s' has no alternative text.")
        mend = _("Say what it shows, or mark it as decorative.")
    else:
        message, mend = _("The picture '%(title)s' has no alternative text."), _("Say what it shows.")
    return about_words(use, "alt_missing", message % {"title": use.image.title}, mend)


def about_words(use: PictureUse, code: str, message: str, mend: str) -> Problem:
    """An objection to what is said of the picture where it stands."""
    part = "alt_text" if use.block_id else ""
    return Problem(code, message, mend, field=use.alt_field, block_id=use.block_id, part=part)


def about(use: PictureUse, code: str, message: str, mend: str) -> Problem:
    """An objection to the picture itself, wherever it stands."""
    return problem_at(use, code, message % {"title": use.image.title}, mend)
