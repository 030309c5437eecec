"""Rules for features."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.problems import Problem
from editorial.checks.registry import rule
from editorial.choices import CreditRole

# Shorter ones say too little under a large title, longer ones are a paragraph.
SHORTEST_STANDFIRST, LONGEST_STANDFIRST = 60, 220


@rule(on=("FeaturePage",), errors={"standfirst_missing": gettext_lazy("No standfirst")})
def has_standfirst(page) -> Iterator[Problem]:
    """There is a standfirst under the title."""
    if not page.standfirst.strip():
        yield Problem(
            "standfirst_missing",
            _("There is no standfirst."),
            _("Write one or two sentences that open the story, 60 to 220 characters."),
            field="standfirst",
        )


@rule(on=("FeaturePage",), warnings={"standfirst_length": gettext_lazy("Standfirst too short or too long")})
def standfirst_fits(page) -> Iterator[Problem]:
    """The standfirst is one or two sentences long."""
    length = len(page.standfirst.strip())
    if length and not SHORTEST_STANDFIRST <= length <= LONGEST_STANDFIRST:
        mend = _("Shorten it to %(limit)d or fewer: one or two sentences.") % {"limit": LONGEST_STANDFIRST}
        if length < SHORTEST_STANDFIRST:
            mend = _("Say in %(limit)d characters or more what the story is about.") % {"limit": SHORTEST_STANDFIRST}
        yield Problem(
            "standfirst_length",
            _("The standfirst has %(length)d characters.") % {"length": length},
            mend,
            field="standfirst",
        )


@rule(on=("FeaturePage",), errors={"body_empty": gettext_lazy("Empty story")})
def has_section(page) -> Iterator[Problem]:
    """The story has at least one section."""
    if not len(page.body):
        yield Problem("body_empty", _("The story is empty."), _("Add at least one section."), field="body")


@rule(on=("FeaturePage",), errors={"writer_missing": gettext_lazy("No writer")})
def has_writer(page) -> Iterator[Problem]:
    """Somebody is credited with the words."""
    if not any(credit.role == CreditRole.WORDS for credit in page.credits.all()):
        yield Problem(
            "writer_missing",
            _("Nobody is credited with the words."),
            _("Add a credit with the role 'Words'."),
            field="credits",
        )
