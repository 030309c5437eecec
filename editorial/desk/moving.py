"""Moving pages and turning aliases into pages, with the reasons told before anything changes."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.convert_alias import ConvertAliasView
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.models import Page

from editorial.actions.lineage import conversion_problems, move_problems
from editorial.checks import MoveRefused, Problem, PublishRefused
from editorial.desk.refusals import tell


def place_problem(page: Page, parent: Page) -> Problem | None:
    """Why a page of this type can't stand under `parent`; None where it can."""
    page = page.specific
    if page.is_child_of(parent) or page.can_move_to(parent):
        return None
    homes = [str(model._meta.verbose_name) for model in page.allowed_parent_page_models()]
    return Problem(
        "wrong_parent",
        _("'%(page)s' can't stand under '%(parent)s'.") % {"page": page.title, "parent": parent.title},
        _("A page of the type '%(kind)s' belongs under: %(homes)s.")
        % {"kind": page._meta.verbose_name, "homes": get_text_list(homes, _("or"))},
    )


class GatedMoveView(MoveConfirmView):
    """Moving one page."""

    def dispatch(self, request, page_to_move_id, destination_id, *args, **kwargs) -> HttpResponse:
        page = Page.objects.filter(pk=page_to_move_id).first()
        parent = Page.objects.filter(pk=destination_id).first()
        if page is not None and parent is not None:
            wrong_place = place_problem(page, parent)
            problems = [wrong_place] if wrong_place else move_problems(page, parent)
            if problems:
                return self.not_moved(request, page, problems)
        return super().dispatch(request, page_to_move_id, destination_id, *args, **kwargs)

    def post(self, request, *args, **kwargs) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except MoveRefused as refusal:
            return self.not_moved(request, self.page_to_move, refusal.problems)

    def not_moved(self, request, page: Page, problems: list[Problem]) -> HttpResponse:
        """Back to choosing a destination, with the reasons."""
        tell(request, _("The page was not moved."), problems)
        return redirect("wagtailadmin_pages:move", page.pk)


class GatedMoveBulkAction(MoveBulkAction):
    """Moving several pages: those that would collide are named, and nothing is moved."""

    def prepare_action(self, pages, pages_without_access):
        destination = self.cleaned_form.cleaned_data["chooser"]
        problems = [problem for page in pages for problem in move_problems(page, destination)]
        if problems:
            tell(self.request, _("Nothing was moved."), problems)
            return redirect(self.next_url)
        return super().prepare_action(pages, pages_without_access)

    def form_valid(self, form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except MoveRefused as refusal:
            tell(self.request, _("Nothing was moved."), refusal.problems)
            return redirect(self.next_url)


class GatedConvertAliasView(ConvertAliasView):
    """Turning an alias into a page of its own."""

    def post(self, request, *args, **kwargs) -> HttpResponse:
        problems = conversion_problems(self.page)
        if not problems:
            try:
                with transaction.atomic():
                    return super().post(request, *args, **kwargs)
            except PublishRefused as refusal:
                problems = refusal.problems
        tell(request, _("The alias was not converted. Unpublish it first, or copy the original instead."), problems)
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)
