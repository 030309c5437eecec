"""What is read from a stored body without loading it: contents, words, figure numbers."""

import pytest

from editorial.blocks.figures import figure_numbers, printed_range
from tests.factories import catalogue
from tests.factories.bodies import block, card, figure, prose, section, stream, use
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("first", "last", "text"), [(1, 1, "1"), (7, 8, "7, 8"), (13, 15, "13–15")])
def test_a_run_of_pictures_is_named_by_its_ends(first, last, text):
    assert printed_range(first, last) == text


def test_pictures_are_counted_through_the_story():
    image = catalogue.picture()
    pair = block("image_pair", {"pictures": [use(image)] * 2, "caption": ""})
    gallery = block("gallery", {"pictures": [use(image)] * 3, "caption": ""})
    first, last = figure(image), figure(image)
    nothing = block("image", {"picture": {"image": None, "alt_text": "", "decorative": False}, "layout": "text"})
    numbers = figure_numbers([section("One", first, prose(), pair), section("Two", nothing, gallery, last)])
    assert numbers == {first["id"]: "1", pair["id"]: "2, 3", gallery["id"]: "4–6", last["id"]: "7"}


def test_contents_and_words_cost_no_query():
    image, product = catalogue.picture(), catalogue.product()
    body = stream(
        section("First", prose("<p>One two.</p><p>Three</p>"), figure(image, caption="<p>Four five</p>")),
        section("Second six", card(product), anchor="kept"),
    )
    with queries() as asked:
        lines = body.stream_block.contents(body)
        minutes = body.stream_block.reading_minutes(body)
    assert asked == []
    assert [(line.number, line.heading, line.anchor[:8]) for line in lines] == [
        (1, "First", "section-"),
        (2, "Second six", "kept"),
    ]
    assert minutes == 1


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (228, 1), (230, 2), (229 + 230, 2), (2300, 11)])
def test_reading_time_is_words_by_230_rounded_up(words, minutes):
    body = stream(section("Heading", prose(f"<p>{'word ' * words}</p>")))
    assert body.stream_block.reading_minutes(body) == minutes


def test_the_page_prints_contents_numbers_and_minutes(client):
    image = catalogue.picture()
    page = catalogue.feature(
        body=stream(
            section("First", prose("<p>" + "word " * 900 + "</p>"), figure(image)),
            section("Second", prose(), figure(image, layout="full")),
        )
    )
    document = Document(client.get(page.url))
    assert document.texts(".toc li") == ["01 First", "02 Second"]
    assert [tag["id"] for tag in document.select(".section")] == ["first", "second"]
    assert document.texts(".section > h2 .num") == ["01", "02"]
    assert document.texts(".section figcaption b") == ["1.", "2."]
    assert "4 minute read" in document.text_of(".byline")


def test_the_first_prose_alone_opens_with_a_tall_initial(client):
    page = catalogue.feature(
        body=stream(section("First", figure(catalogue.picture()), prose(), prose()), section("Second", prose()))
    )
    opens = ["opens" in tag["class"] for tag in Document(client.get(page.url)).select(".section > .prose")]
    assert opens == [True, False, False]


def test_an_old_body_with_a_block_that_is_gone_still_opens(client):
    page = catalogue.feature(body=stream(section("Here", block("tombola", {"prize": 1}), prose())))
    document = Document(client.get(page.url))
    assert len(document.select(".section > *")) == 2
