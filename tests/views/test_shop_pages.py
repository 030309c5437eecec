"""What surrounds the shops of a market: other countries' pages, the country link, logos, reminders, caches, cookies."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.conf import settings
from django.utils import timezone

from editorial.choices import Availability, SizeSystem
from editorial.listings.where_to_buy import where_to_buy
from tests.factories import catalogue, shops
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

BASE = settings.WAGTAILADMIN_BASE_URL


@pytest.fixture
def here():
    return catalogue.market(default=True)


@pytest.fixture
def japan():
    money = {"currency": "JPY", "locale": "ja_JP", "time_zone": "Asia/Tokyo", "size_system": SizeSystem.JP}
    return catalogue.market("Japan", "JP", **money)


@pytest.fixture
def shoe():
    return catalogue.product()


def read(client, address: str) -> Document:
    response = client.get(address)
    assert response.status_code == 200, address
    return Document(response)


def alternates(document: Document) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in document.select("link[rel=alternate][hreflang]")}


def test_markets_with_offers_of_their_own_are_alternates_of_one_another(client, shoe, here, japan):
    brazil = catalogue.market("Brazil", "BR", currency="BRL", locale="pt_BR", time_zone="America/Sao_Paulo")
    shops.offer(shoe, here, shops.retailer("Parade", home=here, ships_to=[brazil]))
    shops.offer(shoe, japan, price="19800")
    own = [f"{shoe.get_url()}where-to-buy/{slug}/" for slug in ("united-kingdom", "japan")]
    for address in own:
        assert alternates(read(client, address)) == {
            "en-GB": BASE + own[0],
            "en-JP": BASE + own[1],
            "x-default": BASE + own[0],
        }
    assert alternates(read(client, f"{shoe.get_url()}where-to-buy/brazil/")) == {}
    assert alternates(read(client, shoe.get_url())) == {}


def test_the_country_link_passes_the_page_it_stands_on(client, shoe, here):
    story = catalogue.feature(about=[shoe])
    for page in (shoe, shoe.silhouette, story):
        links = read(client, page.get_url()).select("a[data-country-sheet]")
        assert {link["href"] for link in links} == {f"/country/?for={page.pk}"}
    assert read(client, "/search/").select_one("a[data-country-sheet]")["href"] == "/country/"


def test_a_page_of_one_market_is_headed_by_that_market(client, shoe, here, japan):
    shops.offer(shoe, japan, price="19800")
    found = read(client, f"{shoe.get_url()}where-to-buy/japan/")
    assert found.text_of(".masthead [data-country-name]") == "Japan"
    assert read(client, shoe.get_url()).text_of(".masthead [data-country-name]") == "United Kingdom"


def test_from_a_story_the_countries_lead_to_its_shoes_in_shops_there(client, shoe, here, japan):
    other = catalogue.product("Cream / Black", parent=shoe.silhouette)
    shop = shops.retailer("Kanda", home=japan)
    shops.offer(shoe, japan, shop, "19800")
    shops.offer(other, japan, shop, "21000", availability=Availability.SOLD_OUT)
    story = catalogue.feature("What Kobe drew", about=[shoe, other])
    found = read(client, f"/country/?for={story.pk}")
    assert "1 shop" in found.text_of('.countries a[data-market="JP"]')
    address = found.select_one('.countries a[data-market="JP"]')["href"]
    there = read(client, address)
    rows = {link["href"]: link.get_text(" ") for link in there.select(".opening .rows a")}
    assert "from ¥19,800" in rows[f"{shoe.get_url()}where-to-buy/japan/"]
    assert "See the shops" in rows[f"{other.get_url()}where-to-buy/japan/"]
    assert story.get_url() in there.links()
    assert "noindex" in there.meta("robots")
    nowhere = read(client, f"/country/?market=united-kingdom&for={story.pk}")
    assert "No shop in the United Kingdom" in nowhere.text_of(".opening")


@pytest.mark.parametrize("rubbish", ["", "0", "-1", "x", "1e3", "٣", "²", "9" * 40, "999999", "1 OR 1=1", "%00", "<b>"])
def test_a_page_that_is_none_is_left_out(client, here, rubbish):
    found = Document(client.get("/country/", {"for": rubbish, "market": "united-kingdom"}))
    assert found.select(".countries a")
    assert "lists a shoe" not in found.text_of("main")


def test_the_large_price_has_the_same_lines_whatever_is_known(client, shoe, here, japan):
    def lines() -> list[str]:
        box = read(client, shoe.get_url()).select_one("[data-product-price]")
        return [" ".join(child.get("class", [])) for child in box.find_all(recursive=False)]

    bare = lines()
    assert "No price known" in read(client, shoe.get_url()).text_of(".product-price")
    catalogue.price(shoe, here, "150")
    assert "Retail price, United Kingdom £150" in read(client, shoe.get_url()).text_of(".product-price")
    assert lines() == bare
    made = shops.offer(shoe, here, price="129")
    found = read(client, shoe.get_url())
    assert "£129" in found.text_of(".product-price")
    seen = found.select_one(".product-price time")["datetime"]
    assert seen.startswith(made.seen_at.strftime("%Y-%m-%d"))
    assert lines() == bare


def test_a_shop_with_a_logo_shows_it_in_a_box_of_its_own_and_asks_no_query_for_it(client, shoe, here):
    shops.offer(shoe, here, shops.retailer("Parade", home=here))
    with queries() as before:
        read(client, shoe.get_url())
    logo = catalogue.picture(title="Mark of Kanda")
    shops.offer(shoe, here, shops.retailer("Kanda", home=here, logo=logo))
    with queries() as asked:
        found = read(client, shoe.get_url())
    mark = found.select_one(".offers .shop-logo")
    assert mark["alt"] == ""
    assert mark["width"]
    assert mark["height"]
    # One for renditions, which a page without pictures does not ask for.
    assert len(asked) <= len(before) + 1


def test_sold_out_everywhere_offers_siblings_and_a_reminder(client, shoe, here):
    shops.offer(shoe, here, availability=Availability.SOLD_OUT)
    other = catalogue.product("Cream / Black", parent=shoe.silhouette)
    for address in (shoe.get_url(), f"{shoe.get_url()}where-to-buy/united-kingdom/"):
        found = read(client, address)
        assert "Sold out everywhere" in found.text_of(".where")
        links = [link["href"] for link in found.select(".release-reminder a")]
        assert links == [other.get_url(), f"/releases.ics?for={shoe.pk}", "/releases/"]


def test_the_prices_of_other_countries_end_the_page_too(client, shoe, here, japan):
    shops.offer(shoe, here)
    shops.offer(shoe, japan, price="19800", at=timezone.now() - timedelta(hours=96) + timedelta(seconds=100))
    kept = client.get(shoe.get_url())["Cache-Control"]
    assert 80 <= int(kept.rpartition("s-maxage=")[2]) <= 100


def test_the_price_line_does_not_jump_between_the_readings_of_two_shops(shoe, here):
    now = timezone.now()
    for price, hours in (("120", 9), ("150", 1)):
        made = shops.offer(shoe, here, price=price, at=now - timedelta(days=40))
        for days, amount in ((20, Decimal(price) + 20), (0, Decimal(price))):
            seen_at = now - timedelta(days=days, hours=hours)
            shops.write_offer(made, shops.Sighting(seen_at, amount, "GBP", "in_stock", made.url))
    shown = where_to_buy(shoe, here, now).history
    assert shown.periods[0].price == "£120"
    assert shown.high == "£140"


def test_sizes_we_cannot_convert_are_marked_as_unsure_and_the_table_has_four_systems(client, shoe, here):
    made = shops.offer(shoe, here, shops.retailer("Parade", home=here))
    shops.size(made, "61", system="EU")
    found = read(client, shoe.get_url())
    assert found.select_one(".offers tbody tr").has_attr("data-sizes-unsure")
    assert [row.get_text() for row in found.select(".where-table th")] == ["UK", "EU", "US", "Japan, centimetres"]
    assert not found.select(".where-table .gone")
    chosen = found.select_one(".where-size option[data-sizes]")
    assert len(chosen["data-sizes"].split("|")) == 4
