"""A feature's page: its body, byline and breadcrumb, and what to read next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Prefetch, Q, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce, Substr
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from wagtail.models import Page

from editorial.blocks import shelf, walk
from editorial.blocks.figures import figure_numbers
from editorial.blocks.stock import fetch
from editorial.choices import CreditRole, HeroLayout
from editorial.listings.facts import Step
from editorial.listings.pictures import PictureOrder
from editorial.listings.reach import objects
from editorial.querysets import count_of
from editorial.running_text.reading import Reading, note_html, prepared
from editorial.running_text.references import PAGE, linked_ids

RELATED = 3
# How long the tree paths of brands and silhouettes are: root, front page, brand, silhouette.
CATALOGUE_PATH_LENGTHS = (3 * Page.steplen, 4 * Page.steplen)


@dataclass(frozen=True)
class PrintedCredit:
    """A person's part in a story, ready for the byline."""

    role: str
    role_label: str
    name: str
    page: Page


@dataclass(frozen=True)
class Onward:
    """Where a reader goes from here: `next` is None only where no other story is shown."""

    next: object | None
    related: Sequence


def story(page, request=None) -> dict:
    """Everything a story's page prints. The body's blocks are made here, so that all pictures come in one query."""
    stream = page.body.stream_block
    raw = list(page.body.raw_data)
    texts = list(walk.rich_texts(stream, raw))
    beside = pages_beside_text(page, raw)
    reading = prepared(texts, request, also=beside, subject_place=place_among_subjects(page))
    subjects = shown_subjects(page, reading)
    onward = read_on(page, [subject.pk for subject in subjects], linked_ids(texts, PAGE))
    give_credits([page, onward.next, *onward.related])
    page.trail = catalogue_trail(subjects, reading) or features_trail()
    return {
        "reading": reading,
        "sections": blocks_made(page, raw, reading, onward),
        "contents": stream.contents(page.body),
        "figures": figure_numbers(raw) if page.hero_layout == HeroLayout.FULL else {},
        "credits": byline(page, reading),
        "updated": updated(page),
        "sources": [note_html(line) for line in page.source_list],
        "topic_url": reverse("topic", args=[page.topic.slug]) if page.topic else "",
        "silhouette": next((step for step in page.trail if is_of(step, "SilhouettePage")), None),
        "next_up": onward.next,
        "related": onward.related,
    }


def read_on(page, subject_ids: Iterable[int], linked: Iterable[int]) -> Onward:
    """The story to read next and those related, in one query.

    Next is the editor's choice, where readers may see it; else the story that shares most subjects, then the topic,
    then the newest, one that the text does not already link to, if there is any.
    """
    linked = set(linked)
    mentions = objects("FeatureMention").filter(subject__in=list(subject_ids))
    found = list(
        objects("FeaturePage")
        .shown()
        .exclude(pk=page.pk)
        .select_related("lead_image__replacement", "topic")
        .defer("body")
        .annotate(
            is_chosen=Q(pk=page.next_story_id or 0),
            shared=count_of(mentions, feature=OuterRef("pk")),
            is_of_topic=Q(topic__isnull=False, topic=page.topic_id or 0),
        )
        .order_by("-is_chosen", "-shared", "-is_of_topic", "-first_published_at", "-pk")[: 1 + RELATED + len(linked)]
    )
    candidates = [story for story in found if story.is_chosen or story.pk not in linked] or found
    following = candidates[0] if candidates else None
    return Onward(following, [story for story in found if story is not following][:RELATED])


def give_credits(features: Iterable) -> None:
    """Prefetch the shown credits of several stories, the page's own among them. None among them is passed over."""
    credits = Prefetch("credits", queryset=objects("FeatureCredit").shown())
    prefetch_related_objects([story for story in features if story is not None and story.pk], credits)


