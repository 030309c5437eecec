"""The share links of a page. Who may edit the page may make, see and revoke them."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from editorial.actions.share_links import make_link, revoke_link
from editorial.desk.people import editable_page
from editorial.desk.sharing.forms import ShareLinkForm
from editorial.models import ShareLink

# Open links of one page at a time, and how many closed ones are listed below them.
MOST_OPEN = 20
CLOSED_SHOWN = 20
# The cookie that carries the address of a new link to the page that shows it, and for how many seconds.
NEW_LINK = "desk_new_link"
SHOWN_WITHIN = 60


class ShareView(WagtailAdminTemplateMixin, TemplateView):
    """Links to a page's draft. The address of a new one is shown once; the browser itself carries it there."""

    template_name = "desk/sharing/links.html"
    header_icon = "link"
    new_address = ""

    def setup(self, request, *args, page_id: int, **kwargs):
        super().setup(request, *args, **kwargs)
        self.page = editable_page(request.user, page_id)
        self.form = ShareLinkForm()

    def get_page_title(self):
        return _("Share links")

    def get_page_subtitle(self):
        return self.page.draft_title

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk_card", args=[self.page.pk]), "label": _("Desk card")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.page.draft_title},
        ]

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Make a link."""
        self.form = ShareLinkForm(request.POST)
        if self.form.is_valid():
            if self.open_links().count() >= MOST_OPEN:
                self.form.add_error(None, _("This page has enough open links. Revoke one first."))
            else:
                return self.carry(self.make())
        return self.render_to_response(self.get_context_data())

    def make(self) -> str:
        """Make the link the form asks for; its whole address."""
        revision = self.page.get_latest_revision() if self.form.is_fixed else None
        label, until = self.form.cleaned_data["label"], self.form.expires_at()
        _link, token = make_link(self.page, label, until, self.request.user, revision)
        return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('shared_draft', args=[token])}"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The links; of one made just now the address too, and never again."""
        self.new_address = request.get_signed_cookie(NEW_LINK, default="", salt=self.salt, max_age=SHOWN_WITHIN)
        response = super().get(request, *args, **kwargs)
        if self.new_address:
            response.delete_cookie(NEW_LINK, path=request.path, samesite="Strict")
        return response

    def carry(self, address: str) -> HttpResponse:
        """To the links, with the address in a cookie for that page alone: a session would keep it in the database."""
        response = redirect("desk_share", self.page.pk)
        secure = self.request.is_secure()
        options = {"path": response.url, "httponly": True, "samesite": "Strict", "secure": secure}
        response.set_signed_cookie(NEW_LINK, address, salt=self.salt, max_age=SHOWN_WITHIN, **options)
        return response

    @property
    def salt(self) -> str:
        """Ties the cookie to the page."""
        return f"{NEW_LINK}:{self.page.pk}"

    def open_links(self):
        """Those that still show the draft."""
        return self.links().open()

    def links(self):
        """All links of the page, newest first."""
        return ShareLink.objects.filter(page_id=self.page.pk).select_related("created_by")

    def get_context_data(self, **kwargs):
        now = timezone.now()
        found = list(self.links()[: MOST_OPEN + CLOSED_SHOWN])
        return super().get_context_data(
            page=self.page,
            form=self.form,
            new_address=self.new_address,
            open_links=[link for link in found if link.is_open(now)],
            closed_links=[link for link in found if not link.is_open(now)],
            **kwargs,
        )


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link."""
    link = get_object_or_404(ShareLink, pk=pk)
    page = editable_page(request.user, link.page_id)
    revoke_link(link)
    messages.success(request, _("The link for %(label)s opens nothing any more.") % {"label": link.label})
    return redirect("desk_share", page.pk)
