"""A story as the form sends it: previewed before it is saved, refused field by field, published with every block."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from editorial.models import FeatureIndexPage, FeaturePage
from tests.desk.forms import add_url, errors_in, sent_form
from tests.factories import catalogue
from tests.support.html import Document

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "yes"}


@pytest.fixture
def desk(client):
    client.force_login(get_user_model().objects.create_superuser("mina", "mina@example.org", "a-long-password"))
    return client


@pytest.fixture
def things():
    """What the blocks of the form point at."""
    shoe = catalogue.silhouette(year=2008)
    other = catalogue.silhouette("GT-2160", parent=shoe.get_parent().specific)
    return {
        "shoe": shoe,
        "other": other,
        "product": catalogue.product(parent=shoe, lead_image=catalogue.picture()),
        "entry": catalogue.collaboration(silhouettes=[shoe]),
        "picture": catalogue.picture(),
    }


def pictures(image, count: int) -> dict:
    """A list of pictures as the form sends it."""
    return inline_list([{"image": image.pk, "alt_text": "A shoe"}] * count)


def inline_list(values: list) -> dict:
    """A list block as the form sends it."""
    return {
        "count": str(len(values)),
        **{str(n): {"value": value, "order": str(n), "deleted": ""} for n, value in enumerate(values)},
    }


def every_block(things: dict) -> list[tuple[str, object]]:
    """One block of every kind."""
    shoe, other, product, entry, image = (things[name] for name in ("shoe", "other", "product", "entry", "picture"))
    caption = rich_text("<p>Seen from the side.</p>")
    one = {"image": image.pk, "alt_text": "A shoe"}
    return [
        ("prose", rich_text("<p>It began with a drawing.</p>")),
        ("pull_quote", {"text": "Faster.", "attribution": ""}),
        ("fact_box", {"title": "Facts", "text": rich_text("<p>Since 1993.</p>"), "rows": inline_list([])}),
        ("note", {"text": rich_text("<p>Aside.</p>")}),
        ("image", {"picture": one, "layout": "wide", "caption": caption}),
        ("image_pair", {"pictures": pictures(image, 2), "caption": caption}),
        ("gallery", {"pictures": pictures(image, 3), "caption": caption}),
        ("spec_sheet", {"silhouette": shoe.pk}),
        ("product_card", {"product": product.pk}),
        ("product_rail", {"title": "", "products": inline_list([product.pk]), "silhouette": ""}),
        ("collaboration_card", {"collaboration": entry.pk}),
        ("collaboration_timeline", {"title": "", "collaborations": inline_list([]), "source": shoe.pk}),
        ("comparison", {"title": "", "silhouettes": inline_list([shoe.pk, other.pk])}),
        ("embed", {"url": "https://vimeo.com/76979871", "title": "Film", "poster": one, "caption": caption}),
    ]


def body(*content: tuple[str, object], heading: str = "Thirteen before it") -> dict:
    return streamfield([("section", {"heading": heading, "anchor": "", "content": streamfield(list(content))})])


def form(*content: tuple[str, object], **changes) -> dict:
    return sent_form("FeaturePage", title="New story", slug="new-story", body=body(*content), **changes)


def post(desk, fields: dict, **action):
    return desk.post(add_url(FeaturePage, FeatureIndexPage.objects.get()), fields | action)


EVERY_ELEMENT = (
    *(".prose", ".pullquote", ".fact-box", ".note", ".fig-wide", ".fig-pair", ".fig-gallery", ".spec"),
    *(".product-card .price, .product-card .code", ".product-rail .item", ".collaboration-card .entry"),
    *(".timeline .entry", ".comparison td", ".embed img"),
)


def test_a_story_with_every_block_is_published_from_the_form(desk, things):
    response = post(desk, form(*every_block(things)), **PUBLISH)
    assert response.status_code == 302, errors_in(response)
    page = FeaturePage.objects.get(slug="new-story")
    desk.logout()
    document = Document(desk.get(page.url))
    assert [selector for selector in EVERY_ELEMENT if not document.select(selector)] == []
    assert document.select_one(".section")["id"] == "thirteen-before-it"


def test_the_preview_of_an_unsaved_form_shows_every_block(desk, things):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["editorial", "featurepage", parent_pk()])
    sent = desk.post(address, form(*every_block(things)))
    assert sent.json()["is_valid"]
    document = Document(desk.get(address))
    assert [selector for selector in EVERY_ELEMENT if not document.select(selector)] == []


def parent_pk() -> int:
    return FeatureIndexPage.objects.get().pk


def test_a_draft_with_unfinished_blocks_is_kept(desk):
    empty = ("product_card", {"product": ""}), ("pull_quote", {"text": "", "attribution": ""})
    response = post(desk, form(*empty, ("embed", {"url": "", "title": "", "poster": {}, "caption": rich_text("")})))
    assert response.status_code == 302, errors_in(response)
    stored = FeaturePage.objects.get(slug="new-story").get_latest_revision_as_object().body.raw_data[0]["value"]
    assert [block["type"] for block in stored["content"]] == ["product_card", "pull_quote", "embed"]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (("product_card", {"product": ""}), "A block is empty: product card."),
        (("fact_box", {"title": "Facts", "text": rich_text(""), "rows": inline_list([])}), "Write a short paragraph"),
        (("product_rail", {"title": "x", "products": inline_list([]), "silhouette": ""}), "or name below"),
        (
            ("embed", {"url": "https://example.org/", "title": "x", "poster": {}, "caption": rich_text("")}),
            "We can play",
        ),
    ],
)
def test_publication_is_refused_with_the_reason_and_nothing_is_lost(desk, block, said):
    response = post(desk, form(block, ("prose", rich_text("<p>Kept words.</p>"))), **PUBLISH)
    assert response.status_code == 200
    assert said in errors_in(response)
    assert "Kept words." in errors_in(response)
    assert not FeaturePage.objects.filter(slug="new-story").exists()


def test_a_heading_is_asked_for_before_publication_and_not_before(desk):
    fields = form() | nested_form_data({"body": body(("prose", rich_text("<p>Words.</p>")), heading="")})
    assert "Section, 'Heading' is empty." in errors_in(post(desk, fields, **PUBLISH))
    assert post(desk, fields).status_code == 302


def test_a_new_heading_keeps_the_anchor_that_the_form_sends_back(desk):
    post(desk, form(("prose", rich_text("<p>Words.</p>"))), **PUBLISH)
    page = FeaturePage.objects.get(slug="new-story")
    changed = nested_form_data(
        {
            "body": streamfield(
                [
                    (
                        "section",
                        {
                            "heading": "A full house",
                            "anchor": page.body[0].value["anchor"],
                            "content": streamfield([("prose", rich_text("<p>Words.</p>"))]),
                        },
                    )
                ]
            ),
            "credits": inline_formset([{"role": "words", "person": page.credits.get().person.pk}]),
        }
    )
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert desk.post(address, form() | changed | PUBLISH).status_code == 302
    page.refresh_from_db()
    section = FeaturePage.objects.get(pk=page.pk).body[0].value
    assert (section["heading"], section["anchor"]) == ("A full house", "thirteen-before-it")
