"""The round over the archive: the rules of the gate, run over everything that is live, and what they found kept.

What was true when a story was published may be so no longer: a linked page was taken off, a shop sold out, a summer
passed. Only findings that came, went or changed are written, so a quiet night writes one row.
"""

import datetime
import logging
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem
from editorial.checks.rules import problems_of
from editorial.models import ArchivePass, BasePage, Finding

logger = logging.getLogger(__name__)

CHUNK = 100
ROUNDS_KEPT = 30
# When the newsroom sleeps, by its own clock.
NIGHT = datetime.time(3, 0)
# What the next round may find otherwise about the same thing.
WORDS = ("rule", "severity", "message", "mend", "place")
RELATIONS = ("credits", "partners", "silhouettes")


def check_archive(at: datetime.datetime | None = None) -> ArchivePass:
    """Check every live page at `at` (now by default) and keep what is found."""
    ground = Ground(at)
    pages = 0
    for some in live_pages():
        pages += len(some)
        keep_findings(some, ground)
        ground.forget()
    Finding.objects.filter(page__live=False).delete()
    done = ArchivePass.objects.create(
        finished_at=ground.at,
        pages=pages,
        errors=Finding.objects.errors().count(),
        warnings=Finding.objects.warnings().count(),
    )
    old = ArchivePass.objects.order_by("-finished_at", "-pk").values_list("pk", flat=True)[ROUNDS_KEPT:]
    ArchivePass.objects.filter(pk__in=list(old)).delete()
    return done


def check_archive_if_due(at: datetime.datetime | None = None) -> ArchivePass | None:
    """Go round once a night, and at once where nobody has been round yet; None where it is not time."""
    at = at or timezone.now()
    last = ArchivePass.objects.order_by("-finished_at").values_list("finished_at", flat=True).first()
    return check_archive(at) if last is None or last < last_night(at) else None


def last_night(at: datetime.datetime) -> datetime.datetime:
    """The last time it struck three in the newsroom."""
    local = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    night = local.replace(hour=NIGHT.hour, minute=NIGHT.minute, second=0, microsecond=0)
    return night if night <= local else night - datetime.timedelta(days=1)


def live_pages() -> Iterator[list[BasePage]]:
    """Every live page of the magazine, so many of a kind at a time, with what the rules of every page look at."""
    models = [model for model in apps.get_app_config("editorial").get_models() if issubclass(model, BasePage)]
    for model in models:
        names = {field.name for field in model._meta.get_fields()}
        pages = model.objects.live().select_related("lead_image").order_by("pk")
        pages = pages.prefetch_related(*(name for name in RELATIONS if name in names))
        last = 0
        while some := list(pages.filter(pk__gt=last)[:CHUNK]):
            last = some[-1].pk
            bring_parents(some)
            yield some


def bring_parents(pages: Sequence[Page]) -> None:
    """Give the pages the pages above them, in one query."""
    above = {page.path[: -page.steplen] for page in pages if page.depth > 1}
    parents = {parent.path: parent for parent in Page.objects.filter(path__in=above)}
    for page in pages:
        # Where the tree keeps the answer once it was asked.
        page._cached_parent_obj = parents.get(page.path[: -page.steplen])


def keep_findings(pages: Sequence[BasePage], ground: Ground) -> None:
    """Make the findings of these pages those of today. A page whose check breaks keeps the ones it has."""
    lay_together(pages, ground)
    wanted: dict[tuple[int, str], Finding] = {}
    checked = []
    for page in pages:
        try:
            # What live pages copy from the tree stands in their rows: only versions have to follow it.
            found = problems_of(page, ground)
        except Exception:
            # One page that no rule foresaw must not keep the others from being looked at.
            logger.exception("The round over the archive failed at page %s", page.pk)
            continue
        checked.append(page.pk)
        wanted |= {(page.pk, row.key): row for row in findings_of(page, found, ground.at)}
    with transaction.atomic():
        write_changes(Finding.objects.filter(page__in=checked), wanted, ground.at)


def lay_together(pages: Sequence[BasePage], ground: Ground) -> None:
    """Look up what the pages point at in one go; where one of them can't be read, each is left to itself."""
    try:
        ground.lay(pages)
    except Exception:
        logger.exception("The round over the archive can't read pages %s to %s at once", pages[0].pk, pages[-1].pk)


def findings_of(page: BasePage, problems: Iterable[Problem], at: datetime.datetime) -> Iterator[Finding]:
    """The problems as rows, unsaved; several about the same block are told apart by their number."""
    met: dict[str, int] = {}
    for place, problem in enumerate(problems):
        about = ":".join((problem.code, problem.field, problem.block_id))
        met[about] = met.get(about, 0) + 1
        yield Finding(
            page_id=page.pk,
            key=f"{about}:{met[about]}",
            rule=problem.code,
            severity=problem.severity,
            message=problem.message,
            mend=problem.mend,
            field=problem.field,
            block_id=problem.block_id,
            place=place,
            first_found_at=at,
            found_at=at,
        )


def write_changes(rows, wanted: dict[tuple[int, str], Finding], at: datetime.datetime) -> None:
    """Make the stored rows the wanted ones; those that stay as they are stay untouched."""
    stored = {(row.page_id, row.key): row for row in rows}
    changed = []
    for name in stored.keys() & wanted.keys():
        row, now = stored[name], wanted[name]
        if any(getattr(row, word) != getattr(now, word) for word in WORDS):
            for word in WORDS:
                setattr(row, word, getattr(now, word))
            row.found_at = at
            changed.append(row)
    gone = [row.pk for name, row in stored.items() if name not in wanted]
    if gone:
        Finding.objects.filter(pk__in=gone).delete()
    if changed:
        Finding.objects.bulk_update(changed, [*WORDS, "found_at"])
    # Another round may have been here a moment ago.
    Finding.objects.bulk_create([row for name, row in wanted.items() if name not in stored], ignore_conflicts=True)


def look_again(page: BasePage, at: datetime.datetime | None = None) -> None:
    """Strike from the findings of a page just published what its new version has mended."""
    if Finding.objects.filter(page=page.pk).exists():
        keep_findings([page], Ground(at)) if page.live else forget_findings(page)


def forget_findings(page: Page) -> None:
    """A page off the site has no findings."""
    Finding.objects.filter(page=page.pk).delete()
