"""How the desk's own entries read in a page's history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from editorial.actions.publish_due import REFUSED_ACTION


@hooks.register("register_log_actions")
def register_refusals(actions):
    """A scheduled publication that the gate refused, with its reasons."""

    @actions.register_action(REFUSED_ACTION)
    class Refusal(LogFormatter):
        label = _("Refused by the gate")

        def format_message(self, log_entry):
            reasons = " ".join(log_entry.data.get("problems", []))
            return _("Refused by the gate when its hour came. %(reasons)s") % {"reasons": reasons}
