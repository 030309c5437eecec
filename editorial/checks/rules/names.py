"""Rules for names: brands and people are spelled as the catalogue has them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule


@rule(
    warnings={
        "brand_misspelled": gettext_lazy("Brand spelled otherwise"),
        "person_misspelled": gettext_lazy("Name of a person spelled otherwise"),
    }
)
def names_are_spelled_as_in_the_catalogue(page, ground: Ground) -> Iterator[Problem]:
    """Every brand and person is written as on its own page."""
    own = getattr(page, "title", "")
    for passage in ground.contents(page).passages:
        for slip in dict.fromkeys(ground.names.slips(passage.words)):
            if slip.written == own:
                continue
            if slip.is_guess:
                message = _("'%(written)s' is not in the catalogue. Did you mean '%(right)s'?")
                remedy = _("Write it so, or leave it if somebody else is meant.")
            else:
                message = _("'%(written)s' is '%(right)s' in the catalogue.")
                remedy = _("Write it as there, or correct the entry.")
            yield problem_at(
                passage,
                "person_misspelled" if slip.is_person else "brand_misspelled",
                message % {"written": slip.written, "right": slip.right},
                remedy,
            )
