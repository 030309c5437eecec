"""What is taken off the site is gone from the feed and the sitemap too."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import bodies
from tests.factories import catalogue as make
from tests.machines.listing import listed

pytestmark = pytest.mark.django_db

PRODUCT, SHOE, BRAND, PERSON, PARTNER = "Colour of rust", "Rust Runner", "Rustwerk", "Rusty Nail", "Rust Studio"


@pytest.fixture
def house():
    """A brand with one shoe in one colour, a person and a partner, all named by a story and a collaboration."""
    pages = {"person": make.person(PERSON), "partner": make.partner(PARTNER), "brand": make.brand(BRAND)}
    pages["shoe"] = make.silhouette(SHOE, pages["brand"])
    pages["product"] = make.product(PRODUCT, pages["shoe"])
    pages["collaboration"] = make.collaboration(
        "A meeting", [pages["partner"], pages["person"]], [pages["shoe"]], [pages["product"]]
    )
    links = " ".join(bodies.page_link(page, "it") for page in pages.values())
    timeline = {"title": "", "collaborations": [pages["collaboration"].pk], "source": None}
    pages["story"] = make.feature(
        "A story",
        by=pages["person"],
        body=bodies.stream(
            bodies.section(
                "One",
                bodies.prose(f"<p>{links}</p>"),
                bodies.card(pages["product"]),
                bodies.block("spec_sheet", {"silhouette": pages["shoe"].pk}),
                bodies.block("collaboration_timeline", timeline),
            )
        ),
    )
    return pages


def leave(page, way: str) -> None:
    if way == "unpublish":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page.page_ptr, restriction_type=PageViewRestriction.LOGIN)


def told(client) -> str:
    """The whole feed."""
    return client.get("/feed.xml").content.decode()


def test_everything_is_named_while_it_is_there(client, house):
    feed, addresses = told(client), listed(client).keys()
    assert all(name in feed for name in (PRODUCT, SHOE, BRAND, PERSON, PARTNER, "A meeting"))
    assert all(page.url in addresses and page.url in feed for page in house.values())


@pytest.mark.parametrize("way", ["unpublish", "private"])
@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("product", [PRODUCT]),
        ("person", [PERSON]),
        ("partner", [PARTNER]),
        ("shoe", [SHOE, PRODUCT]),
        ("brand", [BRAND, SHOE, PRODUCT]),
        ("collaboration", ["A meeting"]),
        ("story", ["A story"]),
    ],
)
def test_it_leaves_feed_and_sitemap(client, house, who, names, way):
    address = house[who].url
    leave(house[who], way)
    feed = told(client)
    assert [name for name in names if name in feed] == []
    assert address not in feed
    assert not [path for path in listed(client) if path.startswith(address)]
