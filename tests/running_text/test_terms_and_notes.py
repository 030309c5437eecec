"""Glossary terms open where they are read; notes are numbered through the page and lead back."""

import pytest
from wagtail.rich_text import RichText

from tests.factories import catalogue
from tests.factories.bodies import block, prose, section, stream
from tests.support.html import Document

pytestmark = pytest.mark.django_db


def term_link(term, words: str = "Gel") -> str:
    return f'<a linktype="term" id="{term.pk}">{words}</a>'


def note(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return f'<a linktype="footnote" note="{escaped}">*</a>'


def story(client, *content: dict, **fields) -> Document:
    page = catalogue.feature(body=stream(section("Here", *content)), **fields)
    return Document(client.get(page.url))


def test_a_term_is_a_button_that_opens_its_definition(client):
    gel = catalogue.term("Gel", definition="Soft & clear.")
    document = story(client, prose(f"<p>The {term_link(gel, '<b>Gel</b> pad')} and {term_link(gel, 'gel')}.</p>"))
    buttons = document.select(".prose button.term")
    assert [(button["type"], button["popovertarget"], button.get_text()) for button in buttons] == [
        ("button", "term-gel", "Gel pad"),
        ("button", "term-gel", "gel"),
    ]
    notes = document.select("#term-gel[popover]")
    assert len(notes) == 1
    assert "Soft & clear." in notes[0].get_text()
    assert notes[0].a["href"] == "/glossary/#term-gel"


def test_only_terms_met_on_the_page_are_printed(client):
    gel, _other = catalogue.term("Gel"), catalogue.term("Solyte")
    assert len(story(client, prose(f"<p>{term_link(gel)}</p>")).select(".term-note")) == 1


def test_a_term_that_is_gone_is_its_word(client):
    gel = catalogue.term()
    html = f"<p>The {term_link(gel)} pad.</p>"
    gel.delete()
    document = story(client, prose(html))
    assert document.select(".term, .term-note") == []
    assert document.text_of(".prose") == "The Gel pad."


def test_by_itself_a_term_leads_into_the_glossary():
    gel = catalogue.term()
    assert str(RichText(f"<p>{term_link(gel)}</p>")).strip() == '<p><a href="/glossary/#term-gel">Gel</a></p>'


def test_notes_are_numbered_in_reading_order_and_lead_back(client):
    aside = block("note", {"text": f"<p>Aside.{note('In between')}</p>"})
    first, last = prose(f"<p>One {note('First')} word.</p>"), prose(f"<p>Last.{note('Last')}</p>")
    document = story(client, first, aside, last)
    marks = document.select("sup a")
    assert [(mark.get_text(), mark["id"], mark["href"]) for mark in marks] == [
        ("1", "mark-1", "#note-1"),
        ("2", "mark-2", "#note-2"),
        ("3", "mark-3", "#note-3"),
    ]
    items = document.select(".footnotes li")
    assert [(item["id"], item.a["href"]) for item in items] == [(f"note-{n}", f"#mark-{n}") for n in (1, 2, 3)]
    assert [item.get_text().split(" Back")[0] for item in items] == ["First", "In between", "Last"]
    assert document.duplicate_ids() == []
    # No space is left between a word and its mark.
    assert "One<sup>" in str(document.select_one(".prose"))


def test_a_note_is_plain_text_whose_addresses_are_links(client):
    document = story(client, prose(f"<p>x{note('See <b>this</b> & https://example.org/a?b=1&c=2')}</p>"))
    item = document.select_one("#note-1")
    assert "See <b>this</b> & https://example.org" in item.get_text()
    assert (item.a["href"], item.a["rel"]) == ("https://example.org/a?b=1&c=2", ["noopener"])


def test_sources_are_printed_after_the_notes(client):
    document = story(client, prose(f"<p>x{note('First')}</p>"), sources="A letter, 2008\n\n  <i>Annual</i> report ")
    assert document.texts(".footnotes .sources li") == ["A letter, 2008", "<i>Annual</i> report"]


def test_a_page_without_notes_has_no_place_for_them(client):
    assert story(client, prose()).select(".footnotes, .endmatter") == []


def test_an_empty_note_leaves_no_mark(client):
    assert story(client, prose(f"<p>Word{note('  ')}.</p>")).text_of(".prose") == "Word."


def test_by_itself_a_note_follows_its_word_in_brackets():
    assert str(RichText(f"<p>Word{note('A & B')}.</p>")).strip() == "<p>Word (A &amp; B).</p>"
