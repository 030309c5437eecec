"""What blocks point at: fetched together, kept for editors, shown to readers only while it may be."""

import pytest

from editorial.models import EditorialImage, FeaturePage
from tests.factories import catalogue
from tests.factories.bodies import block, card, figure, section, stream, use
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def story_with(client, *content: dict) -> Document:
    page = catalogue.feature(body=stream(section("Here", *content)))
    return Document(client.get(page.url))


def test_a_product_that_left_the_site_leaves_the_story_and_stays_in_the_form(client):
    gone, here = catalogue.product("Gone"), catalogue.product("Here")
    page = catalogue.feature(body=stream(section("Shoes", card(gone), card(here))))
    gone.unpublish()
    document = Document(client.get(page.url))
    assert document.texts(".product-card .colour") == ["Here"]
    content = FeaturePage.objects.get(pk=page.pk).body[0].value["content"]
    assert [child.value["product"].pk for child in content] == [gone.pk, here.pk]
    assert [child.value["product"].is_shown for child in content] == [False, True]


def test_a_product_under_a_brand_that_left_leaves_with_it(client):
    shoe = catalogue.silhouette(parent=catalogue.brand("Hoka"))
    page = catalogue.feature(body=stream(section("Shoes", card(catalogue.product(parent=shoe)))))
    shoe.get_parent().specific.unpublish()
    assert Document(client.get(page.url)).select(".product-card") == []


def test_what_was_deleted_leaves_nothing_behind(client):
    image, product, shoe = catalogue.picture(), catalogue.product(), catalogue.silhouette("GT-2160")
    page = catalogue.feature(
        body=stream(
            section(
                "Here",
                figure(image),
                block("image_pair", {"pictures": [use(image), use(image)], "caption": ""}),
                card(product),
                block("spec_sheet", {"silhouette": shoe.pk}),
                block("comparison", {"title": "", "silhouettes": [shoe.pk, shoe.pk]}),
            )
        )
    )
    for thing in (image, product, shoe):
        thing.delete()
    document = Document(client.get(page.url))
    assert document.select(".section > *:not(h2)") == []


def test_one_picture_used_twice_has_two_alternative_texts(client):
    image = catalogue.picture(description="A shoe")
    document = story_with(
        client,
        figure(image, alt="The heel"),
        figure(image, alt="The toe"),
        figure(image),
        figure(image, decorative=True),
    )
    assert [tag["alt"] for tag in document.select(".section img")] == ["The heel", "The toe", "A shoe", ""]


def test_a_body_is_fetched_with_one_query_per_kind(encodings):
    shoe = catalogue.silhouette()
    pictures = [catalogue.picture() for _ in range(4)]
    cards = [card(catalogue.product(f"Silver {n}", parent=shoe, lead_image=pictures[n])) for n in range(4)]
    body = stream(
        section("One", figure(pictures[0]), *cards[:2]),
        section("Two", figure(pictures[1]), *cards[2:]),
        section("Three", block("gallery", {"pictures": [use(one) for one in pictures], "caption": ""})),
    )
    with queries() as asked:
        children = [child for part in body for child in part.value["content"]]
        assert children[1].value["product"].lead_image.prefetched_renditions == []
    assert len(children) == 7
    # Pictures, products with silhouette, brand and picture, retail prices, shops' prices, renditions.
    assert len(asked) == 5, "\n".join(asked)


def test_a_private_page_is_not_shown(client):
    product = catalogue.product()
    product.view_restrictions.create(restriction_type="login")
    assert story_with(client, card(product)).select(".product-card") == []


def test_the_form_gives_back_the_page_it_was_given():
    product = catalogue.product()
    chooser = stream(section("Here", card(product)))[0].value["content"][0].block.child_blocks["product"]
    from_form = chooser.value_from_form(str(product.pk))
    assert chooser.clean(from_form) is from_form
    assert (from_form, from_form.is_shown) == (product, True)
    assert chooser.value_from_form("") is None


def test_pictures_are_printed_with_their_credit_in_every_layout(client):
    image = catalogue.picture(credit="Photograph: Ines Okafor")
    layouts = ("text", "side", "wide", "run", "full")
    content = [figure(image, layout=layout, caption="<p>The <b>heel</b>.</p>") for layout in layouts]
    content.append(block("image_pair", {"pictures": [use(image)] * 2, "caption": "<p>Two.</p>"}))
    content.append(block("gallery", {"pictures": [use(image)] * 3, "caption": ""}))
    document = story_with(client, *content)
    figures = document.select(".section figure")
    assert [found.select_one(".credit").get_text() for found in figures] == ["Photograph: Ines Okafor"] * 7
    assert document.texts(".section figcaption")[0] == "1. The heel . Photograph: Ines Okafor"
    assert EditorialImage.objects.count() == 1
