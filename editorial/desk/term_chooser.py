"""The window in which an editor picks a glossary term for a word."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.chooser import ChooserViewSet

TERM_CHOOSER = "term_chooser"


class TermChooserViewSet(ChooserViewSet):
    """Choose one of the glossary's terms."""

    model = "editorial.Term"
    icon = "help"
    choose_one_text = _("Choose a glossary term")
    choose_another_text = _("Choose another term")
    # The snippet's own chooser serves forms; this one serves running text.
    register_widget = False


@hooks.register("register_admin_viewset")
def term_chooser():
    """At the admin's own addresses."""
    return TermChooserViewSet(TERM_CHOOSER)
