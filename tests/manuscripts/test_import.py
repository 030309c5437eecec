"""From a manuscript to a draft: page, pictures, original and report, or nothing at all."""

import io
from pathlib import Path
from time import process_time

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.images import ImageFile
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from wagtail.models import Page

from editorial.actions import import_manuscript as action
from editorial.actions.import_manuscript import import_manuscript, importing
from editorial.manuscripts.reading import Source
from editorial.manuscripts.refusals import ManuscriptRefused
from editorial.models import EditorialImage, FeaturePage, Manuscript
from tests.factories.catalogue import person
from tests.manuscripts import word_files as make

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def story() -> bytes:
    """The story with one of everything."""
    return make.full_story()


def files() -> set[Path]:
    """Every file in the media folder."""
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def kept() -> tuple:
    """What an import could leave behind."""
    return Page.objects.count(), EditorialImage.objects.count(), Manuscript.objects.count(), files()


def blocks_of(page: FeaturePage) -> list:
    """The blocks of the draft, through all sections."""
    return [block for section in page.body for block in section.value["content"]]


def test_a_draft_with_everything_in_place(story):
    manuscript = import_manuscript(Source(story, "The silver machine.docx"))
    page = FeaturePage.objects.get(pk=manuscript.page_id)
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.live, draft.has_unpublished_changes) == ("The silver machine", False, True)
    assert draft.standfirst.startswith("How a running shoe")
    assert [section.value["heading"] for section in draft.body] == ["", "An empty chair", "The end of it"]
    assert [block.block_type for block in blocks_of(draft)] == [
        "prose", "prose", "pull_quote", "image", "prose", "note", "fact_box", "prose", "image",
    ]  # fmt: skip
    first, second = (block.value for block in blocks_of(draft) if block.block_type == "image")
    assert first["picture"].contextual_alt_text == "A silver shoe on a white table"
    assert (first["picture"].credit, str(first["caption"].source)) == (
        "Photograph by Jane Lens",
        "<p>The fourteenth, in silver.</p>",
    )
    assert (second["picture"].credit, second["picture"].rights_holder) == ("© 2024 Silver House", "Silver House")


def test_the_original_is_kept_as_it_came_and_has_no_address(story):
    manuscript = import_manuscript(Source(story, "../../The silver machine.docx"))
    assert manuscript.name == "The silver machine.docx"
    assert manuscript.original.read() == story
    assert (manuscript.kind, manuscript.size) == ("word", len(story))
    with pytest.raises(ValueError, match="no public address"):
        manuscript.original.url  # noqa: B018


def test_the_original_goes_with_its_draft(story, django_capture_on_commit_callbacks):
    manuscript = import_manuscript(Source(story, "a.docx"))
    path = Path(manuscript.original.path)
    assert path.is_file()
    with django_capture_on_commit_callbacks(execute=True):
        manuscript.page.delete()
    assert not path.exists()


def test_a_picture_that_is_on_file_is_used_again():
    shoe = make.picture_bytes(colour="purple")
    file = ImageFile(io.BytesIO(shoe), name="purple.png")
    known = EditorialImage(title="Purple", file=file, credit="© Somebody else")
    known._set_image_file_metadata()
    known.save()
    document = make.Document()
    document.add_paragraph("Words.")
    make.add_picture(document, shoe, "A purple shoe")
    document.add_paragraph("Photo: Jane Lens")
    make.add_picture(document, shoe, "The same again")
    before = EditorialImage.objects.count()
    manuscript = import_manuscript(Source(make.saved(document), "a.docx"))
    assert EditorialImage.objects.count() == before
    images = [b.value["picture"] for b in blocks_of(manuscript.page) if b.block_type == "image"]
    assert {image.pk for image in images} == {known.pk}
    codes = [note["code"] for note in manuscript.report["notes"]]
    assert codes.count("picture_known") == 2
    assert "credit_differs" in codes


@pytest.mark.parametrize("may_change", [True, False])
def test_a_credit_reaches_a_picture_on_file_that_has_none(may_change):
    shoe = make.picture_bytes(colour="teal")
    known = EditorialImage(title="Teal", file=ImageFile(io.BytesIO(shoe), name="teal.png"))
    known._set_image_file_metadata()
    known.save()
    document = make.Document()
    make.add_picture(document, shoe, "A teal shoe")
    document.add_paragraph("© Jane Lens")
    user = None if may_change else get_user_model().objects.create_user("guest")
    manuscript = import_manuscript(Source(make.saved(document), "a.docx"), user=user)
    known.refresh_from_db()
    wanted = ("© Jane Lens", "Jane Lens", "credit_entered") if may_change else ("", "", "credit_not_entered")
    assert (known.credit, known.rights_holder) == wanted[:2]
    note = next(note for note in manuscript.report["notes"] if note["code"] == wanted[2])
    assert "Jane Lens" in note["text"]


def test_the_title_and_address_that_a_picture_on_file_does_not_take_are_named():
    shoe = make.picture_bytes(colour="navy")
    known = EditorialImage(title="Navy", file=ImageFile(io.BytesIO(shoe), name="navy.png"))
    known._set_image_file_metadata()
    known.save()
    document = make.Document()
    make.add_picture(document, shoe, "A navy shoe")
    document.inline_shapes[0]._inline.docPr.set("title", "The shoe of the first winter")
    make.add_link(document.add_paragraph("© "), "Jane Lens", "https://example.org/jane")
    notes = import_manuscript(Source(make.saved(document), "a.docx")).report["notes"]
    texts = {note["code"]: note["text"] for note in notes if note["confidence"] == "left_out"}
    assert texts["picture_title_unused"] == "The shoe of the first winter"
    assert texts["credit_address"] == "https://example.org/jane"


