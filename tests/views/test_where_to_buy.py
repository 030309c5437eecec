"""The page of a product's shops in a market, the box on the product's own page, and the prices that scripts ask for."""

import json
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from editorial.choices import Availability, Condition, SizeSystem
from editorial.models import Region
from tests.factories import catalogue, shops
from tests.support.html import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return catalogue.market(default=True)


@pytest.fixture
def japan():
    asia = Region.objects.get_or_create(slug="asia-pacific", defaults={"name": "Asia Pacific"})[0]
    return catalogue.market(
        "Japan",
        "JP",
        region=asia,
        currency="JPY",
        locale="ja_JP",
        time_zone="Asia/Tokyo",
        size_system=SizeSystem.JP,
    )


@pytest.fixture
def shoe():
    return catalogue.product()


def page(client, shoe, market) -> Document:
    response = client.get(f"{shoe.get_url()}where-to-buy/{market.slug}/")
    assert response.status_code == 200
    return Document(response)


def canonical(document: Document) -> str:
    return document.select_one("link[rel=canonical]")["href"]


def is_indexed(document: Document) -> bool:
    return "noindex" not in (document.meta("robots") or "")


def test_a_market_with_shops_has_a_page_of_its_own(client, shoe, japan):
    shops.offer(shoe, japan, shops.retailer("Kanda", home=japan), "19800")
    found = page(client, shoe, japan)
    assert is_indexed(found)
    assert canonical(found).endswith(f"{shoe.get_url()}where-to-buy/japan/")
    assert found.texts(".offers tbody th") == ["Kanda"]
    assert "¥19,800" in found.text_of(".offers .price")


def test_every_row_says_what_the_reader_needs(client, shoe, here):
    shop = shops.retailer("Parade", home=here, town="London")
    shops.terms(shop)
    made = shops.offer(shoe, here, shop, "129.00", delivery=Decimal("4.95"), delivery_note="2 days", was=Decimal(150))
    shops.size(made, "42")
    shops.size(made, "43", Availability.SOLD_OUT)
    row = page(client, shoe, here).select_one(".offers tbody tr")
    words = " ".join(row.get_text(" ").split())
    for said in ("Parade", "London", "£129", "In stock", "7.5", "£4.95 delivery, 2 days", "parade.example", "Ad"):
        assert said in words
    assert "Parade says £150 before" in words
    assert row.select_one("time")["datetime"].startswith(made.seen_at.strftime("%Y-%m-%dT"))
    link = row.select_one("a")
    assert link["rel"] == ["sponsored", "noopener"]
    assert link["href"] == f"/go/{made.public_id}/?from={shoe.pk}&in=GB"
    assert row["data-sizes"] == "7.5"


def test_sizes_that_nobody_named_are_not_known(client, shoe, here):
    shops.offer(shoe, here)
    assert "Sizes not known" in page(client, shoe, here).text_of(".offers tbody")


def test_no_price_is_struck_through_and_no_percentage_is_made(client, shoe, here):
    shops.offer(shoe, here, was=Decimal(200))
    found = page(client, shoe, here)
    assert not found.select("s, del")
    assert "%" not in found.text_of(".where")


@pytest.mark.parametrize(("hours", "price", "words"), [(1, True, ""), (40, True, "may have changed"), (200, False, "")])
def test_a_price_ages(client, shoe, here, hours, price, words):
    shops.offer(shoe, here, price="149", at=timezone.now() - timedelta(hours=hours))
    text = page(client, shoe, here).text_of(".offers tbody")
    assert ("£149" in text) is price
    assert ("Check price in shop" in text) is not price
    assert words in text


def test_the_page_is_kept_no_longer_than_its_prices_hold(client, shoe, here):
    shops.offer(shoe, here, at=timezone.now() - timedelta(hours=36) + timedelta(seconds=100))
    for address in (shoe.get_url(), f"{shoe.get_url()}where-to-buy/united-kingdom/"):
        kept = client.get(address)["Cache-Control"]
        seconds = int(kept.rpartition("s-maxage=")[2])
        assert 80 <= seconds <= 100
        assert "stale" not in kept


