"""Pictures of a manuscript and those of the library: what looks the same is named, what a file says is kept."""

import pytest

from editorial.actions.import_manuscript import import_manuscript
from editorial.actions.picture_facts import keep_facts, read_facts, same_pictures
from editorial.manuscripts import wording
from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.reading import Source
from editorial.manuscripts.report import from_json
from editorial.models import EditorialImage
from tests.manuscripts import word_files as make
from tests.support.picture_words import XMP, drawn, exif_of, uploaded

pytestmark = pytest.mark.django_db


def story_with(*pictures: bytes) -> bytes:
    """A Word file with these pictures."""
    document = make.Document()
    for number, content in enumerate(pictures):
        document.add_paragraph(f"Words before the picture {number}.")
        make.add_picture(document, content, f"A shoe from side {number}")
    return make.saved(document)


def packed_anew(size: tuple[int, int] = (180, 120), quality: int = 60, **drawing) -> bytes:
    """A picture as a word processor packs it: smaller, as another file."""
    return uploaded(drawn(**drawing).resize(size), quality=quality).read()


def notes_of(content: bytes, code: str, user=None) -> list:
    """The notes with this code in the report on the file."""
    looked_at = from_json(import_manuscript(Source(content, "a.docx"), user=user).report)[Confidence.LOOK]
    return [note for note in looked_at if note.code == code]


def test_a_picture_that_looks_like_one_in_the_library_is_named_with_that_one():
    known = EditorialImage.objects.create(
        title="The shoe", file=uploaded(drawn(), "known.png"), credit="© Silver House", width=240, height=160
    )
    keep_facts(known)
    (note,) = notes_of(story_with(packed_anew(), packed_anew(shoe="darkred")), "picture_looks_like")
    assert (note.image, note.text) == (known.pk, "The shoe (© Silver House)")
    assert (note.place.number, bool(note.block)) == (1, True)
    assert "looks the same" in wording.sentence(note)
    assert EditorialImage.objects.count() == 3


def test_a_picture_of_a_manuscript_is_known_by_its_looks_from_then_on():
    import_manuscript(Source(story_with(packed_anew()), "a.docx"))
    filed = EditorialImage.objects.get()
    later = uploaded(drawn(), "later.png")
    assert [image.pk for image in same_pictures("", read_facts(later).look, EditorialImage.objects.all())] == [filed.pk]
    (note,) = notes_of(story_with(packed_anew((150, 100), 40)), "picture_looks_like")
    assert (note.image, note.text) == (filed.pk, "A shoe from side 0")


def test_a_picture_that_an_editor_may_not_choose_is_not_shown_to_them(django_user_model):
    keep_facts(EditorialImage.objects.create(title="x", file=uploaded(drawn(), "a.png"), width=240, height=160))
    guest = django_user_model.objects.create_user("guest")
    assert notes_of(story_with(packed_anew()), "picture_looks_like", guest) == []


def test_two_pictures_of_one_manuscript_that_look_the_same_are_named():
    (note,) = notes_of(story_with(packed_anew(), packed_anew((150, 100))), "pictures_alike")
    assert (note.place.number, note.text) == (2, "A shoe from side 0")


def test_licence_and_source_in_a_file_are_kept():
    xmp = XMP.format(
        credit="Silver House",
        creator="Jane Lens",
        rights="© Silver House",
        caption="",
        licence="https://creativecommons.org/licenses/by/4.0/",
    )
    content = uploaded(drawn(), xmp=xmp.encode(), exif=exif_of()).read()
    notes = import_manuscript(Source(story_with(content), "a.docx")).report["notes"]
    image = EditorialImage.objects.get()
    assert (image.licence, image.source_url) == ("cc", "https://creativecommons.org/licenses/by/4.0/")
    assert (image.credit, image.rights_holder) == ("Photograph: Jane Lens / Silver House", "Silver House")
    assert image.file_facts.has_location
    said = {note["code"]: note["text"] for note in notes}
    assert said["licence_from_file"] == image.source_url
