"""Rules for features."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.checks.problems import Problem
from editorial.choices import CreditRole


def has_standfirst(page) -> Iterator[Problem]:
    """There is a standfirst under the title."""
    if not page.standfirst.strip():
        yield Problem(
            "standfirst_missing",
            _("There is no standfirst."),
            _("Write one or two sentences that open the story, 60 to 220 characters."),
            field="standfirst",
        )


def has_section(page) -> Iterator[Problem]:
    """The story has at least one section."""
    if not len(page.body):
        yield Problem("body_empty", _("The story is empty."), _("Add at least one section."), field="body")


def has_writer(page) -> Iterator[Problem]:
    """Somebody is credited with the words."""
    if not any(credit.role == CreditRole.WORDS for credit in page.credits.all()):
        yield Problem(
            "writer_missing",
            _("Nobody is credited with the words."),
            _("Add a credit with the role 'Words'."),
            field="credits",
        )