def test_the_steps_of_the_ladder_are_explained_and_not_indexed(client, shoe, here, japan):
    abroad = shops.offer(shoe, here, shops.retailer("Parade", home=here, ships_to=[japan]))
    found = page(client, shoe, japan)
    assert not is_indexed(found)
    assert canonical(found).endswith(shoe.get_url())
    assert "say they ship there" in found.text_of(".where-step")
    assert "Price for the United Kingdom" in found.text_of(".offers")
    assert "In GBP, not compared" in found.text_of(".offers")
    abroad.retailer.ships_to.clear()
    sibling = catalogue.product("Cream / Black", parent=shoe.silhouette)
    other = shops.offer(sibling, japan, price="21000")
    found = page(client, shoe, japan)
    assert "list others of the same shoe" in found.text_of(".where-step")
    assert "Cream / Black" in found.text_of(".offers")
    assert "sold out, too" not in found.text_of(".where")
    sold_out = shops.Sighting(timezone.now(), Decimal(21000), "JPY", Availability.SOLD_OUT, other.url)
    shops.write_offer(other, sold_out)
    found = page(client, shoe, japan)
    assert "They are sold out, too." in found.text_of(".where")
    assert "Sold out" not in " ".join(found.texts(".where-step"))


def test_a_neighbour_with_the_same_money_is_a_step(client, shoe, here):
    euro = {"currency": "EUR", "locale": "de_DE", "time_zone": "Europe/Berlin", "size_system": SizeSystem.EU}
    germany = catalogue.market("Germany", "DE", **euro)
    austria = catalogue.market("Austria", "AT", **euro | {"locale": "de_AT"})
    shops.offer(shoe, germany, shops.retailer("Halle", home=germany), "150.00")
    found = page(client, shoe, austria)
    assert "ask the same currency" in found.text_of(".where-step")
    assert "€\xa0150" in found.select_one(".offers .price").get_text()
    assert not is_indexed(found)


def test_no_shop_anywhere_is_never_an_empty_box(client, shoe, japan):
    story = catalogue.feature("What Kobe drew", about=[shoe])
    catalogue.product("Cream / Black", parent=shoe.silhouette)
    found = page(client, shoe, japan)
    assert "No shop we know" in found.text_of(".where-step")
    assert story.get_url() in [link["href"] for link in found.select(".where .where-step a")]
    assert "Cream / Black" in found.text_of("main")
    assert not found.select(".disclosure")


def test_sold_out_everywhere_says_so_and_offers_others(client, shoe, here):
    shops.offer(shoe, here, availability=Availability.SOLD_OUT)
    catalogue.product("Cream / Black", parent=shoe.silhouette)
    found = page(client, shoe, here)
    assert "Sold out everywhere" in found.text_of(".where")
    assert "Cream / Black" in found.text_of("main")
    assert "/releases/" in found.links()
    assert "From" not in found.text_of(".product-price")


@pytest.mark.parametrize("availability", [Availability.PREORDER, Availability.BACKORDER, Availability.UNKNOWN])
def test_a_shop_that_may_have_it_is_not_sold_out(client, shoe, here, availability):
    shops.offer(shoe, here, availability=Availability.SOLD_OUT)
    shops.offer(shoe, here, availability=availability)
    assert "Sold out everywhere" not in page(client, shoe, here).text_of(".where")


def test_sold_out_here_does_not_say_that_it_is_so_elsewhere(client, shoe, here, japan):
    shops.offer(shoe, here, availability=Availability.SOLD_OUT)
    there = shops.offer(shoe, japan, price="19800")
    text = page(client, shoe, here).text_of(".where")
    assert "Sold out in every shop we know for the United Kingdom" in text
    assert "Sold out everywhere" not in text
    seen_at = timezone.now()
    shops.write_offer(there, shops.Sighting(seen_at, Decimal(19800), "JPY", Availability.SOLD_OUT, there.url))
    assert "Sold out everywhere" in page(client, shoe, here).text_of(".where")


def test_prices_of_other_countries_say_when_they_were_seen(client, shoe, here, japan):
    shops.offer(shoe, here)
    made = shops.offer(shoe, japan, price="19800")
    seen = made.seen_at.astimezone(ZoneInfo("Asia/Tokyo")).isoformat(timespec="seconds")
    story = catalogue.feature(about=[shoe])
    line = page(client, shoe, here).select_one('.where-elsewhere a[data-market="JP"]')
    listed = Document(client.get(f"/country/?market=japan&for={story.pk}")).select_one("#main .rows a[href*=japan]")
    for said in (line, listed):
        assert "from ¥19,800" in said.get_text()
        assert said.select_one("time")["datetime"] == seen


