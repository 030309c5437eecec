"""Money as readers see it: a Decimal and an ISO 4217 code, written the way a locale writes it (CLDR, by Babel)."""

from decimal import Decimal

from babel.core import Locale
from babel.numbers import format_currency, get_currency_symbol, is_currency, parse_pattern


def money(amount: Decimal, currency: str, locale: str, *, trim: bool = False) -> str:
    """The amount in words of digits: '£150.00', '19.800 ¥', '450,500 TND', with as many decimals as the currency has.

    `amount` is in the currency's main unit. `trim` leaves off decimals that are all zero, as printed prices do: '£150'.
    Raises TypeError for anything but a Decimal, ValueError for an unknown currency or a number that is none, and
    babel.UnknownLocaleError for an unknown locale.
    """
    if not isinstance(amount, Decimal):
        raise TypeError(f"money is a Decimal, not {type(amount).__name__}")
    if not amount.is_finite():
        raise ValueError(f"{amount} is no amount of money")
    if not is_currency(currency):
        raise ValueError(f"{currency!r} is no currency")
    if trim and amount == amount.to_integral_value():
        pattern = parse_pattern(Locale.parse(locale).currency_formats["standard"].pattern)
        pattern.frac_prec = (0, 0)
        return narrow(format_currency(amount, currency, format=pattern, locale=locale, currency_digits=False))
    return narrow(format_currency(amount, currency, locale=locale))


def symbol(currency: str, locale: str) -> str:
    """How the locale abbreviates the currency: '£', 'CHF', 'R$'; the code itself where there is no symbol."""
    return narrow(get_currency_symbol(currency, locale=locale))


def narrow(text: str) -> str:
    """The same with the yen sign that Latin typefaces carry; CLDR gives Japan the wide one."""
    return text.replace("￥", "¥")
