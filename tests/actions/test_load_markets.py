"""Countries from a file: complete, correct, and loaded twice without harm."""

import csv

import pytest
from django.core.management import CommandError, call_command

from editorial.actions.load_markets import MARKETS_FILE, MarketsFileError, load_markets
from editorial.models import Market, Region

pytestmark = pytest.mark.django_db

HEADER = "region,name,slug,code,currency,locale,time_zone,size_system,price_note\n"
FRANCE = "Europe,France,france,FR,EUR,fr_FR,Europe/Paris,EU,including VAT\n"


@pytest.fixture
def file(tmp_path):
    """Writes a markets file with the usual header."""

    def write(*lines: str, header: str = HEADER):
        path = tmp_path / "markets.csv"
        path.write_text(header + "".join(lines), encoding="utf-8")
        return path

    return write


def test_a_new_magazine_knows_every_market_of_the_file():
    with MARKETS_FILE.open(encoding="utf-8", newline="") as lines:
        codes = {row["code"] for row in csv.DictReader(lines)}
    assert set(Market.objects.values_list("code", flat=True)) == codes
    assert len(codes) > 200
    assert list(Region.objects.values_list("name", flat=True)) == [
        "Europe",
        "Americas",
        "Asia Pacific",
        "Africa",
        "Middle East",
    ]


@pytest.mark.parametrize(
    ("code", "region", "currency", "locale", "zone", "sizes"),
    [
        ("GB", "Europe", "GBP", "en_GB", "Europe/London", "UK"),
        ("AT", "Europe", "EUR", "de_AT", "Europe/Vienna", "EU"),
        ("US", "Americas", "USD", "en_US", "America/New_York", "US"),
        ("JP", "Asia Pacific", "JPY", "ja_JP", "Asia/Tokyo", "JP"),
        ("IN", "Asia Pacific", "INR", "en_IN", "Asia/Kolkata", "UK"),
        ("TN", "Africa", "TND", "ar_TN", "Africa/Tunis", "EU"),
        ("AE", "Middle East", "AED", "ar_AE", "Asia/Dubai", "EU"),
    ],
)
def test_a_market_has_the_standards_of_its_country(code, region, currency, locale, zone, sizes):
    market = Market.objects.select_related("region").get(code=code)
    found = (market.region.name, market.currency, market.locale, market.time_zone, market.size_system)
    assert found == (region, currency, locale, zone, sizes)


def test_every_line_of_the_file_passes_the_checks_of_the_form():
    Market.objects.all().delete()
    loaded = load_markets()
    assert loaded.created > 200


def test_a_second_load_changes_nothing_and_a_correction_changes_one(file):
    assert load_markets().unchanged == Market.objects.count()
    loaded = load_markets(file(FRANCE.replace("including VAT", "TTC")))
    assert (loaded.created, loaded.updated, loaded.unchanged) == (0, 1, 0)
    assert Market.objects.get(code="FR").price_note == "TTC"
    assert Market.objects.count() > 200


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([FRANCE.replace("EUR", "EURO")], r"markets\.csv, line 2: .*Three capital letters"),
        ([FRANCE, FRANCE.replace("FR,EUR", "DE,XQX")], r"markets\.csv, line 3: .*no such currency"),
        ([FRANCE.replace("Europe/Paris", "Europe/Lutetia")], r"line 2: There is no such time zone"),
        ([FRANCE.replace("fr_FR", "xx_FR")], r"line 2: There is no such number format"),
        ([FRANCE, FRANCE], r"line 3: FR is on line 2 too"),
        (["Europe,France,france,FR\n"], r"line 2: it has more or fewer columns"),
        ([FRANCE.strip() + ",more\n"], r"line 2: it has more or fewer columns"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_changed(file, lines, complaint):
    before = list(Market.objects.order_by("pk").values())
    with pytest.raises(MarketsFileError, match=complaint):
        load_markets(file(*lines))
    assert list(Market.objects.order_by("pk").values()) == before


def test_a_missing_column_is_named(file):
    with pytest.raises(MarketsFileError, match=r"line 1: the header lacks price_note"):
        load_markets(file(header=HEADER.replace(",price_note", "")))


def test_the_command_reports_and_refuses(file, capsys, tmp_path):
    call_command("load_markets")
    assert "0 new, 0 changed" in capsys.readouterr().out
    with pytest.raises(CommandError, match="line 2"):
        call_command("load_markets", file=file(FRANCE.replace("EUR", "EURO")))
    with pytest.raises(CommandError, match=r"no\.csv"):
        call_command("load_markets", file=tmp_path / "no.csv")
