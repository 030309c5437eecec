"""Spec sheets, rails, timelines and comparisons say what the catalogue says."""

import pytest

from editorial.models import FeaturePage, SpecRow
from tests.factories import catalogue
from tests.factories.bodies import block, section, stream
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def story_with(client, *content: dict) -> Document:
    number = FeaturePage.objects.count()
    page = catalogue.feature(f"Story {number}", body=stream(section("Here", *content)))
    return Document(client.get(page.url))


def rail(*products, silhouette=None) -> dict:
    pks = [product.pk for product in products]
    return block("product_rail", {"title": "", "products": pks, "silhouette": silhouette and silhouette.pk})


def timeline(*entries, source=None) -> dict:
    pks = [entry.pk for entry in entries]
    return block("collaboration_timeline", {"title": "", "collaborations": pks, "source": source and source.pk})


def rows_of(document: Document, selector: str) -> dict[str, str]:
    names, values = document.texts(f"{selector} dt"), document.texts(f"{selector} dd")
    return dict(zip(names, values, strict=True))


def test_a_spec_sheet_prints_years_makers_technologies_and_rows(client):
    shoe = catalogue.silhouette(year=2008, returned=2020)
    designer, hidden = catalogue.person("Hidenori Yamashita"), catalogue.person("Somebody", live=False)
    catalogue.designed(shoe, designer, hidden)
    catalogue.term("Gel", silhouettes=[shoe])
    shoe.spec_rows.set([SpecRow(label="Weight", value="357 g", sort_order=1), SpecRow(label="Drop", value="13 mm")])
    shoe.save()
    document = story_with(client, block("spec_sheet", {"silhouette": shoe.pk}))
    assert rows_of(document, ".spec") == {
        "Model": "ASICS Gel-Kayano 14",
        "First sold": "2008",
        "Returned": "2020",
        "Designer": "Hidenori Yamashita",
        "Technologies": "Gel",
        "Drop": "13 mm",
        "Weight": "357 g",
    }
    assert designer.url in document.links()
    assert shoe.url in document.links()


def test_a_rail_prints_what_was_chosen_in_its_order(client):
    shoes = [catalogue.product(f"Silver {number}") for number in range(3)]
    document = story_with(client, rail(shoes[2], shoes[0], shoes[2]))
    assert document.texts(".rail .colour") == ["Silver 2", "Silver 0"]


def test_an_automatic_rail_prints_a_silhouettes_newest(client):
    shoe, other = catalogue.silhouette(), catalogue.silhouette("GT-2160")
    for number in range(10):
        catalogue.product(f"Silver {number}", parent=shoe)
    catalogue.product("Draft", parent=shoe, live=False)
    catalogue.product("Gold", parent=other)
    document = story_with(client, rail(silhouette=shoe))
    assert document.texts(".rail .colour") == [f"Silver {number}" for number in range(9, 1, -1)]
    assert document.text_of(".product-rail-title") == "ASICS Gel-Kayano 14"


def test_an_automatic_timeline_follows_a_silhouette_or_a_brand(client):
    brand = catalogue.brand()
    shoe, sibling = catalogue.silhouette(parent=brand), catalogue.silhouette("GT-2160", parent=brand)
    stranger = catalogue.silhouette("XT-6", parent=catalogue.brand("Salomon"))
    catalogue.collaboration("Fern Green", silhouettes=[shoe, sibling], year=2024, month=5)
    catalogue.collaboration("Two neutrals", silhouettes=[shoe], year=2022)
    catalogue.collaboration("Off court", silhouettes=[sibling], year=2024)
    catalogue.collaboration("Elsewhere", silhouettes=[stranger])
    catalogue.collaboration("Draft", silhouettes=[shoe], live=False)
    one = story_with(client, timeline(source=shoe))
    assert one.texts(".year-title") == ["2024", "2022"]
    assert one.texts(".entry-title") == ["Fern Green", "Two neutrals"]
    assert story_with(client, timeline(source=brand)).texts(".entry-title") == [
        "Fern Green",
        "Off court",
        "Two neutrals",
    ]


def test_a_chosen_timeline_is_put_in_order(client):
    entries = [catalogue.collaboration(f"Entry {year}", year=year) for year in (2021, 2024, 2022)]
    document = story_with(client, timeline(*entries))
    assert document.texts(".entry-title") == ["Entry 2024", "Entry 2022", "Entry 2021"]


def test_automatic_blocks_cost_the_same_however_many():
    shoes = [catalogue.silhouette(title) for title in ("One", "Two", "Three")]
    for shoe in shoes:
        catalogue.product(parent=shoe)
        catalogue.collaboration(silhouettes=[shoe], slug=f"with-{shoe.slug}")

    def cost(count: int) -> int:
        content = [piece for shoe in shoes[:count] for piece in (rail(silhouette=shoe), timeline(source=shoe))]
        body = stream(section("Here", *content))
        with queries() as asked:
            made = [child.value for child in body[0].value["content"]]
        assert [len(value["silhouette"].newest_products) for value in made[::2]] == [1] * count
        assert [len(value["source"].collaborations_on) for value in made[1::2]] == [1] * count
        return len(asked)

    assert cost(3) == cost(1)


def test_a_comparison_lines_up_facts_by_label(client):
    old, new = catalogue.silhouette("Gel-Kayano 13", year=2007), catalogue.silhouette(year=2008, returned=2020)
    new.spec_rows.set([SpecRow(label="Weight", value="357 g")])
    new.save()
    document = story_with(client, block("comparison", {"title": "", "silhouettes": [old.pk, new.pk]}))
    assert document.texts(".comparison thead th") == ["ASICS Gel-Kayano 13", "ASICS Gel-Kayano 14"]
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in document.select(".comparison tbody tr")]
    assert rows == [["First sold", "2007", "2008"], ["Returned", "–", "2020"], ["Weight", "–", "357 g"]]


def test_a_comparison_that_lost_a_side_disappears(client):
    old, new = catalogue.silhouette("Gel-Kayano 13"), catalogue.silhouette()
    old.unpublish()
    document = story_with(client, block("comparison", {"title": "", "silhouettes": [old.pk, new.pk]}))
    assert document.select(".comparison") == []
