"""Putting an entry on another day, by a form or by dragging it."""

import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Revision

from editorial.actions.reschedule import InThePast, NotScheduled, reschedule, set_due
from editorial.checks import PublishRefused
from editorial.desk.calendar.entries import DUE, SCHEDULED
from editorial.desk.calendar.forms import DueForm, HourForm
from editorial.desk.people import editable_page
from editorial.desk.refusals import tell
from editorial.models import DeskCard


class MoveView(WagtailAdminTemplateMixin, TemplateView):
    """One entry and the form for its day. Answers with the calendar, or with what stands against it."""

    template_name = "desk/calendar/move.html"
    header_icon = "calendar"
    page_title = ""

    def setup(self, request, *args, kind: str, key: int, **kwargs):
        super().setup(request, *args, **kwargs)
        if kind not in (DUE, SCHEDULED):
            raise Http404
        self.kind, self.key = kind, key
        self.revision = None if kind == DUE else get_object_or_404(Revision.page_revisions, pk=key)
        self.page = editable_page(request.user, key if kind == DUE else int(self.revision.object_id))
        if self.revision and not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        self.page_title = _("Due date") if kind == DUE else _("Hour of publication")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Every move makes a version of its own, so an entry of a calendar left open may be one that was."""
        if self.revision and not self.revision.approved_go_live_at:
            return self.not_there_any_more()
        self.form = self.make_form()
        return super().dispatch(request, *args, **kwargs)

    def make_form(self):
        """The form, filled with where the entry stands or with what was sent."""
        data = self.request.POST or None
        if self.kind == DUE:
            card = DeskCard.objects.filter(page_id=self.page.pk).first()
            return DueForm(data, initial={"day": card.due_on if card else None})
        at = timezone.localtime(self.revision.approved_go_live_at)
        if data and "hour" not in data:
            # Dragged to another day: the hour stays.
            data = {"day": data.get("day"), "hour": at.strftime("%H:%M")}
        return HourForm(data, initial={"day": at.date(), "hour": at.time()})

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk_calendar"), "label": _("Calendar")},
            {"url": "", "label": self.page_title, "sublabel": self.page.draft_title},
        ]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Move it, or say why not."""
        if not self.form.is_valid():
            return self.again()
        try:
            message = self.move()
        except PublishRefused as refusal:
            tell(request, _("Not moved: the page can't go live at that hour."), refusal.problems)
            return self.again()
        except InThePast:
            self.form.add_error("day", _("This hour has passed. Choose one to come."))
            return self.again()
        except NotScheduled:
            return self.not_there_any_more()
        messages.success(request, message)
        return redirect(self.back())

    def again(self) -> HttpResponse:
        """The form once more, with its errors."""
        return self.render_to_response(self.get_context_data(), status=422)

    def not_there_any_more(self) -> HttpResponse:
        """To the calendar as it is, with what became of the entry."""
        words = {"title": self.page.draft_title}
        now = Revision.page_revisions.filter(object_id=str(self.page.pk), approved_go_live_at__isnull=False).first()
        if now is None:
            said = _("'%(title)s' is not on the schedule any more: it went live, or somebody called it off.")
            messages.error(self.request, said % words)
        else:
            words["when"] = date_format(timezone.localtime(now.approved_go_live_at), "j F Y, H:i")
            said = _("Not moved: somebody was quicker, and '%(title)s' goes live on %(when)s now. Move it from there.")
            messages.warning(self.request, said % words)
        return redirect(get_valid_next_url_from_request(self.request) or reverse("desk_calendar"))

    def move(self) -> str:
        """Do it; what to say of it. Raises InThePast, NotScheduled and PublishRefused."""
        words = {"title": self.page.draft_title}
        if self.kind == SCHEDULED:
            at = self.form.cleaned_data["at"]
            reschedule(self.revision, at, self.request.user)
            words["when"] = date_format(timezone.localtime(at), "j F Y, H:i")
            return _("'%(title)s' goes live on %(when)s.") % words
        day: datetime.date | None = self.form.cleaned_data["day"]
        set_due(self.page, day)
        if day is None:
            return _("'%(title)s' has no due date any more.") % words
        return _("'%(title)s' is due on %(when)s.") % (words | {"when": date_format(day, "j F Y")})

    def back(self) -> str:
        """To the calendar the form was opened from, else to the month of the new day."""
        found = get_valid_next_url_from_request(self.request)
        day = self.form.cleaned_data["day"]
        month = f"?month={day:%Y-%m}" if day else ""
        return found or reverse("desk_calendar") + month

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(
            page=self.page,
            form=self.form,
            next_url=get_valid_next_url_from_request(self.request),
            zone=timezone.get_default_timezone_name(),
            **kwargs,
        )
