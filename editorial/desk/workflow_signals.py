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
    workflow_rejected,
    workflow_submitted,
)

from editorial.actions.notify import no_longer_waiting, notify, waiting_key
from editorial.choices import NoticeKind


def tell_who_may_act(instance: TaskState, user=None, **kwargs) -> None:
    """A step begins: its groups are told, and superusers."""
    page = page_of(instance.workflow_state)
    if page is None:
        return
    groups = getattr(instance.task.specific, "groups", None)
    in_groups = Q(groups__in=groups.all()) if groups is not None else Q(pk__in=[])
    people = get_user_model().objects.filter(in_groups | Q(is_superuser=True), is_active=True).distinct()
    notify(people, NoticeKind.WAITING, page, waiting_key(instance.pk), actor=user, task_name=instance.task.name)


def forget_the_step(instance: TaskState, **kwargs) -> None:
    """A step is decided or called off: nobody is waited for, and whoever took it is free again."""
    no_longer_waiting(instance.pk)


def tell_approved(instance: WorkflowState, user=None, **kwargs) -> None:
    """The last step is done: writers are told."""
    tell_writers(instance, NoticeKind.APPROVED, user)


def tell_rejected(instance: WorkflowState, user=None, **kwargs) -> None:
    """Changes are requested: writers are told what was said."""
    tell_writers(instance, NoticeKind.REJECTED, user)


def say_nothing(**kwargs) -> None:
    """In place of the framework's letter to superusers, who are told of the first step already."""


def tell_writers(state: WorkflowState, kind: NoticeKind, user) -> None:
    """Tell who submitted the page and whose it is, with the comment of the step that decided."""
    page = page_of(state)
    if page is None:
        return
    step = state.task_states.select_related("task").order_by("-finished_at", "-pk").first()
    notify(
        {state.requested_by, page.owner} - {None},
        kind,
        page,
        f"{kind}:{step.pk if step else state.pk}",
        actor=user,
        task_name=step.task.name if step else "",
        comment=step.comment if step else "",
    )


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
for signal in (task_approved, task_rejected, task_cancelled):
    signal.connect(forget_the_step, sender=TaskState, dispatch_uid="editorial_step_is_over")
