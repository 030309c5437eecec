"""Withdrawing offers and bringing them back, one or many: from the list, with what was chosen named first."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from editorial.actions.withdraw_offers import bring_back, withdraw
from editorial.models import Offer


class OfferBulkAction(SnippetBulkAction):
    """Something done to chosen offers by somebody who may change them."""

    models = [Offer]
    template_name = "desk/shops/confirm_bulk.html"
    question = ""
    confirm = ""

    def check_perm(self, obj):
        return self.permission_policy.user_has_permission(self.request.user, "change")

    @classmethod
    def get_queryset(cls, model, object_ids):
        return model.objects.filter(pk__in=list(object_ids)).select_related("retailer", "product", "market")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"question": self.question, "confirm": self.confirm}

    def get_execution_context(self):
        return {**super().get_execution_context(), "user": self.request.user, "request": self.request}


class WithdrawOffers(OfferBulkAction):
    """The shops no longer list them."""

    display_name = _("Withdraw")
    action_type = "withdraw"
    aria_label = _("Withdraw the chosen offers")
    action_priority = 10
    question = _("Withdraw these offers? Readers no longer see them; links to them lead to the product's page.")
    confirm = _("Yes, withdraw")

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        return withdraw(objects, timezone.now(), user), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext("%d offer withdrawn.", "%d offers withdrawn.", num_parent_objects) % num_parent_objects


class BringBackOffers(OfferBulkAction):
    """The shops list them again."""

    display_name = _("Bring back")
    action_type = "bring_back"
    aria_label = _("Bring back the chosen offers")
    action_priority = 20
    question = _("Bring these offers back? Their prices keep the day on which they were seen.")
    confirm = _("Yes, bring back")

    @classmethod
    def execute_action(cls, objects, user=None, request=None, **kwargs):
        done, stuck = bring_back(objects, user)
        for offer in stuck:
            messages.warning(
                request,
                _("%s stays withdrawn: its price was turned down, or its address is not the retailer's any more.")
                % offer,
            )
        return done, 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext("%d offer brought back.", "%d offers brought back.", num_parent_objects) % num_parent_objects
