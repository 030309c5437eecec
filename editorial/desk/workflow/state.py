"""Where a page stands in its workflow, for its card."""

from dataclasses import dataclass

from wagtail.models import TaskState, WorkflowState

from editorial.desk.people import may_decide
from editorial.models import Claim, DeskCard


@dataclass(frozen=True)
class Standing:
    """Where a page stands: its open step and who has taken it, all steps, what was said, what this user may do.

    `step`, `claim` and `sent_back` (the step that asked for changes) are None where there is none. `past` is the last
    workflow of a page that is in none now.
    """

    step: TaskState | None
    claim: Claim | None
    sent_back: TaskState | None
    past: WorkflowState | None
    steps: list
    said: list[TaskState]
    may_decide: bool
    is_mine: bool
    may_release: bool


def standing(page, user) -> Standing:
    """The page's standing as this user meets it."""
    state = page.current_workflow_state
    step = open_step(page)
    claim = claim_on(step)
    is_mine = claim is not None and claim.user_id == user.pk
    past = None if state else last_workflow(page)
    said = TaskState.objects.for_instance(page).exclude(comment="").select_related("task", "finished_by")
    return Standing(
        step=step,
        claim=claim,
        sent_back=sent_back(page),
        past=past,
        steps=(state or past).all_tasks_with_status() if state or past else [],
        said=list(said.order_by("-finished_at")[:20]),
        may_decide=step is not None and may_decide(user, step),
        is_mine=is_mine,
        may_release=claim is not None and (is_mine or page.permissions_for_user(user).can_publish()),
    )


def open_step(page) -> TaskState | None:
    """The step the page stands at, still to be decided; None where it stands at none."""
    state = page.current_workflow_state
    step = state.current_task_state if state and state.status == WorkflowState.STATUS_IN_PROGRESS else None
    return step if step is not None and step.status == TaskState.STATUS_IN_PROGRESS else None


def sent_back(page) -> TaskState | None:
    """The step that asked for changes, while they are asked for: with who said what."""
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    return TaskState.objects.select_related("task", "finished_by").filter(pk=state.current_task_state_id).first()


def last_workflow(page) -> WorkflowState | None:
    """The workflow that the page was in last, with the step that ended it."""
    ended = page.workflow_states.select_related(
        "current_task_state__task", "current_task_state__finished_by", "workflow"
    )
    return ended.order_by("-created_at", "-pk").first()


def claim_on(step: TaskState | None) -> Claim | None:
    """Who has taken the step; None where nobody has, or there is no step."""
    return getattr(step, "desk_claim", None)


def card_of(page) -> DeskCard:
    """The page's card; an empty one, not saved, where it has none."""
    known = page.__dict__.get("at_the_desk")
    card = getattr(known, "desk_card", None) if known else DeskCard.objects.filter(page_id=page.pk).first()
    return card or DeskCard(page_id=page.pk)
