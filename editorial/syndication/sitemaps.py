"""The sitemap, one section per kind of page, so that no file nears the limit of 50,000 addresses (sitemaps.org).

`lastmod` is given only where it is true: the publication of a page's own newest version, and for a listing the newest
publication of what it lists.
"""

from urllib.parse import urlsplit

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.urls import reverse

from editorial.addresses import absolute_url, canonical_host, canonical_scheme
from editorial.listings.features import used_topics
from editorial.listings.where_to_buy import shops_address
from editorial.models import (
    BrandPage,
    CollaborationIndexPage,
    CollaborationPage,
    FeatureIndexPage,
    FeaturePage,
    HomePage,
    Offer,
    PartnerIndexPage,
    PartnerPage,
    PersonIndexPage,
    PersonPage,
    ProductPage,
    SilhouettePage,
    StandardPage,
)


class HouseSitemap(Sitemap):
    """A section of the sitemap on the canonical host."""

    limit = 10_000

    def get_protocol(self, protocol=None):
        return canonical_scheme()

    def get_domain(self, site=None):
        return canonical_host()


class PageSection(HouseSitemap):
    """All shown pages of one class."""

    def __init__(self, page_class):
        self.page_class = page_class

    def items(self):
        pages = self.page_class.objects.shown().order_by("path")
        return pages.only("id", "path", "url_path", "locale_id", "last_published_at")

    def location(self, item):
        return path_of(item)

    def lastmod(self, item):
        return item.last_published_at

    def get_latest_lastmod(self):
        return newest(self.page_class.objects.shown())


class IndexSection(HouseSitemap):
    """The front page and the fixed indexes, as new as the newest page they list."""

    listed = (
        (HomePage, FeaturePage),
        (FeatureIndexPage, FeaturePage),
        (CollaborationIndexPage, CollaborationPage),
        (PersonIndexPage, PersonPage),
        (PartnerIndexPage, PartnerPage),
    )

    def items(self):
        return [(page, listed_class) for page_class, listed_class in self.listed for page in page_class.objects.shown()]

    def location(self, item):
        return path_of(item[0])

    def lastmod(self, item):
        page, listed_class = item
        return max(filter(None, (page.last_published_at, newest(listed_class.objects.shown()))), default=None)


class TopicSection(HouseSitemap):
    """Topics that hold a story, as new as the newest of theirs."""

    def items(self):
        return list(used_topics())

    def location(self, item):
        return reverse("topic", args=[item.slug])

    def lastmod(self, item):
        return newest(FeaturePage.objects.shown().in_topic(item))


class ShopSection(HouseSitemap):
    """Where to buy: one page for each product and market with offers of its own, as new as the newest of them.

    A page of another step of the ladder stands in for the product's and is not listed. An offer that was taken off
    changes its page too, while others stay.
    """

    def items(self):
        products = ProductPage.objects.shown().filter(pk=OuterRef("product"))
        pairs = Offer.objects.filter(Exists(products)).values("product__url_path", "market__slug")
        shown = Q(withdrawn_at=None, doubt="", retailer__is_active=True)
        return (
            pairs.annotate(shown=Count("pk", filter=shown), seen=Max("seen_at", filter=shown), gone=Max("withdrawn_at"))
            .filter(shown__gt=0)
            .order_by("product__url_path", "market__slug")
        )

    def location(self, item):
        return shops_address(item["product__url_path"], item["market__slug"])

    def lastmod(self, item):
        return max(filter(None, (item["seen"], item["gone"])))

    def get_latest_lastmod(self):
        dates = Offer.objects.shown().aggregate(seen=Max("seen_at"))
        return dates["seen"]


class ViewSection(HouseSitemap):
    """Pages that are views. They carry no date, because none would be true for all they show."""

    def items(self):
        return ["glossary", "releases", "country"]

    def location(self, item):
        return reverse(item)


SITEMAPS = {
    "indexes": IndexSection(),
    "features": PageSection(FeaturePage),
    "brands": PageSection(BrandPage),
    "silhouettes": PageSection(SilhouettePage),
    "products": PageSection(ProductPage),
    "shops": ShopSection(),
    "collaborations": PageSection(CollaborationPage),
    "people": PageSection(PersonPage),
    "partners": PageSection(PartnerPage),
    "pages": PageSection(StandardPage),
    "topics": TopicSection(),
    "views": ViewSection(),
}


def index_items() -> list[SitemapIndexItem]:
    """The files of the sitemap that hold anything, each with its newest date; a section of many pages has several."""
    found = []
    for name, section in SITEMAPS.items():
        paginator = section.paginator
        address = absolute_url(reverse("sitemap_section", args=[name]))
        if paginator.count:
            further = [f"{address}?p={number}" for number in range(2, paginator.num_pages + 1)]
            lastmod = section.get_latest_lastmod()
            found += [SitemapIndexItem(location, lastmod) for location in (address, *further)]
    return found


def path_of(page) -> str:
    """The path of a page's address, on whatever host the page's site answers."""
    return urlsplit(page.url).path


def newest(pages):
    """When the newest of the pages was last published; None where there are none."""
    return pages.aggregate(newest=Max("last_published_at"))["newest"]
