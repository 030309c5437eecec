"""The rules for a story's text: each objects to what it should, and to nothing that only looks like it."""

import datetime

import pytest
from django.utils import timezone

from editorial.checks.ground import Ground
from tests.desk.builders import brand, feature, person, picture, section

pytestmark = pytest.mark.django_db

LONG_ENOUGH = "How a running shoe of 2008 came back to stay, told by those who drew it."


def prose(html: str) -> dict:
    return {"type": "prose", "id": "the-prose", "value": html}


def story(*content: dict, **fields):
    """A finished story with these blocks in one section."""
    return feature(**{"standfirst": LONG_ENOUGH, "body": [section("Heel", *content)], **fields})


def codes(page, at=None) -> list[str]:
    return [problem.code for problem in page.all_problems(Ground(at))]


def only(page):
    [problem] = page.all_problems()
    return problem


@pytest.mark.parametrize(
    ("length", "found"),
    [(59, ["standfirst_length"]), (60, []), (220, []), (221, ["standfirst_length"])],
)
def test_a_standfirst_is_one_or_two_sentences(length, found):
    assert codes(story(prose("<p>Words.</p>"), standfirst="x" * length)) == found


@pytest.mark.parametrize(("length", "found"), [(70, []), (71, ["title_long"]), (101, ["title_too_long"])])
def test_a_title_is_measured(length, found):
    assert codes(story(prose("<p>Words.</p>"), title="x" * length)) == found


def test_a_long_title_with_a_headline_for_search_engines_is_fine():
    assert codes(story(prose("<p>Words.</p>"), title="x" * 80, seo_title="Short")) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<h3>Sole</h3><p>x</p><h4>Heel</h4>", []),
        ("<h4>Heel</h4><p>x</p>", ["heading_order"]),
        ("<h3>Sole</h3><h5>Heel</h5>", ["heading_order"]),
        ("<h3> </h3><p>x</p>", ["heading_empty"]),
        ("<h3>Sole</h3><h4>Heel</h4><h3>Sole</h3>", []),
    ],
)
def test_headings_descend_step_by_step(html, found):
    assert codes(story(prose(html))) == found


@pytest.mark.parametrize(
    ("html", "is_empty"), [("<p></p>", True), ("<p>&nbsp;\xa0</p>", True), ("", True), ("<p>x</p>", False)]
)
def test_an_empty_block_is_found(html, is_empty):
    page = story(prose("<p>Words.</p>"), {**prose(html), "id": "second"})
    assert [(p.code, p.block_id) for p in page.all_problems()] == ([("block_empty", "second")] if is_empty else [])


def test_an_empty_section_stops_the_page():
    page = feature(standfirst=LONG_ENOUGH, body=[{"type": "section", "id": "s", "value": {"heading": "Heel"}}])
    assert [problem.code for problem in page.publish_problems()] == ["section_empty"]


@pytest.mark.parametrize(("words", "found"), [(180, []), (181, ["paragraph_long"])])
def test_a_paragraph_is_measured_not_the_block(words, found):
    assert codes(story(prose(f"<p>{'x ' * words}</p><p>{'y ' * 100}</p>"))) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p>Words <a linktype="footnote" note="A source.">*</a></p>', []),
        ('<p>Words <a linktype="footnote" note=" ">*</a></p>', ["note_empty"]),
        ("<p>Words [1] and [^kayano].</p>", ["note_unexpanded", "note_unexpanded"]),
        ("<p>Words (footnote 3).</p>", ["note_unexpanded"]),
        ("<p>history² is told</p>", ["note_unexpanded"]),
        ("<p>40 m² of [sic] carpet in [1993]</p>", []),
    ],
)
def test_footnotes_are_written_out(html, found):
    assert codes(story(prose(html))) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>It returns this summer.</p>", ["phrase_dated"]),
        ("<p>Earlier this month it was coming soon.</p>", ["phrase_dated", "phrase_dated"]),
        ("<p>The next year he left; that summer it sold out.</p>", []),
        ("<p>He said: “We sell it this summer.”</p>", []),
        ("<p>this summer of 1993</p>", []),
        ("<p>This past summer, this June, next Friday, last night.</p>", ["phrase_dated"] * 4),
        ("<p>It was recently shown, is just released and available now: today.</p>", ["phrase_dated"] * 4),
        ("<p>The second pair will land in two weeks.</p>", ["phrase_dated"]),
        ("<p>It sold out in two weeks; this may be why. In May 1993, this June 1993, he had recently left.</p>", []),
    ],
)
def test_an_old_story_names_its_time(html, found):
    page = story(prose(html))
    now = timezone.now()
    page.first_published_at = now - datetime.timedelta(days=181)
    assert codes(page, now) == found
    page.first_published_at = now - datetime.timedelta(days=179)
    assert codes(page, now) == []
    page.first_published_at = None
    assert codes(page, now) == []


def test_this_year_is_true_until_it_ends():
    page = story(prose("<p>It sold out last year.</p>"))
    page.first_published_at = datetime.datetime(2025, 1, 10, tzinfo=datetime.UTC)
    assert codes(page, datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC)) == []
    assert codes(page, datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)) == ["phrase_dated"]


def test_somebody_elses_words_may_be_of_their_day():
    quote = {"type": "pull_quote", "id": "q", "value": {"text": "We sell it this summer.", "attribution": "A shop"}}
    page = story(prose("<p>Words.</p>"), quote)
    page.first_published_at = timezone.now() - datetime.timedelta(days=400)
    assert codes(page) == []


def test_a_picture_is_shown_once():
    image, lead = picture(), picture("Lead")
    use = {"image": image.pk, "alt_text": "A shoe on sand", "decorative": False}
    blocks = [{"type": "image", "id": name, "value": {"picture": use, "layout": "text"}} for name in ("a", "b")]
    assert codes(story(blocks[0], lead_image=lead, title="Once")) == []
    again = only(story(*blocks, lead_image=lead))
    assert (again.code, again.block_id) == ("picture_repeated", "b")
    assert "opens the story" in only(story(blocks[0], lead_image=image, title="Twice")).message


def test_names_are_spelled_as_in_the_catalogue():
    brand()
    person("Kiko Kostadinov")
    page = story(prose("<p>Asics and Kiko Kostadinof.</p>"))
    assert [(p.code, p.block_id) for p in page.all_problems()] == [
        ("brand_misspelled", "the-prose"),
        ("person_misspelled", "the-prose"),
    ]
    assert codes(story(prose("<p>ASICS and Kiko Kostadinov.</p>"), title="Another")) == []
