"""The report as it is shown: lines of one kind under one summary, each with the way to its block and its picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.images.models import Filter
from wagtail.permissions import policy_registry

from editorial.manuscripts import report, wording
from editorial.manuscripts.notes import Note
from editorial.models import EditorialImage, Manuscript

THUMBNAIL = Filter(spec="max-165x165")
# As much as is kept of the words at a place.
LONGEST_NEAR = 60
# More lines of one kind than this stand under one summary.
MOST_ALIKE = 3


@dataclass(frozen=True)
class Shown:
    """A picture of the library beside a line: `form` is empty for an editor who may not change it."""

    title: str
    thumbnail: str
    form: str


@dataclass(frozen=True)
class ReportLine:
    """One note: where it is in the manuscript, the words near there, and the way to the block it has become."""

    says: str
    text: str
    place: str
    near: str
    jump: str
    picture: Shown | None


@dataclass(frozen=True)
class Kind:
    """Lines of one kind; `summary` is empty for those that are few enough to be read one by one. `says_all`: the
    summary says what each of them would."""

    summary: str
    says_all: bool
    lines: Sequence[ReportLine]


class ReportLines:
    """The lines of one manuscript's report, for one editor. A handful of queries, however many pictures there are."""

    def __init__(self, manuscript: Manuscript, user):
        self.manuscript, self.user = manuscript, user
        self.notes = report.from_json(manuscript.report)
        self.form = reverse("wagtailadmin_pages:edit", args=[manuscript.page_id])

    def groups(self) -> list[dict]:
        """What the template shows: by confidence, the notes in kinds."""
        return [
            {
                "name": confidence,
                "heading": wording.HEADINGS[confidence],
                "explanation": wording.EXPLANATIONS[confidence],
                "count": len(notes),
                "kinds": self.kinds(notes),
            }
            for confidence, notes in self.notes.items()
        ]

    def kinds(self, notes: Sequence[Note]) -> list[Kind]:
        """The notes by kind, in the order of the first of each."""
        kinds: dict[str, list[Note]] = {}
        for note in notes:
            kinds.setdefault(wording.of_many(note), []).append(note)
        return [
            Kind(
                summary if len(members) > MOST_ALIKE else "",
                len({wording.sentence(note) for note in members}) == 1,
                [self.line(note) for note in members],
            )
            for summary, members in kinds.items()
        ]

    def line(self, note: Note) -> ReportLine:
        """One note as it is shown. Words that the line shows anyway are not repeated as those near its place."""
        picture = self.pictures.get(note.image)
        jump = f"{self.form}#block-{note.block}-section" if note.block else ""
        # A picture that is seen, and is called by its title, needs the name of its file no more.
        text = "" if picture and PurePath(note.text).stem == picture.title else note.text
        near = "" if picture else near_words(note)
        return ReportLine(wording.sentence(note), text, wording.place(note.place), near, jump, picture)

    @cached_property
    def pictures(self) -> Mapping[int, Shown]:
        """The pictures the report speaks of, by id; those that have left the library are not among them."""
        ids = report.images_of(self.manuscript.report)
        images = EditorialImage.objects.filter(pk__in=ids)
        policy = policy_registry.get_by_type(EditorialImage)
        mine = policy.instances_user_has_permission_for(self.user, "change").filter(pk__in=ids)
        changeable = set(mine.values_list("pk", flat=True))
        renditions = EditorialImage.get_rendition_model().objects.filter(image__in=ids, filter_spec=THUMBNAIL.spec)
        made = {rendition.image_id: rendition.url for rendition in renditions}
        return {
            image.pk: Shown(
                image.title,
                made.get(image.pk) or reverse("desk_manuscript_picture", args=[self.manuscript.pk, image.pk]),
                reverse("wagtailimages:edit", args=[image.pk]) if image.pk in changeable else "",
            )
            for image in images
        }


def near_words(note: Note) -> str:
    """The words at the note's place, unless the note shows them itself; cut ones with three dots."""
    near = " ".join(note.place.near.split())
    if near and near in " ".join(note.text.split()):
        return ""
    return f"{near}…" if len(note.place.near) >= LONGEST_NEAR else near
