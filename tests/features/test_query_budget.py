"""A long story costs what a short one costs: fifteen queries at most, and no picture is encoded for a reader."""

import pytest

from editorial.models import FeatureCredit, FeatureSubject
from tests.factories import catalogue
from tests.factories.bodies import block, card, figure, page_link, prose, section, stream, use
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

MOST = 15


def dress(page, shoe) -> None:
    """Give a story three writers and two subjects."""
    writers = [catalogue.person(f"Writer {number} of {page.slug}") for number in range(3)]
    page.credits.set([FeatureCredit(person=writer) for writer in writers])
    page.subjects.set([FeatureSubject(page=shoe.page_ptr), FeatureSubject(page=shoe.get_parent())])
    page.save()


def sections(count: int, pictures, products, shoe) -> list[dict]:
    """Sections with a picture and a linking prose each, a product card in the first six."""
    gel = catalogue.term(f"Gel {count}")
    words = f'<p>On {page_link(shoe)} with <a linktype="term" id="{gel.pk}">Gel</a>, seen {page_link(products[0])}.'
    return [
        section(
            f"Section {number}",
            prose(f'{words}<a linktype="footnote" note="Note {number}">*</a></p>'),
            figure(pictures[number], caption=f"<p>Of {page_link(products[number % 6])}</p>"),
            *([card(products[number])] if number < 6 else []),
        )
        for number in range(count)
    ]


def second_visit(client, page) -> tuple[Document, list[str]]:
    client.get(page.url)
    with queries() as asked:
        response = client.get(page.url)
    assert response.status_code == 200
    return Document(response), asked


@pytest.fixture
def house():
    """A brand, a silhouette, seventeen pictures, six products with prices, and stories to go on to."""
    shoe = catalogue.silhouette(year=2008)
    pictures = [catalogue.picture() for _ in range(17)]
    products = [catalogue.product(f"Silver {n}", parent=shoe, lead_image=pictures[n]) for n in range(6)]
    market = catalogue.market(default=True)
    for product in products:
        catalogue.price(product, market)
    for number in range(5):
        catalogue.feature(f"Other {number}", by=catalogue.person(f"Other {number}"), lead_image=pictures[number])
    return shoe, pictures, products


def test_seventeen_sections_cost_what_two_do(client, encodings, house):
    shoe, pictures, products = house
    costs = []
    for count in (2, 17):
        body = stream(*sections(count, pictures, products, shoe))
        page = catalogue.feature(f"Of {count}", lead_image=pictures[0], body=body)
        dress(page, shoe)
        document, asked = second_visit(client, page)
        assert len(document.select(".section figure img")) == count
        assert len(document.select(".footnotes li")) == count
        assert document.texts(".product-card .price")[0] == "£150 retail"
        costs.append(asked)
    assert len(costs[0]) == len(costs[1])
    assert len(costs[1]) <= MOST, "\n".join(costs[1])
    assert len(encodings) == 0


def every_kind(shoe, other, pictures, products, entry) -> dict:
    """A section with one block of every kind that `sections` lacks, rails and timelines of both sorts."""
    film = {"url": "https://vimeo.com/76979871", "title": "Film", "poster": use(pictures[3]), "caption": ""}
    pks = [product.pk for product in products]
    return section(
        "Every kind",
        block("pull_quote", {"text": "Faster.", "attribution": ""}),
        block("fact_box", {"title": "Facts", "text": f"<p>{page_link(other)}</p>", "rows": []}),
        block("note", {"text": "<p>Aside</p>"}),
        block("image_pair", {"pictures": [use(one) for one in pictures[:2]], "caption": ""}),
        block("gallery", {"pictures": [use(one) for one in pictures[:9]], "caption": ""}),
        block("spec_sheet", {"silhouette": shoe.pk}),
        block("product_rail", {"title": "", "products": pks, "silhouette": None}),
        block("product_rail", {"title": "", "products": [], "silhouette": shoe.pk}),
        block("collaboration_card", {"collaboration": entry.pk}),
        block("collaboration_timeline", {"title": "", "collaborations": [], "source": shoe.pk}),
        block("collaboration_timeline", {"title": "", "collaborations": [entry.pk], "source": None}),
        block("comparison", {"title": "", "silhouettes": [shoe.pk, other.pk]}),
        block("embed", film),
    )


def test_every_kind_of_block_twice_stays_within_fifteen(client, encodings, house):
    shoe, pictures, products = house
    other = catalogue.silhouette("GT-2160", parent=shoe.get_parent().specific)
    entries = [catalogue.collaboration(f"Entry {n}", silhouettes=[shoe], lead_image=pictures[n]) for n in range(3)]
    two = [every_kind(shoe, other, pictures, products, entries[0]) for _ in range(2)]
    body = stream(*sections(17, pictures, products, shoe), *two)
    page = catalogue.feature("Everything", lead_image=pictures[0], body=body)
    dress(page, shoe)
    document, asked = second_visit(client, page)
    assert len(document.select(".rail")) == 4
    assert len(document.select(".timeline")) == 4
    assert len(document.select(".comparison")) == 2
    assert document.duplicate_ids() == []
    assert len(asked) <= MOST, "\n".join(asked)
    assert len(encodings) == 0
