"""The numbers behind the coverage matrix: read in a handful of queries, added up by the database."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from editorial.models import FeatureMention, Market, Offer, OutboundClick, ProductPage, Retailer, SilhouettePage
from editorial.shopping.codes import BUYABLE

PRODUCT, SILHOUETTE = "product", "silhouette"
ALL = "all"
# From an offer to its row.
PATHS = {PRODUCT: "product", SILHOUETTE: "product__silhouette"}


@dataclass(frozen=True)
class Cell:
    """How many offers readers see there, how many can be bought now, how many shops send it from elsewhere."""

    offers: int = 0
    buyable: int = 0
    shipping: int = 0


@dataclass(frozen=True)
class Story:
    """A live story that names the shoe, and how often its readers took one of the shoe's offers."""

    pk: int
    title: str
    clicks: int


NOTHING = Cell()


@dataclass
class Figures:
    """All that a sheet says of its rows."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    stories: dict[int, list[Story]] = field(default_factory=dict)

    def cell(self, page, market) -> Cell:
        """One shoe in one market."""
        return self.cells.get((page.pk, market.pk), NOTHING)

    def stories_of(self, page) -> list[Story]:
        """The stories that name it, those that send most readers to its shops first."""
        return self.stories.get(page.pk, [])

    def clicks_of(self, page) -> int:
        """How often readers of those stories took one of its offers."""
        return sum(story.clicks for story in self.stories_of(page))


def pages_of(kind: str) -> QuerySet:
    """The rows: what is live, what most stories name first."""
    if kind == SILHOUETTE:
        beneath = ProductPage.objects.filter(silhouette=OuterRef(OuterRef("pk"))).values("pk")
        named = FeatureMention.objects.filter(Q(subject=OuterRef("pk")) | Q(subject__in=beneath))
        pages = SilhouettePage.objects.select_related("brand")
    else:
        named = FeatureMention.objects.filter(subject=OuterRef("pk"))
        pages = ProductPage.objects.select_related("brand", "silhouette")
    # One group of all, so that the sub-query is a single number.
    grouped = named.order_by().annotate(all=Value(1)).values("all")
    number = grouped.annotate(number=Count("feature", distinct=True)).values("number")
    return pages.live().annotate(named=Coalesce(Subquery(number), 0)).order_by("-named", "path")


def markets_in(which: str | None, region=None) -> QuerySet:
    """The columns: all countries, or those in which one of our shops sells or to which one ships."""
    markets = Market.objects.filter(region=region) if region else Market.objects.all()
    if which == ALL:
        return markets.order_by("name")
    ships = Retailer.objects.filter(is_active=True, ships_to=OuterRef("pk"))
    sells = Offer.objects.shown().filter(market=OuterRef("pk"))
    return markets.filter(Exists(ships) | Exists(sells)).order_by("name")


def figures(kind: str, pages: Sequence, markets: Sequence, since: date) -> Figures:
    """The numbers of these rows and columns. Clicks count from the day `since`."""
    rows = [page.pk for page in pages]
    if not rows:
        return Figures()
    return Figures(cells_of(PATHS[kind], rows, markets), stories_of(kind, rows, since))


def cells_of(path: str, rows: list[int], markets: Sequence) -> dict[tuple[int, int], Cell]:
    """The matrix without its holes, by row and market."""
    columns = [market.pk for market in markets]
    shown = Offer.objects.shown().filter(**{f"{path}__in": rows}).order_by()
    buyable = Q(availability__in=[code.value for code in BUYABLE])
    here = (
        shown.filter(market__in=columns)
        .values_list(path, "market")
        .annotate(offers=Count("pk"), buyable=Count("pk", filter=buyable))
    )
    cells = {(row, market): Cell(offers, can_buy) for row, market, offers, can_buy in here}
    abroad = (
        shown.filter(retailer__ships_to__in=columns)
        .values_list(path, "retailer__ships_to")
        .annotate(shops=Count("retailer", distinct=True))
    )
    for row, market, shops in abroad:
        cells.setdefault((row, market), Cell(shipping=shops))
    return cells


def stories_of(kind: str, rows: list[int], since: date) -> dict[int, list[Story]]:
    """The stories of each row with their clicks."""
    named = mentions_of(kind, rows)
    features = {feature for found in named.values() for feature in found}
    path = f"offer__{PATHS[kind]}"
    counted = OutboundClick.objects.filter(day__gte=since, page__in=features, **{f"{path}__in": rows}).order_by()
    clicks = {
        (row, page): total for row, page, total in counted.values_list(path, "page").annotate(total=Sum("clicks"))
    }
    stories = {
        row: [Story(feature, title, clicks.get((row, feature), 0)) for feature, title in found.items()]
        for row, found in named.items()
    }
    return {row: sorted(found, key=lambda story: (-story.clicks, story.title)) for row, found in stories.items()}


def mentions_of(kind: str, rows: list[int]) -> dict[int, dict[int, str]]:
    """Title by story, by row; a silhouette is named by whoever names one of its colourways."""
    row_of = {row: row for row in rows}
    if kind == SILHOUETTE:
        row_of |= dict(ProductPage.objects.filter(silhouette__in=rows).values_list("pk", "silhouette"))
    found: dict[int, dict[int, str]] = defaultdict(dict)
    mentions = FeatureMention.objects.filter(subject__in=list(row_of))
    for subject, feature, title in mentions.values_list("subject", "feature", "feature__title"):
        found[row_of[subject]][feature] = title
    return found
