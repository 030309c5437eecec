"""Glossary terms at the desk: the panel of mentions beside their form."""

from wagtail.admin.ui.components import MediaContainer
from wagtail.snippets.views.snippets import EditView

from editorial.desk.mentions.entry_panel import EntryMentionsPanel


class TermEditView(EditView):
    """Editing a term, with the stories that explain it and those that could."""

    def get_side_panels(self):
        return MediaContainer([*super().get_side_panels(), EntryMentionsPanel(self.object, self.request)])
