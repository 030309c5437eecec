"""Addresses that belong to the house, so no page under the home page may take them.

Each entry is the first part of a fixed URL; some are kept free for pages still to come. The list serves the page form,
the model and the URL tests; index pages hold theirs by being the only page type allowed to.
"""

RESERVED_SLUGS = frozenset(
    {
        "accounts",
        "admin",
        "apple-touch-icon.png",
        "country",
        "django-admin",
        "documents",
        "favicon.ico",
        "feed.json",
        "feed.xml",
        "glossary",
        "go",
        "healthz",
        "images",
        "manifest.webmanifest",
        "media",
        "news-sitemap.xml",
        "prices",
        "readyz",
        "releases",
        "releases.ics",
        "robots.txt",
        "search",
        "shared",
        "sitemap.xml",
        "static",
        "topics",
    }
)

# Fixed index pages: the slug is theirs alone.
INDEX_SLUGS = {
    "features": "FeatureIndexPage",
    "collaborations": "CollaborationIndexPage",
    "people": "PersonIndexPage",
    "partners": "PartnerIndexPage",
}


def is_reserved(slug: str, page_class_name: str) -> bool:
    """Whether a page of this class directly under the home page must not use this slug."""
    if slug in INDEX_SLUGS:
        return INDEX_SLUGS[slug] != page_class_name
    return slug in RESERVED_SLUGS
