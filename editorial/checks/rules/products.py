"""Rules for products: the style code, and whose it is."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.problems import Problem
from editorial.checks.registry import rule
from editorial.style_codes import style_key


@rule(on=("ProductPage",), errors={"style_code_missing": gettext_lazy("No style code")})
def has_style_code(page) -> Iterator[Problem]:
    """The style code is there and holds at least one letter or figure."""
    if not style_key(page.style_code):
        yield Problem(
            "style_code_missing",
            _("There is no style code."),
            _("Copy it from the end of the box, such as 1201A019-107."),
            field="style_code",
        )


@rule(on=("ProductPage",), errors={"style_code_taken": gettext_lazy("Style code of another product")})
def style_code_is_unique(page) -> Iterator[Problem]:
    """No other live product of the brand holds the code, however it is spelled."""
    holder = page.holder_of_style_code()
    if holder is not None:
        yield style_code_taken(page.style_code, holder)


def style_code_taken(code: str, holder) -> Problem:
    """The objection to a code that `holder`, a live product, has already."""
    return Problem(
        "style_code_taken",
        _("Style code %(code)s already belongs to '%(product)s'.") % {"code": code, "product": holder.full_name},
        _("Correct the code here, or unpublish the other product."),
        field="style_code",
        page_id=holder.pk,
    )
