"""Files that are packed like Word's and are none: what they are, by the names of what is in them."""

import zipfile
from io import BytesIO
from pathlib import PurePath

from editorial.manuscripts.refusals import Reason

WORD_TYPES = "[Content_Types].xml"
PAGES = (".iwa", "index.apxl", "index.xml.gz")
PAGE = (".html", ".htm", ".xhtml", ".md", ".txt")


def packed_otherwise(content: bytes) -> Reason | None:
    """Why a packed file is no Word file: a web page with its pictures, as Google Docs hands it out; one of Pages. None
    for a Word file, and for what can't be told."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = [name.lower() for name in package.namelist() if not name.startswith("__MACOSX/")]
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        return None
    if WORD_TYPES.lower() in names or "mimetype" in names:
        return None
    if any(name.endswith(PAGES) or PurePath(name).name == "index.zip" for name in names):
        return Reason.PAGES
    if any(name.endswith((*PAGE, ".docx")) for name in names):
        return Reason.PACKED
    return None
