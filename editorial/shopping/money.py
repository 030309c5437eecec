"""Money as readers see it: a Decimal and an ISO 4217 code, written the way a locale writes it (CLDR, by Babel).

Pages are in English. A locale whose own script runs from right to left would put letters and digits into them that
their readers need not know, so there amounts are written the English way: 'AED 450' (decision 0012).
"""

from decimal import Decimal

from babel.core import Locale
from babel.numbers import format_currency, get_currency_symbol, get_decimal_symbol, is_currency, parse_pattern

ENGLISH = "en"
RIGHT_TO_LEFT = "rtl"
CODE_FIRST = "¤¤\N{NO-BREAK SPACE}#,##0.00"
# CLDR gives money in some places another decimal point than other numbers; Babel does not read that part of it.
POINTS = {"fr_CH": "."}
# CLDR's symbol for a currency whose name stands in the place of the decimal point: nobody sees it in a whole amount.
NO_SYMBOL = "\N{ZERO WIDTH SPACE}"


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
    spoken = ENGLISH if is_right_to_left(locale) else locale
    pattern = parse_pattern(CODE_FIRST if is_right_to_left(locale) else standard_pattern(locale))
    if trim and amount == amount.to_integral_value():
        pattern.frac_prec = (0, 0)
        return legible(
            format_currency(amount, currency, format=pattern, locale=spoken, currency_digits=False), currency
        )
    text = format_currency(amount, currency, format=pattern, locale=spoken)
    point = POINTS.get(str(Locale.parse(spoken)))
    return legible(text.replace(get_decimal_symbol(spoken), point) if point else text, currency)


def symbol(currency: str, locale: str) -> str:
    """How the locale abbreviates the currency: '£', 'CHF', 'R$'; the code itself where there is no symbol."""
    return currency if is_right_to_left(locale) else legible(get_currency_symbol(currency, locale=locale), currency)


def standard_pattern(locale: str) -> str:
    """Where the locale puts the symbol and the digits."""
    return Locale.parse(locale).currency_formats["standard"].pattern


def is_right_to_left(locale: str) -> bool:
    """Whether the locale's script is not that of our pages. Raises babel.UnknownLocaleError."""
    return Locale.parse(locale).text_direction == RIGHT_TO_LEFT


def legible(text: str, currency: str) -> str:
    """The same with the yen sign that Latin typefaces carry, where CLDR gives Japan the wide one, and with the
    currency's code where its symbol cannot be seen.
    """
    return text.replace("￥", "¥").replace(NO_SYMBOL, currency)