def pages_beside_text(page, raw: list) -> Q:
    """The pages that are printed outside running text: sources of blocks, people, subjects and what stands above them.

    In a version that is not published, subjects and credits are in memory and not in the tables.
    """
    wanted = Q(pk__in=walk.chosen_ids(page.body.stream_block, [raw]).get(Page, set()))
    if page.credits.is_deferring:
        wanted |= Q(pk__in={credit.person_id for credit in page.credits.all()})
    if page.subjects.is_deferring:
        paths = {subject.page.path for subject in page.subjects.all()}
        wanted |= Q(path__in=paths) | Q(path__in={path[:end] for path in paths for end in CATALOGUE_PATH_LENGTHS})
    else:
        wanted |= Q(pk__in=own_subjects(page).values("page"))
        for length in CATALOGUE_PATH_LENGTHS:
            wanted |= Q(path__in=own_subjects(page).values(above=Substr("page__path", 1, length)))
    return wanted


def own_subjects(page):
    """The rows that name the published subjects of a story."""
    return objects("FeatureSubject").filter(feature=page.pk)


def place_among_subjects(page) -> Subquery:
    """An annotation of pages: their place among the published subjects of a story, NULL for others."""
    places = own_subjects(page).filter(page=OuterRef("pk")).order_by("sort_order")
    return Subquery(places.values(place=Coalesce("sort_order", 0))[:1])


def shown_subjects(page, reading: Reading) -> list[Page]:
    """The subjects that readers may see, the main one first."""
    if page.subjects.is_deferring:
        ids = [subject.page_id for subject in page.subjects.all()]
        return [reading.pages[pk] for pk in ids if pk in reading.pages]
    named = [one for one in reading.pages.values() if one.subject_place is not None]
    return sorted(named, key=lambda one: (one.subject_place, one.pk))


def catalogue_paths(subjects: Iterable[Page]) -> list[str]:
    """Tree paths of the brand and silhouette at or above the first subject that belongs to the catalogue."""
    first = next((page for page in subjects if is_of(page, "BrandPage", "SilhouettePage", "ProductPage")), None)
    if first is None:
        return []
    return [first.path[:length] for length in CATALOGUE_PATH_LENGTHS if length <= len(first.path)]


def catalogue_trail(subjects: Iterable[Page], reading: Reading) -> list[Page]:
    """Brand, then silhouette, as far as readers may see them; empty where no subject belongs to the catalogue."""
    by_path = {page.path: page for page in reading.pages.values()}
    return [by_path[path] for path in catalogue_paths(subjects) if path in by_path]


def features_trail() -> list[Step]:
    """The step above a story that belongs to no shoe."""
    return [Step(gettext("Features"), "/features/")]


def is_of(page: object, *model_names: str) -> bool:
    """Whether a page is of one of the types, told from its content type alone."""
    models = [objects(name).model for name in model_names]
    return getattr(page, "content_type_id", None) in {
        content_type.pk for content_type in ContentType.objects.get_for_models(*models).values()
    }


def blocks_made(page, raw: list, reading: Reading, onward: Onward) -> list:
    """The body's sections, with all they show; the pictures of the whole page are fetched with theirs."""
    pictures = PictureOrder()
    pictures.add([page.lead_image], "plain")
    pictures.add_leads(onward.related, "card")
    stock = fetch(page.body.stream_block, [raw], pictures, reading.pages)
    pictures.fetch()
    with shelf.on_shelf(stock):
        return list(page.body)


def byline(page, reading: Reading) -> list[PrintedCredit]:
    """Those who had a part in it and whom readers may see: words first, then pictures, then editing."""
    order = list(CreditRole)
    rows = sorted(page.credits.all(), key=lambda credit: order.index(credit.role))
    if page.credits.is_deferring:
        rows = [row for row in rows if row.person_id in reading.pages]
    return [PrintedCredit(row.role, row.get_role_display(), row.person.title, row.person) for row in rows]


def updated(page) -> datetime | None:
    """When the text was last published, if that was on a later day than the first time."""
    first, last = page.first_published_at, page.last_published_at
    return last if first and last and localdate(last) > localdate(first) else None
