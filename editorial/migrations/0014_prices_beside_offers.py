"""Prices that were held back in place of the offer's own move beside it; the last believed price is the offer's again."""

from django.db import migrations

SEEN = ("doubt", "seen_at", "price", "currency", "was", "availability", "url", "delivery", "delivery_note")


def hold_beside(apps, schema_editor):
    Offer, HeldPrice = apps.get_model("editorial.Offer"), apps.get_model("editorial.HeldPrice")
    PriceObservation = apps.get_model("editorial.PriceObservation")
    for offer in Offer.objects.exclude(doubt="").order_by("pk").iterator():
        last = PriceObservation.objects.filter(offer=offer).order_by("-at").first()
        HeldPrice.objects.create(
            offer=offer,
            before=last.price if last else None,
            before_currency=last.currency if last else "",
            **{name: getattr(offer, name) for name in SEEN},
        )
        if last:
            offer.price, offer.currency, offer.seen_at = last.price, last.currency, last.at
            offer.was = offer.was_seen_at = None
            offer.doubt = ""
            offer.save()


def hold_in_place(apps, schema_editor):
    HeldPrice = apps.get_model("editorial.HeldPrice")
    for held in HeldPrice.objects.filter(decision="").select_related("offer").order_by("pk").iterator():
        for name in SEEN:
            setattr(held.offer, name, getattr(held, name))
        held.offer.was_seen_at = held.seen_at if held.was is not None else None
        held.offer.save()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0013_held_prices")]

    operations = [migrations.RunPython(hold_beside, hold_in_place)]
