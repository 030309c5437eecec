"""How what was done with an offer reads in its history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from editorial.actions import offer_log

# Action, label, what the line says with a price, and what it says of an offer that had none before.
PRICES = (
    (offer_log.ACCEPT, _("Accept a price"), _("Accepted %(price)s after %(before)s"), _("Accepted %(price)s")),
    (
        offer_log.REJECT,
        _("Turn down a price"),
        _("Turned down %(price)s; it goes on asking %(before)s"),
        _("Turned down %(price)s"),
    ),
    (offer_log.REOPEN, _("Ask about a price again"), _("Put %(price)s up for decision again"), None),
)


class PriceFormatter(LogFormatter):
    """A line about a price that was held back."""

    said, said_of_first = "", ""

    def format_message(self, log_entry):
        data = log_entry.data
        words = self.said if data.get("before") or not self.said_of_first else self.said_of_first
        return words % {"price": data.get("price", ""), "before": data.get("before", "")}


@hooks.register("register_log_actions")
def register_decisions(actions):
    """Decisions about prices, and offers that come and go."""
    for action, label, said, said_of_first in PRICES:
        words = {"label": label, "said": said, "said_of_first": said_of_first}
        actions.register_action(action)(type("PriceLine", (PriceFormatter,), words))
    actions.register_action(offer_log.WITHDRAW, _("Withdraw an offer"), _("Withdrawn"))
    actions.register_action(offer_log.BRING_BACK, _("Bring back an offer"), _("Brought back"))
    actions.register_action(offer_log.IMPORT, _("Import offers"), _("Written from a file"))
