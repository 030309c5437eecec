"""Where a page stands in its workflow, for its card."""

from dataclasses import dataclass

from wagtail.models import TaskState

from editorial.desk.people import may_decide
from editorial.models import Claim, DeskCard


@dataclass(frozen=True)
class Standing:
    """The step a page stands at, who has taken it, all steps, what was said at each, and what the user may do.

    `step` and `claim` are None where there is none.
    """

    step: TaskState | None
    claim: Claim | None
    steps: list
    said: list[TaskState]
    may_decide: bool
    is_mine: bool
    may_release: bool


def standing(page, user) -> Standing:
    """The page's standing as this user meets it."""
    state = page.current_workflow_state
    step = state.current_task_state if state else None
    if step is not None and step.status != TaskState.STATUS_IN_PROGRESS:
        step = None
    claim = claim_on(step)
    is_mine = claim is not None and claim.user_id == user.pk
    said = TaskState.objects.for_instance(page).exclude(comment="").select_related("task", "finished_by")
    return Standing(
        step=step,
        claim=claim,
        steps=state.all_tasks_with_status() if state else [],
        said=list(said.order_by("-finished_at")[:20]),
        may_decide=step is not None and may_decide(user, step),
        is_mine=is_mine,
        may_release=claim is not None and (is_mine or page.permissions_for_user(user).can_publish()),
    )


def claim_on(step: TaskState | None) -> Claim | None:
    """Who has taken the step; None where nobody has, or there is no step."""
    return Claim.objects.select_related("user").filter(task_state=step).first() if step else None


def card_of(page) -> DeskCard:
    """The page's card; an empty one, not saved, where it has none."""
    return DeskCard.objects.filter(page_id=page.pk).first() or DeskCard(page_id=page.pk)
