"""How long a Word file of 20,000 words and 80 pictures takes to become a draft.

    python -m benchmarks.manuscripts

The file is made from a fixed seed: twenty sections, pictures of 1600 by 1067 pixels of noise, the hardest to decode, a
credit under each, about 75 MB together. It is imported into an empty magazine in a folder that is removed again. Prints
the seconds until the first sign of progress and until the draft, and fails where the draft took more than 20.
"""

import io
import logging
import os
import random
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from docx import Document
from PIL import Image

SECTIONS, PARAGRAPHS, WORDS, PICTURES, ALLOWED_SECONDS = 20, 10, 100, 80, 20
SIZE = (1600, 1067)
PLAIN = "the silver shoe of a city that ran for years and nobody noticed until somebody wrote it down".split()  # noqa: SIM905


def manuscript(dice: random.Random) -> bytes:
    """The Word file."""
    document = Document()
    document.add_paragraph("A very long story", style="Title")
    for section in range(SECTIONS):
        document.add_heading(f"Part {section + 1}", 1)
        for number in range(PARAGRAPHS):
            document.add_paragraph(" ".join(dice.choices(PLAIN, k=WORDS)) + ".")
            if number < PICTURES // SECTIONS:
                document.add_picture(picture(dice))
                document.add_paragraph(f"Photo: Photographer {section}-{number}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def picture(dice: random.Random) -> io.BytesIO:
    """A photograph's worth of pixels."""
    file = io.BytesIO()
    Image.frombytes("RGB", SIZE, dice.randbytes(SIZE[0] * SIZE[1] * 3)).save(file, "JPEG", quality=50)
    file.seek(0)
    return file


def measured(content: bytes) -> tuple[float, float, float, int]:
    """Seconds to the first picture and to the draft, processor's seconds, and signs of progress given."""
    from editorial.actions.import_manuscript import import_manuscript  # the framework must be set up first
    from editorial.manuscripts.reading import Source

    told: list[float] = []
    hour, began = perf_counter(), process_time()
    import_manuscript(Source(content, "story.docx"), tell=lambda step: told.append(perf_counter() - hour))
    return told[1], perf_counter() - hour, process_time() - began, len(told)


def main() -> int:
    """Print the measurement; 1 where the import took longer than allowed."""
    content = manuscript(random.Random(19490901))  # noqa: S311 - the same file each time
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "VAR_DIR": folder,
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'db.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "sportshowroom.settings.embedded",
        }
        import django
        from django.core.management import call_command

        django.setup()
        logging.disable()
        call_command("migrate", verbosity=0)
        first, whole, worked, signs = measured(content)
    words = SECTIONS * PARAGRAPHS * WORDS
    say = sys.stdout.write
    say(f"{words:,} words, {PICTURES} pictures, {len(content) / 1e6:.0f} MB: draft after {whole:.1f} s ")
    say(f"({worked:.1f} s of the processor), text read after {first:.1f} s, {signs} signs of progress\n")
    return int(whole > ALLOWED_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
