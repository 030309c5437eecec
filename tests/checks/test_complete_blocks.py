"""Blocks that lack something: what a form would refuse to publish is said beforehand, of stored versions too."""

import pytest
from django.core.exceptions import ValidationError

from editorial.checks.registry import OBJECTIONS
from editorial.checks.rules.blocks import blocks_are_complete
from editorial.choices import Severity
from editorial.models import FeaturePage
from tests.desk.builders import brand, picture, product, section, silhouette

pytestmark = pytest.mark.django_db

WORDS = {"type": "prose", "value": "<p>It began with a drawing.</p>"}
CONTENT = FeaturePage._meta.get_field("body").stream_block.child_blocks["section"].child_blocks["content"]


def objections(kind: str, value) -> list:
    """What the rule says of a story with this block in it."""
    return said_of(section("Heel", WORDS, {"type": kind, "id": "b", "value": value}))


def said_of(*body: dict) -> list:
    """What the rule says of a story with these sections, never saved."""
    return list(blocks_are_complete(FeaturePage(title="Gel-Kayano 14", body=list(body))))


def said(kind: str, value) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.part, str(problem)) for problem in objections(kind, value)]


@pytest.mark.parametrize("kind", CONTENT.child_blocks)
def test_an_empty_block_of_every_kind_is_one_error(kind):
    block = CONTENT.child_blocks[kind]
    empty = block.get_prep_value(block.get_default())
    with pytest.raises(ValidationError):
        block.clean(block.to_python(empty))
    [problem] = objections(kind, empty)
    assert (problem.code, problem.block_id) == ("block_empty", "b")
    assert OBJECTIONS["block_empty"].severity == Severity.ERROR


@pytest.mark.parametrize(
    ("kind", "value", "part", "words"),
    [
        ("fact_box", {"title": "The line", "text": "<p></p>", "rows": []}, "text", "Write a short paragraph"),
        ("fact_box", {"title": "", "text": "<p>x</p>", "rows": []}, "title", "Fact box, 'Title' is empty."),
        ("fact_box", {"title": "x", "rows": [{"label": "First", "value": ""}]}, "rows-value", "'Rows' 1, 'Value' is"),
        ("pull_quote", {"text": "", "attribution": "The desk"}, "text", "Pull quote, 'Quotation' is empty."),
        ("product_rail", {"title": "Shelf", "products": [], "silhouette": None}, "silhouette", "Choose some"),
        ("collaboration_timeline", {"title": "x", "collaborations": [], "source": None}, "source", "Choose some"),
        ("embed", {"url": "https://www.youtube.com/@asics", "title": "x"}, "url", "not of a channel"),
        ("embed", {"url": "", "title": "x"}, "url", "Film or post, 'Address' is empty."),
        ("image", {"picture": {}, "caption": "<p>x</p>"}, "picture-image", "Choose one, or delete the block."),
    ],
)
def test_what_a_block_lacks_is_said_in_its_own_words(kind, value, part, words):
    block = CONTENT.child_blocks[kind]
    with pytest.raises(ValidationError):
        block.clean(block.to_python(value))
    [(code, where, text)] = said(kind, value)
    assert (code, where) == ("block_incomplete", part)
    assert words in text


def test_a_comparison_of_one_and_a_gallery_of_one_are_too_few():
    shoe, shown = silhouette(brand()), {"image": picture().pk, "alt_text": "A shoe", "decorative": False}
    [(_, part, words)] = said("comparison", {"title": "", "silhouettes": [shoe.pk]})
    assert (part, words[:60]) == ("silhouettes", "Comparison, 'Silhouettes': 2 are needed, there are 1. Add wh")
    [(_, part, words)] = said("gallery", {"pictures": [shown], "caption": ""})
    assert (part, words[:49]) == ("pictures", "Gallery, 'Pictures': 3 are needed, there are 1. A")


def test_blocks_that_a_form_would_publish_lack_nothing():
    house = brand()
    shoes = [silhouette(house, title) for title in ("Gel-Kayano 14", "Gel-Lyte III")]
    shown = {"image": picture().pk, "alt_text": "A shoe", "decorative": False}
    whole = {
        "fact_box": {"title": "The line", "text": "", "rows": [{"label": "First", "value": "1993"}]},
        "image": {"picture": shown, "layout": "text", "caption": ""},
        "gallery": {"pictures": [shown] * 3, "caption": ""},
        "product_card": {"product": product(shoes[0]).pk},
        "product_rail": {"title": "", "products": [], "silhouette": shoes[0].pk},
        "comparison": {"title": "", "silhouettes": [shoe.pk for shoe in shoes]},
        "embed": {"url": "https://vimeo.com/76979871", "title": "A film", "poster": None, "caption": ""},
        "note": {"text": "<p>Better.</p>"},
    }
    for kind, value in whole.items():
        block = CONTENT.child_blocks[kind]
        block.clean(block.to_python(value))
    content = [{"type": kind, "id": kind, "value": value} for kind, value in whole.items()]
    assert said_of(section("Heel", *content)) == []


def test_a_section_without_a_heading_is_incomplete():
    [problem] = said_of({**section("", WORDS), "id": "s"})
    assert (problem.code, problem.block_id, problem.part) == ("block_incomplete", "s", "heading")
