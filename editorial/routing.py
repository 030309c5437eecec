"""From an address to a page, in one query.

Wagtail's own route asks twice for each level of the tree, and twice more who may read what it found.
"""

from wagtail.models import Page

from editorial.querysets import has_hidden_ancestor, is_mirrored, is_restricted
from editorial.reserved import INDEX_SLUGS


def page_at(home, slugs: list[str]) -> Page | None:
    """The page a reader finds at these slugs under the front page; None where there is none to be found.

    It is live, and so is everything above it. It may be private: `is_known_public` says when nobody needs to ask.
    """
    if not slugs:
        found = at_address(Page, home.slug, home.url_path).first()
        home.is_known_public = bool(found and found.is_known_public)
        return home if found else None
    address = f"{home.url_path}{'/'.join(slugs)}/"
    guess = likely_class(type(home), slugs)
    page = guess and full(guess, slugs[-1], address)
    if page:
        return page
    # An index page under a name of the editors' choosing, a plain page, a brand: the page itself knows what it is.
    leaf = at_address(Page, slugs[-1], address).first()
    return full(leaf.specific_class, slugs[-1], address) if leaf and leaf.specific_class else None


def at_address(page_class, slug: str, address: str):
    """What readers find there. The slug is indexed, the address is not."""
    pages = page_class.objects.live().filter(slug=slug, url_path=address).exclude(has_hidden_ancestor())
    return pages.annotate(is_known_public=~(is_restricted() | is_mirrored()))


def full(page_class, slug: str, address: str):
    """The page as its own class, with what its template prints."""
    pages = at_address(page_class, slug, address)
    return (pages.select_related(*page_class.page_relations) if page_class.page_relations else pages).first()


def likely_class(root_class: type, slugs: list[str]) -> type | None:
    """The class of page that the rules of the tree put at an address; None where several may stand there."""
    classes = {root_class}
    for slug in slugs:
        below = {model for page_class in classes for model in page_class.allowed_subpage_models()}
        index_name = INDEX_SLUGS.get(slug)
        classes = {model for model in below if model.__name__ == index_name} or {
            model for model in below if model.__name__ not in INDEX_SLUGS.values()
        }
    return classes.pop() if len(classes) == 1 else None
