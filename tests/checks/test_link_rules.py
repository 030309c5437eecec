"""Links that lead nowhere, cards that show nothing, shops that pay, products nobody sells."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from editorial.models import Market, Term
from tests.checks.test_story_rules import LONG_ENOUGH, codes, only, prose, story
from tests.desk.builders import brand, feature, picture, product, section, silhouette
from tests.factories import shops

pytestmark = pytest.mark.django_db


def link(attributes: str) -> dict:
    return prose(f"<p>See <a {attributes}>the shoe</a>.</p>")


def to(page) -> dict:
    return link(f'linktype="page" id="{page.pk}"')


def test_a_link_to_a_page_that_is_gone_stops_the_story():
    problem = only(story(link('linktype="page" id="999999"')))
    assert (problem.code, problem.field, problem.block_id) == ("link_dead", "body", "the-prose")
    assert "the shoe" in problem.message
    assert problem.stops


def test_a_glossary_term_that_is_gone_stops_the_story():
    problem = only(story(link('linktype="term" id="999999"')))
    assert (problem.code, problem.block_id, problem.stops) == ("link_dead", "the-prose", True)
    assert "the shoe" in problem.message


def test_a_glossary_term_that_is_there_is_fine():
    term = Term.objects.create(title="Welt", slug="welt", definition="A seam.")
    assert codes(story(link(f'linktype="term" id="{term.pk}"'))) == []


def test_a_link_to_an_unpublished_page_is_a_warning():
    house = brand(live=False)
    problem = only(story(to(house)))
    assert (problem.code, problem.page_id, problem.stops) == ("link_hidden", house.pk, False)


def test_the_address_of_an_unpublished_page_is_an_error():
    """A chosen page loses its link while it is away; an address stays and leads to nothing."""
    house = brand(live=False)
    problem = only(story(link('href="/asics/"')))
    assert (problem.code, problem.page_id, problem.stops) == ("link_dead", house.pk, True)


def test_a_draft_may_name_its_own_address():
    page = story(link('href="/features/gel-kayano-14/#heel"'), live=False)
    assert page.slug == "gel-kayano-14"
    assert codes(page) == []


def test_a_page_under_an_unpublished_one_is_hidden_too():
    assert codes(story(to(silhouette(brand(live=False))))) == ["link_hidden"]


def test_a_link_to_a_live_page_is_fine():
    assert codes(story(to(brand()))) == []


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/asics/", []),
        ("/asics", []),
        ("http://testserver.example/asics/", []),  # somebody else's
        ("/features/", []),
        ("/glossary/#term-welt", []),
        ("/glossary/#term-no-such-term", ["anchor_dead"]),
        ("/glossary/#letter-A", []),
        ("/glossary/#nothing", ["anchor_dead"]),
        ("/go/nosuchoffer/", ["link_dead"]),
        ("/media/images/no-such-picture.jpg", ["link_dead"]),
        ("/media/original_images/secret.tif", ["link_dead"]),
        ("/images/signature/999999/width-400/shoe.jpg", ["link_dead"]),
        ("/documents/999999/press.pdf", ["link_dead"]),
        ("/topics/no-such-topic/", ["link_dead"]),
        ("/static/css/base.css", []),
        ("/static/css/no-such-style.css", ["link_dead"]),
        ("/admin/pages/12/edit/", ["link_closed"]),
        ("/shared/a-draft-for-a-while/", ["link_closed"]),
        ("/readyz", ["link_closed"]),
        ("/feed.xml", []),
        ("/releases/", []),
        ("/old-asics/", []),  # redirected
        ("/asics-tiger/", ["link_dead"]),
        ("/features/no-such-story/", ["link_dead"]),
        ("https://example.org/anything", []),
        ("mailto:desk@example.org", []),
        ("tel:+4930", []),
        ("http://[broken", []),
        ("relative/path", []),
        ("#heel", []),
        ("#no-such-section", ["anchor_dead"]),
        ("#contents", []),
    ],
)
def test_addresses_written_by_hand(href, found):
    brand()
    Term.objects.create(title="Welt", slug="welt", definition="A seam.")
    Redirect.objects.create(old_path="/old-asics", redirect_link="/asics/")
    assert codes(story(link(f'href="{href}"'))) == found


def test_ways_to_shops_and_files_written_by_hand():
    shoe = product(silhouette(brand()))
    offer = shops.offer(shoe, Market.objects.first())
    image = picture("Shoe")
    rendition = image.get_rendition("width-100")
    market = offer.market.code.lower()
    for address in (
        f"/go/{offer.public_id}/?from=1",
        rendition.url,
        f"{shoe.url_path.removeprefix('/home')}where-to-buy/{market}/",
    ):
        assert codes(story(link(f'href="{address}"'), title=address[:50])) == [], address


def test_an_anchor_in_another_story():
    feature("The sole", live=True, standfirst=LONG_ENOUGH, body=[section("Heel and toe")])
    assert codes(story(link('href="/features/the-sole/#heel-and-toe"'))) == []
    assert codes(story(link('href="/features/the-sole/#sole"'), title="Another")) == ["anchor_dead"]


def test_cards_of_pages_that_are_gone_or_hidden():
    shoe = product(silhouette(brand(), live=False))
    cards = [{"type": "product_card", "id": f"card-{pk}", "value": {"product": pk}} for pk in (shoe.pk, 999_999)]
    page = story(*cards)
    assert [(p.code, p.block_id) for p in page.all_problems()] == [
        ("card_dead", "card-999999"),
        ("card_hidden", f"card-{shoe.pk}"),
    ]


def test_products_that_no_shop_has():
    shoe = product(silhouette(brand()))
    page = story({"type": "product_card", "id": "card", "value": {"product": shoe.pk}})
    assert "Gel-Kayano 14 Pure Silver" in only(page).message
    assert codes(page) == ["offers_missing"]
    assert codes(shoe) == ["product_unsold"]
    offer = shops.offer(shoe, Market.objects.first())
    assert codes(page) == codes(shoe) == []
    offer.retailer.is_active = False
    offer.retailer.save()
    assert codes(page) == ["offers_missing"]


def test_a_link_straight_to_a_shop_that_pays_needs_its_notice():
    shop = shops.retailer()
    host = shop.allowed_hosts[0]
    page = story(link(f'href="https://www.{host}/shoe?a=1"'))
    assert codes(page) == []
    shops.terms(shop)
    problem = only(page)
    assert (problem.code, problem.stops) == ("disclosure_missing", True)
    assert codes(story(link(f'href="https://not{host}/shoe"'), title="Another")) == []
