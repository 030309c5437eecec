"""Keeping what a picture's file says and how it looks, and finding pictures that look the same."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from PIL import Image

from editorial.models import EditorialImage, PictureFile
from editorial.picture_files.looks import Look, look_of, near_quarters, nearest, quarters
from editorial.picture_files.soundness import BOMBS, UNREADABLE
from editorial.picture_files.words import FileWords, words_of

logger = logging.getLogger(__name__)

# Pictures offered in place of one that was handed in.
OFFERED = 5
# Pictures read in one go where many came in without a form.
BATCH = 500


@dataclass(frozen=True)
class Facts:
    """What was read of one file."""

    words: FileWords
    look: Look


NOTHING = Facts(FileWords(), Look("", ""))


def read_facts(file) -> Facts:
    """Read an open file; nothing where it is no picture that can be decoded. The file stands where it stood."""
    place = file.tell()
    try:
        file.seek(0)
        with Image.open(file) as picture:
            words = words_of(picture)
            return Facts(words, look_of(picture))
    except (*UNREADABLE, *BOMBS):
        return NOTHING
    finally:
        file.seek(place)


def keep_facts(image: EditorialImage, facts: Facts | None = None) -> PictureFile:
    """Keep the facts of the picture's file, read now unless they are given."""
    if facts is None:
        try:
            with image.open_file() as file:
                facts = read_facts(file)
        except OSError:
            logger.warning("The file of picture %s can't be opened.", image.pk)
            facts = NOTHING
    fingerprint = facts.look.fingerprint
    parts = quarters(fingerprint) if fingerprint else (None,) * 4
    values = {
        "file_hash": image.file_hash,
        "fingerprint": fingerprint,
        "colours": facts.look.colours,
        "read": facts.words.fields,
        "has_location": facts.words.has_location,
        **{f"quarter_{number}": part for number, part in enumerate(parts, start=1)},
    }
    return PictureFile.objects.update_or_create(image=image, defaults=values)[0]


def read_missing(limit: int = BATCH) -> int:
    """Keep the facts of pictures that came in without a form; how many were read."""
    unread = list(EditorialImage.objects.filter(file_facts=None).order_by("pk")[:limit])
    for image in unread:
        keep_facts(image)
    return len(unread)


def alike(look: Look, candidates: QuerySet | None = None) -> list[int]:
    """The ids of pictures that look like `look`, nearest first, among `candidates` (all, unless given).

    One query by four indexes: pictures within reach agree, up to one bit, in at least one quarter of the fingerprint.
    """
    if not look.fingerprint:
        return []
    near = Q()
    for number, quarter in enumerate(quarters(look.fingerprint), start=1):
        near |= Q(**{f"quarter_{number}__in": near_quarters(quarter)})
    found = PictureFile.objects.filter(near)
    if candidates is not None:
        found = found.filter(image__in=candidates)
    return nearest(look, found.values_list("image_id", "fingerprint", "colours"))[:OFFERED]


def same_pictures(file_hash: str, look: Look, candidates: QuerySet) -> Sequence[EditorialImage]:
    """Those of the candidates that are the same file or look the same: the file itself first, then the nearest.

    Each has `is_exact`.
    """
    exact = list(candidates.filter(file_hash=file_hash).order_by("pk")[:OFFERED]) if file_hash else []
    near = alike(look, candidates.exclude(pk__in=[image.pk for image in exact]))
    found = candidates.in_bulk(near)
    images = [*exact, *(found[pk] for pk in near if pk in found)]
    for image in images:
        image.is_exact = image in exact
    return images[:OFFERED]
