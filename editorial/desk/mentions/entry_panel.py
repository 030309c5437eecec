"""The panel 'Mentions in stories' beside an entry of the catalogue: where it is linked, and where it only is named."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import BaseSidePanel

from editorial.desk.side_panels import side_panel
from editorial.models import (
    BrandPage,
    CollaborationPage,
    FeatureMention,
    PartnerPage,
    PersonPage,
    ProductPage,
    SilhouettePage,
    Term,
    TermMention,
    UnlinkedMention,
)

ENTRIES = (BrandPage, SilhouettePage, ProductPage, CollaborationPage, PersonPage, PartnerPage)
MOST = 100
NEWEST = ("-feature__first_published_at", "-feature_id")


class EntryMentionsPanel(BaseSidePanel):
    """Stories that link to the entry; stories that write its name and do not, with the place in their form."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle mentions in stories")
        icon_name = "link"

        def get_context_data(self, parent_context):
            return super().get_context_data(parent_context) | {"count": len(self.panel.unlinked)}

    name = "mentions"
    title = _("Mentions in stories")
    template_name = "desk/mentions/entry_panel.html"
    order = 345

    def __init__(self, entry, request) -> None:
        super().__init__(entry, request)
        self.linked = linked_mentions(entry)
        self.unlinked = unlinked_mentions(entry)

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"linked": self.linked, "unlinked": self.unlinked}

    @property
    def media(self):
        return forms.Media(css={"all": [versioned_static("admin-desk/css/mentions.css")]})


def linked_mentions(entry) -> list:
    """The rows of stories that link to the page or term or show it, the newest story first; each story once."""
    if isinstance(entry, Term):
        rows = TermMention.objects.filter(term=entry)
    else:
        rows = FeatureMention.objects.filter(subject=entry.pk)
    return list(rows.select_related("feature").order_by(*NEWEST)[:MOST])


def unlinked_mentions(entry) -> list[UnlinkedMention]:
    """The rows of stories that name the page or term without a link, the newest story first."""
    wanted = {"term": entry} if isinstance(entry, Term) else {"subject": entry.pk}
    return list(UnlinkedMention.objects.filter(**wanted).select_related("feature").order_by(*NEWEST)[:MOST])


@side_panel
def entry_mentions(view) -> EntryMentionsPanel | None:
    """In the form of every entry that exists."""
    page = view.page
    return EntryMentionsPanel(page, view.request) if isinstance(page, ENTRIES) and page.pk else None
