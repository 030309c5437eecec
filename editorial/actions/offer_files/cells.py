"""Cells as values: amounts, words of closed lists, moments. Each raises `Wrong` with what to write instead."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.actions.offer_files.columns import YES
from editorial.actions.offer_files.complaints import Wrong
from editorial.choices import Availability, Condition
from editorial.models import Retailer
from editorial.models.offers import REFUSALS, TOO_MUCH
from editorial.shopping.currencies import CURRENCIES
from editorial.shopping.destinations import refusal

PLAIN = re.compile(r"-?\d+(\.\d*)?|-?\.\d+")
COMMA = re.compile(r"-?\d+,\d{1,2}")
LONGEST_NOTE = 80
# A clock that goes a little ahead of ours is no mistake.
LENIENCE = timedelta(minutes=5)
OLDEST = timedelta(days=3650)
KNOWN_CURRENCIES = frozenset(CURRENCIES)


def amount(cell: str, column: str, least: Decimal | None = None) -> Decimal | None:
    """The amount, None for an empty cell. 150, 150.00 and the 150,00 of other spreadsheets; 1,500 could be either."""
    text = cell.strip()
    if not text:
        return None
    if COMMA.fullmatch(text):
        text = text.replace(",", ".")
    if not PLAIN.fullmatch(text):
        raise Wrong(column, _("Write an amount as 1500 or 1500.00, without a currency."))
    value = Decimal(text)
    if least is None and value <= 0:
        raise Wrong(column, _("A price is more than nothing."))
    if value < 0:
        raise Wrong(column, _("Delivery costs nothing or more."))
    if value >= TOO_MUCH:
        raise Wrong(column, _("No shoe costs that much."))
    if value != value.quantize(Decimal("0.001")):
        raise Wrong(column, _("An amount has three decimals at most."))
    return value


def price(cell: str) -> Decimal:
    """The price, which nobody may leave out."""
    value = amount(cell, "price")
    if value is None:
        raise Wrong("price", _("A price is more than nothing."))
    return value


def currency(cell: str) -> str:
    """An ISO 4217 code in use, whatever the market's own is."""
    code = cell.strip().upper()
    if code not in KNOWN_CURRENCIES:
        raise Wrong("currency", _("There is no such currency. Write it as GBP."))
    return code


def word(cell: str, column: str, choices: type[Availability] | type[Condition], default: str) -> str:
    """A word of a closed list; the default for an empty cell."""
    text = cell.strip().lower() or default
    if text not in choices.values:
        raise Wrong(column, _("Write one of these: %s.") % ", ".join(choices.values))
    return text


def note(cell: str) -> str:
    """The delivery note."""
    if len(cell) > LONGEST_NOTE:
        raise Wrong("delivery_note", _("A note has %d characters at most.") % LONGEST_NOTE)
    return cell


def address(cell: str, shop: Retailer) -> str:
    """An address on one of the shop's hosts."""
    url = cell.strip()
    problem = refusal(url, shop.allowed_hosts)
    if problem:
        raise Wrong("url", str(REFUSALS[problem]))
    return url


def moment(cell: str, at: datetime) -> datetime | None:
    """A moment that is not to come; None for an empty cell. Without an offset it is the house's time."""
    text = cell.strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
        found = found if timezone.is_aware(found) else timezone.make_aware(found)
    except (ValueError, OverflowError) as error:
        raise Wrong("seen_at", _("Write a moment as 2026-05-01T14:30:00+00:00, or leave it empty.")) from error
    if found.replace(tzinfo=UTC) < at - OLDEST:
        raise Wrong("seen_at", _("Nobody remembers what was asked ten years ago."))
    if found > at + LENIENCE:
        raise Wrong("seen_at", _("Nobody has seen this yet: the moment is to come."))
    return found


def is_yes(cell: str) -> bool:
    """Whether the offer is withdrawn."""
    text = cell.strip().lower()
    if text not in ("", YES):
        raise Wrong("withdrawn", _("Write yes, or leave it empty."))
    return text == YES
