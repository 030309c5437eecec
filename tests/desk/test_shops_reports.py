"""Coverage and clicks: every number against the rows it is made of."""

from collections import Counter
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.desk.shops.coverage_figures import PRODUCT, SILHOUETTE, figures, markets_in, pages_of
from editorial.models import FeatureMention, Market, Offer, OutboundClick, ProductPage
from tests.desk.builders import PASSWORD, member_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]
CLICKS, COVERAGE = reverse("shops_clicks:index"), reverse("shops_coverage:index")


@pytest.fixture
def desk(db) -> Client:
    client = Client()
    user = member_of("Merchandisers", name="merchandiser")
    assert client.login(username=user.get_username(), password=PASSWORD)
    return client


def rows_of(answer) -> dict[str, int]:
    return {line["name"]: line["total"] for line in answer.context["lines"]}


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("product", lambda click: click.offer.product.full_name + " " + click.offer.product.style_code),
        ("retailer", lambda click: click.offer.retailer.name),
        ("day", lambda click: f"{click.day.day} {click.day:%B %Y}"),
        ("month", lambda click: f"{click.day:%B %Y}"),
    ],
)
def test_clicks_add_up_in_every_group(desk, by, key):
    expected: Counter = Counter()
    for click in OutboundClick.objects.select_related(
        "offer__retailer", "offer__product__brand", "offer__product__silhouette"
    ):
        expected[key(click).strip()] += click.clicks
    found: dict[str, int] = {}
    number, pages = 1, 1
    while number <= pages:
        answer = desk.get(CLICKS, {"by": by, "p": number})
        found |= rows_of(answer)
        pages, number = answer.context["paginator"].num_pages, number + 1
    assert found == dict(expected)
    assert answer.context["total"] == sum(expected.values())


def test_clicks_are_narrowed_by_story_market_retailer_and_period(desk):
    story = OutboundClick.objects.filter(page__in=FeatureMention.objects.values("feature")).first()
    day = timezone.localdate() - timedelta(days=30)
    query = {
        "by": "market",
        "story": story.page,
        "retailer": story.offer.retailer_id,
        "market": story.market,
        "day_from": day.isoformat(),
    }
    answer = desk.get(CLICKS, query)
    rows = OutboundClick.objects.filter(
        page=story.page, offer__retailer=story.offer.retailer, market=story.market, day__gte=day
    )
    assert answer.context["total"] == sum(row.clicks for row in rows)


def test_unknown_pages_and_countries_have_names(desk):
    assert "Not known" in rows_of(desk.get(CLICKS))
    assert "Not known" in rows_of(desk.get(CLICKS, {"by": "market"}))
    OutboundClick.objects.filter(pk=OutboundClick.objects.first().pk).update(page=10**9, clicks=10**6)
    assert "A page that is gone (1000000000)" in rows_of(desk.get(CLICKS))


def test_clicks_leave_as_csv_and_an_empty_report_says_so(desk):
    answer = desk.get(CLICKS, {"by": "retailer", "export": "csv"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert sum(int(line.rsplit(",", 1)[1]) for line in lines[1:]) == desk.get(CLICKS).context["total"]
    OutboundClick.objects.all().delete()
    assert "No reader has taken an offer yet." in desk.get(CLICKS).content.decode()
    assert "in this time" in desk.get(CLICKS, {"day_from": "2020-01-01"}).content.decode()


@pytest.mark.parametrize("kind", [PRODUCT, SILHOUETTE])
def test_the_matrix_says_what_the_offers_say(kind):
    pages, markets = list(pages_of(kind)), list(Market.objects.all())
    found = figures(kind, pages, markets, timezone.localdate() - timedelta(days=90))
    offers, buyable = Counter(), Counter()
    for offer in Offer.objects.shown().select_related("product"):
        row = offer.product_id if kind == PRODUCT else offer.product.silhouette_id
        offers[row, offer.market_id] += 1
        buyable[row, offer.market_id] += offer.availability in ("in_stock", "low")
    for page in pages:
        for market in markets:
            cell = found.cell(page, market)
            assert (cell.offers, cell.buyable) == (offers[page.pk, market.pk], buyable[page.pk, market.pk])


def test_a_product_without_offers_is_shipped_there_or_a_hole():
    pages, markets = list(pages_of(PRODUCT)), list(Market.objects.all())
    found = figures(PRODUCT, pages, markets, timezone.localdate())
    for page in pages[:5]:
        for market in markets:
            cell = found.cell(page, market)
            if not cell.offers:
                ships = Offer.objects.shown().filter(product=page, retailer__ships_to=market)
                assert cell.shipping == ships.values("retailer").distinct().count()


def test_stories_and_their_clicks_stand_beside_the_shoe():
    pages = list(pages_of(PRODUCT))
    since = timezone.localdate() - timedelta(days=30)
    found = figures(PRODUCT, pages, [], since)
    for page in pages[:10]:
        features = set(FeatureMention.objects.filter(subject=page).values_list("feature", flat=True))
        assert {story.pk for story in found.stories_of(page)} == features
        rows = OutboundClick.objects.filter(offer__product=page, page__in=features, day__gte=since)
        assert found.clicks_of(page) == sum(row.clicks for row in rows)
    named = [len(found.stories_of(page)) for page in pages]
    assert named == sorted(named, reverse=True)


def test_the_sheet_marks_holes_and_leads_to_the_form(desk):
    answer = desk.get(COVERAGE)
    holes = [cell for line in answer.context["lines"] for cell in line["cells"] if cell["is_hole"]]
    assert answer.context["holes"] == len(holes) > 0
    form = desk.get(holes[0]["url"]).context["form"]
    assert form.instance.market == holes[0]["market"]
    assert form.instance.product_id


def test_the_sheet_is_narrowed_and_no_larger_in_queries(desk, django_assert_max_num_queries):
    brand = ProductPage.objects.live().first().brand
    desk.get(COVERAGE)
    with django_assert_max_num_queries(24):
        answer = desk.get(COVERAGE, {"brand": brand.pk, "markets": "all"})
    assert {line["page"].brand_id for line in answer.context["lines"]} == {brand.pk}
    assert len(answer.context["markets"]) == Market.objects.count()
    region = answer.context["markets"][0].region
    answer = desk.get(COVERAGE, {"region": region.pk, "rows": "silhouette"})
    assert {market.region_id for market in answer.context["markets"]} == {region.pk}
    assert set(markets_in(None)) < set(Market.objects.all())


def test_coverage_leaves_as_csv(desk):
    answer = desk.get(COVERAGE, {"export": "csv"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + pages_of(PRODUCT).count()
