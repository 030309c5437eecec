"""schema.org nodes from plain values."""

import json
from datetime import UTC, datetime

import pytest

from editorial.structured_data import graph as words
from editorial.structured_data.graph import Crumb, ImageFacts

FRONT = "https://house.example/"
URL = "https://house.example/features/x/"


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a & b", "line\u2028end"])
def test_nothing_in_the_data_can_end_its_element(text):
    printed = words.script_text([{"@type": "Thing", "@id": URL, "name": text}])
    assert not set(printed) & set("<>&\u2028\u2029")
    assert json.loads(printed)["@graph"][0]["name"] == text


def test_what_is_not_known_is_not_said():
    node = words.article(
        URL,
        FRONT,
        headline="X",
        description="",
        authors=[],
        image=None,
        published=datetime(2026, 1, 2, tzinfo=UTC),
        modified=None,
    )
    [said] = words.graph([node])["@graph"]
    assert set(said) == {"@type", "@id", "mainEntityOfPage", "headline", "publisher", "datePublished"}
    assert said["datePublished"] == "2026-01-02T00:00:00+00:00"


def test_a_list_goes_on_counting_on_its_second_page():
    node = words.item_list(URL, [Crumb("A", f"{URL}a/"), Crumb("B", f"{URL}b/")], start=13)
    assert [(line["position"], line["name"]) for line in node["itemListElement"]] == [(13, "A"), (14, "B")]


def test_a_picture_carries_its_credit():
    said = words.image_object(ImageFacts("https://house.example/a.jpg", 1080, 720, "A shoe.", "Photograph: Name"))
    assert (said["creditText"], said["caption"], said["contentUrl"]) == (
        "Photograph: Name",
        "A shoe.",
        "https://house.example/a.jpg",
    )
