"""What happens when a page goes live."""

from functools import partial

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_published

from editorial.actions.make_renditions import make_page_renditions


@receiver(page_published)
def order_renditions(sender, instance, **kwargs) -> None:
    """Have the page's pictures encoded, once the publication stands."""
    transaction.on_commit(partial(make_page_renditions.enqueue, instance.pk))
