"""How an address says that a reader came from us. Known to the way out only: what orders offers may not import this.

A template is either parameters, `tag=house&sub={offer}`, added to the shop's own address, or a network's address that
carries the shop's: `https://click.example/c?m=12&u={url}`. Templates are the house's; readers choose nothing in them.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

FIELDS = ("market", "offer", "page")
PLACE = re.compile(r"{([^{}]*)}")
PARAMETERS = re.compile(r"[!-~]+")


class Fault(StrEnum):
    """What is wrong with a template."""

    CHARACTERS = "characters"
    FIELD = "field"
    ADDRESS = "address"
    PARAMETERS = "parameters"


def is_address(template: str) -> bool:
    """Whether the template is a network's address."""
    return "://" in template


def fault(template: str) -> Fault | None:
    """Why this is no template, or None. An empty one adds nothing and is right."""
    if not template:
        return None
    if not PARAMETERS.fullmatch(template) or "\\" in template or "#" in template:
        return Fault.CHARACTERS
    allowed = {*FIELDS, "url"} if is_address(template) else set(FIELDS)
    bare = PLACE.sub("", template)
    if "{" in bare or "}" in bare or any(name not in allowed for name in PLACE.findall(template)):
        return Fault.FIELD
    return fault_of_address(template) if is_address(template) else fault_of_parameters(template)


def fault_of_address(template: str) -> Fault | None:
    """A network is reached by https at a host of its own, and is told the shop's address after the question mark."""
    try:
        parts = urlsplit(template)
    except ValueError:
        return Fault.ADDRESS
    right = parts.scheme == "https" and "." in parts.netloc and not set("@:{") & set(parts.netloc)
    return None if right and "{url}" in parts.query else Fault.ADDRESS


def fault_of_parameters(template: str) -> Fault | None:
    """Parameters are name=value, joined by &."""
    try:
        parse_qsl(template, strict_parsing=True, keep_blank_values=True)
    except ValueError:
        return Fault.PARAMETERS
    return Fault.PARAMETERS if template.startswith("?") else None


def tagged(url: str, template: str, values: Mapping[str, str]) -> str:
    """The shop's address with the template applied. `values` names market, offer and page.

    Everything put in is percent-encoded, so no value can become part of the address's structure. Parameters leave
    the shop's own untouched and stand after them. Raises ValueError for a template with a fault.
    """
    problem = fault(template)
    if problem:
        raise ValueError(f"no affiliate template ({problem}): {template!r}")
    if not template:
        return url
    given = {**values, "url": url}
    filled = PLACE.sub(lambda place: quote(given[place[1]], safe=""), template)
    if is_address(template):
        return filled
    parts = urlsplit(url)
    return urlunsplit(parts._replace(query=f"{parts.query}&{filled}" if parts.query else filled))
