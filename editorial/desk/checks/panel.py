"""The panel 'Checks' of the page editor: what the rules say of the version that is opened, kept fresh by a script."""

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel

from editorial.desk.side_panels import side_panel
from editorial.models import BasePage
from editorial.panels.gate import problems_at_opening

SCRIPTS = ("checks", "jumps")


class RulesSidePanel(BaseSidePanel):
    """Errors and warnings, each with a jump to its place and how to mend it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle checks before publishing")
        icon_name = "clipboard-list"

        def get_context_data(self, parent_context):
            # All that the panel lists, red while something of it stops the page; the script goes on with that.
            problems = self.panel.problems
            self.counter_classname = "w-bg-critical-200" if any(problem.stops for problem in problems) else ""
            return super().get_context_data(parent_context) | {"count": len(problems)}

    name = "rules"
    title = _("Checks before publishing")
    template_name = "desk/checks/panel.html"
    # Before the framework's own checks, which are about the page's HTML.
    order = 340

    def __init__(self, page, request, *, url: str, form=None) -> None:
        super().__init__(page, request)
        self.url = url
        # A form that came back: the page holds what was sent, not what was saved.
        self.sent_form = form if form is not None and form.is_bound else None

    @cached_property
    def problems(self) -> list:
        """What was refused of a form that was sent, else what the rules say of the version as it was opened.

        Nothing of a page that does not exist yet.
        """
        if self.sent_form is not None:
            return self.sent_form.problems
        return problems_at_opening(self.object) if self.object.pk else []

    @property
    def state(self) -> str:
        """What the list is about."""
        if self.sent_form is not None:
            return _("As you sent it. It was not saved.")
        return _("As last saved.") if self.object.pk else _("Checked as soon as you write.")

    def get_context_data(self, parent_context):
        is_sent = self.sent_form is not None
        return super().get_context_data(parent_context) | {
            "url": self.url,
            "state": self.state,
            "is_sent": is_sent,
            "is_blank": not is_sent and not self.object.pk,
            "problems": self.problems,
        }

    @property
    def media(self):
        return forms.Media(
            css={"all": [versioned_static("admin-desk/css/checks.css")]},
            js=[forms.Script(versioned_static(f"admin-desk/js/{name}.js"), type="module") for name in SCRIPTS],
        )


@side_panel
def rules_panel(view) -> RulesSidePanel | None:
    """In the form of every page of the magazine, new ones too."""
    page = view.page
    if not isinstance(page, BasePage):
        return None
    url = live_url(page, getattr(view, "parent_page", None))
    return RulesSidePanel(page, view.request, url=url, form=getattr(view, "form", None))


def live_url(page: BasePage, parent=None) -> str:
    """Where the form of this page is sent to be checked."""
    if page.pk:
        return reverse("desk_checks_of_page", args=[page.pk])
    return reverse("desk_checks_of_new_page", args=[page._meta.app_label, page._meta.model_name, parent.pk])
