"""What follows when pages move, go off, or a brand is founded."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_unpublished, post_page_move, pre_page_move

from editorial.actions.brand_rights import grant_brand_rights
from editorial.actions.lineage import check_move, refresh_lineage
from editorial.models import BrandPage, ProductPage


@receiver(pre_page_move)
def refuse_colliding_move(sender, instance, parent_page_after, **kwargs) -> None:
    """Also for moves by code. Raises MoveRefused before anything is changed."""
    check_move(instance, parent_page_after)


@receiver(post_page_move)
def follow_the_tree(sender, instance, **kwargs) -> None:
    """Treebeard moves rows without saving them, so copied columns are set here."""
    refresh_lineage(instance)


@receiver(page_unpublished, sender=ProductPage)
def free_style_code(sender, instance, **kwargs) -> None:
    """Bulk unpublishing saves the bare page, not the product, which would keep its code."""
    ProductPage.objects.filter(pk=instance.pk).update(style_key=None)


@receiver(post_save, sender=BrandPage)
def open_brand_to_merchandisers(sender, instance, created, raw=False, **kwargs) -> None:
    """Merchandisers may work in every brand; rights are held page by page."""
    if created and not raw:
        grant_brand_rights(instance)
