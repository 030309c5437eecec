"""Filters for lists of what the rules object to."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.utils.translation import gettext as _

from editorial.checks import Problem
from editorial.choices import Severity

register = template.Library()


@dataclass(frozen=True)
class Group:
    """The problems of one weight, under a heading that says what it means."""

    severity: str
    heading: str
    meaning: str
    problems: list[Problem]


@register.filter
def by_severity(problems: Iterable[Problem]) -> list[Group]:
    """Errors, then warnings; without those of which there are none."""
    problems = list(problems)
    stopping = [problem for problem in problems if problem.stops]
    others = [problem for problem in problems if not problem.stops]
    groups = [
        Group(Severity.ERROR.value, _("Errors"), _("The page cannot go live before these are mended."), stopping),
        Group(Severity.WARNING.value, _("Warnings"), _("Worth a look; they stop nothing."), others),
    ]
    return [group for group in groups if group.problems]
