"""What a story names, as the panel prints it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from wagtail.models import Page

from editorial.checks.ground import Ground
from editorial.desk.mentions.aside import MAY_SET_ASIDE, set_aside
from editorial.desk.mentions.new_entries import KIND_NAMES, forms_for
from editorial.mentions.contentstate import entity_for, units
from editorial.mentions.names import TERM, Target
from editorial.mentions.stories import Found, Mentioned, Passage
from editorial.mentions.unknown import UnknownName


@dataclass(frozen=True)
class Spot:
    """A stretch of a paragraph as the editor counts it, for the script to find it again."""

    field: str
    key: str
    offset: int
    length: int
    text: str


@dataclass(frozen=True)
class Choice:
    """An entry that a name may mean. `entity` is the link as the editor keeps it, as JSON."""

    title: str
    kind: str
    edit_url: str
    entity: str


@dataclass(frozen=True)
class Row:
    """A name of the story: where it can be linked or else stands first, and what it may mean."""

    text: str
    times: int
    choices: Sequence[Choice]
    spot: Spot | None = None


@dataclass(frozen=True)
class UnknownRow:
    """A name nobody knows, and the forms in which it becomes an entry: (label, address)."""

    text: str
    times: int
    spot: Spot
    forms: Sequence[tuple[str, str]]


@dataclass
class Listed:
    """The panel's groups.

    `perhaps` are words that may be names, `hidden` entries that readers may not see, `tied` those inside another link,
    `aside` names that somebody has set aside, `may_set_aside` whether this user may.
    """

    linkable: list[Row] = field(default_factory=list)
    unclear: list[Row] = field(default_factory=list)
    perhaps: list[Row] = field(default_factory=list)
    hidden: list[Row] = field(default_factory=list)
    tied: list[Row] = field(default_factory=list)
    linked: list[Row] = field(default_factory=list)
    unknown: list[UnknownRow] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    may_set_aside: bool = False

    @property
    def open(self) -> int:
        """How many names can become links."""
        return len(self.linkable) + len(self.unclear)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not any((self.open, self.perhaps, self.hidden, self.tied, self.linked, self.unknown, self.aside))


def listed(found: Found, user) -> Listed:
    """What was found, in groups. Needs two queries for the pages' addresses, more where names are unknown."""
    groups = Listed(may_set_aside=user.has_perm(MAY_SET_ASIDE))
    data = link_data(target for one in found.entries for target in (one.target, *one.others))
    for one in found.entries:
        group = group_of(groups, one)
        if group is not None:
            group.append(row_of(one, data))
    aside = set_aside(found.unknown)
    # A name with a letter wrong is one for the checks: an entry under it would be the mistake made for good.
    spelling = Ground().names if found.unknown else None
    unknown = [name for name in found.unknown if name.key not in aside and not any(spelling.slips(name.text))]
    groups.aside = [name.text for name in found.unknown if name.key in aside]
    forms = forms_for(user, found.entries) if unknown else []
    groups.unknown = [unknown_row(name, found.passages, forms) for name in unknown]
    return groups


def group_of(groups: Listed, one: Mentioned) -> list[Row] | None:
    """The group that an entry belongs to; None for words that are no link and likely no name."""
    if one.is_linked:
        return groups.linked
    if not one.times:
        return groups.perhaps if one.maybe and one.target.is_live else None
    if not one.target.is_live:
        return groups.hidden
    if not one.free:
        return groups.tied
    return groups.unclear if one.others else groups.linkable


def row_of(one: Mentioned, data: dict[int, dict]) -> Row:
    """An entry that the story names."""
    places = one.free if one.times else one.maybe
    spot = spot_of(*places[0]) if places else None
    choices = [choice_of(target, data) for target in (one.target, *one.others)]
    return Row(spot.text if spot else one.text, one.times or one.maybe_times, choices, spot)


def choice_of(target: Target, data: dict[int, dict]) -> Choice:
    """One meaning of a name."""
    if target.kind == TERM:
        url = reverse("wagtailsnippets_editorial_term:edit", args=[target.id])
        entity = entity_for(TERM, target.id, target.title)
        return Choice(target.title, str(KIND_NAMES[TERM]), url, json.dumps(entity))
    entity = entity_for(target.kind, target.id, target.title) | {"data": data.get(target.id, {"id": target.id})}
    url = reverse("wagtailadmin_pages:edit", args=[target.id])
    return Choice(target.title, str(KIND_NAMES[target.kind]), url, json.dumps(entity))


def spot_of(passage: Passage, span) -> Spot:
    """Where a span stands, counted as the editor does."""
    return spot_at(passage, span.start, span.end)


def spot_at(passage: Passage, start: int, end: int) -> Spot:
    """A stretch of a passage."""
    text = passage.paragraph.text
    offset = units(text, start)
    place = passage.place
    return Spot(place.field, place.key, offset, units(text, end) - offset, text[start:end])


def link_data(targets: Iterable[Target]) -> dict[int, dict]:
    """What the editor keeps of a link to a page: its id, address and the page above, by id."""
    ids = {target.id for target in targets if target.kind != TERM}
    if not ids:
        return {}
    columns = ("pk", "path", "depth", "url_path", "locale_id", "content_type_id")
    pages = list(Page.objects.filter(pk__in=ids).only(*columns))
    above = dict(Page.objects.filter(path__in={page.path[: -page.steplen] for page in pages}).values_list("path", "pk"))
    return {
        page.pk: {"id": page.pk, "url": page.url or "", "parentId": above.get(page.path[: -page.steplen])}
        for page in pages
    }


def unknown_row(name: UnknownName, passages: Sequence[Passage], forms: Sequence[tuple[str, str]]) -> UnknownRow:
    """A name nobody knows, its name in the address of each form."""
    index, start, end = name.places[0]
    query = urlencode({"name": name.text})
    return UnknownRow(
        name.text, name.times, spot_at(passages[index], start, end), [(label, f"{url}?{query}") for label, url in forms]
    )
