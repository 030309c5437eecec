"""Who may see and do what at the desk, as querysets and yes or no."""

from django.core.exceptions import PermissionDenied
from django.db.models import IntegerField, QuerySet
from django.db.models.functions import Cast
from django.shortcuts import get_object_or_404
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry


def editable_pages(user) -> QuerySet[Page]:
    """Pages the user may edit, by group and place in the tree, or by having made them."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


def edits_everywhere(user) -> bool:
    """Whether the user may edit every page there is, by a right over the whole tree."""
    rights = policy_registry.get_by_type(Page).get_cached_permissions_for_user(user)
    whole = any(right.page.depth == 1 and right.permission.codename == "change_page" for right in rights)
    return user.is_superuser or whole


def editable_page(user, page_id: int) -> Page:
    """The page, as its own class. Raises Http404, and PermissionDenied where the user may not edit it."""
    page = get_object_or_404(Page, pk=page_id, depth__gt=1).specific
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


def open_steps(user) -> QuerySet[TaskState]:
    """Steps under way that the user may decide: those of the user's groups, and all for a superuser."""
    steps = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status="in_progress",
        workflow_state__current_task_state__isnull=False,
    )
    if user.is_superuser:
        return steps
    return steps.filter(task__groupapprovaltask__groups__in=user.groups.all()).distinct()


def may_decide(user, step: TaskState) -> bool:
    """Whether the user may decide this step."""
    return open_steps(user).filter(pk=step.pk).exists()


def page_ids_of(states: QuerySet) -> QuerySet:
    """The ids of the pages that workflow states are about, as numbers."""
    return states.annotate(page_id=Cast("object_id", IntegerField())).values("page_id")
