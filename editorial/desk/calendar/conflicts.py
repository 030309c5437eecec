"""What does not go together in the calendar: said beside the entry, never in its way."""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Page, Revision

from editorial.blocks.walk import chosen_ids
from editorial.choices import ReleaseStatus
from editorial.desk.calendar.entries import SCHEDULED, Entry
from editorial.models import DeskCard, EditorialImage, FeaturePage, ProductPage, Release


@dataclass
class Contents:
    """What a scheduled version points at: ids of its pictures and of the products it shows or is about."""

    pictures: set[int] = field(default_factory=set)
    products: set[int] = field(default_factory=set)


def note_conflicts(entries: Iterable[Entry]) -> None:
    """Say at each scheduled entry what stands against its hour. Five queries, however many entries there are."""
    found = [entry for entry in entries if entry.kind == SCHEDULED]
    if not found:
        return
    crowded(found)
    cards = {card.page_id: card for card in DeskCard.objects.filter(page__in=[entry.page_id for entry in found])}
    contents = {r.pk: contents_of(r) for r in Revision.objects.filter(pk__in=[entry.key for entry in found])}
    ends = pictures_by_id(contents.values())
    firsts = first_releases(contents.values())
    for entry in found:
        against_card(entry, cards.get(entry.page_id))
        held = contents.get(entry.key, Contents())
        against_rights(entry, [ends[pk] for pk in sorted(held.pictures) if pk in ends])
        against_releases(entry, [firsts[pk] for pk in sorted(held.products) if pk in firsts])


def crowded(entries: list[Entry]) -> None:
    """Two stories on one day, or in one hour, take each other's readers."""
    by_day: dict[datetime.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.is_feature:
            by_day[entry.day].append(entry)
    for stories in by_day.values():
        for entry in stories:
            others = [other for other in stories if other is not entry]
            same_hour = [other for other in others if hour(other) == hour(entry)]
            if same_hour:
                names = ", ".join(other.title for other in same_hour)
                entry.conflicts.append(_("In the same hour as %(titles)s.") % {"titles": names})
            elif others:
                names = ", ".join(other.title for other in others)
                entry.conflicts.append(_("On the same day as %(titles)s.") % {"titles": names})


def hour(entry: Entry) -> int:
    """The hour of the newsroom's clock."""
    return timezone.localtime(entry.at).hour


def against_card(entry: Entry, card: DeskCard | None) -> None:
    """The embargo, and a due date after the hour of publication."""
    if card is None:
        return
    if card.embargo_until and entry.at < card.embargo_until:
        until = date_format(timezone.localtime(card.embargo_until), "j F Y, H:i")
        entry.conflicts.append(_("Before its embargo ends, %(until)s.") % {"until": until})
    if card.due_on and card.due_on > entry.day:
        entry.conflicts.append(_("Before it is due, %(day)s.") % {"day": date_format(card.due_on, "j F")})


def against_rights(entry: Entry, pictures: list[EditorialImage]) -> None:
    """Pictures that may not be shown on that day."""
    for picture in pictures:
        if picture.rights_until and picture.rights_until < entry.day:
            words = {"title": picture.title, "day": date_format(picture.rights_until, "j F Y")}
            entry.conflicts.append(_("After the rights in '%(title)s' end, %(day)s.") % words)
        elif picture.rights_from and picture.rights_from > entry.day:
            words = {"title": picture.title, "day": date_format(picture.rights_from, "j F Y")}
            entry.conflicts.append(_("Before '%(title)s' may be shown, %(day)s.") % words)


def against_releases(entry: Entry, releases: list[tuple[str, datetime.date]]) -> None:
    """Shoes that come out later than the story about them."""
    for title, day in releases:
        if entry.is_feature and day > entry.day:
            words = {"title": title, "day": date_format(day, "j F Y")}
            entry.conflicts.append(_("Before '%(title)s' is released, %(day)s.") % words)


def contents_of(revision: Revision) -> Contents:
    """What a stored version points at, read from its JSON without loading any of it."""
    stored, held = revision.content, Contents()
    held.pictures |= {stored[name] for name in ("lead_image", "social_image") if stored.get(name)}
    held.products |= {row["page"] for row in stored.get("subjects", []) if row.get("page")}
    if isinstance(stored.get("body"), str):
        stream = FeaturePage._meta.get_field("body").stream_block
        chosen = chosen_ids(stream, [json.loads(stored["body"] or "[]")])
        held.pictures |= chosen.get(get_image_model(), set())
        held.products |= chosen.get(ProductPage, set()) | chosen.get(Page, set())
    return held


def pictures_by_id(contents: Iterable[Contents]) -> dict[int, EditorialImage]:
    """The pictures with a rights window among what the versions show."""
    keys = set().union(*(held.pictures for held in contents))
    return EditorialImage.objects.exclude(rights_from=None, rights_until=None).in_bulk(keys)


def first_releases(contents: Iterable[Contents]) -> dict[int, tuple[str, datetime.date]]:
    """For products still to be released: name and the earliest day known, over all countries."""
    keys = set().union(*(held.products for held in contents))
    coming = Release.objects.filter(product__in=keys, day__isnull=False).exclude(
        status__in=[ReleaseStatus.CANCELLED, ReleaseStatus.RELEASED]
    )
    found: dict[int, tuple[str, datetime.date]] = {}
    for product, title, year, month, day in coming.values_list("product", "product__title", "year", "month", "day"):
        date = datetime.date(year, month, day)
        if product not in found or date < found[product][1]:
            found[product] = (title, date)
    return found
