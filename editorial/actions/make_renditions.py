"""Encoding pictures ahead of their readers.

A page prints a signed on-demand address for a rendition that is not there yet, so nothing here is urgent. No
transaction is open while a picture is encoded: its renditions are encoded first and entered by one short write. Stopped
at any point, it goes on from there; two at once do not get in each other's way.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.tasks import task
from django.utils import timezone
from wagtail.images.models import Filter
from wagtail.models import Page
from willow.image import UnrecognisedImageFormatError

from editorial.blocks.walk import chosen_ids
from editorial.listings.front import front
from editorial.models import (
    BasePage,
    EditorialImage,
    FeaturePage,
    HomePage,
    PartnerPage,
    PersonPage,
    ProductPage,
    Retailer,
)
from editorial.picture_files.soundness import BOMBS, UNREADABLE
from editorial.renditions import specs_of

logger = logging.getLogger(__name__)

# What is cut of a picture that opens a page, besides the cards of its page type; of one that opens a story or stands
# for a person or house; of the rest of a gallery; and of pictures in a body.
OPENING = ("plain", "square", "social")
UPRIGHT = ("tall",)
GALLERY = ("square",)
BODY = ("plain",)
CHUNK = 200

Uses = Mapping[int, set[str]]
Report = Callable[[str], None]


@dataclass
class Made:
    """What a run did: pictures looked at, renditions encoded, pictures that could not be read."""

    pictures: int = 0
    renditions: int = 0
    unreadable: int = 0


def make_renditions(uses: Uses, report: Report = logger.info) -> Made:
    """Encode what is missing. `uses` maps image ids to names of recipes; `report` gets a line for each picture."""
    made = Made()
    began = time.perf_counter()
    for image, missing in missing_renditions(uses):
        try:
            image.create_renditions(*missing)
        except (*UNREADABLE, *BOMBS, UnrecognisedImageFormatError):
            logger.exception("The original of image %s cannot be encoded", image.pk)
            made.unreadable += 1
            continue
        made.pictures += 1
        made.renditions += len(missing)
        seconds = time.perf_counter() - began
        report(f"  {made.pictures:>5} pictures {made.renditions:>6} renditions {seconds:>7.1f} s  {image.title}")
    return made


def missing_renditions(uses: Uses) -> Iterator[tuple[EditorialImage, list[Filter]]]:
    """The pictures of the uses that lack something, with what each lacks; in the order of the uses."""
    ids = list(uses)
    for start in range(0, len(ids), CHUNK):
        # What may not be shown is not encoded; its renditions were deleted.
        cleared = EditorialImage.objects.exclude(pk__in=EditorialImage.objects.withheld())
        images = cleared.prefetch_related("renditions").in_bulk(ids[start : start + CHUNK])
        for pk in ids[start : start + CHUNK]:
            if pk not in images:
                continue
            image = images[pk]
            there = {(rendition.filter_spec, rendition.focal_point_key) for rendition in image.renditions.all()}
            filters = [Filter(spec=spec) for spec in specs_of(*sorted(uses[pk]))]
            missing = [wanted for wanted in filters if (wanted.spec, wanted.get_cache_key(image)) not in there]
            if missing:
                yield image, missing


def every_use() -> Uses:
    """The pictures of every page readers may see, of features first, newest first; then the marks of shops."""
    uses: dict[int, set[str]] = defaultdict(set)
    models = [model for model in apps.get_app_config("editorial").get_models() if issubclass(model, BasePage)]
    for model in sorted(models, key=lambda model: model is not FeaturePage):
        add_uses(uses, model.objects.shown().order_by("-first_published_at", "-pk").iterator(CHUNK))
    for pk in (
        Retailer.objects.filter(is_active=True, logo__isnull=False).order_by("name").values_list("logo", flat=True)
    ):
        uses[pk].add("logo")
    return uses


def uses_of_pages(pages: Iterable[BasePage]) -> Uses:
    """The pictures of these pages."""
    uses: dict[int, set[str]] = defaultdict(set)
    add_uses(uses, pages)
    return uses


def add_uses(uses: dict[int, set[str]], pages: Iterable[BasePage]) -> None:
    """Note what the pages print: the picture that opens them, their card and social card, galleries, bodies."""
    for page in pages:
        cards = type(page).objects.none().card_recipes
        if page.lead_image_id:
            uses[page.lead_image_id].update(OPENING, cards)
            if isinstance(page, FeaturePage | PartnerPage | PersonPage):
                uses[page.lead_image_id].update(UPRIGHT)
        if page.social_image_id:
            uses[page.social_image_id].add("social")
        if isinstance(page, ProductPage):
            for picture in page.pictures.all():
                uses[picture.image_id].update(GALLERY)
        if isinstance(page, FeaturePage):
            for pk in sorted(chosen_ids(page.body.stream_block, [page.body.raw_data]).get(EditorialImage, ())):
                uses[pk].update(BODY)


def front_page_uses() -> Uses:
    """What the front page prints today."""
    uses: dict[int, set[str]] = defaultdict(set)
    shown = front(HomePage.objects.get(), timezone.localdate())
    stories = shown["stories"]
    lists = (
        ([stories.lead] if stories.lead else [], {"plain"}),
        ([*stories.row[:1], *stories.more], {"card"}),
        (stories.row[1:], {"tall"}),
        (shown["collaborations"], {"tall"}),
        ([*shown["products"], *(release.product for release in shown["releases"])], {"card"}),
    )
    for pages, recipes in lists:
        for page in pages:
            if page.lead_image_id:
                uses[page.lead_image_id].update(recipes)
    return uses


@task(backend="pictures")
def make_page_renditions(page_id: int) -> int:
    """Encode what a page prints, if it still is there; how many renditions were made."""
    page = Page.objects.live().filter(pk=page_id).first()
    if page is None:
        return 0
    return make_renditions(uses_of_pages([page.specific])).renditions
