"""Links of a manuscript to our own pages and glossary terms: they are stored as such, and follow what moves."""

from collections.abc import Iterable

from django.urls import reverse
from wagtail.models import Page, Site

from editorial.checks.addresses import Inside, inside, own_hosts
from editorial.checks.ground import chunks
from editorial.manuscripts.stored import NONE_OWN, OwnLinks
from editorial.models import Term
from editorial.running_text.references import PAGE, TERM


def own_links(hrefs: Iterable[str]) -> OwnLinks:
    """Those of the addresses at which a page or a glossary term of ours stands.

    An address with a query, or of a place in a page, says more than such a link can: it stays as it is.
    """
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return NONE_OWN
    hosts = own_hosts(site.hostname)
    places = {href: place for href in hrefs if "?" not in href and (place := inside(href, hosts))}
    terms = own_terms(place for place in places.values() if place.path == reverse("glossary") and place.anchor)
    pages = own_pages(site.root_page.url_path, {place.path for place in places.values() if not place.anchor})
    return OwnLinks(
        *({href: kind[place] for href, place in places.items() if place in kind} for kind in (pages, terms))
    )


def own_terms(places: Iterable[Inside]) -> dict[Inside, str]:
    """Terms by their places in the glossary."""
    by_anchor = {term.anchor: term.pk for term in Term.objects.only("slug")}
    return {place: stored(TERM, by_anchor[place.anchor]) for place in places if place.anchor in by_anchor}


def own_pages(root_path: str, paths: set[str]) -> dict[Inside, str]:
    """Pages by their addresses, published or not: the checks name links to pages that readers may not see."""
    wanted = {f"{root_path}{path.lstrip('/')}": path for path in paths}
    asked = (Page.objects.filter(url_path__in=some).values_list("url_path", "pk") for some in chunks(wanted))
    return {Inside(wanted[url_path], ""): stored(PAGE, pk) for found in asked for url_path, pk in found}


def stored(kind: str, pk: int) -> str:
    """The attributes of a stored link."""
    return f'linktype="{kind}" id="{pk}"'
