"""Draw the demo's pictures.

    python3 build.py                 every picture into ../pictures/
    python3 build.py product-fern    only files whose name matches this expression
    python3 build.py --svg hero_bleed ice-blue > picture.svg
    python3 build.py --sheet         contact sheets of what is there
"""

from __future__ import annotations

import sys
from pathlib import Path

from studio.palettes import colourway
from studio.render import render_all
from studio.scenes import SCENES
from studio.silhouettes import model

OUT = Path(__file__).parent.parent / "pictures"


def main(arguments: list[str]) -> None:
    """Do what the command line asks, as said above."""
    if arguments[:1] == ["--svg"]:
        colours = colourway(arguments[2])
        print(SCENES[arguments[1]](model(arguments[3] if len(arguments) > 3 else colours.model), colours))
        return
    if arguments[:1] == ["--sheet"]:
        # Here and not above: drawing does without Pillow.
        from studio.sheet import contact_sheets

        contact_sheets(OUT, Path(arguments[1]) if len(arguments) > 1 else Path("sheets"))
        return
    render_all(OUT, arguments[0] if arguments else "")


if __name__ == "__main__":
    main(sys.argv[1:])
