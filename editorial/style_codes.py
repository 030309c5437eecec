"""Style codes: the number on the end of the box."""

import re


def style_key(code: str) -> str:
    """The code without case, spaces, hyphens or other marks, so '1201a019-107' equals '1201A019 107'.

    Returns an empty string where nothing remains.
    """
    return re.sub(r"[^0-9A-Za-z]", "", code).upper()
