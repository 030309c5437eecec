"""The import in the admin: form, progress, report, original, and who may."""

import base64

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.actions import import_manuscript as action
from editorial.actions.import_manuscript import import_manuscript
from editorial.desk.manuscripts import receiving
from editorial.manuscripts.reading import Source
from editorial.models import FeatureIndexPage, FeaturePage, Manuscript
from tests.desk.conftest import chief, editor, merchandiser
from tests.factories.catalogue import picture
from tests.manuscripts import word_files as make
from tests.support.html import Document

__all__ = ["chief", "editor", "merchandiser"]

pytestmark = pytest.mark.django_db


def post(client: Client, **data):
    """Send the form; the answer with its streamed page read to the end as `page`."""
    answer = client.post(reverse("desk_import"), data)
    answer.page = (answer.getvalue() if answer.streaming else answer.content).decode()
    return answer


def png(number: int) -> str:
    """A small picture as an address, another for each number."""
    content = make.picture_bytes(size=(40 + number, 30))
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


def upload(content: bytes, name: str) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def test_an_editor_brings_a_file_in_and_is_led_to_the_report(editor):
    answer = post(editor, manuscript=upload(make.full_story(), "story.docx"))
    manuscript = Manuscript.objects.get()
    address = reverse("desk_manuscript", args=[manuscript.pk])
    assert answer.streaming
    assert answer.page.count("<i></i>") == 4
    assert f'content="0;url={address}"' in answer.page
    assert answer.page.rstrip().endswith("</html>")
    assert (manuscript.uploaded_by, manuscript.page.owner) == (editor.user, editor.user)
    report = editor.get(address).content.decode()
    for words in ("full of strangers", "Which designers exactly?", "Running footer words", "javascript:alert(1)"):
        assert words in report
    assert reverse("wagtailadmin_pages:edit", args=[manuscript.page_id]) in report


def test_each_line_of_the_report_leads_to_its_block_and_its_picture(editor):
    manuscript = import_manuscript(Source(make.full_story(), "story.docx"), user=editor.user)
    answer = editor.get(reverse("desk_manuscript", args=[manuscript.pk]))
    report = Document(answer.content.decode())
    form = reverse("wagtailadmin_pages:edit", args=[manuscript.page_id])
    draft = Document(editor.get(form).content.decode())
    jumps = {link.get("href").removeprefix(form) for link in report.select(f"a[href^='{form}#']")}
    assert len(jumps) >= 8
    for jump in jumps:
        assert draft.select_one(f"[id='{jump[1:]}']") is not None or jump.removeprefix("#block-")[:36] in str(draft)
    line = next(item for item in report.select(".desk-report-line") if "Photograph by Jane Lens" in item.text)
    picture = manuscript.page.body[1].value["content"][2].value["picture"]
    assert line.select_one(f"a[href='{reverse('wagtailimages:edit', args=[picture.pk])}']").text == picture.title
    thumbnail = line.select_one("img").get("src")
    assert editor.get(thumbnail).headers["Location"].startswith("/media/images/")
    near = next(item for item in report.select(".desk-report-line") if "full of strangers" in item.text)
    assert "stood quite empty" in near.select_one("a").text
    # The second time, its address is known.
    again = editor.get(reverse("desk_manuscript", args=[manuscript.pk])).content.decode()
    assert thumbnail not in again


def test_thumbnails_are_those_of_the_manuscript(editor, merchandiser):
    manuscript = import_manuscript(Source(make.full_story(), "story.docx"), user=editor.user)
    other = picture(credit="© Somebody else")
    own = manuscript.page.body[1].value["content"][2].value["picture"].pk
    assert editor.get(reverse("desk_manuscript_picture", args=[manuscript.pk, other.pk])).status_code == 404
    refused = merchandiser.get(reverse("desk_manuscript_picture", args=[manuscript.pk, own]))
    assert refused.headers["Location"].startswith(reverse("wagtailadmin_home"))


def test_many_lines_of_a_kind_stand_under_one(editor, django_assert_max_num_queries):
    pictures = "".join(f"<p>Words {number}.</p><img alt='' src='{png(number)}'>" for number in range(9))
    manuscript = import_manuscript(Source(f"<h1>T</h1>{pictures}".encode(), "a.html"), user=editor.user)
    address = reverse("desk_manuscript", args=[manuscript.pk])
    editor.get(address)
    with django_assert_max_num_queries(45):
        report = Document(editor.get(address).content.decode())
    summaries = {item.text.strip(): item for item in report.select("li summary strong")}
    assert set(summaries) == {
        "Pictures taken over",
        "Pictures that nobody credits; they cannot be published without a credit",
        "Pictures without a description for readers who cannot see them",
    }
    assert len(report.select("li details .desk-report-line img")) == 27


