"""Panels of what wants looking after: pictures whose rights end, links that lead nowhere."""

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.permissions import policy_registry

from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address
from editorial.desk.people import editable_pages
from editorial.listings.rights import endings
from editorial.models import EditorialImage, Finding

# How far ahead the end of a picture's rights is worth knowing.
RIGHTS_AHEAD = datetime.timedelta(days=60)


class RightsEnding(DeskPanel):
    """Pictures whose rights have ended or soon will, the most urgent first."""

    name = "rights-ending"
    heading = gettext_lazy("Rights ending")
    empty = gettext_lazy("No picture's rights end within sixty days.")
    when = gettext_lazy("Last day")

    def items(self, user):
        policy = policy_registry.get_by_type(EditorialImage)
        mine = policy.instances_user_has_any_permission_for(user, ["change"]).values("pk")
        ends = endings(datetime.date.min, timezone.localdate() + RIGHTS_AHEAD)
        return ends.filter(pk__in=mine)

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
