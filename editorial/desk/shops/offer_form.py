"""An offer kept by hand. Saving it is a sighting: the price is observed, or held back if it raises a doubt."""

from django.core.exceptions import ValidationError
from django.forms import Select
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from editorial.actions.write_offer import Sighting, write_offer
from editorial.models import HeldPrice, Offer

IDENTITY = ("retailer", "product", "market", "condition")
SEEN = ("price", "currency", "availability", "url", "delivery", "delivery_note", "was")


class OfferForm(WagtailAdminModelForm):
    """What somebody saw on a shop's page. Whose offer it is stays: prices of another would be no history."""

    is_believed = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in IDENTITY:
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Stays. Withdraw this offer and enter another instead.")
            # A disabled chooser would still offer to choose.
            for name in ("retailer", "product", "market"):
                known = getattr(self.instance, name)
                self.fields[name].widget = Select(choices=[(known.pk, str(known))])
        self.fields["currency"].help_text = _("Such as GBP. Another than the country's own is allowed and marked.")
        self.fields["url"].help_text = _("Where readers are sent: https, on one of the retailer's hosts.")

    def clean_currency(self):
        return self.cleaned_data["currency"].strip().upper()

    def clean(self):
        cleaned = super().clean()
        # Only what may be written is compared; `take` dates a former price by the sighting.
        self.instance.was_seen_at = timezone.now() if cleaned.get("was") is not None else None
        if cleaned.get("was") is not None and cleaned.get("price") is not None and cleaned["was"] <= cleaned["price"]:
            raise ValidationError({"was": _("A former price is higher than today's.")})
        return cleaned

    def save(self, commit=True):
        """Write the sighting. The form's own object holds what was typed, which nobody may have believed."""
        typed = super().save(commit=False)
        if not commit:
            return typed
        values = {name: self.cleaned_data[name] for name in SEEN}
        offer = Offer.objects.select_related("retailer").get(pk=typed.pk) if typed.pk else typed
        offer.is_manual = True
        self.is_believed = write_offer(offer, Sighting(at=timezone.now(), **values))
        self.instance = offer
        return offer

    @property
    def waits(self) -> bool:
        """Whether what was typed waits for a decision, and was not turned down before."""
        return HeldPrice.objects.waiting().filter(offer=self.instance).exists()
