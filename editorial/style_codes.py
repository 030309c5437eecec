"""Style codes: the number on the end of the box."""

import re


def style_key(code: str) -> str:
    """The code without case, spaces, hyphens or other marks, so '1201a019-107' equals '1201A019 107'.

    Returns an empty string where nothing remains.
    """
    return re.sub(r"[^0-9A-Za-z]", "", code).upper()


def style_words(code: str) -> str:
    """The code as a search index should read it: its parts, then all of it, '1201A019 107 1201A019107'.

    PostgreSQL would read the hyphen of '1201A019-107' as a minus and find neither part.
    """
    parts = re.findall(r"[0-9A-Za-z]+", code)
    return " ".join([*parts, "".join(parts)] if len(parts) > 1 else parts)