def test_from_counts_new_pairs_in_stock_in_the_markets_money(client, shoe, here):
    shops.offer(shoe, here, price="140")
    shops.offer(shoe, here, price="150")
    for cheaper in (
        {"condition": Condition.USED},
        {"condition": Condition.RESALE},
        {"currency": "EUR"},
        {"availability": Availability.SOLD_OUT},
        {"at": timezone.now() - timedelta(days=10)},
    ):
        shops.offer(shoe, here, price="50", **cheaper)
    response = Document(client.get(shoe.get_url()))
    assert "£140" in response.text_of(".product-price")
    assert "See 2 shops" in response.text_of(".product-price")
    card = Document(client.get(shoe.silhouette.get_url()))
    assert card.text_of(f'[data-price-of="{shoe.pk}"]').startswith("from £140 seen ")


def test_the_notice_stands_before_the_first_shop_link_in_the_markets_words(client, shoe, here):
    shop = shops.retailer("Parade", home=here)
    shops.offer(shoe, here, shop)
    assert "None of the shops listed here pays us" in page(client, shoe, here).text_of(".disclosure")
    shops.terms(shop)
    here.disclosure = "Ad: this page earns."
    here.save()
    html = client.get(shoe.get_url()).content.decode()
    assert 0 < html.index("Ad: this page earns.") < html.index("/go/")


def test_prices_over_time_are_drawn_and_told(client, shoe, here):
    made = shops.offer(shoe, here, price="150", at=timezone.now() - timedelta(days=20))
    for days in (10, 0):
        seen_at = timezone.now() - timedelta(days=days)
        shops.write_offer(made, shops.Sighting(seen_at, Decimal(139), "GBP", "in_stock", made.url))
    found = page(client, shoe, here)
    assert found.select_one(".price-history path")["d"].startswith("M")
    assert len(found.select(".price-history tbody tr")) == 2
    assert "Lowest here in 30 days: £139" in found.text_of(".offers")


def test_what_is_hidden_or_unknown_is_not_there(client, shoe, here):
    address = f"{shoe.get_url()}where-to-buy"
    for wrong in (
        f"{address}/atlantis/",
        "/asics/gel-kayano-14/nothing/where-to-buy/united-kingdom/",
        f"{address}/GB/",
    ):
        assert client.get(wrong).status_code == 404
    assert client.get(f"{address}/gb/")["Location"] == f"{address}/united-kingdom/"
    shoe.unpublish()
    assert client.get(f"{address}/united-kingdom/").status_code == 404


def test_bytes_do_not_depend_on_cookies(client, shoe, here, japan):
    shops.offer(shoe, here)
    for address in (shoe.get_url(), f"{shoe.get_url()}where-to-buy/japan/", f"/country/?for={shoe.pk}"):
        plain = client.get(address)
        client.cookies["market"] = "JP"
        chosen = client.get(address)
        del client.cookies["market"]
        assert plain.content == chosen.content
        assert "Cookie" not in chosen.get("Vary", "")
        assert not chosen.cookies


def test_countries_say_which_have_shops_for_the_shoe(client, shoe, here, japan):
    shops.offer(shoe, japan, price="19800")
    found = Document(client.get(f"/country/?for={shoe.pk}"))
    link = found.select_one('.countries a[data-market="JP"]')
    assert "1 shop" in link.get_text()
    assert link["href"] == f"{shoe.get_url()}where-to-buy/japan/"
    for rubbish in ("x", "-1", "9" * 40, "999999"):
        assert client.get(f"/country/?for={rubbish}").status_code == 200


def test_the_prices_of_a_page_in_one_request(client, shoe, here, japan):
    other = catalogue.product("Cream / Black", parent=shoe.silhouette)
    made = shops.offer(shoe, japan, price="19800", at=timezone.now() - timedelta(minutes=5))
    catalogue.price(other, japan, "17600")
    seen = made.seen_at.astimezone(ZoneInfo("Asia/Tokyo"))
    for asked in (shoe, shoe.silhouette, shoe.brand, catalogue.feature(about=[shoe, other])):
        answer = client.get(f"/prices/jp/{asked.pk}.json")
        assert json.loads(answer.content) == {
            "market": "JP",
            "prices": {
                str(shoe.pk): ["from ¥19,800", seen.isoformat(timespec="seconds"), f"{seen.day} {seen:%b}"],
                str(other.pk): ["¥17,600 retail"],
            },
        }
        assert "public" in answer["Cache-Control"]
    for wrong in (
        "/prices/xx/1.json",
        f"/prices/japan/{shoe.pk}.json",
        "/prices/jp/999999.json",
        f"/prices/jp/{'9' * 30}.json",
    ):
        assert client.get(wrong).status_code == 404
