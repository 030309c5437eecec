"""Where a shop link may lead: to the shop's own hosts, by https, without tricks in the address."""

import re
from collections.abc import Iterable
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

LONGEST = 2000
HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
# Printable ASCII without a space. Browsers read a backslash as a slash, so none may stand anywhere.
PLAIN = re.compile(r"[!-\[\]-~]+")


class Refusal(StrEnum):
    """Why an address is no destination."""

    LENGTH = "length"
    CHARACTERS = "characters"
    SCHEME = "scheme"
    CREDENTIALS = "credentials"
    PORT = "port"
    HOST = "host"
    FOREIGN = "foreign"


def is_host(name: str) -> bool:
    """Whether this is a host name as we keep them: lower case, with a dot, no port; not an address of numbers."""
    return HOST.fullmatch(name) is not None


def refusal(url: str, hosts: Iterable[str]) -> Refusal | None:
    """Why the address may not be an offer's, or None. `hosts` are the shop's own; their subdomains are too."""
    if not url or len(url) > LONGEST:
        return Refusal.LENGTH
    if not PLAIN.fullmatch(url):
        return Refusal.CHARACTERS
    if not url.startswith("https://"):
        return Refusal.SCHEME
    try:
        parts = urlsplit(url)
    except ValueError:
        return Refusal.HOST
    return refusal_of_host(parts, hosts)


def refusal_of_host(parts: SplitResult, hosts: Iterable[str]) -> Refusal | None:
    """The same for an address taken apart."""
    if "@" in parts.netloc:
        return Refusal.CREDENTIALS
    if ":" in parts.netloc:
        return Refusal.PORT
    host = parts.netloc.lower()
    if not is_host(host):
        return Refusal.HOST
    if not any(host == own or host.endswith(f".{own}") for own in hosts):
        return Refusal.FOREIGN
    return None


def host_of(url: str) -> str:
    """The host as readers are shown it, without 'www.'."""
    return urlsplit(url).netloc.lower().removeprefix("www.")
