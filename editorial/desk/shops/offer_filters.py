"""Narrowing the list of offers, by what they are and by how old their prices have grown."""

from datetime import datetime

import django_filters
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.forms import RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from editorial.choices import Availability, Condition, Doubt
from editorial.models import BrandPage, HeldPrice, Market, Offer, Retailer
from editorial.querysets import is_offered
from editorial.shopping.codes import Freshness
from editorial.shopping.freshness import EXPIRED, boundaries

AGES = (
    (Freshness.FRESH.value, _("Fresh")),
    (Freshness.AGEING.value, _("Ageing")),
    (Freshness.HIDDEN.value, _("Too old to be shown")),
)
STATES = (
    ("shown", _("Shown to readers")),
    ("waiting", _("A price waits for a decision")),
    ("hidden", _("Never believed")),
    ("withdrawn", _("Withdrawn")),
    ("over", _("Over: not seen for two months")),
)
MONEY = (("own", _("The country's own")), ("foreign", _("Another")))


def of_age(offers: QuerySet, step: str, at: datetime) -> QuerySet:
    """The offers whose price stands on this step of the ladder of ages: one condition for each cadence there is."""
    found, latest = Q(pk__in=[]), None
    for hours in Retailer.objects.order_by().values_list("cadence_hours", flat=True).distinct():
        cadence = Retailer(cadence_hours=hours).cadence
        # What was seen this long before is at the boundary now.
        ageing, hidden = (at - (moment - at) for moment in boundaries(at, cadence))
        seen, until = {
            Freshness.FRESH: (Q(seen_at__gt=ageing), at),
            Freshness.AGEING: (Q(seen_at__gt=hidden, seen_at__lte=ageing), ageing),
            Freshness.HIDDEN: (Q(seen_at__lte=hidden), hidden),
        }[Freshness(step)]
        found |= Q(retailer__cadence_hours=hours) & seen
        latest = max(until, latest or until)
    # The list is read from the newest on: the index is entered where the first of them can be.
    return offers.filter(found, seen_at__lte=latest) if latest else offers.none()


def in_state(offers: QuerySet, state: str, at: datetime) -> QuerySet:
    """The offers in one of STATES."""
    waiting = Exists(HeldPrice.objects.waiting().filter(offer=OuterRef("pk")))
    conditions = {
        "shown": is_offered(at),
        "waiting": Q(waiting),
        "hidden": ~Q(doubt=""),
        "withdrawn": Q(withdrawn_at__isnull=False),
        "over": Q(withdrawn_at=None, seen_at__lte=at - EXPIRED),
    }
    return offers.filter(conditions[state])


class OfferFilterSet(WagtailFilterSet):
    """Retailer, market, availability and age, and what else offers are looked for by."""

    retailer = django_filters.ModelChoiceFilter(queryset=Retailer.objects.all(), label=_("Retailer"))
    market = django_filters.ModelChoiceFilter(queryset=Market.objects.all(), label=_("Country"))
    brand = django_filters.ModelChoiceFilter(
        queryset=BrandPage.objects.order_by("title"), field_name="product__brand", label=_("Brand")
    )
    # Distinct by itself otherwise, which would sort a million whole rows for nothing.
    availability = django_filters.MultipleChoiceFilter(choices=Availability, label=_("Availability"), distinct=False)
    age = django_filters.ChoiceFilter(
        choices=AGES, method="narrow_age", label=_("Age of the price"), widget=RadioSelect, empty_label=_("All")
    )
    state = django_filters.ChoiceFilter(
        choices=STATES, method="narrow_state", label=_("State"), widget=RadioSelect, empty_label=_("All")
    )
    doubt = django_filters.ChoiceFilter(
        choices=Doubt, method="narrow_doubt", label=_("Held back"), widget=RadioSelect, empty_label=_("All")
    )
    condition = django_filters.ChoiceFilter(
        choices=Condition, label=_("Condition"), widget=RadioSelect, empty_label=_("All")
    )
    money = django_filters.ChoiceFilter(
        choices=MONEY, method="narrow_money", label=_("Currency"), widget=RadioSelect, empty_label=_("All")
    )

    class Meta:
        model = Offer
        fields: list[str] = []

    def narrow_age(self, offers, _name, step):
        return of_age(offers, step, timezone.now())

    def narrow_state(self, offers, _name, state):
        return in_state(offers, state, timezone.now())

    def narrow_doubt(self, offers, _name, doubt):
        waiting = HeldPrice.objects.waiting().filter(offer=OuterRef("pk"), doubt=doubt)
        return offers.filter(Exists(waiting))

    def narrow_money(self, offers, _name, money):
        own = Q(currency=F("market__currency"))
        return offers.filter(own if money == "own" else ~own)
