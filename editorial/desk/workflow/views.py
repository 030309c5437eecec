"""A page's desk card, and taking and giving back the step it stands at."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page, TaskState

from editorial.actions.claims import AlreadyTaken, StepIsOver, give_back, take
from editorial.actions.notify import notify
from editorial.choices import NoticeKind
from editorial.desk.notices.words import name_of
from editorial.desk.people import editable_page, may_decide
from editorial.desk.workflow.forms import DeskCardForm
from editorial.desk.workflow.state import card_of, standing
from editorial.models import Claim


class DeskCardView(WagtailAdminTemplateMixin, TemplateView):
    """Everything the newsroom notes about one page, on one sheet."""

    template_name = "desk/workflow/card.html"
    header_icon = "calendar-check"

    def setup(self, request, *args, page_id: int, **kwargs):
        super().setup(request, *args, **kwargs)
        self.page = editable_page(request.user, page_id)
        self.form = DeskCardForm(request.POST or None, instance=card_of(self.page), for_user=request.user)

    def get_page_title(self):
        return _("Desk card")

    def get_page_subtitle(self):
        return self.page.draft_title

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title(), "sublabel": self.page.draft_title}]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Save the card."""
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        self.form.save()
        messages.success(request, _("The desk card was saved."))
        return redirect("desk_card", self.page.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page,
            form=self.form,
            standing=standing(self.page, self.request.user),
            media=self.form.media,
            **kwargs,
        )


@require_POST
def take_step(request: HttpRequest, step_id: int) -> HttpResponse:
    """Take a step that is open to the user."""
    step = get_object_or_404(TaskState.objects.select_related("task", "workflow_state"), pk=step_id)
    page = page_of(step)
    try:
        if not may_decide(request.user, step):
            raise StepIsOver
        take(step, request.user)
    except AlreadyTaken as taken:
        messages.warning(request, _("%(person)s has taken this step already.") % {"person": name_of(taken.claim.user)})
    except StepIsOver:
        messages.error(request, _("This step is over, or it is not one of yours."))
    else:
        tell(step, page, request.user)
        messages.success(request, _("The step is yours. Others see that you have taken it."))
    return back(request, page)


@require_POST
def release_step(request: HttpRequest, step_id: int) -> HttpResponse:
    """Give a step back: one's own, or anybody's for those who may publish the page."""
    step = get_object_or_404(TaskState.objects.select_related("workflow_state"), pk=step_id)
    page = page_of(step)
    own = Claim.objects.filter(task_state=step, user=request.user).exists()
    if not own and not page.permissions_for_user(request.user).can_publish():
        messages.error(request, _("Only who has taken a step, or a publisher, can give it back."))
    elif give_back(step):
        messages.success(request, _("The step is open to others again."))
    return back(request, page)


def page_of(step: TaskState) -> Page:
    """The page a step is about. Raises Http404 for anything else."""
    return get_object_or_404(Page, pk=step.workflow_state.object_id).specific


def tell(step: TaskState, page: Page, user) -> None:
    """Let the writers know who is looking at their story."""
    people = {step.workflow_state.requested_by, page.owner} - {None}
    key = f"{NoticeKind.CLAIMED}:{step.pk}:{user.pk}"
    notify(people, NoticeKind.CLAIMED, page, key, actor=user, step=step)


def back(request: HttpRequest, page: Page) -> HttpResponse:
    """To where the form says it stood, else to the card."""
    target = get_valid_next_url_from_request(request)
    if target:
        return redirect(target)
    if page.permissions_for_user(request.user).can_edit():
        return redirect("desk_card", page.pk)
    return redirect("wagtailadmin_home")
