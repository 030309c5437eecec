"""The panel 'Mentions' beside a story: filled and kept fresh by its script, while the story is written."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel

from editorial.desk.mentions.live import ASIDE_URL, MENTIONS_URL
from editorial.desk.side_panels import side_panel
from editorial.models import FeaturePage


class StoryMentionsPanel(BaseSidePanel):
    """Names that could be links, names that nobody knows, names that are links already."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle mentions")
        icon_name = "link"

    name = "mentions"
    title = _("Mentions")
    template_name = "desk/mentions/story_panel.html"
    order = 345

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {
            "url": reverse(MENTIONS_URL),
            "aside_url": reverse(ASIDE_URL),
        }

    @property
    def media(self):
        return forms.Media(
            css={"all": [versioned_static("admin-desk/css/mentions.css")]},
            js=[forms.Script(versioned_static("admin-desk/js/mentions.js"), type="module")],
        )


@side_panel
def story_mentions(view) -> StoryMentionsPanel | None:
    """In the form of every story, new ones too."""
    return StoryMentionsPanel(view.page, view.request) if isinstance(view.page, FeaturePage) else None
