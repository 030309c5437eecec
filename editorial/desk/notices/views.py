"""The list of a person's notices."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from editorial.models import Notice

PER_PAGE = 30


def mine(user):
    """A person's notices, newest first, with what a line prints."""
    return Notice.objects.filter(user=user).select_related("page__desk_card", "actor").order_by("-created_at", "-pk")


class NoticeList(WagtailAdminTemplateMixin, TemplateView):
    """All notices of the person who asks; nobody else's."""

    page_title = _("Notices")
    header_icon = "mail"
    template_name = "desk/notices/list.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        found = mine(self.request.user)
        return super().get_context_data(
            notices=Paginator(found, PER_PAGE).get_page(self.request.GET.get("p")),
            unread=found.filter(read_at=None).count(),
            **kwargs,
        )


@require_POST
def mark_read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one notice read and go on to the page it is about, or back to the list."""
    notice = get_object_or_404(Notice, pk=pk, user=request.user)
    Notice.objects.filter(pk=notice.pk, read_at=None).update(read_at=timezone.now())
    if "open" in request.POST:
        return redirect("wagtailadmin_pages:edit", notice.page_id)
    return back(request)


@require_POST
def mark_all_read(request: HttpRequest) -> HttpResponse:
    """Mark all of a person's notices read."""
    Notice.objects.filter(user=request.user, read_at=None).update(read_at=timezone.now())
    return back(request)


def back(request: HttpRequest) -> HttpResponse:
    """To where the form says it stood, else to the list."""
    return redirect(get_valid_next_url_from_request(request) or "desk_notices")
