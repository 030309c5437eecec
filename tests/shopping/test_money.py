"""Amounts as readers see them."""

from decimal import ROUND_HALF_EVEN, Decimal
from unicodedata import bidirectional

import pytest
from babel import Locale, UnknownLocaleError
from hypothesis import given
from hypothesis import strategies as st

from editorial.shopping.money import money, symbol


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "expected"),
    [
        ("150", "GBP", "en_GB", "£150.00"),
        ("150.5", "GBP", "en_GB", "£150.50"),
        ("19800", "JPY", "en_GB", "JP¥19,800"),
        ("19800", "JPY", "ja_JP", "¥19,800"),
        ("450.5", "TND", "fr_TN", "450,500\xa0DT"),
        ("1299", "BRL", "pt_BR", "R$\xa01.299,00"),
        ("160", "CHF", "de_CH", "CHF\xa0160.00"),
        ("619", "PLN", "pl_PL", "619,00\xa0zł"),
        ("1160.5", "CHF", "fr_CH", "1\u202f160.50\xa0CHF"),
        ("1160.5", "EUR", "de_AT", "€\xa01.160,50"),
        ("114200", "INR", "en_IN", "₹1,14,200.00"),
        ("12345", "CVE", "pt_CV", "12\xa0345,00\xa0CVE"),
        ("450.5", "TND", "ar_TN", "TND\xa0450.500"),
        ("1450", "AED", "ar_AE", "AED\xa01,450.00"),
        ("640", "ILS", "he_IL", "ILS\xa0640.00"),
    ],
)
def test_an_amount_is_written_as_its_locale_writes_it(amount, currency, locale, expected):
    assert money(Decimal(amount), currency, locale) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "locale", "expected"),
    [
        ("150.00", "GBP", "en_GB", "£150"),
        ("149.99", "GBP", "en_GB", "£149.99"),
        ("149.90", "GBP", "en_GB", "£149.90"),
        ("19800.000", "JPY", "ja_JP", "¥19,800"),
        ("450.000", "TND", "fr_TN", "450\xa0DT"),
        ("450.000", "TND", "ar_TN", "TND\xa0450"),
        ("1250", "EUR", "es_ES", "1.250\xa0€"),
    ],
)
def test_a_printed_price_leaves_off_decimals_that_are_all_zero(amount, currency, locale, expected):
    assert money(Decimal(amount), currency, locale, trim=True) == expected


@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_trimming_never_changes_the_amount(amount):
    whole = money(amount, "GBP", "en_GB")
    trimmed = money(amount, "GBP", "en_GB", trim=True)
    assert trimmed == (whole.removesuffix(".00") if amount == int(amount) else whole)


EXPONENTS = {"GBP": 2, "JPY": 0, "KRW": 0, "TND": 3, "KWD": 3, "INR": 2, "CHF": 2, "ILS": 2}
LOCALES = ["en_GB", "fr_CH", "de_AT", "en_IN", "ja_JP", "fr_TN", "he_IL", "pt_BR"]
exact = st.decimals(min_value=Decimal("0.001"), max_value=Decimal(10**9), places=3)


def read_back(text: str, locale: str) -> Decimal:
    """The number that a locale's own reader finds in what was printed."""
    symbols = Locale.parse(locale).number_symbols["latn"]
    # The one place of these where money has another point than other numbers.
    point = "." if locale == "fr_CH" else symbols["decimal"]
    kept = {*"0123456789", point}
    return Decimal("".join(mark for mark in text if mark in kept).strip(".,").replace(point, "."))


@given(exact, st.sampled_from(sorted(EXPONENTS)), st.sampled_from(LOCALES))
def test_what_is_printed_is_the_amount_in_the_currencys_own_units(amount, currency, locale):
    unit = Decimal(1).scaleb(-EXPONENTS[currency])
    printed = money(amount, currency, locale)
    assert read_back(printed, locale) == amount.quantize(unit, ROUND_HALF_EVEN)


@given(st.integers(1, 10**9), st.sampled_from(sorted(EXPONENTS)), st.sampled_from(LOCALES))
def test_a_whole_amount_prints_the_same_number_trimmed_and_not(amount, currency, locale):
    whole, trimmed = (money(Decimal(amount), currency, locale, trim=trim) for trim in (False, True))
    assert read_back(whole, locale) == read_back(trimmed, locale) == amount
    assert len(trimmed) <= len(whole)


@pytest.mark.parametrize("amount", [150.0, 150, "150"])
def test_only_a_decimal_is_money(amount):
    with pytest.raises(TypeError):
        money(amount, "GBP", "en_GB")


@pytest.mark.parametrize("amount", ["NaN", "Infinity"])
def test_a_number_that_is_none_is_refused(amount):
    with pytest.raises(ValueError, match="no amount"):
        money(Decimal(amount), "GBP", "en_GB")


def test_an_unknown_currency_or_locale_is_refused():
    with pytest.raises(ValueError, match="QQQ"):
        money(Decimal(1), "QQQ", "en_GB")
    with pytest.raises(UnknownLocaleError):
        money(Decimal(1), "GBP", "xx_YY")


def test_a_currency_has_a_symbol_where_the_locale_has_one():
    assert symbol("GBP", "en_GB") == "£"
    assert symbol("CHF", "de_CH") == "CHF"
    assert symbol("JPY", "ja_JP") == "¥"
    assert symbol("CVE", "pt_CV") == "CVE"


@given(st.decimals(min_value=1, max_value=10**9, places=3), st.sampled_from(["ar_TN", "ar_EG", "fa_AF", "he_IL"]))
def test_nothing_in_an_english_page_runs_from_right_to_left(amount, locale):
    text = money(amount, "TND", locale, trim=True) + symbol("EGP", locale)
    assert {bidirectional(letter) for letter in text}.isdisjoint({"R", "AL", "AN", "RLM"})
