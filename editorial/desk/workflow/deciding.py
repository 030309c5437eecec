"""Deciding a step from the page's form: by one request, once, and only the step that the form was opened with.

The framework's script leaves the decision in the form as hidden fields and sends the form. Until the answer is there,
autosave may send the same form again, and an impatient editor may press twice: each would decide the step after, too.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.models import Page, TaskState, WorkflowState

from editorial.desk.notices.words import name_of
from editorial.desk.workflow.forms import ReasonForm
from editorial.desk.workflow.state import claim_on, open_step
from editorial.desk.workflow.unsent import comment_in, forget, keep, kept

# What the form sends besides saving; the field in which it says which step it was opened with.
STEP_ACTIONS = ("action-workflow-action", "action-submit", "action-restart-workflow", "action-cancel-workflow")
HANDING_ON = (*STEP_ACTIONS, "action-publish")
STEP_FIELD = "desk-step"


class StepActionsMixin:
    """For the views of a page's form."""

    @cached_property
    def step_claim(self):
        """Who has taken the step that the page stands at; None where nobody has."""
        return claim_on(open_step(self.page))

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The form; it says first what somebody who decides should know."""
        for words in before_deciding(self.page, self.step_claim, request.user):
            messages.warning(request, words)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Autosave saves; it never hands a story on."""
        if self.expects_json_response and self.sent_any(HANDING_ON):
            return self.json_error_response("handing_on", _("The page is being handed on with what you typed."))
        return super().post(request, *args, **kwargs)

    def sent_any(self, names: tuple[str, ...]) -> bool:
        """Whether one of these is asked for."""
        return any(self.request.POST.get(name) for name in names)

    def form_valid(self, form) -> HttpResponse:
        if not self.sent_any(STEP_ACTIONS):
            return super().form_valid(form)
        with transaction.atomic():
            # Two decisions about one page follow each other: the second finds the step gone.
            list(Page.objects.select_for_update(no_key=True).filter(pk=self.page.pk).values_list("pk"))
            return self.too_late() if self.is_late() else super().form_valid(form)

    def form_invalid(self, form) -> HttpResponse:
        if self.sent_any(STEP_ACTIONS) and self.is_late():
            return self.too_late()
        answer = super().form_invalid(form)
        self.keep_comment()
        return answer

    @property
    def comment(self) -> str:
        """What was said with the decision."""
        return comment_in(self.request.POST.get("workflow-action-extra-data", ""))

    def keep_comment(self) -> None:
        """The decision is not made: what was said with it waits in its dialog."""
        if self.comment:
            keep(self.request, self.request.POST.get(STEP_FIELD, ""), self.comment)
            said = _("Your comment was not sent. It is in the dialog when you open it again: ‘%(comment)s’")
            messages.warning(self.request, said % {"comment": self.comment})

    def is_late(self) -> bool:
        """Whether the page stands at another step than when the form was opened, as the database has it now."""
        return self.request.POST.get(STEP_FIELD, "") != str(step_now(self.page) or "")

    def too_late(self) -> HttpResponse:
        """The form once more as the page stands now, with what was typed; nothing is saved and nothing decided."""
        self.form.restore_required_fields()
        is_kept = not self.form.has_changed()
        kept = _("What this form holds is in the draft.") if is_kept else _("What you typed is here, and not saved.")
        said = [self.became(), _("Nothing more was done."), kept]
        if self.comment:
            said.append(_("Your comment was not sent: ‘%(comment)s’") % {"comment": self.comment})
        messages.warning(self.request, " ".join(filter(None, said)))
        self.lock = self.page.get_lock()
        self.locked_for_user = self.lock is not None and self.lock.for_user(self.request.user)
        self.has_unsaved_changes = not is_kept
        return self.render_to_response(self.get_context_data())

    def became(self) -> str:
        """How the step that the form was opened with ended."""
        return what_became_of(self.request.POST.get(STEP_FIELD, ""), self.request.user)

    def get_context_data(self, **kwargs):
        # Autosave goes on: whoever may write may still write. But a step that is over is told before it is decided.
        is_told = self.expects_json_response and STEP_FIELD in self.request.POST and self.is_late()
        return super().get_context_data(**kwargs) | {"step_note": self.became() if is_told else ""}

    def add_save_confirmation_message(self):
        """In place of 'has been updated' after a decision: what was decided, and where the page is now."""
        if self.action_name != "perform_workflow_action":
            return super().add_save_confirmation_message()
        forget(self.request, self.request.POST[STEP_FIELD])
        return messages.success(self.request, decided(self.request.POST[STEP_FIELD], self.page))


