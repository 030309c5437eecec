"""The demo's pictures: masters from `pictures/`, filed with credit, description and focal point."""

import hashlib
import json
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from PIL import Image

from editorial.choices import Licence
from editorial.demo.registry import Registry
from editorial.models import EditorialImage

PICTURES = Path(__file__).resolve().parent / "pictures"
RIGHTS_HOLDER = "SPORTSHOWROOM"
FOLDER = "original_images"


def file_pictures(registry: Registry, prepared: list[EditorialImage]) -> int:
    """Put the prepared pictures on file where they are missing; how many were new.

    A picture is known by the hash of its contents, so that one renamed by an editor is not filed again.
    """
    known = {
        image.file_hash: image
        for image in EditorialImage.objects.filter(file_hash__in=[image.file_hash for image in prepared])
    }
    missing = [image for image in prepared if image.file_hash not in known]
    EditorialImage.objects.bulk_create(missing)
    known |= {image.file_hash: image for image in missing}
    for image in prepared:
        registry.add("picture", image.demo_name, known[image.file_hash], is_fresh=image in missing)
    return len(missing)


def prepare_pictures(max_width: int | None = None) -> list[EditorialImage]:
    """Copy the masters into the media storage; unsaved images that describe them.

    Writes no row, so it can run before the transaction. `max_width` in pixels shrinks the masters first.
    """
    return [prepare(about, data) for about, data in masters(max_width)]


def masters(max_width: int | None) -> Iterator[tuple[dict, bytes]]:
    """What the manifest says of each picture, and its bytes."""
    for about in json.loads((PICTURES / "manifest.json").read_text(encoding="utf-8")):
        data = (PICTURES / about["file"]).read_bytes()
        if max_width and about["width"] > max_width:
            height = round(about["height"] * max_width / about["width"])
            data = shrunk(data, max_width, height)
            about = about | {"width": max_width, "height": height}
        yield about, data


def shrunk(data: bytes, width: int, height: int) -> bytes:
    """The picture at another size, as WebP; kept under var/ so that each is made once."""
    kept = settings.VAR_DIR / "demo-masters" / str(width) / f"{hashlib.sha256(data).hexdigest()[:32]}.webp"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        buffer = BytesIO()
        with Image.open(BytesIO(data)) as master:
            master.convert("RGB").resize((width, height), Image.Resampling.LANCZOS).save(buffer, "WEBP", quality=80)
        # Written aside and moved, because another process may be making the same one.
        aside = kept.with_suffix(f".{os.getpid()}")
        aside.write_bytes(buffer.getvalue())
        aside.replace(kept)
    return kept.read_bytes()


def prepare(about: dict, data: bytes) -> EditorialImage:
    """An unsaved image whose file is in the storage under its own name."""
    width, height, focal = about["width"], about["height"], about["focal"]
    image = EditorialImage(
        title=Path(about["file"]).stem.replace("-", " ").capitalize(),
        description=about["alt"],
        credit=about["credit"],
        rights_holder=RIGHTS_HOLDER,
        licence=Licence.OWNED,
        width=width,
        height=height,
        file_size=len(data),
        file_hash=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        focal_point_x=round(focal["x"] * width),
        focal_point_y=round(focal["y"] * height),
        focal_point_width=round(focal["w"] * width),
        focal_point_height=round(focal["h"] * height),
        file=stored(about["file"], data),
    )
    image.demo_name = about["file"]
    return image


def stored(name: str, data: bytes) -> str:
    """The name under which the storage holds these bytes; a file left by an earlier load is used again."""
    storage = EditorialImage._meta.get_field("file").storage
    path = f"{FOLDER}/{name}"
    if storage.exists(path):
        with storage.open(path) as file:
            if file.read() == data:
                return path
    return storage.save(path, ContentFile(data))
