"""The newsroom's notes beside the form: dates, the step, who has taken it. What changes them is on the desk card."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from editorial.desk.side_panels import side_panel
from editorial.desk.workflow.state import card_of, open_step, sent_back


class DeskSidePanel(BaseSidePanel):
    """What colleagues noted about the page. It changes nothing, because it stands inside the page's own form."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle the desk card")
        icon_name = "calendar-check"

    name = "desk"
    title = _("Desk card")
    template_name = "desk/workflow/side_panel.html"
    order = 250

    def __init__(self, page, request, claim=None):
        super().__init__(page, request)
        self.claim = claim

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {
            "card": card_of(self.object),
            "step": open_step(self.object),
            "claim": self.claim,
            "sent_back": sent_back(self.object),
        }


@side_panel
def desk_panel(view):
    """For pages that are there already."""
    return DeskSidePanel(view.page, view.request, view.step_claim) if view.page.pk else None
