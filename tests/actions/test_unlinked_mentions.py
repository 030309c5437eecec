"""Names without a link: a table that follows what readers see, and the catalogue."""

import pytest
from django.core.management import call_command

from editorial.actions.unlinked_mentions import note_unlinked, rewrite_every_unlinked, rewrite_unlinked
from editorial.models import FeaturePage, TermMention, UnlinkedMention
from tests.factories import catalogue as make

pytestmark = pytest.mark.django_db


def body(*proses, **fact_box):
    content = [{"type": "prose", "value": html, "id": f"p{number}"} for number, html in enumerate(proses, start=1)]
    if fact_box:
        content.append({"type": "fact_box", "value": {"title": "Facts", "rows": [], **fact_box}, "id": "facts"})
    return [{"type": "section", "value": {"heading": "One", "anchor": "one", "content": content}, "id": "s1"}]


def story(*proses, title="The fourteenth man", **fact_box):
    page = make.feature(title)
    page.body = page.body.stream_block.to_python(body(*proses, **fact_box))
    page.save()
    return page


def rows(page):
    kept = UnlinkedMention.objects.filter(feature=page).order_by("position")
    return [(row.subject_id or row.term.title, row.text, row.times, row.anchor, row.block_id) for row in kept]


def test_a_name_without_a_link_is_noted_with_its_first_place():
    kayano = make.silhouette()
    page = story("<p>Nothing.</p>", "<p>The Gel Kayano 14.</p><p>Two Gel-Kayano 14s.</p>")
    assert rewrite_unlinked(page) == 1
    assert rows(page) == [(kayano.pk, "Gel Kayano 14", 2, "one", "p2")]


def test_what_is_linked_once_or_shown_by_a_block_is_not_noted():
    kayano, ada = make.silhouette(), make.person("Ada Smith")
    gel = make.term("Gel")
    link = f'<a linktype="page" id="{kayano.pk}">the fourteenth</a>'
    page = story(
        f'<p>Gel-Kayano 14, {link}, <a linktype="term" id="{gel.pk}">Gel</a>, Gel, '
        '<a href="https://example.org">Ada Smith</a></p>'
    )
    rewrite_unlinked(page)
    assert rows(page) == []
    assert ada.unlinked_in.count() == 0


def test_terms_count_only_where_a_text_takes_them():
    make.term("Midsole")
    page = story("<p>Plain.</p>", text="<p>A soft midsole.</p>")
    rewrite_unlinked(page)
    assert rows(page) == []
    page = story("<p>A soft midsole.</p>", title="Another")
    rewrite_unlinked(page)
    assert rows(page) == [("Midsole", "midsole", 1, "one", "p1")]


def test_a_name_of_several_entries_is_noted_for_each_and_none_that_readers_cannot_see():
    both = [make.partner("Salehe").pk, make.partner("Salehe", slug="salehe-2").pk]
    make.person("Ada Smith", live=False, draft_title="Ada Smith")
    page = story("<p>Salehe and Ada Smith. Salehe.</p>")
    rewrite_unlinked(page)
    assert rows(page) == [(pk, "Salehe", 2, "one", "p1") for pk in both]
    page = story(f'<p>Salehe, <a linktype="page" id="{both[1]}">he</a> said.</p>', title="Another")
    rewrite_unlinked(page)
    assert rows(page) == []


def test_a_word_that_may_be_none_is_not_noted():
    make.partner("Concepts")
    page = story("<p>Concepts were drawn.</p>")
    assert rewrite_unlinked(page) == 0


def test_publishing_writes_the_rows_and_taking_off_removes_them(django_capture_on_commit_callbacks, monkeypatch):
    monkeypatch.setattr(FeaturePage, "publish_problems", lambda page: [])
    kayano, gel = make.silhouette(), make.term("Solyte")
    page = story(f'<p>A Gel-Kayano 14 on <a linktype="term" id="{gel.pk}">Solyte</a>.</p>')
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert rows(page) == [(kayano.pk, "Gel-Kayano 14", 1, "one", "p1")]
    assert [row.term for row in TermMention.objects.filter(feature=page, anchor="one")] == [gel]
    page = FeaturePage.objects.get(pk=page.pk)
    page.unpublish()
    assert rows(page) == []
    assert not TermMention.objects.filter(feature=page).exists()


def test_the_round_finds_an_entry_that_is_younger_than_the_story():
    page = story("<p>By Ada Smith.</p>")
    assert rewrite_every_unlinked() == 0
    ada = make.person("Ada Smith")
    assert rewrite_every_unlinked() == 1
    assert rows(page) == [(ada.pk, "Ada Smith", 1, "one", "p1")]
    ada.delete()
    assert rewrite_every_unlinked() == 0


def test_a_story_that_cannot_be_read_keeps_its_rows_and_stops_no_other(monkeypatch):
    make.silhouette()
    first, second = story("<p>Gel-Kayano 14</p>"), story("<p>Gel-Kayano 14</p>", title="Another")
    rewrite_unlinked(first)
    FeaturePage.objects.filter(pk=first.pk).update(body='[{"type": "section", "value": {"content": [7]}, "id": "x"}]')
    assert rewrite_every_unlinked() == 1
    assert (len(rows(first)), len(rows(second))) == (1, 1)


def test_a_story_gone_before_the_task_runs_is_no_error():
    assert note_unlinked.func(987654) == 0


def test_the_command_tells_what_it_found(capsys):
    gel = make.term("Solyte")
    make.silhouette()
    story(f'<p>Gel-Kayano 14, <a linktype="term" id="{gel.pk}">Solyte</a></p>')
    call_command("rewrite_mentions")
    assert capsys.readouterr().out.startswith("1 mentions with a link, 1 without")
