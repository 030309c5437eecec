"""Rights of merchandisers: they work inside brands, and nowhere else in the tree."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

MERCHANDISERS = "Merchandisers"
BRAND_RIGHTS = ("add_page", "change_page", "publish_page")


def grant_brand_rights(brand: Page) -> None:
    """Let merchandisers add, change and publish under the brand. Does nothing where the group was removed."""
    group = Group.objects.filter(name=MERCHANDISERS).first()
    if group is None:
        return
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=BRAND_RIGHTS)
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group=group, page_id=brand.pk, permission=right) for right in rights],
        ignore_conflicts=True,
    )
