"""The import's pages: the form, the report, the original, and stories as Markdown."""

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.images.shortcuts import get_rendition_or_not_found

from editorial.actions.export_feature import markdown_of
from editorial.actions.import_manuscript import importing, may_import
from editorial.desk.manuscripts.forms import ManuscriptForm
from editorial.desk.manuscripts.progress import progress_response
from editorial.desk.manuscripts.receiving import is_too_large, let_past
from editorial.desk.manuscripts.report_lines import THUMBNAIL, ReportLines
from editorial.manuscripts import report, wording
from editorial.manuscripts.limits import LARGEST_FILE, MEGABYTE
from editorial.manuscripts.refusals import ManuscriptRefused, Reason
from editorial.models import EditorialImage, FeaturePage, Manuscript

RECENT = 10
# An original is handed out to be kept, never to be opened on our pages.
ORIGINAL_CSP = "default-src 'none'; sandbox"


@method_decorator(csrf_protect, name="dispatch")
class ImportView(WagtailAdminTemplateMixin, TemplateView):
    """Choose, drop or paste a manuscript."""

    page_title = _("Import a manuscript")
    header_icon = "upload"
    template_name = "desk/manuscripts/import.html"
    too_large = False

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=ManuscriptForm()))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read the text at once, so that what is wrong with it is said on the form; then go on line by line."""
        form = ManuscriptForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        work = importing(form.source(), user=request.user)
        try:
            next(work)
            first = next(work)
        except ManuscriptRefused as refused:
            form.refuse(refused)
            return self.render_to_response(self.get_context_data(form=form))
        page = render_to_string("desk/manuscripts/working.html", self.get_context_data(form=form), request)
        return progress_response(request, page, work, first, form)

    def get_context_data(self, **kwargs):
        own = Manuscript.objects.filter(uploaded_by=self.request.user).select_related("page").newest()
        return super().get_context_data(recent=own[:RECENT], **kwargs)


@csrf_exempt
def import_manuscript(request: HttpRequest) -> HttpResponse:
    """The form. Its size is looked at first: the token that protects it stands inside what is sent."""
    if is_too_large(request):
        let_past(request)
        return refused_unread(request, ManuscriptRefused(Reason.TOO_LARGE, megabytes=LARGEST_FILE // MEGABYTE))
    try:
        return ImportView.as_view()(request)
    except RequestDataTooBig:
        return refused_unread(request, ManuscriptRefused(Reason.PASTE_TOO_LARGE))


def refused_unread(request: HttpRequest, refused: ManuscriptRefused) -> HttpResponse:
    """The empty form with the reason why nothing was read."""
    if not may_import(request.user):
        raise PermissionDenied
    view = ImportView()
    view.setup(request)
    context = view.get_context_data(form=ManuscriptForm(), refusal=wording.refusal(refused))
    answer = view.render_to_response(context)
    answer.status_code = 413
    return answer.render()


def manuscript_for(request: HttpRequest, pk: int) -> Manuscript:
    """The manuscript, for somebody who may edit its draft. Raises Http404 and PermissionDenied."""
    manuscript = get_object_or_404(Manuscript.objects.select_related("page", "uploaded_by"), pk=pk)
    if not manuscript.page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return manuscript


class ReportView(WagtailAdminTemplateMixin, TemplateView):
    """What was made of a manuscript."""

    page_title = _("Manuscript")
    header_icon = "doc-full"
    template_name = "desk/manuscripts/report.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        manuscript = manuscript_for(self.request, kwargs["pk"])
        groups = ReportLines(manuscript, self.request.user).groups()
        summary = wording.summary(manuscript.report.get("counts", {}))
        return super().get_context_data(manuscript=manuscript, groups=groups, summary=summary, **kwargs)


@require_safe
def picture(request: HttpRequest, pk: int, image_id: int) -> HttpResponse:
    """The small form of a picture that the report speaks of, made when it is first looked at. Raises Http404 for any
    other picture."""
    manuscript = manuscript_for(request, pk)
    if image_id not in report.images_of(manuscript.report):
        raise Http404
    image = get_object_or_404(EditorialImage, pk=image_id)
    response = HttpResponseRedirect(get_rendition_or_not_found(image, THUMBNAIL).url)
    response.headers["Cache-Control"] = "private, max-age=600"
    return response


@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came, to be kept."""
    manuscript = manuscript_for(request, pk)
    response = FileResponse(
        manuscript.original.open(),
        as_attachment=True,
        filename=manuscript.name,
        content_type="application/octet-stream",
    )
    response.headers["Content-Security-Policy"] = ORIGINAL_CSP
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_safe
def export(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest version of a story as Markdown, drafts too."""
    page = get_object_or_404(FeaturePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    response = HttpResponse(markdown_of(draft), content_type="text/markdown; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{draft.slug or page.pk}.md"'
    return response
