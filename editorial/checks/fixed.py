"""Addresses of ours outside the page tree: whether anything answers there, and whether readers may go."""

from collections.abc import Callable
from enum import Enum
from pathlib import PurePosixPath

from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import Resolver404, ResolverMatch, resolve
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from editorial.listings.reach import objects

# The view that answers for every page of the tree.
TREE = "wagtail_serve"
# Where a stranger is asked for a password, or what ends one day by itself.
NOT_FOR_READERS = frozenset({"healthz", "readyz", "shared_draft"})
TERM_ANCHOR, LETTER_ANCHOR = "term-", "letter-"


class Answer(Enum):
    """What a reader finds at a fixed address."""

    THERE = "there"
    GONE = "gone"
    NOT_FOR_READERS = "not for readers"


def answer_at(path: str, root_path: str) -> Answer | None:
    """What a reader finds at this address, or None where only the page tree could answer.

    `path` begins and ends with a slash; `root_path` is what stands before it in the tree.
    """
    if path.startswith(f"/{settings.STATIC_URL.strip('/')}/"):
        name = path.removeprefix(f"/{settings.STATIC_URL.strip('/')}/").rstrip("/")
        return Answer.THERE if finders.find(name) else Answer.GONE
    match = matched(path)
    if match is None:
        return None
    if "wagtailadmin" in match.namespaces or path.startswith("/admin/") or match.url_name in NOT_FOR_READERS:
        return Answer.NOT_FOR_READERS
    is_there = KINDS.get(match.url_name or "", always)(match, root_path)
    return Answer.THERE if is_there else Answer.GONE


def matched(path: str) -> ResolverMatch | None:
    """The view that answers there, other than the page tree's."""
    # Files lose the slash that pages have.
    for candidate in (path, path.rstrip("/")):
        try:
            match = resolve(candidate)
        except Resolver404:
            continue
        if match.url_name != TREE:
            return match
    return None


def has_entry(anchor: str) -> bool:
    """Whether the glossary has this anchor: a term's, a letter's, or none of its own making."""
    if anchor.startswith(TERM_ANCHOR):
        return objects("Term").filter(slug=anchor.removeprefix(TERM_ANCHOR)).exists()
    return anchor.startswith(LETTER_ANCHOR)


def always(_match: ResolverMatch, _root_path: str) -> bool:
    """An address without a thing behind it that could go."""
    return True


def offer(match: ResolverMatch, _root_path: str) -> bool:
    """The way out to a shop, while we have the offer."""
    return objects("Offer").filter(public_id=match.kwargs["public_id"]).exists()


def rendition(match: ResolverMatch, _root_path: str) -> bool:
    """The file of a picture: only those of pictures that we have are handed out."""
    name = str(PurePosixPath(match.kwargs["folder"], match.kwargs["name"]))
    return get_image_model().get_rendition_model().objects.filter(file=name).exists()


def picture(match: ResolverMatch, _root_path: str) -> bool:
    """A picture encoded when it is asked for."""
    return get_image_model().objects.filter(pk=match.kwargs["image_id"]).exists()


def document(match: ResolverMatch, _root_path: str) -> bool:
    """A file to take home."""
    return get_document_model().objects.filter(pk=match.args[0]).exists()


def topic(match: ResolverMatch, _root_path: str) -> bool:
    """The stories of a topic."""
    return objects("Topic").filter(slug=match.kwargs["slug"]).exists()


def shops(match: ResolverMatch, root_path: str) -> bool:
    """Where to buy a shoe in a country."""
    if not objects("Market").filter(code__iexact=match.kwargs["market"]).exists():
        return False
    url_path = f"{root_path}{match.kwargs['brand']}/{match.kwargs['silhouette']}/{match.kwargs['product']}/"
    return Page.objects.filter(url_path=url_path).exists()


KINDS: dict[str, Callable[[ResolverMatch, str], bool]] = {
    "go": offer,
    "rendition_file": rendition,
    "topic": topic,
    "wagtaildocs_serve": document,
    "wagtailimages_serve": picture,
    "where_to_buy": shops,
}
