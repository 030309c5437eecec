"""Where the links of an HTML file lead that do not say it in full."""

from urllib.parse import urljoin

from editorial.addresses import absolute_url
from editorial.manuscripts.links import safe_href

WEB = ("http://", "https://")


def home_of(root) -> str:
    """The address the file says it has; empty where it says none."""
    said = [node.get("href") for node in root.iter("base")]
    said += [node.get("href") for node in root.iter("link") if (node.get("rel") or "").lower() == "canonical"]
    said += [node.get("content") for node in root.iter("meta") if node.get("property") == "og:url"]
    return next((address.strip() for address in said if address and address.strip().lower().startswith(WEB)), "")


def leads_to(href: str, home: str) -> tuple[str, bool]:
    """The address a link leads to if readers may be sent there, else nothing; and whether that it is ours was assumed.

    A path without a host is one of the file's own site. Where the file does not say which that is, it is ours: the
    file was written for us.
    """
    if href.startswith("//"):
        return safe_href(f"https:{href}"), False
    is_path = href.startswith("/")
    if home and not href.startswith("#"):
        try:
            return safe_href(urljoin(home, href)), False
        except ValueError:
            return "", False
    return (safe_href(absolute_url(href)), True) if is_path else (safe_href(href), False)
