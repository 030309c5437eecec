"""On which live pages the card of a page stands, told from what links them, for all pages at once.

Lists that nobody chose are left out: search, topics, release dates, what to read next. So are the logos of shops.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping

from django.db.models import Case, F, QuerySet, When, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from editorial.choices import MentionSource
from editorial.listings import brands, products
from editorial.listings.front import front
from editorial.listings.reach import objects

# Where a page's card stands on the page that points at it: blocks of a story, the pairs of a collaboration.
SHOWN_BY = (
    "body.section.content.collaboration_card.collaboration",
    "body.section.content.comparison.silhouettes.item",
    "body.section.content.product_card.product",
    "body.section.content.product_rail.products.item",
    "products.item.product",
)
# Where a page points at one that lists it: a story at its people, a silhouette at who drew it, a collaboration at both.
LISTED_ON = (
    "credits.item.person",
    "designers.item.person",
    "partners.item.partner",
    "silhouettes.item.silhouette",
)
# A brand's page prints one story with its picture, the others in words.
BRAND_STORIES = 1
# How deep the tree is where brands and indexes stand; nothing above them lists by place.
INDEX_DEPTH, PRODUCT_DEPTH = 3, 5

Pairs = Iterator[tuple[int, int]]


def places_of_cards(pages: QuerySet, at: datetime.datetime | None = None) -> Mapping[int, set[int]]:
    """The ids of live pages on which a card of each page stands, by that page's id.

    `pages` are rows of the reference index, narrowed to `object_id`. Some twenty queries, however many pages there are.
    """
    paths = dict(Page.objects.live().values_list("pk", "path"))
    announced = {int(pk) for (pk,) in pages.values_list("object_id").distinct()} & paths.keys()
    found: dict[int, set[int]] = defaultdict(set)
    if not announced:
        return found
    tree = {path: pk for pk, path in paths.items()}
    pairs = [
        *by_place({pk: paths[pk] for pk in announced}, tree),
        *by_link(pages),
        *by_brand(),
        *by_mention(tree),
        *by_front_page(timezone.localdate(at)),
    ]
    for page, place in pairs:
        if page in announced and place in paths and page != place:
            found[page].add(place)
    return found


def by_place(announced: Mapping[int, str], tree: Mapping[str, int]) -> Pairs:
    """(page, where its card stands): the list above it in the tree; of a pair also its siblings, which show a few."""
    siblings: dict[str, list[int]] = defaultdict(list)
    shoes = {above(path)[-1] for path in announced.values() if depth(path) == PRODUCT_DEPTH}
    for path in sorted(tree):
        if depth(path) == PRODUCT_DEPTH and above(path)[-1] in shoes:
            siblings[above(path)[-1]].append(tree[path])
    for pk, path in announced.items():
        listing = above(path)[-1:]
        for one in listing:
            if one in tree:
                yield pk, tree[one]
            for sibling in siblings[one]:
                if pk in [other for other in siblings[one] if other != sibling][: products.SIBLINGS]:
                    yield pk, sibling


def by_link(pages: QuerySet) -> Pairs:
    """(page, where its card stands): what it points at and is listed on, and what points at it to show it."""
    links = ReferenceIndex.objects.filter(base_content_type=get_default_page_content_type())
    chosen = links.filter(model_path__in=LISTED_ON, object_id__in=pages)
    yield from ((int(page), int(place)) for page, place in chosen.values_list("object_id", "to_object_id"))
    to_pages = links.filter(model_path__in=SHOWN_BY, to_content_type=get_default_page_content_type())
    showing = to_pages.filter(to_object_id__in=pages)
    yield from ((int(page), int(place)) for page, place in showing.values_list("to_object_id", "object_id"))


def by_brand() -> Pairs:
    """(pair or collaboration, brand): the newest of both that a brand's page has room for."""
    place = Window(RowNumber(), partition_by="brand", order_by=[F("first_published_at").desc(), F("pk").desc()])
    newest = objects("ProductPage").shown().annotate(place=place).filter(place__lte=brands.PRODUCTS)
    yield from ((pk, brand) for pk, brand in newest.values_list("pk", "brand") if brand)
    cards: dict[int, list[int]] = defaultdict(list)
    shared = objects("CollaborationPage").shown().in_timeline()
    for pk, brand in shared.values_list("pk", "silhouettes__silhouette__brand"):
        if brand and pk not in cards[brand]:
            cards[brand].append(pk)
    yield from ((pk, brand) for brand, pks in cards.items() for pk in pks[: brands.COLLABORATIONS])


def by_mention(tree: Mapping[str, int]) -> Pairs:
    """(story, place): the few stories whose cards stand where a page, or one beneath it in the catalogue, is named."""
    houses = set(objects("BrandPage").live().values_list("path", flat=True))
    elsewhere = told_elsewhere()
    cards: dict[int, list[int]] = defaultdict(list)
    # Those whose editor named it stand first.
    is_met = Case(When(source=MentionSource.EXPLICIT, then=0), default=1)
    rows = objects("FeatureMention").filter(feature__live=True, subject__live=True)
    # A story lists none of those that name it.
    rows = rows.exclude(subject__in=objects("FeaturePage").values("pk"))
    rows = rows.order_by(is_met, F("feature__first_published_at").desc(nulls_last=True), "-feature")
    for path, story in rows.values_list("subject__path", "feature"):
        higher = above(path)
        for one in [path, *(higher if higher[:1] and higher[0] in houses else [])]:
            most = BRAND_STORIES if depth(one) == INDEX_DEPTH else products.STORIES
            place = tree.get(one, 0)
            named = cards[place]
            if len(named) < most and story not in named and (place, story) not in elsewhere:
                named.append(story)
    yield from ((story, place) for place, stories in cards.items() for story in stories)


def told_elsewhere() -> set[tuple[int, int]]:
    """(place, story) of what a page shows above its stories: a shoe its history, in words; a person their own."""
    leads = objects("SilhouettePage").exclude(lead_feature=None).values_list("pk", "lead_feature")
    return {*leads, *objects("FeatureCredit").values_list("person", "feature")}


def by_front_page(day: datetime.date) -> Pairs:
    """(page, front page) of what stands there on that day."""
    for home in objects("HomePage").live():
        listed = front(home, day)
        stories = listed["stories"]
        cards = [stories.lead, *stories.row, *stories.more, *listed["collaborations"], *listed["products"]]
        shoes = [line.product for line in listed["releases"]]
        yield from ((page.pk, home.pk) for page in [*cards, *shoes] if page is not None)


def depth(path: str) -> int:
    """How deep in the tree a path is; the root is 1."""
    return len(path) // Page.steplen


def above(path: str) -> list[str]:
    """The tree paths over one, from the brand or index down; empty for those themselves."""
    return [path[: Page.steplen * level] for level in range(INDEX_DEPTH, depth(path))]
