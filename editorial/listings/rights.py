"""Pictures by what is wrong with their rights, and by how many readers could see it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from editorial.listings.on_cards import places_of_cards
from editorial.listings.reach import objects

# What may be wrong with a picture, by name; `offenders` and the report know them by these.
FAULTS = ("ended", "early", "not_cleared", "credit", "holder", "licence", "alt")
LEAD = "lead_image"


class Offender(NamedTuple):
    """A picture that something is wrong with: how many live pages hold it, on how many more a card may show it."""

    pk: int
    showing: int
    on_cards: int


def endings(since: datetime.date, until: datetime.date) -> QuerySet:
    """Pictures whose last day is in the range, both days included, soonest first; `showing` counts live pages."""
    ends = objects("EditorialImage").filter(rights_until__gte=since, rights_until__lte=until)
    return ends.annotate(showing=pages_showing()).order_by("rights_until", "pk")


def references() -> QuerySet:
    """Uses of pictures by live pages. What a page showed in drafts only does not count."""
    images = ContentType.objects.get_for_model(objects("EditorialImage").model)
    live = Page.objects.live().values(key=Cast("pk", CharField()))
    return ReferenceIndex.objects.filter(
        base_content_type=get_default_page_content_type(), to_content_type=images, object_id__in=live
    ).order_by()


def pages_showing() -> Coalesce:
    """How many live pages hold the picture of the outer query."""
    uses = references().filter(to_object_id=Cast(OuterRef("pk"), CharField()))
    counted = uses.values("to_object_id").annotate(total=Count("object_id", distinct=True)).values("total")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def live_pages_of(image_ids: Iterable[int]) -> Mapping[int, list[Page]]:
    """The live pages that hold each picture, by title; two queries."""
    wanted = [str(pk) for pk in image_ids]
    pairs = set(references().filter(to_object_id__in=wanted).values_list("to_object_id", "object_id"))
    pages = Page.objects.select_related("latest_revision", "owner").in_bulk({int(page) for _image, page in pairs})
    found: dict[int, list[Page]] = defaultdict(list)
    for image, page in pairs:
        if int(page) in pages:
            found[int(image)].append(pages[int(page)])
    return {image: sorted(shown, key=lambda page: (page.title, page.pk)) for image, shown in found.items()}


def fault_conditions(at: datetime.datetime | None = None) -> dict[str, Q]:
    """Each fault as a condition on pictures."""
    today = timezone.localdate(at)
    return {
        "ended": Q(rights_until__lt=today),
        "early": Q(rights_from__gt=today),
        "not_cleared": Q(worldwide=False),
        "credit": Q(credit="", rights_holder=""),
        "holder": Q(rights_holder=""),
        "licence": Q(licence=""),
        "alt": Q(description=""),
    }


def offenders(fault: str = "", at: datetime.datetime | None = None, among: QuerySet | None = None) -> list[Offender]:
    """Pictures with something wrong, those on most live pages first, then those whose rights end first.

    `fault` narrows it (an unknown one does not), `among` is the pictures it is about. Counted are the live pages that
    hold a picture, and those on which the card of a page that opens with it may stand.
    """
    conditions = fault_conditions(at)
    wanted = conditions.get(fault)
    if wanted is None:
        wanted = Q()
        for condition in conditions.values():
            wanted |= condition
    images = (objects("EditorialImage").all() if among is None else among).filter(wanted).order_by()
    holding, announced = pages_with(images, at)
    found = [
        (-len(holding[pk] | announced[pk]), last_day or datetime.date.max, pk)
        for pk, last_day in images.values_list("pk", "rights_until")
    ]
    return [Offender(pk, len(holding[pk]), len(announced[pk] - holding[pk])) for _rank, _last_day, pk in sorted(found)]


def pages_with(images: QuerySet, at: datetime.datetime | None) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """The ids of live pages that hold each picture, and of those on which a card may show it, by the picture's id."""
    ids = images.values(key=Cast("pk", CharField()))
    holding: dict[int, set[int]] = defaultdict(set)
    for image, page in references().filter(to_object_id__in=ids).values_list("to_object_id", "object_id"):
        holding[int(image)].add(int(page))
    # What is not cleared for cards stands on none.
    carded = images.filter(for_cards=True).values(key=Cast("pk", CharField()))
    leads = references().filter(model_path=LEAD, to_object_id__in=carded)
    places = places_of_cards(leads.values("object_id"), at)
    announced: dict[int, set[int]] = defaultdict(set)
    for image, page in leads.values_list("to_object_id", "object_id"):
        announced[int(image)] |= places.get(int(page), set())
    return holding, announced


def faults_of(image, at: datetime.datetime | None = None) -> list[str]:
    """What is wrong with one picture, the gravest first; the same conditions, asked of a row that is there."""
    today = timezone.localdate(at)
    said = {
        "ended": image.rights_until is not None and image.rights_until < today,
        "early": image.rights_from is not None and image.rights_from > today,
        "not_cleared": not image.worldwide,
        "credit": not image.credit_line,
        "holder": not image.rights_holder,
        "licence": not image.licence,
        "alt": not image.description,
    }
    return [fault for fault in FAULTS if said[fault]]
