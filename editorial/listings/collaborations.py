"""The collaborations index and its entries."""

from dataclasses import dataclass

from django.db.models.functions import Lower
from django.utils.translation import gettext, ngettext

from editorial.listings.asked import is_slug, is_year
from editorial.listings.facts import Fact, Link, known, links
from editorial.listings.narrowing import Field, select
from editorial.listings.paging import numbered_pages
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects, pages_of, shown_pages
from editorial.listings.timeline import by_year, neighbours
from editorial.listings.told import told

ENTRIES = 40
PRODUCTS = 24
STORIES = 3


@dataclass(frozen=True)
class Narrowing:
    """What a reader asked of the timeline, as typed; empty words ask nothing."""

    year: str = ""
    partner: str = ""
    silhouette: str = ""

    def __bool__(self) -> bool:
        return bool(self.year or self.partner or self.silhouette)

    def apply(self, entries):
        """The entries asked for; none for words that can be no year and no slug."""
        if (self.year and not is_year(self.year)) or not all(
            map(is_slug, filter(None, (self.partner, self.silhouette)))
        ):
            return entries.none()
        if self.year:
            entries = entries.filter(year=int(self.year))
        if self.partner:
            entries = entries.filter(pk__in=linked("CollaborationPartner", partner__slug=self.partner))
        if self.silhouette:
            entries = entries.filter(pk__in=linked("CollaborationSilhouette", silhouette__slug=self.silhouette))
        return entries


def linked(model_name: str, **condition):
    """The ids of collaborations on the other end of a link, as a subquery."""
    return objects(model_name).filter(**condition).values("collaboration")


def timeline(narrowing: Narrowing, number: str | None = None) -> dict:
    """One page of the timeline. Raises Http404 for a page that is not there."""
    entries = numbered_pages(narrowing.apply(objects("CollaborationPage").listed()).in_timeline(), number, ENTRIES)
    pictures = PictureOrder()
    pictures.add_leads(entries, "square")
    pictures.fetch()
    return {
        "page_obj": entries,
        "years": by_year(entries.object_list),
        "narrowing": narrowing,
        "filters": filters(narrowing),
        "summary": summary(entries.paginator.count),
    }


def summary(count: int) -> str:
    """How many entries there are, in words."""
    return ngettext("%(count)s collaboration", "%(count)s collaborations", count) % {"count": count}


def filters(narrowing: Narrowing) -> list[Field]:
    """The selects above the timeline; each offers only what the timeline holds."""
    shown = objects("CollaborationPage").shown()
    years = shown.exclude(year=None).order_by("-year").values_list("year", flat=True).distinct()
    partners = ((page.slug, page.title) for page in partners_in(shown))
    silhouettes = ((silhouette.slug, silhouette.full_name) for silhouette in silhouettes_in(shown))
    return [
        select("partner", gettext("Partner"), gettext("Any partner"), partners, narrowing.partner),
        select("silhouette", gettext("Shoe"), gettext("Any shoe"), silhouettes, narrowing.silhouette),
        select("year", gettext("Year"), gettext("Any year"), ((year, year) for year in years), narrowing.year),
    ]


def partners_in(entries):
    """The shown partners and people of the entries, by name."""
    partners = objects("CollaborationPartner").filter(collaboration__in=entries).values("partner")
    return shown_pages().filter(pk__in=partners).order_by(Lower("title")).only("title", "slug")


def silhouettes_in(entries):
    """The shown silhouettes of the entries, by name."""
    silhouettes = objects("CollaborationSilhouette").filter(collaboration__in=entries).values("silhouette")
    return objects("SilhouettePage").listed().filter(pk__in=silhouettes).order_by("brand__title", "title")


def collaboration(page) -> dict:
    """One entry: who, when, which shoes; what was written; what stands before and after it."""
    pictures = PictureOrder()
    partners = pages_of(page.partners, "partner", shown_pages())
    silhouettes = pages_of(page.silhouettes, "silhouette", objects("SilhouettePage").shown(), "brand")
    shoes = objects("ProductPage").shown()
    products = pages_of(page.products, "product", shoes, "lead_image__replacement", "brand", "silhouette")[:PRODUCTS]
    stories = told(objects("FeaturePage").listed().without_names().about(page), STORIES)
    pictures.add([page.lead_image], "plain")
    pictures.add_leads(products, "card")
    pictures.add_leads(stories.cards, "card", "square")
    pictures.fetch()
    give_prices(products)
    before, after = neighbours(page)
    return {
        "caption": caption(partners, silhouettes),
        "products": products,
        "stories": stories.cards,
        "told": stories,
        "previous": before,
        "next": after,
        "facts": known(
            Fact(gettext("Partners"), values=links(partners)),
            Fact(gettext("Date"), page.date_text),
            Fact(gettext("Shoe"), values=[Link(silhouette.full_name, silhouette) for silhouette in silhouettes]),
            Fact(gettext("Pairs on file"), str(len(products) or "")),
        ),
    }


def caption(partners, silhouettes) -> str:
    """Who met whom, as a sentence under the picture: 'JJJJound × ASICS Gel-Kayano 14.'"""
    names = [*(page.title for page in partners), *(silhouette.full_name for silhouette in silhouettes)]
    return f"{' × '.join(names)}." if names else ""
