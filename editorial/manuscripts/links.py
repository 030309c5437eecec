"""Addresses in manuscripts: where they may lead."""

import re

SCHEMES = ("http://", "https://", "mailto:", "tel:")
# Browsers pass over white space and control characters inside a scheme.
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
LONGEST = 2000


def safe_href(address: str) -> str:
    """The address if readers may be sent there, else nothing: other schemes, places in the file, relative paths."""
    cleaned = UNSEEN.sub("", address)
    if cleaned.lower().startswith("www."):
        cleaned = f"https://{cleaned}"
    return cleaned if cleaned.lower().startswith(SCHEMES) and len(cleaned) <= LONGEST else ""
