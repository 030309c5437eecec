"""Who is told what when a story takes a step.

These receivers stand in for the framework's own letters, which leave inside the request and before the transaction
stands: they are connected under the same ids, ahead of the admin's, and an id is connected once.
"""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    task_approved,
    task_cancelled,
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from editorial.actions.notify import no_longer_asked, no_longer_waiting, notify, waiting_key
from editorial.choices import NoticeKind
from editorial.models import Claim


def tell_who_may_act(instance: TaskState, user=None, **kwargs) -> None:
    """A step begins: its groups are told, and superusers, with what was said at the step before."""
    page = page_of(instance.workflow_state)
    if page is None:
        return
    no_longer_asked(page)
    groups = getattr(instance.task.specific, "groups", None)
    in_groups = Q(groups__in=groups.all()) if groups is not None else Q(pk__in=[])
    people = get_user_model().objects.filter(in_groups | Q(is_superuser=True), is_active=True).distinct()
    before = step_before(instance)
    notify(
        people,
        NoticeKind.WAITING,
        page,
        waiting_key(instance.pk),
        actor=user,
        step=instance,
        step_before=before.task.name if before else "",
        comment=before.comment if before else "",
    )


def step_before(step: TaskState) -> TaskState | None:
    """The step whose approval began this one; None where the page was handed in, or again."""
    others = step.workflow_state.task_states.exclude(pk=step.pk).select_related("task")
    last = others.order_by("-finished_at", "-pk").first()
    return last if last and last.status == TaskState.STATUS_APPROVED else None


def forget_the_step(instance: TaskState, **kwargs) -> None:
    """A step is decided or called off: nobody is waited for, and whoever took it is free again."""
    no_longer_waiting(instance.pk)


def tell_who_had_taken_it(instance: TaskState, user=None, **kwargs) -> None:
    """A step is approved: whoever had taken it is told who was quicker."""
    page = page_of(instance.workflow_state)
    if page is not None:
        key = f"{NoticeKind.DECIDED}:{instance.pk}"
        people = {claimed_by(instance)} - {None}
        notify(people, NoticeKind.DECIDED, page, key, actor=user, step=instance, comment=instance.comment)


def tell_approved(instance: WorkflowState, user=None, **kwargs) -> None:
    """The last step is done: writers are told."""
    tell_writers(instance, NoticeKind.APPROVED, user)


def tell_rejected(instance: WorkflowState, user=None, **kwargs) -> None:
    """Changes are requested: writers are told what was said, and whoever had taken the step."""
    tell_writers(instance, NoticeKind.REJECTED, user)


def tell_cancelled(instance: WorkflowState, user=None, **kwargs) -> None:
    """The page is taken out of its steps: writers are told, and whoever had taken the step."""
    tell_writers(instance, NoticeKind.CANCELLED, user)


def say_nothing(**kwargs) -> None:
    """In place of the framework's letter to superusers, who are told of the first step already."""


def tell_writers(state: WorkflowState, kind: NoticeKind, user) -> None:
    """Tell who submitted the page and whose it is, with the comment of the step that decided.

    Where it does not go on, whoever had taken that step is told, too.
    """
    page = page_of(state)
    if page is None:
        return
    step = state.task_states.select_related("task").order_by("-finished_at", "-pk").first()
    had_taken = claimed_by(step) if kind != NoticeKind.APPROVED else None
    people = {state.requested_by, page.owner, had_taken} - {None}
    key = f"{kind}:{step.pk if step else state.pk}"
    notify(people, kind, page, key, actor=user, step=step, comment=step.comment if step else "")


def claimed_by(step: TaskState | None):
    """Who had taken the step; None where nobody had."""
    claim = Claim.objects.select_related("user").filter(task_state=step).first() if step else None
    return claim.user if claim else None


def page_of(state: WorkflowState) -> Page | None:
    """The page in the workflow; None for anything else."""
    found = state.content_object
    return found if isinstance(found, Page) else None


FRAMEWORK_IDS = (
    (task_submitted, tell_who_may_act, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, say_nothing, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, tell_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, tell_approved, WorkflowState, "workflow_state_approved_email_notification"),
)
for signal, receiver, sender, dispatch_uid in FRAMEWORK_IDS:
    signal.connect(receiver, sender=sender, dispatch_uid=dispatch_uid)
workflow_cancelled.connect(tell_cancelled, sender=WorkflowState, dispatch_uid="editorial_workflow_is_called_off")
task_approved.connect(tell_who_had_taken_it, sender=TaskState, dispatch_uid="editorial_step_is_decided")
for signal in (task_approved, task_rejected, task_cancelled):
    signal.connect(forget_the_step, sender=TaskState, dispatch_uid="editorial_step_is_over")
