"""Carrying out the schedule: what is due goes live, what has expired goes off, one page at a time.

A page that the gate refuses when its hour comes keeps nobody waiting: its schedule is taken off, the version stays as a
draft, and a log entry tells the desk (the dashboard lists it).
"""

import datetime
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Page, Revision

from editorial.checks import PublishRefused

logger = logging.getLogger(__name__)

REFUSED_ACTION = "editorial.publish.refused"


@dataclass
class Schedule:
    """What a run did, as the names of pages; `failed` are faults of ours, left on the schedule."""

    published: list[str] = field(default_factory=list)
    expired: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def publish_due(at: datetime.datetime | None = None) -> Schedule:
    """Take expired pages off and publish what is due at `at` (now by default)."""
    at = at or timezone.now()
    done = Schedule()
    for item in expired_items(at):
        attempt(done, item, str(item), expire)
    for revision in due_revisions(at):
        attempt(done, revision, revision.object_str, publish)
    return done


def attempt(done: Schedule, item, name: str, step) -> None:
    """Do one step in a transaction of its own and note how it ended."""
    try:
        with transaction.atomic():
            step(item)
    except PublishRefused as refusal:
        tell_the_desk(item, refusal)
        done.refused.append(name)
        logger.warning("Not published on schedule: %s. %s", name, "; ".join(str(p) for p in refusal.problems))
    except Exception:
        # Whatever is wrong with one page must not keep the others from their readers.
        done.failed.append(name)
        logger.exception("The schedule failed for %s", name)
    else:
        (done.expired if step is expire else done.published).append(name)


def publish(revision: Revision) -> None:
    """Publish one revision. Raises PublishRefused."""
    revision.publish(log_action="wagtail.publish.scheduled")


def expire(item) -> None:
    """Take one page off."""
    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def tell_the_desk(revision: Revision, refusal: PublishRefused) -> None:
    """Take the revision off the schedule and log why."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    log(
        instance=revision.content_object,
        action=REFUSED_ACTION,
        revision=revision,
        data={"problems": [str(problem) for problem in refusal.problems]},
    )


def due_revisions(at: datetime.datetime) -> list[Revision]:
    """Approved revisions whose hour has come, earliest first, parents before what is under them."""
    due = Revision.objects.filter(approved_go_live_at__lte=at)
    return sorted(due, key=lambda revision: (revision.approved_go_live_at, revision.content.get("path", "")))


def expired_items(at: datetime.datetime) -> Iterator:
    """Live things past their last hour, as their own classes."""
    yield from Page.objects.live().filter(expire_at__lte=at).order_by("expire_at").specific()
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield from model.objects.filter(live=True, expire_at__lte=at).order_by("expire_at")