def test_a_picture_that_comes_twice_has_the_credit_that_stands_under_either():
    shoe = make.picture_bytes(colour="olive")
    document = make.Document()
    make.add_picture(document, shoe, "An olive shoe")
    document.add_paragraph("Words between.")
    make.add_picture(document, shoe, "The same again")
    document.add_paragraph("Photo: Jane Lens")
    manuscript = import_manuscript(Source(make.saved(document), "a.docx"))
    assert EditorialImage.objects.latest("pk").credit == "Photo: Jane Lens"
    assert "holder_missing" in [note["code"] for note in manuscript.report["notes"]]


def test_descriptions_that_the_form_would_refuse_are_mended_and_named():
    document = make.Document()
    document.add_paragraph("Words.")
    for colour, alt in (("red", "Picture of a red shoe"), ("blue", "Screenshot 2026-01-02"), ("gold", "A gold shoe")):
        make.add_picture(document, make.picture_bytes(colour=colour), alt)
        document.add_paragraph("Words between.")
    manuscript = import_manuscript(Source(make.saved(document), "a.docx"))
    blocks = [block for block in blocks_of(manuscript.page) if block.block_type == "image"]
    assert [block.value["picture"].contextual_alt_text for block in blocks] == ["A red shoe", "", "A gold shoe"]
    codes = [note["code"] for note in manuscript.report["notes"]]
    assert (codes.count("alt_says_picture"), codes.count("alt_is_file_name")) == (1, 1)


def test_the_writer_is_credited():
    ada = person("Ada Writer")
    manuscript = import_manuscript(Source(b"# T\n\nBy Ada Writer\n\nWords.", "a.md"))
    assert [credit.person for credit in manuscript.page.credits.all()] == [ada]


def test_the_same_file_again_is_noticed():
    source = Source(b"# T\n\nWords.", "a.md")
    import_manuscript(source)
    assert "seen_before" in [note["code"] for note in import_manuscript(source).report["notes"]]


def test_a_title_of_any_script_gives_an_address_and_one_without_letters_gets_one():
    titles = ("★", "★", "Новые кроссовки", "Новые кроссовки")
    slugs = [import_manuscript(Source(f"# {title}\n\nWords.".encode(), "a.md")).page.slug for title in titles]
    assert slugs == ["manuscript", "manuscript-2", "novye-krossovki", "novye-krossovki-2"]


def test_a_paste_without_a_title_gets_one():
    manuscript = import_manuscript(Source(b"<p>Words that run on and on, and end.</p>", kind="html"))
    assert (manuscript.page.title, manuscript.kind) == ("Untitled manuscript", "html")


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked"])
def test_a_refusal_leaves_nothing_behind(content):
    before = kept()
    with pytest.raises(ManuscriptRefused):
        import_manuscript(Source(content, "a.docx"))
    assert kept() == before


def test_a_failure_at_the_very_end_leaves_nothing_behind(story, monkeypatch):
    def fails(*args, **kwargs):
        raise DatabaseError("the disk is full")

    before = kept()
    monkeypatch.setattr(action.report, "as_json", fails)
    with pytest.raises(DatabaseError):
        import_manuscript(Source(story, "a.docx"))
    assert kept() == before


def test_an_editor_who_leaves_halfway_leaves_nothing_behind(story):
    before = kept()
    work = importing(Source(story, "a.docx"))
    stages = [next(work).stage for _step in range(5)]
    assert stages == ["reading", "pictures", "pictures", "filing", "filing"]
    assert kept() != before
    work.close()
    assert kept() == before


def test_the_command_prints_the_report(story, tmp_path):
    ada = person("Ada Lovelace")
    path = tmp_path / "story.docx"
    path.write_bytes(story)
    out, told = io.StringIO(), io.StringIO()
    call_command("import_manuscript", path, "--author", "ada-lovelace", stdout=out, stderr=told)
    printed = out.getvalue()
    assert "The silver machine" in printed
    assert "[paragraph 6] Deleted by Sub-editor with changes tracked: full of strangers" in printed
    assert "Looking at pictures: 2 of 2" in told.getvalue()
    page = FeaturePage.objects.get(title="The silver machine")
    assert [credit.person for credit in page.credits.all()] == [ada]


def test_the_command_says_what_is_wrong(tmp_path):
    with pytest.raises(CommandError, match="can't be read"):
        call_command("import_manuscript", tmp_path / "nowhere.docx")
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(CommandError, match="damaged"):
        call_command("import_manuscript", path)
    with pytest.raises(CommandError, match="Nobody in the catalogue"):
        call_command("import_manuscript", path, "--author", "Nobody")


def test_twenty_thousand_words_and_eighty_pictures():
    document = make.Document()
    for number in range(80):
        document.add_paragraph("the silver shoe of a city that ran for years and so on " * 21)
        make.add_picture(document, make.picture_bytes("JPEG", (160 + number, 120)), f"Side {number} of the shoe")
    content = make.saved(document)
    steps: list = []
    began = process_time()  # the clock on the wall also counts the neighbours
    manuscript = import_manuscript(Source(content, "long.docx"), tell=steps.append)
    assert process_time() - began < 20
    assert manuscript.report["counts"]["words"] > 20_000
    assert [step.done for step in steps if step.stage == "filing"] == list(range(1, 81))
    assert EditorialImage.objects.filter(description__startswith="Side").count() == 80