def test_the_draft_opens_and_leads_back_to_report_and_export(editor):
    manuscript = import_manuscript(Source(make.full_story(), "story.docx"), user=editor.user)
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[manuscript.page_id])).content.decode()
    assert "The silver machine" in form
    assert reverse("desk_manuscript", args=[manuscript.pk]) in form
    assert reverse("desk_export", args=[manuscript.page_id]) in form


def test_the_way_in_is_in_the_menu_and_at_the_index(editor):
    index = FeatureIndexPage.objects.get()
    listing = editor.get(reverse("wagtailadmin_explore", args=[index.pk])).content.decode()
    assert listing.count(reverse("desk_import")) >= 2


def test_pasted_rich_text(editor):
    post(editor, pasted="<h1>A title</h1><p>Pasted <b>words</b>.</p>", pasted_as="html")
    manuscript = Manuscript.objects.get()
    assert (manuscript.page.title, manuscript.kind) == ("A title", "html")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "Choose a file, or paste the text."),
        ({"pasted": "words", "manuscript": "both"}, "not both"),
        ({"manuscript": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")}, "password"),
        ({"manuscript": b"PK\x03\x04 cut off"}, "damaged"),
        ({"manuscript": b"%PDF-1.7"}, "We read Word files"),
        ({"pasted": "<script>only()</script>", "pasted_as": "html"}, "No words and no pictures"),
    ],
)
def test_what_is_wrong_is_said_on_the_form_and_nothing_is_made(editor, data, says):
    if "manuscript" in data:
        content = data["manuscript"]
        data = data | {"manuscript": upload(content if isinstance(content, bytes) else b"# T\n\nWords", "story.docx")}
    answer = post(editor, **data)
    assert says in answer.page
    assert not answer.streaming
    assert not FeaturePage.objects.filter(title__in=["T", "story"]).exists()
    assert not Manuscript.objects.exists()


def test_what_was_pasted_is_kept_and_made_harmless(editor):
    pasted = '<p>Precious words</p><img src="x" onerror="alert(1)">'
    answer = post(editor, pasted=pasted, pasted_as="html", manuscript=upload(b"# T", "a.md"))
    shown = Document(answer.page)
    assert shown.select_one("textarea").text.lstrip() == pasted
    rich = shown.select_one("[data-rich]")
    assert "Precious words" in rich.text
    assert "onerror" not in str(rich)


def test_uploads_beyond_the_limit_are_let_past_and_named(editor, monkeypatch):
    monkeypatch.setattr(receiving, "LARGEST_FILE", 1000)
    monkeypatch.setattr(receiving, "FORM", 0)
    answer = post(editor, manuscript=upload(b"x" * 5000, "story.docx"))
    assert answer.status_code == 413
    assert "larger than 100 MB" in answer.page


def test_a_paste_beyond_the_limit_of_forms(editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = post(editor, pasted="words " * 500)
    assert answer.status_code == 413
    assert "too large for a form" in answer.page


def test_an_unexpected_failure_is_said_on_the_page(editor, monkeypatch):
    def fails(*args, **kwargs):
        raise OSError("the disk is full")

    monkeypatch.setattr(action.report, "as_json", fails)
    answer = post(editor, pasted="# T\n\nPrecious words")
    assert "nothing of it was kept" in answer.page
    assert "Precious words" in answer.page
    assert not Manuscript.objects.exists()


def test_who_may(editor, merchandiser):
    assert editor.get(reverse("desk_import")).status_code == 200
    refused = merchandiser.get(reverse("desk_import"))
    assert refused.status_code == 302  # the admin's own way to say no
    manuscript = import_manuscript(Source(b"# T\n\nWords", "a.md"))
    for name in ("desk_manuscript", "desk_manuscript_original"):
        address = reverse(name, args=[manuscript.pk])
        assert editor.get(address).status_code == 200
        assert merchandiser.get(address).status_code == 302
        assert Client().get(address).status_code == 302
    assert merchandiser.get(reverse("desk_export", args=[manuscript.page_id])).status_code == 302


def test_the_form_is_protected_against_other_sites(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor.user)
    assert strict.post(reverse("desk_import"), {"pasted": "# T\n\nWords"}).status_code == 403
    assert not Manuscript.objects.exists()


def test_the_original_is_handed_out_to_be_kept(editor):
    manuscript = import_manuscript(Source(b"<h1>T</h1><p>Words</p>", "story.html"))
    answer = editor.get(reverse("desk_manuscript_original", args=[manuscript.pk]))
    assert b"".join(answer.streaming_content) == b"<h1>T</h1><p>Words</p>"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="story.html"'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert Client().get(f"/media/manuscripts/{manuscript.original.name}").status_code == 404
