"""What a search result says of a page of each kind."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """A kind of page a search can be narrowed to. `name` is what the address says, `model` the page's class."""

    name: str
    model: str
    label: Promise
    plural: Promise


@dataclass(frozen=True)
class Result:
    """One line of the results."""

    page: object
    kind: str
    title: str
    summary: str
    meta: str


KINDS = (
    Kind("stories", "FeaturePage", _("Story"), _("Stories")),
    Kind("silhouettes", "SilhouettePage", _("Silhouette"), _("Silhouettes")),
    Kind("shoes", "ProductPage", _("Shoe"), _("Shoes")),
    Kind("collaborations", "CollaborationPage", _("Collaboration"), _("Collaborations")),
    Kind("people", "PersonPage", _("Person"), _("People")),
    Kind("partners", "PartnerPage", _("Partner"), _("Partners")),
    Kind("brands", "BrandPage", _("Brand"), _("Brands")),
)


def result_of(page, kind: Kind) -> Result:
    """The line of one page."""
    title = getattr(page, TITLES.get(kind.model, "title"))
    meta = META[kind.model](page) if kind.model in META else ""
    return Result(page, str(kind.label), title, page.summary, meta)


def feature_meta(page) -> str:
    """When a story appeared, and how long it is."""
    minutes = ngettext("%(count)s minute read", "%(count)s minute read", page.reading_minutes)
    minutes %= {"count": page.reading_minutes}
    if not page.first_published_at:
        return minutes
    return f"{date_format(localtime(page.first_published_at), 'j F Y')}, {minutes}"


def silhouette_meta(page) -> str:
    """Since when it is sold."""
    return gettext("Since %(year)s") % {"year": page.year} if page.year else ""


TITLES = {"FeaturePage": "display_title", "SilhouettePage": "full_name", "ProductPage": "full_name"}
META: dict[str, Callable] = {
    "FeaturePage": feature_meta,
    "SilhouettePage": silhouette_meta,
    "ProductPage": lambda page: page.style_code,
    "CollaborationPage": lambda page: page.date_text,
    "PartnerPage": lambda page: page.line,
}