class StepDialogMixin:
    """For the dialogs in which a step is decided. They hold what was said before and not sent, and ask for a reason
    where changes are requested. Of a step that is over they say what became of it, with what was typed; the framework
    knows only pages that are at no step at all.
    """

    def get_form_class(self):
        return ReasonForm if self.action_name == "reject" else super().get_form_class()

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The dialog, with what was said before."""
        said = kept(request, str(self.task_state.pk))
        return self.render_modal_form(request, self.form_class(initial={"comment": said}))

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if self.task_state.status == TaskState.STATUS_IN_PROGRESS:
            return super().dispatch(request, *args, **kwargs)
        self.check_action()
        return self.too_late(request)

    def too_late(self, request: HttpRequest) -> HttpResponse:
        """The dialog, with nothing to press."""
        became = what_became_of(str(self.task_state.pk), request.user)
        context = {"action_verbose": self.action_verbose_name, "became": became}
        context["comment"] = request.POST.get("comment", "").strip()
        return render_modal_workflow(
            request, "desk/workflow/too_late.html", None, context, json_data={"step": "action"}
        )


def step_now(page: Page) -> int | None:
    """The id of the step that the page stands at; None where it stands at none."""
    active = WorkflowState.objects.for_instance(page).filter(status=WorkflowState.STATUS_IN_PROGRESS)
    return active.values_list("current_task_state", flat=True).first()


def before_deciding(page: Page, claim, user) -> list[str]:
    """What somebody who may decide the open step should know of it; nothing for anybody else."""
    step = open_step(page)
    if step is None or not step.task.specific.get_actions(page, user):
        return []
    said = []
    if claim is not None and claim.user_id != user.pk:
        words = {"person": name_of(claim.user), "step": step.task.name}
        said.append(_("%(person)s has taken the step %(step)s and is working on it. You can still decide it.") % words)
    if page.current_workflow_state.requested_by_id == user.pk:
        said.append(_("You handed this page in yourself. You may decide the step; another pair of eyes is better."))
    return said


def what_became_of(step_id: str, user) -> str:
    """How the step that a form was opened with ended."""
    is_id = step_id.isascii() and step_id.isdigit() and len(step_id) < 19
    step = TaskState.objects.select_related("task", "finished_by").filter(pk=int(step_id)).first() if is_id else None
    if step is None or step.status == TaskState.STATUS_IN_PROGRESS:
        return _("The page has moved on since you opened this form.")
    words = {"step": step.task.name, "person": name_of(step.finished_by)}
    if step.finished_by_id == user.pk:
        return _("You have decided the step %(step)s already.") % words
    if step.status == TaskState.STATUS_APPROVED:
        return _("%(person)s has approved the step %(step)s meanwhile.") % words
    if step.status == TaskState.STATUS_REJECTED:
        return _("%(person)s has sent the page back from the step %(step)s meanwhile.") % words
    return _("%(person)s has called the step %(step)s off meanwhile.") % words


def decided(step_id: str, page: Page) -> str:
    """What a decision did: sent back, handed on, out, or on the schedule."""
    step = TaskState.objects.select_related("task", "workflow_state__current_task_state__task").get(pk=step_id)
    state = step.workflow_state
    words = {"title": page.get_admin_display_title(), "step": step.task.name}
    if step.status == TaskState.STATUS_REJECTED:
        return _("'%(title)s' was sent back from the step %(step)s. Its writer is told.") % words
    if state.status == WorkflowState.STATUS_IN_PROGRESS:
        words["next"] = state.current_task_state.task.name
        return _("'%(title)s' is approved at the step %(step)s and goes on to %(next)s.") % words
    # What goes live is the newest version, which need not be the one that was handed in.
    hours = page.revisions.exclude(approved_go_live_at=None).values_list("approved_go_live_at", flat=True)
    if hour := hours.first():
        words["when"] = date_format(localtime(hour), "j F Y, H:i")
        return _("'%(title)s' is approved and goes live by itself on %(when)s.") % words
    return _("'%(title)s' is approved and published.") % words
