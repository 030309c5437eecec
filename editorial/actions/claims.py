"""Taking a step of a workflow, and giving it back."""

from django.db import IntegrityError, transaction
from wagtail.models import TaskState

from editorial.models import Claim


class AlreadyTaken(Exception):
    """Somebody else has the step; `claim` says who and since when."""

    def __init__(self, claim: Claim):
        self.claim = claim
        super().__init__(str(claim))


class StepIsOver(Exception):
    """The step was decided or called off meanwhile."""


def take(task_state: TaskState, user) -> Claim:
    """Take the step. Taking it twice changes nothing. Raises AlreadyTaken and StepIsOver."""
    if not TaskState.objects.filter(pk=task_state.pk, status=TaskState.STATUS_IN_PROGRESS).exists():
        raise StepIsOver(task_state)
    try:
        with transaction.atomic():
            claim, _is_new = Claim.objects.get_or_create(task_state_id=task_state.pk, defaults={"user": user})
    except IntegrityError:
        claim = Claim.objects.get(task_state_id=task_state.pk)
    if claim.user_id != user.pk:
        raise AlreadyTaken(claim)
    return claim


def give_back(task_state: TaskState) -> bool:
    """Free the step for others. Whether anybody had it."""
    deleted, _by_model = Claim.objects.filter(task_state_id=task_state.pk).delete()
    return bool(deleted)
