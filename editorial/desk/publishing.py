"""The editing views, with the gate's answer where Wagtail's own would be an error page.

The form refuses first, field by field. What gets past it (another editor was quicker by a second) is caught here:
nothing typed is lost and the reasons are told.
"""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView
from wagtail.models import TaskState

from editorial.checks import PublishRefused
from editorial.desk.mentions.naming import NamedPageMixin
from editorial.desk.opening import lend
from editorial.desk.refusals import tell
from editorial.desk.side_panels import DeskPanelsMixin
from editorial.desk.workflow.deciding import StepActionsMixin, StepDialogMixin, what_became_of
from editorial.desk.workflow.unsent import forget, keep
from editorial.panels.rows import left_out
from editorial.panels.written import heading_of

# Somebody is quicker by a second now and then; so often in a row, something else is wrong.
TRIES = 5


class GatedFormMixin:
    """Tells all that stood in the way, besides the errors on the fields; and what a draft was saved without."""

    def form_valid(self, form) -> HttpResponse:
        if form.is_deferred_validation:
            # A draft, whatever becomes of it: the framework would ask of a version that is handed in or sent back what
            # is asked of a published one.
            self.page.save_revision = partial(self.page.save_revision, clean=False)
        answer = super().form_valid(form)
        places = [heading_of(form.instance, name) for name in left_out(form)]
        if places and not self.expects_json_response:
            said = _("Saved without the rows in which nothing was chosen: %(places)s.")
            messages.warning(self.request, said % {"places": ", ".join(places)})
        return answer

    def form_invalid(self, form) -> HttpResponse:
        is_settled = getattr(self, "locked_for_user", False) or getattr(self, "is_cancelling_workflow", False)
        if not form.problems or is_settled or self.expects_json_response:
            return super().form_invalid(form)
        # In place of Wagtail's own message, which names nothing.
        tell(self.request, self.not_done(form), form.problems)
        self.errors_debug = repr(form.errors)
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def not_done(self, form) -> str:
        """What was asked for and did not happen."""
        if form.goes_live:
            return _("The page was not published. What you typed is still here.")
        if self.action_name == "perform_workflow_action":
            return _("Nothing was decided: the page can't be saved as it is. What you typed is still here.")
        if self.action_name in ("submit", "restart_workflow"):
            return _("The page was not handed in: it can't be saved as it is. What you typed is still here.")
        return _("The page was not saved. What you typed is still here.")


class GatedCreateView(DeskPanelsMixin, GatedFormMixin, NamedPageMixin, CreateView):
    """Creating a page, whole or not at all."""

    tries_left = TRIES

    def form_valid(self, form) -> HttpResponse:
        """The action's answer; where another editor was quicker, the same form once more.

        Two editors who add a page under the same parent reach for the same place in the tree, and for the same address
        where the titles are alike: the second try finds the next one. Where the other took the style code or the
        address that was typed, the second try is refused by the form.
        """
        self.tries_left -= 1
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            if not self.tries_left:
                raise
        except PublishRefused as refusal:
            if not self.tries_left:
                form.problems = refusal.problems
                return self.form_invalid(form)
        except ValidationError as refusal:
            if not self.tries_left:
                form.refuse(refusal)
                return self.form_invalid(form)
        self.page = self.page_class(owner=self.request.user, locale=self.parent_page.locale)
        self.subscription.page = self.page
        return self.post(self.request)


class GatedEditMixin(StepActionsMixin, DeskPanelsMixin, GatedFormMixin):
    """A refusal after the form was saved: the version stays as a draft."""

    def form_valid(self, form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ValidationError as refusal:
            form.refuse(refusal)
            return self.form_invalid(form)

    def get_object(self):
        page = super().get_object()
        # Showing a form changes nothing, so what its record was read with is true of the version too.
        if self.request.method == "GET":
            lend(page, self.real_page_record, self.request.user)
            # Where the framework's templates keep the answer: they would read all restrictions of the site.
            self.request.all_page_view_restriction_paths = [page.path] if page.at_the_desk.is_restricted else []
        return page

    def publish_action(self) -> HttpResponse:
        return self.or_kept_as_draft(super().publish_action)

    def perform_workflow_action(self) -> HttpResponse:
        return self.or_kept_as_draft(super().perform_workflow_action)

    def or_kept_as_draft(self, action) -> HttpResponse:
        """The action's answer; if the gate refuses, back to the form of the saved draft with the reasons."""
        try:
            return action()
        except PublishRefused as refusal:
            tell(self.request, _("Your version was saved as a draft. It was not published."), refusal.problems)
            self.keep_comment()
            return redirect("wagtailadmin_pages:edit", self.page.pk)


class GatedEditView(GatedEditMixin, EditView):
    """Editing a page."""


class GatedRevertView(GatedEditMixin, RevisionsRevertView):
    """Going back to an earlier version."""


class GatedCollectView(StepDialogMixin, CollectWorkflowActionDataView):
    """The words that go with a decision, asked for in the form."""


class GatedWorkflowActionView(StepDialogMixin, WorkflowActionView):
    """Approving from the dashboard or a dialog. A refusal leaves the task open; what is decided stays decided."""

    def too_late(self, request) -> HttpResponse:
        is_dialog = request.headers.get("x-requested-with") == "XMLHttpRequest"
        if is_dialog:
            return super().too_late(request)
        messages.warning(request, what_became_of(str(self.task_state.pk), request.user))
        return redirect(self.redirect_url)

    def post(self, request, *args, **kwargs) -> HttpResponse:
        with transaction.atomic():
            under_way = TaskState.objects.select_for_update().filter(pk=self.task_state.pk, status="in_progress")
            if under_way.first() is None:
                messages.warning(request, what_became_of(str(self.task_state.pk), request.user))
                return self.away(request)
            try:
                answer = super().post(request, *args, **kwargs)
            except PublishRefused as refusal:
                tell(request, _("Not approved: the page can't go live yet. The task stays open."), refusal.problems)
                keep(request, str(self.task_state.pk), request.POST.get("comment", "").strip())
                return self.away(request)
        forget(request, str(self.task_state.pk))
        return answer

    def away(self, request) -> HttpResponse:
        """Where the dialog was opened."""
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return self.render_modal_json(request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)
