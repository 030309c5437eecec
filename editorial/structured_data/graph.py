"""One `@graph` per page, its nodes tied together by stable ids.

An id is an address with a fragment (`…/#organization`, `…/features/x/#article`), so the same thing has the same id on
every page that speaks of it. Sources: schema.org; developers.google.com/search, structured data.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Node = dict[str, Any]

# What could end the element the graph stands in, or a line of a script, as JSON writes it inside strings.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True)
class Crumb:
    """One step of a breadcrumb, or one line of a list: what it is called and its absolute address."""

    name: str
    url: str


@dataclass(frozen=True)
class ImageFacts:
    """What is known of a picture that the page shows. Pixels; words as printed under it."""

    url: str
    width: int
    height: int
    caption: str = ""
    credit: str = ""


def script_text(nodes: Iterable[Node]) -> str:
    """The whole document as JSON that is safe inside a script element, whatever an editor wrote."""
    return json.dumps(graph(nodes), ensure_ascii=False).translate(ESCAPES)


def graph(nodes: Iterable[Node]) -> Node:
    """The whole document."""
    return {"@context": "https://schema.org", "@graph": [compact(node) for node in nodes]}


def compact(node: Node) -> Node:
    """Without what is not known: an empty value claims something, a missing one does not."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}


def organization(front_url: str, name: str, logo_url: str) -> Node:
    """The publisher."""
    return {
        "@type": "Organization",
        "@id": f"{front_url}#organization",
        "name": name,
        "url": front_url,
        "logo": {"@type": "ImageObject", "url": logo_url},
    }


def website(front_url: str, name: str, language: str) -> Node:
    """The site. `language` is a tag such as en-GB."""
    return {
        "@type": "WebSite",
        "@id": f"{front_url}#website",
        "name": name,
        "url": front_url,
        "inLanguage": language,
        "publisher": {"@id": f"{front_url}#organization"},
    }


def web_page(url: str, front_url: str, name: str, *, kind: str, main_id: str = "", has_trail: bool = False) -> Node:
    """The page itself. `kind` is a schema.org type of page; `main_id` the id of the thing it is about."""
    return {
        "@type": kind,
        "@id": f"{url}#page",
        "url": url,
        "name": name,
        "isPartOf": {"@id": f"{front_url}#website"},
        "mainEntity": {"@id": main_id} if main_id else None,
        "breadcrumb": {"@id": f"{url}#breadcrumb"} if has_trail else None,
    }


def breadcrumb(url: str, crumbs: Sequence[Crumb]) -> Node:
    """The visible trail, of two steps or more."""
    return {"@type": "BreadcrumbList", "@id": f"{url}#breadcrumb", "itemListElement": list_items(crumbs, 1)}


def item_list(url: str, items: Sequence[Crumb], start: int = 1) -> Node:
    """What a page lists, in the order printed; `start` is the place of its first line in the whole list."""
    return {"@type": "ItemList", "@id": f"{url}#list", "itemListElement": list_items(items, start)}


def list_items(items: Iterable[Crumb], start: int) -> list[Node]:
    """Lines of a list with their places."""
    return [
        compact({"@type": "ListItem", "position": position, "name": item.name, "item": item.url})
        for position, item in enumerate(items, start)
    ]


def image_object(image: ImageFacts) -> Node:
    """A picture with its credit."""
    return compact(
        {
            "@type": "ImageObject",
            "url": image.url,
            "contentUrl": image.url,
            "width": image.width,
            "height": image.height,
            "caption": image.caption,
            "creditText": image.credit,
        }
    )


def article(
    url: str,
    front_url: str,
    *,
    headline: str,
    description: str,
    authors: Sequence[Crumb],
    image: ImageFacts | None,
    published: datetime | None,
    modified: datetime | None,
    section: str = "",
) -> Node:
    """A story. Times carry their zone; `modified` is None where the page names no day of change."""
    return {
        "@type": "Article",
        "@id": f"{url}#article",
        "mainEntityOfPage": {"@id": f"{url}#page"},
        "headline": headline,
        "description": description,
        "author": [
            {"@type": "Person", "@id": f"{author.url}#person", "name": author.name, "url": author.url}
            for author in authors
        ],
        "publisher": {"@id": f"{front_url}#organization"},
        "image": image_object(image) if image else None,
        "datePublished": published.isoformat() if published else "",
        "dateModified": modified.isoformat() if modified else "",
        "articleSection": section,
    }


def person(url: str, *, name: str, role: str, description: str, image: ImageFacts | None) -> Node:
    """A person with a page; `url` is the page's own address, on every page of it."""
    return {
        "@type": "Person",
        "@id": f"{url}#person",
        "name": name,
        "url": url,
        "jobTitle": role,
        "description": description,
        "image": image_object(image) if image else None,
    }
