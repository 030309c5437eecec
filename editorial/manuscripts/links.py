"""Addresses in manuscripts: where they may lead."""

import re
from urllib.parse import parse_qs, urlsplit

SCHEMES = ("http://", "https://", "mailto:", "tel:")
# Browsers pass over white space and control characters inside a scheme.
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
LONGEST = 2000
# Addresses that only lead on: who runs them, their path, and where they say where to.
DETOURS = (
    (re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}"), "/url", ("q", "url")),
    (re.compile(r"(?:[\w-]+\.)?safelinks\.protection\.(?:outlook|office365)\.com"), "", ("url",)),
    (re.compile(r"(?:www|lm?|m)\.(?:facebook|messenger)\.com"), "/l.php", ("u",)),
    (re.compile(r"l\.instagram\.com"), "", ("u",)),
)
# One detour may lead to the next: a link from a message, written into a document.
MOST_DETOURS = 4


def safe_href(address: str) -> str:
    """The address if readers may be sent there, else nothing: other schemes, places in the file, relative paths.

    The detours that word processors and mail programs make of a link are taken out: readers go straight there.
    """
    for _detour in range(MOST_DETOURS):
        cleaned = UNSEEN.sub("", address)
        if cleaned.lower().startswith("www."):
            cleaned = f"https://{cleaned}"
        target = beyond(cleaned)
        if not target:
            return cleaned if cleaned.lower().startswith(SCHEMES) and len(cleaned) <= LONGEST else ""
        address = target
    return ""


def beyond(address: str) -> str:
    """Where an address leads on to; empty for one that is a place of its own."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https"):
        return ""
    for run_by, path, names in DETOURS:
        if run_by.fullmatch(host) and (not path or parts.path == path):
            said = parse_qs(parts.query, max_num_fields=100) if parts.query.count("&") < 100 else {}
            return next((said[name][0] for name in names if said.get(name)), "")
    return ""
