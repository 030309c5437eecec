"""What shops pay us, in a table of its own: only the way out and the notice before it read it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.markets import Market
from editorial.models.retailers import Retailer
from editorial.shopping.affiliates import Fault, fault

FAULTS = {
    Fault.CHARACTERS: _("Plain characters only, no spaces and no #."),
    Fault.FIELD: _("Places may be {market}, {offer}, {page} and, in a network's address, {url}."),
    Fault.ADDRESS: _("A network's address begins with https:// and carries {url} after its question mark."),
    Fault.PARAMETERS: _("Parameters are written name=value and joined by &, without a question mark."),
}


class AffiliateTerms(models.Model):
    """How a shop knows that a reader came from us: in one market, or in all that have no terms of their own."""

    retailer = models.ForeignKey(
        Retailer, verbose_name=_("retailer"), on_delete=models.CASCADE, related_name="affiliate_terms"
    )
    market = models.ForeignKey(
        Market, verbose_name=_("market"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    programme = models.CharField(_("programme"), max_length=80, blank=True)
    template = models.CharField(
        _("template"),
        max_length=500,
        help_text=_("Parameters such as tag=house&sub={offer}, or https://network.example/c?m=1&u={url}."),
    )
    terms = models.TextField(_("terms"), blank=True)

    class Meta:
        verbose_name = _("affiliate terms")
        verbose_name_plural = _("affiliate terms")
        constraints = [
            models.UniqueConstraint(fields=["retailer", "market"], name="one_set_of_terms_per_market"),
            models.UniqueConstraint(
                fields=["retailer"], condition=models.Q(market=None), name="one_set_of_terms_for_all_other_markets"
            ),
            models.CheckConstraint(condition=~models.Q(template=""), name="terms_have_a_template"),
        ]

    def __str__(self):
        return f"{self.retailer}, {self.market or _('all other markets')}"

    def clean(self):
        super().clean()
        problem = fault(self.template)
        if problem:
            raise ValidationError({"template": FAULTS[problem]})
