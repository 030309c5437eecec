"""Panels of what wants looking after: pictures whose rights end, links that lead nowhere."""

import datetime

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.permissions import policy_registry

from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address
from editorial.desk.people import editable_pages
from editorial.listings.rights import endings
from editorial.models import EditorialImage, Finding, RightsTask

# How far ahead the end of a picture's rights is worth knowing.
RIGHTS_AHEAD = datetime.timedelta(days=60)


class RightsEnding(DeskPanel):
    """Pictures whose rights have ended or soon will, the most urgent first, and which of them are a task."""

    name = "rights-ending"
    heading = gettext_lazy("Rights ending")
    empty = gettext_lazy("No picture's rights end within sixty days.")
    when = gettext_lazy("Last day")

    def items(self, user):
        policy = policy_registry.get_by_type(EditorialImage)
        mine = policy.instances_user_has_any_permission_for(user, ["change"]).values("pk")
        today = timezone.localdate()
        ends = endings(datetime.date.min, today + RIGHTS_AHEAD).annotate(
            is_asked=Exists(RightsTask.objects.open().filter(image=OuterRef("pk")))
        )
        # What has ended and stands on no page any more is history.
        return ends.filter(Q(rights_until__gte=today) | Q(showing__gt=0), pk__in=mine)

    def dress(self, items, user):
        today = timezone.localdate()
        for image in items:
            live = ngettext("on %(number)d live page", "on %(number)d live pages", image.showing)
            said = [
                _("ended") if image.rights_until < today else "",
                _("to be settled") if image.is_asked else "",
                _("a replacement is chosen") if image.replacement_id else "",
                live % {"number": image.showing},
            ]
            remark = "; ".join(part for part in said if part)
            address = reverse("wagtailimages:edit", args=[image.pk])
            yield Row(image.title, address, _("picture"), image.rights_until, remark)


class DeadLinks(DeskPanel):
    """Links in live pages that lead readers nowhere, as the nightly round found them, the oldest first."""

    name = "dead-links"
    heading = gettext_lazy("Dead links")
    empty = gettext_lazy("The last round found no link that leads nowhere.")
    empty_for_some = gettext_lazy("No dead link was found in the pages you may edit.")
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
