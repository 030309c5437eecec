"""Pictures of HTML: what is written into the file, and what is no picture of the story."""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

DATA_ADDRESS = re.compile(r"^data:image/(?P<kind>[\w.+-]+)(?P<marks>[^,]*),(?P<data>.*)$", re.DOTALL | re.IGNORECASE)


def from_data(source: str, number: int) -> tuple[bytes, str]:
    """The bytes of a picture written into its address, and a name for it; empty for any other address."""
    found = DATA_ADDRESS.match(source)
    if not found:
        return b"", source.partition("?")[0].rpartition("/")[2] or source[:80]
    ending = found["kind"].lower().partition("+")[0]
    try:
        if ";base64" in found["marks"].lower():
            content = base64.b64decode(unquote_to_bytes(found["data"]), validate=False)
        else:
            content = unquote_to_bytes(found["data"])
    except (binascii.Error, ValueError):
        content = b""
    return content, f"picture-{number}.{ending}"


def is_checkbox(node) -> bool:
    """Whether a picture is the box of a checklist, as Google Docs puts it on the clipboard."""
    holder = node.getparent()
    is_said = "check" in (node.get("aria-roledescription") or "").lower()
    return is_said or (holder is not None and holder.tag == "li" and holder.get("role") == "checkbox")
