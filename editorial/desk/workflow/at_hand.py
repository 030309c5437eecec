"""The steps of a page's workflow, read once for a form: the framework asks for them anew wherever it names one."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from wagtail.models import Page, Task, TaskState, Workflow, WorkflowState, WorkflowTask

SEEN_TO = (TaskState.STATUS_APPROVED, TaskState.STATUS_SKIPPED)


class KnownSteps(SimpleLazyObject):
    """A workflow state that knows its steps and what became of them; for all else it is the state itself.

    It answers as the framework does where an approval outlasts a later edit, as it does here.
    """

    def __init__(self, state: WorkflowState, steps: Iterable[Task], history: Iterable[TaskState]):
        """`steps` in their order; `history` is all that was ever decided or waits, with its claims."""
        super().__init__(lambda: state)
        history = sorted(history, key=lambda one: (one.started_at, one.pk))
        newest = {one.task_id: one for one in history}
        seen_to = {one.task_id for one in history if one.status in SEEN_TO}
        self.__dict__["history"] = history
        self.__dict__["steps"] = [with_state(step, newest.get(step.pk)) for step in steps]
        self.__dict__["is_at_final_task"] = sum(step.active and step.pk not in seen_to for step in steps) <= 1
        for one in history:
            if one.pk == state.current_task_state_id:
                state.current_task_state = one

    def all_tasks_with_status(self) -> list[Task]:
        """The steps, each with `status` and `status_display`."""
        return self.__dict__["steps"]

    def all_tasks_with_state(self) -> list[Task]:
        """The steps, each with its newest `task_state`."""
        return self.__dict__["steps"]


def with_state(step: Task, state: TaskState | None) -> Task:
    """The step with what the framework's lists of steps say of it."""
    step.task_state = state
    step.status = state.status if state else None
    step.status_display = state.get_status_display() if state else _("Not started")
    if state is not None:
        state.task = step
    return step


def with_known_steps(state: WorkflowState, steps: Iterable[WorkflowTask]) -> KnownSteps:
    """The state with its steps and their history. `steps` are those of the workflow in force, which it need not be."""
    mine = [step for step in steps if step.workflow_id == state.workflow_id]
    if mine:
        state.workflow = mine[0].workflow
    mine = mine or list(with_tasks(WorkflowTask.objects.filter(workflow=state.workflow_id)))
    history = TaskState.objects.filter(workflow_state=state.pk).select_related("desk_claim")
    return KnownSteps(state, [as_itself(step.task) for step in mine], history)


def steps_over(page: Page) -> tuple[Workflow | None, list[WorkflowTask]]:
    """The active workflow of the page or of the nearest page above it that has one, and its steps in their order."""
    paths = paths_to(page)
    above = "workflow__workflow_pages__page"
    rows = with_tasks(WorkflowTask.objects.filter(workflow__active=True, **{f"{above}__path__in": paths}))
    found = list(rows.order_by(f"-{above}__depth", "sort_order"))
    if not found:
        # None, or one that nobody has given a step yet.
        over = Workflow.objects.active().filter(workflow_pages__page__path__in=paths)
        return over.order_by("-workflow_pages__page__depth").first(), []
    nearest = found[0].workflow
    # Once each, however many pages above have it.
    return nearest, list({step.pk: step for step in found if step.workflow_id == nearest.pk}.values())


def paths_to(page: Page) -> list[str]:
    """The tree paths from the root down to the page, its own included."""
    return [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]


def with_tasks(steps: QuerySet[WorkflowTask]) -> QuerySet[WorkflowTask]:
    """With the workflow and the task, its groups' kind included."""
    return steps.select_related("workflow", "task__groupapprovaltask").order_by("sort_order")


def as_itself(task: Task) -> Task:
    """The task as its own class, where that is the one for groups, which was read along."""
    return getattr(task, "groupapprovaltask", task)
