"""Uploads that are too large are let past without being kept, so that the answer can still be read."""

from django.http import HttpRequest

from editorial.manuscripts.limits import LARGEST_FILE, MEGABYTE

# What a form weighs besides its file.
FORM = 4 * MEGABYTE
# A browser that sends more than this is cut off.
MOST_LET_PAST = 1024 * MEGABYTE
CHUNK = MEGABYTE


def is_too_large(request: HttpRequest) -> bool:
    """Whether the request says it carries more than a manuscript may hold; asked before anything is read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return request.method == "POST" and length.isdecimal() and int(length) > LARGEST_FILE + FORM


def let_past(request: HttpRequest) -> None:
    """Read the request's body and forget it: a browser reads no answer before it has sent everything."""
    past = 0
    while past < MOST_LET_PAST:
        chunk = request.read(CHUNK)
        if not chunk:
            break
        past += len(chunk)
