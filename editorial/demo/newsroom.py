"""The newsroom at work: stories at every step, days that are due, an embargo that is in the way."""

import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.utils import timezone
from wagtail.models import Page

from editorial.actions.claims import take
from editorial.demo.pages import at_eight
from editorial.demo.registry import Registry
from editorial.demo.sources import Entry, fields
from editorial.models import DeskCard

PERSON = fields("key first last group")
CARD = fields("key due", "step said taken note embargo mine")
# A workflow has a few steps; one with more is not ours.
MOST_STEPS = 10


def load_newsroom(people: list[Entry], cards: list[Entry], registry: Registry, desk: AbstractUser) -> int:
    """Give the stories this run made their cards and see each to its step; how many cards were made."""
    colleagues = {entry.key: colleague(entry) for entry in people}
    reader = get_user_model().objects.filter(is_active=True, is_superuser=True).order_by("pk").first()
    made = 0
    for entry in cards:
        if not registry.is_fresh("feature", entry.key):
            continue
        page = registry.objects["feature", entry.key]
        DeskCard.objects.update_or_create(page_id=page.pk, defaults=noted(entry))
        if entry.get("mine") and reader is not None:
            page.owner = reader
            page.save(update_fields=["owner"])
        if entry.get("step"):
            see_to_step(page, entry, desk)
        if entry.get("taken"):
            take(page.current_workflow_state.current_task_state, colleagues[entry["taken"]])
        made += 1
    return made


def noted(entry: Entry) -> dict:
    """What the card says, with its days counted from today."""
    today = timezone.localdate()
    embargo = entry.get("embargo")
    return {
        "due_on": today + datetime.timedelta(days=entry["due"]),
        "embargo_until": at_eight(today + datetime.timedelta(days=embargo)) if embargo else None,
        "note": entry.text("note"),
    }


def see_to_step(page: Page, entry: Entry, desk: AbstractUser) -> None:
    """Approve the steps before the one the card names. Raises DemoDataError where the workflow has no such step."""
    for _step in range(MOST_STEPS):
        state = page.current_workflow_state
        if state is None:
            break
        step = state.current_task_state
        if step.task.name == entry["step"]:
            return
        following = state.workflow.tasks.filter(name=entry["step"]).exists()
        if not following:
            break
        step.approve(user=desk, comment=entry.text("said"))
    raise entry.error(f"the workflow has no step '{entry['step']}'.", "step")


def colleague(entry: Entry) -> AbstractUser:
    """Somebody whose name stands at a step; nobody can sign in with it."""
    user, is_new = get_user_model().objects.get_or_create(
        username=entry.key,
        defaults={"first_name": entry.text("first"), "last_name": entry.text("last"), "is_active": False},
    )
    if is_new:
        user.set_unusable_password()
        user.save()
        user.groups.set(Group.objects.filter(name=entry.text("group")))
    return user
