"""Panels of what wants looking after: pictures whose rights end, links that lead nowhere."""

import datetime

from django.db.models import CharField, Count, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type
from wagtail.permissions import policy_registry

from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address
from editorial.desk.people import editable_pages
from editorial.models import EditorialImage, Finding

# How far ahead the end of a picture's rights is worth knowing.
RIGHTS_AHEAD = datetime.timedelta(days=60)


def pages_showing():
    """How many live pages hold the image of the outer query, as a subquery."""
    live = Page.objects.live().values(key=Cast("pk", CharField()))
    uses = ReferenceIndex.objects.filter(
        base_content_type=get_default_page_content_type(),
        to_content_type__app_label="editorial",
        to_content_type__model="editorialimage",
        to_object_id=Cast(OuterRef("pk"), CharField()),
        object_id__in=live,
    )
    counted = uses.order_by().values("to_object_id").annotate(total=Count("object_id", distinct=True)).values("total")
    return Coalesce(Subquery(counted), 0)


class RightsEnding(DeskPanel):
    """Pictures whose rights have ended or soon will, the most urgent first."""

    name = "rights-ending"
    heading = gettext_lazy("Rights ending")
    empty = gettext_lazy("No picture's rights end within sixty days.")
    when = gettext_lazy("Last day")

    def items(self, user):
        policy = policy_registry.get_by_type(EditorialImage)
        mine = policy.instances_user_has_any_permission_for(user, ["change"]).values("pk")
        ends = EditorialImage.objects.filter(
            pk__in=mine, rights_until__isnull=False, rights_until__lte=timezone.localdate() + RIGHTS_AHEAD
        )
        return ends.annotate(showing=pages_showing()).order_by("rights_until", "pk")

    def dress(self, items, user):
        today = timezone.localdate()
        for image in items:
            live = ngettext("on %(number)d live page", "on %(number)d live pages", image.showing)
            remark = live % {"number": image.showing}
            if image.rights_until < today:
                remark = _("ended; %(live)s") % {"live": remark}
            address = reverse("wagtailimages:edit", args=[image.pk])
            yield Row(image.title, address, _("picture"), image.rights_until, remark)


class DeadLinks(DeskPanel):
    """Links in live pages that lead readers nowhere, as the nightly round found them, the oldest first."""

    name = "dead-links"
    heading = gettext_lazy("Dead links")
    empty = gettext_lazy("The last round found no link that leads nowhere.")
    when = gettext_lazy("Found")

    def items(self, user):
        found = Finding.objects.dead_links().filter(page__in=editable_pages(user))
        return found.select_related("page").order_by("first_found_at", "page", "place", "pk")

    def dress(self, items, user):
        for finding in items:
            page = finding.page
            jump = f"#block-{finding.block_id}-section" if finding.block_id else ""
            address = edit_address(page.pk) + jump
            yield Row(page.draft_title, address, page.page_type_display_name, finding.first_found_at, str(finding))
