"""Keeping what a picture's file says, how it looks and which way up it is; finding pictures that look the same."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from PIL import Image

from editorial.models import EditorialImage, PictureFile
from editorial.picture_files.looks import Look, look_of, near_quarters, nearest, quarters
from editorial.picture_files.soundness import BOMBS, UNREADABLE, upright_size
from editorial.picture_files.words import FileWords, words_of

logger = logging.getLogger(__name__)

# Pictures offered in place of one that was handed in.
OFFERED = 5
# Pictures read in one go where many came in without a form.
BATCH = 500


@dataclass(frozen=True)
class Facts:
    """What was read of one file. `size` is width and height in pixels as it is shown; None where it can't be read."""

    words: FileWords
    look: Look
    size: tuple[int, int] | None = None


NOTHING = Facts(FileWords(), Look("", ""))


def read_facts(file) -> Facts:
    """Read an open file; nothing where it is no picture that can be decoded. The file stands where it stood."""
    place = file.tell()
    try:
        file.seek(0)
        with Image.open(file) as picture:
            # Its look is taken last, of a smaller picture.
            words, size = words_of(picture), upright_size(picture)
            return Facts(words, look_of(picture), size)
    except (*UNREADABLE, *BOMBS):
        return NOTHING
    finally:
        file.seek(place)


def keep_facts(image: EditorialImage, facts: Facts | None = None) -> PictureFile:
    """Keep the facts of the picture's file, read now unless they are given, and turn the picture's measures upright."""
    if facts is None:
        try:
            with image.open_file() as file:
                facts = read_facts(file)
        except OSError:
            logger.warning("The file of picture %s can't be opened.", image.pk)
            facts = NOTHING
    if facts.size is not None:
        turn_upright(image, facts.size)
    fingerprint = facts.look.fingerprint
    parts = quarters(fingerprint) if fingerprint else (None,) * 4
    values = {
        "file_hash": image.file_hash,
        "fingerprint": fingerprint,
        "colours": facts.look.colours,
        "read": facts.words.fields,
        "has_location": facts.words.has_location,
        "is_upright": True,
        **{f"quarter_{number}": part for number, part in enumerate(parts, start=1)},
    }
    return PictureFile.objects.update_or_create(image=image, defaults=values)[0]


def turn_upright(image: EditorialImage, size: tuple[int, int]) -> None:
    """Put right a picture that was measured lying and is shown upright: `size` is as it is shown.

    Editors set its point of interest on the picture as it is shown, in pixels of the wrong width and height.
    """
    width, height = size
    if width == height or (image.width, image.height) != (height, width):
        return
    measures = {"width": width, "height": height}
    if image.has_focal_point():
        across, down = width / height, height / width
        measures |= {
            "focal_point_x": round(image.focal_point_x * across),
            "focal_point_width": round(image.focal_point_width * across),
            "focal_point_y": round(image.focal_point_y * down),
            "focal_point_height": round(image.focal_point_height * down),
        }
    # Once, though two read the same picture at the same time.
    EditorialImage.objects.filter(pk=image.pk, width=image.width, height=image.height).update(**measures)
    for name, value in measures.items():
        setattr(image, name, value)


def read_missing(limit: int = BATCH) -> int:
    """Keep the facts of pictures that came in without a form, or before pictures were measured upright; how many."""
    is_unread = Q(file_facts=None) | Q(file_facts__is_upright=False)
    unread = list(EditorialImage.objects.filter(is_unread).order_by("pk")[:limit])
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
