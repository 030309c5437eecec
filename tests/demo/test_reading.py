"""Reading the demo's files: what they become, and complaints that name file and line."""

import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from editorial.demo import issue, loader
from editorial.demo.issue import read_issue
from editorial.demo.loader import load_demo
from editorial.demo.markdown import UnknownTarget, footnote, plain_text, rich_text
from editorial.demo.sources import DATA, DemoDataError, Passage, fields, read_tables
from editorial.demo.stories import Block, read_story
from editorial.models import BrandPage, EditorialImage
from tests.support.demo import SMALL

STORY = """+++
title = "Shoe"
+++

## First

One *slow* line,
and its end.

:::image
file = "a.webp"
:::

After it.[^1]

[^1]: A note.

## Second
- one
- two
"""


def link(target: str, label: str) -> str:
    if target == "brand:nobody":
        raise UnknownTarget("the link to 'brand:nobody' leads nowhere.")
    return f'<a href="{target}">{label}</a>'


def html(text: str) -> str:
    return rich_text(Passage("x.md", 1, text), link, lambda label: footnote(f"note {label}"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\nline.\n\nTwo.", "<p>One line.</p><p>Two.</p>"),
        ("*a* **b** [*c*](term:c)", '<p><i>a</i> <b>b</b> <a href="term:c"><i>c</i></a></p>'),
        ("### Sub\n\n- a\n- b", "<h3>Sub</h3><ul><li>a</li><li>b</li></ul>"),
        ("## Head\ntext", "<h2>Head</h2><p>text</p>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("x[^1]", '<p>x<a linktype="footnote" note="note 1">*</a></p>'),
    ],
)
def test_markdown_becomes_rich_text(text, expected):
    assert html(text) == expected


def test_a_footnote_keeps_its_words_and_loses_its_marks():
    assert plain_text(Passage("x.md", 1, "A *fine* [shoe](silhouette:x).")) == "A fine shoe."
    assert footnote('He said "no".') == '<a linktype="footnote" note="He said &quot;no&quot;.">*</a>'


def test_a_link_to_nowhere_names_its_line():
    with pytest.raises(DemoDataError, match=r"^x\.md, line 12: the link to 'brand:nobody'"):
        rich_text(Passage("x.md", 10, "fine\n\nnot [fine](brand:nobody)"), link)


def test_a_story_is_read_in_sections(tmp_path):
    path = tmp_path / "shoe.md"
    path.write_text(STORY)
    story = read_story(path, fields("key title"))
    first, second = story.sections
    assert story.front.key == "shoe"
    assert (first.heading, first.line, second.heading) == ("First", 5, "Second")
    prose, image, after = first.pieces
    assert prose.text == "One *slow* line,\nand its end."
    assert (after.line, after.text) == (14, "After it.[^1]")
    assert isinstance(image, Block)
    assert image.entry["file"] == "a.webp"
    assert image.entry.lines["file"] == 11
    assert first.notes["1"].text == "A note."
    assert second.pieces[0].text == "- one\n- two"


@pytest.mark.parametrize(
    ("change", "line", "complaint"),
    [
        (("+++\ntitle", "title"), 1, "must begin with fields"),
        (('title = "Shoe"', 'title = "Shoe'), 2, "Unterminated string"),
        (('title = "Shoe"', 'titel = "Shoe"'), 2, "'title' is missing"),
        (("## First\n", "\n"), 7, "before the first heading"),
        ((":::image", ":::"), 10, "opens with ::: and its name"),
        (('"a.webp"\n:::\n', '"a.webp"\n'), 10, "never closed"),
        (('file = "a.webp"', 'file = "a.webp'), 11, "Unterminated string"),
    ],
)
def test_a_story_that_cannot_be_read_names_its_line(tmp_path, change, line, complaint):
    path = tmp_path / "shoe.md"
    path.write_text(STORY.replace(*change, 1))
    with pytest.raises(DemoDataError, match=complaint) as refused:
        read_story(path, fields("key title"))
    assert (refused.value.file, refused.value.line) == ("shoe.md", line)


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ('[[brand]]\nkey = "a"\n\n[[brand]]\nkey = "a"\ntitle = "A"\n', 1, "'title' is missing"),
        ('[[brand]]\nkey = "a"\ntitle = "A"\n\n[[brand]]\nkey = "a"\ntitle = "B"\n', 6, "taken on line 1"),
        ('[[brand]]\nkey = "a"\ntitle = "A"\ncolour = "red"\n', 4, "'colour' is not a field"),
        ('[[brand]]\nkey = "a"\ntitle = A\n', 3, "Invalid value"),
    ],
)
def test_a_table_that_cannot_be_read_names_its_line(tmp_path, text, line, complaint):
    path = tmp_path / "brands.toml"
    path.write_text(text)
    with pytest.raises(DemoDataError, match=complaint) as refused:
        read_tables(path, "brand", fields("key title"))
    assert (refused.value.file, refused.value.line) == ("brands.toml", line)


def test_a_long_text_knows_where_it_begins(tmp_path):
    path = tmp_path / "brands.toml"
    path.write_text('[[brand]]\nkey = "a"\nintro = """\nOne.\n\nTwo.\n"""\n')
    (entry,) = read_tables(path, "brand", fields("key intro"))
    assert entry.passage("intro").error("!", offset=2).line == 6


@pytest.fixture
def copied_data(tmp_path: Path) -> Path:
    """The demo's data, to be broken."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def line_of(path: Path, text: str) -> int:
    return path.read_text().splitlines().index(text) + 1


def put(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("products.toml", 'silhouette = "gel-kayano-14"', 'silhouette = "gel-kayano-41"', "no silhouette"),
        ("silhouettes.toml", 'hero = "feature-17-shelf.webp"', 'hero = "lost.webp"', "no picture 'lost.webp'"),
        ("stories/gel-kayano-14.md", '\nlayout = "text"', '\nlayout = "huge"', "no layout 'huge'"),
    ],
)
def test_broken_data_names_file_and_line_and_changes_nothing(copied_data, file, old, new, complaint):
    path = copied_data / file
    put(path, old, new)
    with pytest.raises(DemoDataError, match=complaint) as refused:
        load_demo(lambda line: None, SMALL, copied_data)
    assert (refused.value.file, refused.value.line) == (path.name, line_of(path, new.strip()))
    assert not BrandPage.objects.exists()
    assert not EditorialImage.objects.exists()


@pytest.mark.django_db
def test_data_that_the_gate_refuses_is_named_by_the_command(copied_data, monkeypatch):
    put(copied_data / "products.toml", 'style_code = "1201A019-108"', 'style_code = "1201a019 107"')
    monkeypatch.setattr(loader, "read_issue", lambda data: read_issue(copied_data))
    with pytest.raises(CommandError, match=r"1201"):
        call_command("load_demo", "--no-renditions", f"--max-width={SMALL}", verbosity=0)
    assert not BrandPage.objects.exists()


@pytest.mark.django_db
def test_a_magazine_with_a_brand_is_left_alone(demo_site, capsys):
    call_command("load_demo", "--if-empty")
    assert "not loaded" in capsys.readouterr().out


def test_the_demos_own_data_is_whole():
    whole = issue.read_issue()
    assert len(whole.stories) >= 10
    assert len(whole.pages) >= 3
