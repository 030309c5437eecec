"""What rules look up, fetched for many pages at once: linked pages, addresses, pictures, offers, names."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page, Site

from editorial.checks import addresses
from editorial.checks.contents import Contents, contents_of
from editorial.checks.fixed import Answer, answer_at, has_entry
from editorial.checks.names import Names
from editorial.listings.reach import objects, shown_pages

# Databases take only so many values in one question.
CHUNK = 500
# Asked for at every pause in somebody's writing; a new entry is known half a minute later.
NAMES, NAMES_KEPT = "names-of-the-catalogue", 30


@dataclass(frozen=True)
class Target:
    """A page that is linked to or shown: whether readers may see it."""

    pk: int
    title: str
    is_shown: bool


class Ground:
    """What one round of checks has learned. `at` is when it looks; lay it for pages before their rules ask.

    `targets` are linked and chosen pages by id, `by_address` pages by address inside the site, `images` pictures of
    bodies by id, `on_sale` the ids of chosen products that some shop has, `terms` those of linked glossary terms.
    """

    def __init__(self, at: datetime.datetime | None = None) -> None:
        self.at = at or timezone.now()
        self.targets: dict[int, Target] = {}
        self.by_address: dict[str, Page] = {}
        self.images: dict[int, object] = {}
        self.on_sale: set[int] = set()
        self.terms: set[int] = set()
        self._contents: dict[int, tuple[object, Contents]] = {}
        self._answers: dict[str, Answer | None] = {}
        self._entries: dict[str, bool] = {}

    def contents(self, page) -> Contents:
        """The page as rules read it; read once, with what it points at."""
        self.lay([page])
        return self._contents[id(page)][1]

    def lay(self, pages: Iterable) -> None:
        """Fetch what the pages point at, one query for each kind of thing; pages known already cost nothing."""
        new = [page for page in pages if id(page) not in self._contents]
        if not new:
            return
        read = [contents_of(page) for page in new]
        self.fetch_targets(
            {link.page_id for contents in read for link in contents.links if link.page_id}
            | {choice.page_id for contents in read for choice in contents.choices}
        )
        self.fetch_terms({link.term_id for contents in read for link in contents.links if link.term_id})
        written = [link.href for contents in read for link in contents.links if link.href]
        inside = [addresses.inside(href, self.own_hosts) for href in written]
        self.fetch_addresses({address.path for address in inside if address and address.path})
        self.fetch_images({pk for contents in read for _block, pk in contents.uses})
        product = objects("ProductPage").model
        chosen = {c.page_id for contents in read for c in contents.choices if issubclass(c.model, product)}
        self.fetch_offers(chosen | {page.pk for page in new if isinstance(page, product) and page.pk})
        # The page is kept beside it: an id is only good for as long as its object lives.
        self._contents |= {id(page): (page, contents) for page, contents in zip(new, read, strict=True)}

    def know(self, fetched) -> None:
        """Take over what the form of a page has fetched already: an `AtHand` of `blocks/editing.py`."""
        pages = list(fetched.pages.values())
        self.terms |= fetched.terms.keys()
        for model, things in fetched.stock.items():
            if issubclass(model, AbstractImage):
                self.images |= things
            elif issubclass(model, Page):
                pages += things.values()
        for page in pages:
            shoe = getattr(page, "silhouette", None)
            title = f"{shoe.title} {page.title}" if shoe else page.title
            self.targets[page.pk] = Target(page.pk, title, page.is_shown)

    def forget(self) -> None:
        """Let go of the pages read so far; what they pointed at stays known."""
        self._contents.clear()

    def fetch_targets(self, ids: set[int]) -> None:
        """Look up pages by id."""
        is_shown = Exists(shown_pages().filter(pk=OuterRef("pk")))
        for some in chunks(ids - self.targets.keys()):
            found = Page.objects.filter(pk__in=some).annotate(is_shown=is_shown)
            # A colourway's name says little without the shoe's.
            for pk, shoe, title, shown in found.values_list(
                "pk", "productpage__silhouette__title", "title", "is_shown"
            ):
                self.targets[pk] = Target(pk, f"{shoe} {title}" if shoe else title, shown)

    def fetch_addresses(self, paths: set[str]) -> None:
        """Look up pages by their address inside the site."""
        is_shown = Exists(shown_pages().filter(pk=OuterRef("pk")))
        for some in chunks(paths - self.by_address.keys()):
            wanted = {f"{self.root_path}{path.lstrip('/')}": path for path in some}
            found = Page.objects.filter(url_path__in=wanted).annotate(is_shown=is_shown)
            for page in found.only("pk", "title", "url_path", "content_type_id"):
                self.by_address[wanted[page.url_path]] = page

    def fetch_images(self, ids: set[int]) -> None:
        """Look up pictures, each with the one that stands in for it when its rights end."""
        images = get_image_model().objects.select_related("replacement")
        for some in chunks(ids - self.images.keys()):
            self.images |= images.in_bulk(some)

    def fetch_terms(self, ids: set[int]) -> None:
        """Look up which of the glossary terms are there."""
        for some in chunks(ids - self.terms):
            self.terms |= set(objects("Term").filter(pk__in=some).values_list("pk", flat=True))

    def fetch_offers(self, products: set[int]) -> None:
        """Look up which of the products some shop has."""
        for some in chunks(products - self.on_sale):
            self.on_sale |= set(objects("Offer").shown().filter(product__in=some).values_list("product", flat=True))

    def answer_at(self, path: str) -> Answer | None:
        """What a reader finds at an address outside the page tree; each asked for once."""
        if path not in self._answers:
            self._answers[path] = answer_at(path, self.root_path)
        return self._answers[path]

    def has_entry(self, anchor: str) -> bool:
        """Whether the glossary has this anchor; each asked for once."""
        if anchor not in self._entries:
            self._entries[anchor] = has_entry(anchor)
        return self._entries[anchor]

    @cached_property
    def site(self) -> Site | None:
        """The magazine's site."""
        return Site.objects.filter(is_default_site=True).select_related("root_page").first()

    @cached_property
    def root_path(self) -> str:
        """What stands before every address in the tree."""
        return self.site.root_page.url_path if self.site else "/"

    @cached_property
    def own_hosts(self) -> frozenset[str]:
        """The hosts whose addresses are our own."""
        return addresses.own_hosts(self.site.hostname if self.site else "")

    @cached_property
    def redirected(self) -> frozenset[str]:
        """Old addresses that lead on."""
        return addresses.redirected()

    @cached_property
    def paying_hosts(self) -> frozenset[str]:
        """The hosts of shops that may pay us."""
        terms = objects("AffiliateTerms").values_list("retailer__hosts", flat=True)
        return frozenset(host for hosts in terms for host in hosts.lower().split())

    @cached_property
    def names(self) -> Names:
        """How the catalogue spells brands and people."""
        return Names(*cache.get_or_set(NAMES, names_of_the_catalogue, NAMES_KEPT))


def names_of_the_catalogue() -> tuple[list[str], list[str], list[str]]:
    """The titles of live brands, of people, and what else is right as it stands; in two queries."""
    kinds = [objects(name).model for name in ("BrandPage", "PersonPage", "PartnerPage", "SilhouettePage")]
    types = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*kinds).items()}
    named: dict[type, list[str]] = {kind: [] for kind in kinds}
    for title, kind in Page.objects.live().exact_type(*kinds).values_list("title", "content_type"):
        named[types[kind]].append(title)
    brands, people, *others = named.values()
    also = objects("NameAlias").filter(page__live=True).values_list("name", flat=True)
    return brands, people, [*(title for titles in others for title in titles), *also]


def chunks(values: Iterable) -> Iterable[Sequence]:
    """The values, so many at a time."""
    ordered = sorted(values)
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))
