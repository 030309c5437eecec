"""Who keeps the shops: chief editors and merchandisers keep retailers, their terms and their offers."""

from django.db import migrations

GROUPS = ("Chief editors", "Merchandisers")
MODELS = ("retailer", "affiliateterms", "offer")
ACTIONS = ("add", "change", "delete", "view")


def permissions(apps):
    """The rights, made here where `post_migrate` has not come round yet."""
    ContentType, Permission = apps.get_model("contenttypes.ContentType"), apps.get_model("auth.Permission")
    for model in MODELS:
        content_type, _ = ContentType.objects.get_or_create(app_label="editorial", model=model)
        for action in ACTIONS:
            yield Permission.objects.get_or_create(
                content_type=content_type, codename=f"{action}_{model}", defaults={"name": f"Can {action} {model}"}
            )[0]


def give(apps, schema_editor):
    rights = list(permissions(apps))
    for group in apps.get_model("auth.Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*rights)


def take(apps, schema_editor):
    rights = list(permissions(apps))
    for group in apps.get_model("auth.Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0006_shops")]

    operations = [migrations.RunPython(give, take)]
