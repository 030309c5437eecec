"""Taking a table of offers in: upload, look at what would change, confirm."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from editorial.actions.offer_files import COLUMNS, Kind, Plan, apply, discard_old, plan, receive
from editorial.actions.offer_files.columns import REQUIRED, TOLD
from editorial.choices import Doubt
from editorial.desk.shops.listing import OFFERS, ShopsMenuItem, ShopsViewSet
from editorial.models import Offer, OfferImport

# What a page shows of a long list; the counts are of all.
SHOWN = 200
# What a line does that changes nothing that is said of the offer.
PLAIN = {Kind.WITHDRAWN: gettext_lazy("withdrawn"), Kind.BACK: gettext_lazy("shown again, as old as it is")}
FIELDS = {
    "price": gettext_lazy("price"),
    "currency": gettext_lazy("currency"),
    "was": gettext_lazy("former price"),
    "availability": gettext_lazy("availability"),
    "delivery": gettext_lazy("delivery"),
    "delivery_note": gettext_lazy("delivery note"),
    "url": gettext_lazy("address"),
}
KINDS = (
    (Kind.NEW, gettext_lazy("New offers")),
    (Kind.CHANGED, gettext_lazy("Changed offers")),
    (Kind.WITHDRAWN, gettext_lazy("Withdrawn")),
    (Kind.BACK, gettext_lazy("Brought back")),
    (Kind.OVERTAKEN, gettext_lazy("Let alone: seen again since the table was made")),
)


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy("As downloaded from the list of offers. UTF-8, 15 megabytes and 50,000 lines at most."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )


class KeepersMenuItem(ShopsMenuItem):
    """Shown to those who may change offers."""

    def is_shown(self, request):
        return may_write(request)


class ImportViewSet(ShopsViewSet):
    """The upload and the confirmation."""

    icon = "upload"
    menu_label = gettext_lazy("Import offers")
    url_prefix = "shops/import"
    menu_item_class = KeepersMenuItem

    def get_urlpatterns(self):
        return [path("", upload, name="index"), path("<int:pk>/", confirm, name="confirm")]


def may_write(request: HttpRequest) -> bool:
    """Whether somebody may both add and change offers, which any table may do."""
    return all(OFFERS.user_has_permission(request.user, action) for action in ("add", "change"))


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Ask for a file; show what is wrong with it, or lead to what it would change."""
    if not may_write(request):
        raise PermissionDenied
    now, made = timezone.now(), None
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        discard_old(now)
        file = form.cleaned_data["file"]
        kept, made = receive(file.name, file.read(), request.user, now)
        if kept:
            return redirect("shops_import:confirm", kept.pk)
        if not made.complaints:
            messages.success(request, nothing_to_do(made))
    context = {
        "form": form,
        "complaints": made.complaints[:SHOWN] if made else [],
        "more_complaints": max(0, len(made.complaints) - SHOWN) if made else 0,
        "recent": OfferImport.objects.exclude(applied_at=None)
        .select_related("uploaded_by")
        .order_by("-applied_at")[:5],
        "columns": [(name, name in REQUIRED, name in TOLD) for name in COLUMNS],
        **furniture(_("Import offers")),
    }
    return render(request, "desk/shops/import.html", context, status=422 if context["complaints"] else 200)


def nothing_to_do(made: Plan) -> str:
    """What is said of a table that changes nothing."""
    lines = made.counts.total()
    said = ngettext("Nothing to do: %d line says", "Nothing to do: %d lines say", lines) % lines
    return _("%s what is known already, or less.") % said


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the file would change; write it once that is confirmed."""
    if not may_write(request):
        raise PermissionDenied
    now = timezone.now()
    file = OfferImport.objects.filter(pk=pk, applied_at=None, uploaded_by=request.user).first()
    if file is None:
        messages.warning(request, _("This file was applied already, or nobody confirmed it for a day."))
        return redirect("shops_import:index")
    if request.method == "POST":
        written, again = apply(pk, request.user, now)
        if again is None:
            messages.success(request, done(written))
            return redirect(Offer.snippet_viewset.get_url_name("list"))
        messages.warning(request, _("Offers have changed since you looked. This is what the file would do now."))
        return render(request, "desk/shops/import_confirm.html", preview(file, again))
    return render(request, "desk/shops/import_confirm.html", preview(file, plan(file.text, now)))


def done(file: OfferImport) -> str:
    """What was written."""
    said = _("%(new)d new, %(changed)d changed, %(unchanged)d let alone.") % {
        "new": file.new,
        "changed": file.changed,
        "unchanged": file.unchanged,
    }
    if file.held_back:
        held = ngettext("%d price waits on the price board.", "%d prices wait on the price board.", file.held_back)
        said = f"{said} {held % file.held_back}"
    return said


def preview(file: OfferImport, made: Plan) -> dict:
    """What the page of confirmation says."""
    groups = []
    for kind, label in KINDS:
        changes = made.of(kind)
        if changes:
            groups.append(
                {
                    "label": label,
                    "count": len(changes),
                    "lines": [told(change) for change in changes[:SHOWN]],
                    "more": max(0, len(changes) - SHOWN),
                }
            )
    doubted = [change for change in made.changes if change.doubt]
    return {
        "file": file,
        "groups": groups,
        "complaints": made.complaints[:SHOWN],
        "counts": [(label, made.counts[kind]) for kind, label in (*KINDS, (Kind.UNCHANGED, _("Unchanged")))],
        "doubted": len(doubted),
        "may_confirm": made.does_something and not made.complaints,
        **furniture(_("Confirm the import"), file.file_name, _("Import offers")),
    }


def told(change) -> dict:
    """A change in words: offer, line, what differs, what is doubtful."""
    return {
        "line": change.line,
        "offer": change.offer,
        "plain": PLAIN.get(change.kind, _("the moment it was seen")),
        "differences": [
            {
                "field": FIELDS[name],
                "before": before,
                "after": after,
                "is_first": before is None and not change.offer.pk,
            }
            for name, before, after in change.differences
            if change.offer.pk or after not in (None, "")
        ],
        "doubt": Doubt(change.doubt).label if change.doubt else "",
        "is_foreign": change.is_foreign,
    }


def furniture(title: str, subtitle: str = "", parent: str = "") -> dict:
    """The head of the page."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    if parent:
        crumbs.append({"url": reverse("shops_import:index"), "label": parent})
    crumbs.append({"url": "", "label": title, "sublabel": subtitle})
    return {"header_title": title, "header_icon": "upload", "breadcrumbs_items": crumbs}
