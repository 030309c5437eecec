"""The four steps of a story: desk, sub-editing, rights, publish. Each is a task of some groups.

The one task there was, the chief editors' approval, becomes the last step, with its history; what is under way there
stays there. Chief editors may do every step, so that a small newsroom is never stuck.
"""

from django.db import migrations
from django.db.models import F

EDITORS, CHIEFS, SUBS, RIGHTS = "Editors", "Chief editors", "Sub-editors", "Rights desk"
NEW_GROUPS = (SUBS, RIGHTS)
WORKFLOW, LAST = "Publish", "Chief editors approve"
# Name of the step and who does it, in order; the last is the task there was.
STEPS = (("Desk", (EDITORS, CHIEFS)), ("Sub-editing", (SUBS, CHIEFS)), ("Rights", (RIGHTS, CHIEFS)))
PUBLISH = "Publish"


def permission(apps, app_label, model, codename):
    """The permission, made here where `post_migrate` has not come round yet."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app_label, model=model)
    return apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )[0]


def make_group(apps, name):
    """A group that may open the admin, edit any page, and keep pictures."""
    group, _ = apps.get_model("auth.Group").objects.get_or_create(name=name)
    group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin"))
    apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
        group=group,
        page=apps.get_model("wagtailcore.Page").objects.get(depth=1),
        permission=permission(apps, "wagtailcore", "page", "change_page"),
    )
    root = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    for action in ("add", "change", "choose"):
        apps.get_model("wagtailcore.GroupCollectionPermission").objects.get_or_create(
            group=group,
            collection=root,
            permission=permission(apps, "wagtailimages", "image", f"{action}_image"),
        )
    for action in ("add", "change", "view"):
        group.permissions.add(permission(apps, "editorial", "term", f"{action}_term"))
    return group


def add_steps(apps, schema_editor):
    for name in NEW_GROUPS:
        make_group(apps, name)
    Workflow = apps.get_model("wagtailcore.Workflow")
    workflow = Workflow.objects.filter(name=WORKFLOW).first()
    if workflow is None:
        # The newsroom has a workflow of its own making: it stays theirs.
        return
    Group = apps.get_model("auth.Group")
    GroupApprovalTask = apps.get_model("wagtailcore.GroupApprovalTask")
    task_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    GroupApprovalTask.objects.filter(name=LAST).update(name=PUBLISH)
    WorkflowTask = apps.get_model("wagtailcore.WorkflowTask")
    WorkflowTask.objects.filter(workflow=workflow).update(sort_order=F("sort_order") + len(STEPS))
    for order, (name, groups) in enumerate(STEPS):
        task = GroupApprovalTask.objects.create(name=name, active=True, content_type=task_type)
        task.groups.set(Group.objects.filter(name__in=groups))
        WorkflowTask.objects.create(workflow=workflow, task_id=task.pk, sort_order=order)


def remove_steps(apps, schema_editor):
    GroupApprovalTask = apps.get_model("wagtailcore.GroupApprovalTask")
    WorkflowTask = apps.get_model("wagtailcore.WorkflowTask")
    names = [name for name, _ in STEPS]
    WorkflowTask.objects.filter(workflow__name=WORKFLOW, task__name__in=names).delete()
    WorkflowTask.objects.filter(workflow__name=WORKFLOW).update(sort_order=F("sort_order") - len(STEPS))
    # A step with a history stays, off: what was decided in it is not forgotten.
    GroupApprovalTask.objects.filter(name__in=names, task_states=None).delete()
    GroupApprovalTask.objects.filter(name__in=names).update(active=False)
    GroupApprovalTask.objects.filter(name=PUBLISH).update(name=LAST)
    apps.get_model("auth.Group").objects.filter(name__in=NEW_GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0009_newsroom")]

    operations = [migrations.RunPython(add_steps, remove_steps)]
