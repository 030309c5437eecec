"""Amounts, changes and addresses as the screens of the shops print them."""

from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def amount(value: Decimal | None) -> str:
    """1,500 or 150.50, with thousandths where they are used; nothing for what is not known."""
    if value is None:
        return ""
    if value == value.to_integral_value():
        return f"{value:,.0f}"
    cents = value.quantize(Decimal("0.01"))
    return f"{cents if cents == value else value:,f}"


@register.filter
def told(value) -> str:
    """A value of an offer before or after a change."""
    if isinstance(value, Decimal):
        return amount(value)
    return _("nothing") if value in (None, "") else str(value)


@register.filter
def movement(seen) -> str:
    """By how much a price moved since the one before: +12 %, −5 %; another currency cannot be compared."""
    if seen.currency != seen.before_currency:
        return _("another currency")
    change = 100 * (seen.price - seen.before) / seen.before
    return f"{change:+.0f} %".replace("-", "−")


@register.filter
def edit_address(offer) -> str:
    """Where the offer is edited."""
    return reverse(offer.snippet_viewset.get_url_name("edit"), args=[offer.pk])
