"""The queue of pictures that something is wrong with, those that most readers could see on top."""

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import policy_registry

from editorial.listings.rights import FAULTS, faults_of, live_pages_of, offenders
from editorial.models import EditorialImage
from editorial.pictures import cuts_of
from editorial.renditions import THUMB

PER_PAGE = 25
# Pages named in a row; the usage page of the picture names all.
PAGES_NAMED = 3

FAULT_NAMES = {
    "ended": _("Rights have ended"),
    "early": _("Not yet to be shown"),
    "not_cleared": _("Not cleared world-wide"),
    "credit": _("No credit"),
    "holder": _("No rights holder"),
    "licence": _("No licence"),
    "alt": _("No description"),
}


class PictureQueue(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """`?fault=` narrows the queue to one fault, `?p=` is the page of it."""

    template_name = "desk/pictures/queue.html"
    page_title = _("Pictures to see to")
    header_icon = "image"
    permission_required = "change"
    _show_breadcrumbs = True

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(EditorialImage)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        fault = self.request.GET.get("fault", "")
        mine = self.permission_policy.instances_user_has_any_permission_for(self.request.user, ["change"])
        page = Paginator(offenders(fault, among=mine), PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "images": page,
            "rows": rows_of(page),
            "fault": fault if fault in FAULTS else "",
            "faults": [(name, FAULT_NAMES[name]) for name in FAULTS],
        }


def rows_of(found) -> list[dict]:
    """What the table prints of each offender; four queries for all of them."""
    today = timezone.localdate()
    by_id = EditorialImage.objects.for_recipes("thumb").in_bulk([offender.pk for offender in found])
    images = [by_id[offender.pk] for offender in found if offender.pk in by_id]
    counted = {offender.pk: offender for offender in found}
    shown = live_pages_of(image.pk for image in images)
    return [
        {
            "image": image,
            "showing": counted[image.pk].showing,
            "on_cards": counted[image.pk].on_cards,
            # The days of what is over need no reading, the day it begins does.
            "begins": image.rights_from if image.rights_from and image.rights_from > today else None,
            "thumb": cuts_of(image, THUMB)["jpeg", THUMB.jpeg[0]],
            "faults": [FAULT_NAMES[fault] for fault in faults_of(image)],
            "pages": shown.get(image.pk, [])[:PAGES_NAMED],
            "more": max(0, len(shown.get(image.pk, [])) - PAGES_NAMED),
        }
        for image in images
    ]
