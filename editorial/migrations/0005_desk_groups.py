"""Who does what at the desk, in place of the framework's Moderators and Editors.

Editors write and submit. Chief editors publish; they are the former Moderators, members and all. Merchandisers keep the
catalogue: they hold their page rights brand by brand, given when a brand is founded. One workflow, 'Publish', asks the
chief editors.
"""

from django.db import migrations

EDITORS, CHIEFS, MERCHANDISERS = "Editors", "Chief editors", "Merchandisers"

PAGE_RIGHTS = {
    EDITORS: ["add_page", "change_page"],
    CHIEFS: ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"],
    MERCHANDISERS: [],
}
BRAND_RIGHTS = ["add_page", "change_page", "publish_page"]
COLLECTION_RIGHTS = {
    ("wagtailimages", "image"): ["add_image", "change_image", "choose_image"],
    ("wagtaildocs", "document"): ["add_document", "change_document", "choose_document"],
}
EVERYTHING = ("add", "change", "delete", "view")
MODEL_RIGHTS = {
    EDITORS: {"topic": ("add", "change", "view"), "term": ("add", "change", "view"), "release": ("add", "change", "view")},
    CHIEFS: {
        "topic": EVERYTHING,
        "term": EVERYTHING,
        "release": EVERYTHING,
        "region": EVERYTHING,
        "market": EVERYTHING,
        "sitesettings": ("change", "view"),
    },
    MERCHANDISERS: {
        "term": ("add", "change", "view"),
        "release": EVERYTHING,
        "region": EVERYTHING,
        "market": EVERYTHING,
    },
}


def permission(apps, app_label, model, codename):
    """The permission, made here where `post_migrate` has not come round yet."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app_label, model=model)
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return found


def open_desk(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    Group.objects.filter(name="Moderators").update(name=CHIEFS)
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in PAGE_RIGHTS}
    give_page_rights(apps, groups)
    give_collection_rights(apps, groups)
    for name, group in groups.items():
        group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin"))
        for model, actions in MODEL_RIGHTS[name].items():
            group.permissions.add(*(permission(apps, "editorial", model, f"{action}_{model}") for action in actions))
    for action in ("add", "change", "delete"):
        groups[CHIEFS].permissions.add(permission(apps, "wagtailredirects", "redirect", f"{action}_redirect"))
    name_workflow(apps, groups[CHIEFS])


def give_page_rights(apps, groups):
    GroupPagePermission = apps.get_model("wagtailcore.GroupPagePermission")
    Page = apps.get_model("wagtailcore.Page")
    root = Page.objects.get(depth=1)
    GroupPagePermission.objects.filter(group__in=groups.values()).delete()
    places = [(groups[name], root, codenames) for name, codenames in PAGE_RIGHTS.items()]
    brands = Page.objects.filter(content_type__app_label="editorial", content_type__model="brandpage")
    places += [(groups[MERCHANDISERS], brand, BRAND_RIGHTS) for brand in brands]
    for group, page, codenames in places:
        for codename in codenames:
            GroupPagePermission.objects.create(
                group=group, page=page, permission=permission(apps, "wagtailcore", "page", codename)
            )


def give_collection_rights(apps, groups):
    GroupCollectionPermission = apps.get_model("wagtailcore.GroupCollectionPermission")
    root = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    GroupCollectionPermission.objects.filter(group__in=groups.values()).delete()
    for group in groups.values():
        for (app_label, model), codenames in COLLECTION_RIGHTS.items():
            for codename in codenames:
                GroupCollectionPermission.objects.create(
                    group=group, collection=root, permission=permission(apps, app_label, model, codename)
                )


def name_workflow(apps, chiefs):
    """One workflow of one task for the whole tree; the framework's own is renamed so that its history stays."""
    ContentType = apps.get_model("contenttypes.ContentType")
    GroupApprovalTask = apps.get_model("wagtailcore.GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore.Workflow")
    task = GroupApprovalTask.objects.filter(groups=chiefs).first()
    if task is None:
        task_type, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
        task = GroupApprovalTask.objects.create(content_type=task_type)
        task.groups.add(chiefs)
    task.name = "Chief editors approve"
    task.active = True
    task.save()
    step = apps.get_model("wagtailcore.WorkflowTask").objects.filter(task_id=task.pk).first()
    workflow = step.workflow if step else Workflow.objects.create()
    workflow.name = "Publish"
    workflow.active = True
    workflow.save()
    if step is None:
        workflow.workflow_tasks.create(task_id=task.pk, sort_order=0)
    apps.get_model("wagtailcore.WorkflowPage").objects.update_or_create(
        page=apps.get_model("wagtailcore.Page").objects.get(depth=1), defaults={"workflow": workflow}
    )


def close_desk(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    Group.objects.filter(name=CHIEFS).update(name="Moderators")
    Group.objects.filter(name=MERCHANDISERS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0004_feature_body"),
        ("wagtailadmin", "0003_admin_managed"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(open_desk, close_desk)]
