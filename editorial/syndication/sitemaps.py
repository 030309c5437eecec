"""The sitemap, one section per kind of page, so that no file nears the limit of 50,000 addresses (sitemaps.org).

`lastmod` is given only where it is true: the publication of a page's own newest version, and for a listing the newest
publication of what it lists.
"""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from editorial.addresses import canonical_host, canonical_scheme
from editorial.models import (
    BrandPage,
    CollaborationIndexPage,
    CollaborationPage,
    FeatureIndexPage,
    FeaturePage,
    HomePage,
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
        return self.page_class.objects.shown().order_by("path").only("id", "path", "url_path", "last_published_at")

    def location(self, item):
        return item.url

    def lastmod(self, item):
        return item.last_published_at

    def get_latest_lastmod(self):
        return self.page_class.objects.shown().aggregate(newest=Max("last_published_at"))["newest"]


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
        return item[0].url

    def lastmod(self, item):
        page, listed_class = item
        newest = listed_class.objects.shown().aggregate(newest=Max("last_published_at"))["newest"]
        return max(filter(None, (page.last_published_at, newest)), default=None)


class ViewSection(HouseSitemap):
    """Pages that are views. They carry no date, because none would be true for all they show."""

    def items(self):
        return ["glossary", "releases", "country"]

    def location(self, item):
        return reverse(item)


SITEMAPS = {
    "indexes": IndexSection,
    "features": PageSection(FeaturePage),
    "brands": PageSection(BrandPage),
    "silhouettes": PageSection(SilhouettePage),
    "products": PageSection(ProductPage),
    "collaborations": PageSection(CollaborationPage),
    "people": PageSection(PersonPage),
    "partners": PageSection(PartnerPage),
    "pages": PageSection(StandardPage),
    "views": ViewSection,
}
