"""Rules for collaborations."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.problems import Problem
from editorial.checks.registry import rule


@rule(on=("CollaborationPage",), errors={"year_missing": gettext_lazy("No date")})
def has_year(page) -> Iterator[Problem]:
    """At least the year is known: without it the entry has no place on the timeline."""
    if not page.year:
        yield Problem(
            "year_missing",
            _("The collaboration has no date."),
            _("Give at least the year; month and day where they are known."),
            field="year",
        )


@rule(on=("CollaborationPage",), errors={"partner_missing": gettext_lazy("No partner")})
def has_partner(page) -> Iterator[Problem]:
    """At least one partner or person took part."""
    if not page.partners.all():
        yield Problem(
            "partner_missing",
            _("No partner is named."),
            _("Add the label, boutique, artist or person that took part."),
            field="partners",
        )


@rule(on=("CollaborationPage",), errors={"silhouette_missing": gettext_lazy("No silhouette")})
def has_silhouette(page) -> Iterator[Problem]:
    """At least one silhouette was worked on: that is how a shoe's page finds the entry."""
    if not page.silhouettes.all():
        yield Problem(
            "silhouette_missing",
            _("No silhouette is named."),
            _("Add the shoe, or the shoes, that were worked on."),
            field="silhouettes",
        )
