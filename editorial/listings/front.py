"""The front page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, IntegerField, Value, When
from django.db.models.functions import Lower

from editorial.listings.calendar import soonest
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects

ROW = 3
MORE = 6
ACROSS = 3
COLLABORATIONS = 8
PRODUCTS = 8
RELEASES = 5


@dataclass(frozen=True)
class Stories:
    """The stories of the front page: one leads, a row follows, then more. `newest` is when the latest appeared."""

    lead: object | None
    row: Sequence
    more: Sequence
    newest: datetime | None


def front(home, at: date) -> dict:
    """Everything the front page lists. What editors left empty is filled with the newest.

    `at` is today's date, for what is still to come.
    """
    pictures = PictureOrder()
    stories = front_stories(home)
    collaborations = list(objects("CollaborationPage").listed().in_timeline()[:COLLABORATIONS])
    products = list(objects("ProductPage").listed().newest()[:PRODUCTS])
    releases = soonest(at, RELEASES)
    if stories.lead:
        pictures.add_leads([stories.lead], "plain")
    pictures.add_leads([*stories.row, *stories.more], "card", "tall")
    pictures.add_leads(collaborations, "tall")
    pictures.add_leads([*products, *(release.product for release in releases)], "card")
    pictures.fetch()
    give_prices(products, releases)
    return {
        "stories": stories,
        "collaborations": collaborations,
        "products": products,
        "releases": releases,
        "brands": objects("BrandPage").shown().counted().order_by(Lower("title")),
    }


def front_stories(home) -> Stories:
    """The chosen stories in the editors' order, the rest of the page filled with the newest; none stands twice."""
    chosen = [home.lead_feature_id, *(story.feature_id for story in home.stories.all())]
    ranks = {pk: rank for rank, pk in reversed(list(enumerate(chosen))) if pk}
    ranked = Case(
        *(When(pk=pk, then=Value(rank)) for pk, rank in ranks.items()),
        default=Value(len(chosen)),
        output_field=IntegerField(),
    )
    features = list(
        objects("FeaturePage")
        .listed()
        .annotate(rank=ranked)
        .order_by("rank", "-first_published_at", "-pk")[: 1 + ROW + MORE + len(ranks)]
    )
    unchosen = [feature for feature in features if feature.rank == len(chosen)]
    lead = next((feature for feature in features if feature.pk == home.lead_feature_id), None)
    lead = lead or next(iter([*unchosen, *features]), None)
    rest = [feature for feature in features if feature is not lead]
    newest = max((feature.first_published_at for feature in features if feature.first_published_at), default=None)
    return Stories(lead=lead, row=rest[:ROW], more=whole_rows(rest[ROW : ROW + MORE]), newest=newest)


def whole_rows(stories: Sequence) -> Sequence:
    """As many stories as fill rows of three; fewer than a row stay as they are, there being nothing to hang under."""
    return stories[: len(stories) // ACROSS * ACROSS] or stories
