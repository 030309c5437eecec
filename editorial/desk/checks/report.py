"""The report of what the round over the archive found: filtered by rule, weight and page type, as a table or a file."""

import django_filters
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import get_page_content_types
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial.addresses import absolute_url
from editorial.checks.rules import OBJECTIONS
from editorial.choices import Severity
from editorial.models import ArchivePass, Finding

# Columns that a telephone has no room for; the rest says it all.
WIDE = "desk-wide"
MAY_LOOK = ("add", "change", "publish")
POLICY = PagePermissionPolicy()


def rules_by_name() -> list[tuple[str, str]]:
    """All that rules may say, for a list to choose from."""
    return sorted(((code, str(objection.label)) for code, objection in OBJECTIONS.items()), key=lambda pair: pair[1])


class FindingFilters(WagtailFilterSet):
    """What the report can be narrowed to."""

    severity = django_filters.ChoiceFilter(label=gettext_lazy("Weight"), choices=Severity.choices)
    rule = django_filters.MultipleChoiceFilter(label=gettext_lazy("Rule"), choices=rules_by_name)
    page_type = ContentTypeFilter(
        label=gettext_lazy("Page type"),
        field_name="page__content_type",
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Finding
        fields = ["severity", "rule", "page_type"]


class FindingsReport(ReportView):
    """Every finding in pages that the user may work on, errors first, what stands longest first."""

    model = Finding
    page_title = gettext_lazy("Checks of the archive")
    header_icon = "clipboard-list"
    template_name = "desk/checks/report.html"
    filterset_class = FindingFilters
    index_url_name = "desk_findings"
    index_results_url_name = "desk_findings_results"
    permission_policy = POLICY
    any_permission_required = list(MAY_LOOK)
    columns = [
        Column("page", label=gettext_lazy("Page"), accessor=lambda row: row, width="22%"),
        Column("kind", label=gettext_lazy("Type"), accessor="page.page_type_display_name", width="12%", classname=WIDE),
        Column("get_severity_display", label=gettext_lazy("Weight"), width="9%"),
        Column(
            "rule", label=gettext_lazy("Rule"), accessor=lambda row: rule_name(row.rule), width="15%", classname=WIDE
        ),
        Column("message", label=gettext_lazy("What, and how to mend it"), accessor=str),
        DateColumn("first_found_at", label=gettext_lazy("Since"), width="10%", classname=WIDE),
    ]
    list_export = ["page_name", "page.url", "get_severity_display", "rule", "message", "mend", "first_found_at"]
    export_headings = {
        "page_name": gettext_lazy("Page"),
        "page.url": gettext_lazy("Address"),
        "get_severity_display": gettext_lazy("Weight"),
        "rule": gettext_lazy("Rule"),
        "message": gettext_lazy("What"),
        "mend": gettext_lazy("How to mend it"),
        "first_found_at": gettext_lazy("Since"),
    }
    # On the host that readers know; what the framework has of a site may be its first guess.
    custom_field_preprocess = {
        "page.url": dict.fromkeys(ReportView.FORMATS, lambda url: absolute_url(url) if url else ""),
    }

    def get_queryset(self):
        pages = POLICY.instances_user_has_any_permission_for(self.request.user, MAY_LOOK)
        self.queryset = Finding.objects.filter(page__in=pages).worst_first()
        return super().get_queryset()

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {"last_round": last_round()}


FindingsReport.columns[0].cell_template_name = "desk/checks/page_cell.html"


def rule_name(code: str) -> str:
    """The rule's name; its code where the rule is no more."""
    return str(OBJECTIONS[code].label) if code in OBJECTIONS else code


def last_round() -> str:
    """When somebody last went round and over how many pages, as a sentence."""
    done = ArchivePass.objects.order_by("-finished_at").first()
    if done is None:
        return _("Nobody has been round yet: the first round comes with the night.")
    when = date_format(localtime(done.finished_at), "j F Y, H:i")
    pages = ngettext("%(count)d page", "%(count)d pages", done.pages) % {"count": done.pages}
    return _("Last round: %(when)s, over %(pages)s.") % {"when": when, "pages": pages}


class FindingsMenuItem(MenuItem):
    """For those who work on pages."""

    def is_shown(self, request) -> bool:
        return POLICY.user_has_any_permission(request.user, MAY_LOOK)


@hooks.register("register_reports_menu_item")
def findings_menu_item() -> MenuItem:
    """First among the reports of the desk."""
    return FindingsMenuItem(
        FindingsReport.page_title, reverse("desk_findings"), name="findings", icon_name="clipboard-list", order=600
    )


@hooks.register("register_admin_urls")
def report_urls():
    """The report, and the part of it that filters bring back."""
    return [
        path("reports/checks/", FindingsReport.as_view(), name="desk_findings"),
        path("reports/checks/results/", FindingsReport.as_view(results_only=True), name="desk_findings_results"),
    ]
