"""What happens when a page goes live, and when it is taken off again."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_migrate, post_save, pre_migrate
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from editorial.actions.check_archive import forget_findings, look_again
from editorial.actions.guard_tables import guard_tables, lift_guards
from editorial.actions.make_renditions import make_page_renditions
from editorial.actions.rewrite_mentions import forget_mentions, rewrite_mentions
from editorial.actions.unlinked_mentions import forget_unlinked, note_unlinked
from editorial.actions.unpublish_descendants import unpublish_descendants
from editorial.listings.house import forget_house
from editorial.listings.names import forget_gazetteer
from editorial.models import (
    BasePage,
    BrandPage,
    CollaborationPage,
    FeaturePage,
    Market,
    NameAlias,
    PartnerPage,
    PersonPage,
    ProductPage,
    SilhouettePage,
    SiteSettings,
    Term,
)

# Entries of the catalogue, and what gives them further names.
NAMED = (BrandPage, SilhouettePage, ProductPage, CollaborationPage, PersonPage, PartnerPage, Term, NameAlias)


@receiver(page_published)
def order_renditions(sender, instance, **kwargs) -> None:
    """Have the page's pictures encoded, once the publication stands."""
    transaction.on_commit(partial(make_page_renditions.enqueue, instance.pk))


@receiver(page_published)
def strike_what_was_mended(sender, instance, **kwargs) -> None:
    """What the round over the archive found is looked at again at once; nobody waits a night for it."""
    if isinstance(instance, BasePage):
        look_again(instance)


@receiver(page_unpublished)
def forget_what_was_found(sender, instance, **kwargs) -> None:
    """A page off the site has no findings."""
    forget_findings(instance)


@receiver(page_published, sender=FeaturePage)
def note_what_it_names(sender, instance, **kwargs) -> None:
    """What a feature names follows its live version. A scheduled one counts as published here and is not live yet."""
    rewrite_mentions(instance)
    transaction.on_commit(partial(note_unlinked.enqueue, instance.pk))


@receiver(page_unpublished, sender=FeaturePage)
def forget_what_it_named(sender, instance, **kwargs) -> None:
    """A feature off the site names nothing."""
    forget_mentions(instance)
    forget_unlinked(instance)


@receiver(page_unpublished, sender=BrandPage)
@receiver(page_unpublished, sender=SilhouettePage)
def take_descendants_along(sender, instance, **kwargs) -> None:
    """A brand leaves the site with its silhouettes, a silhouette with its colourways."""
    unpublish_descendants(instance)


@receiver(post_save, sender=SiteSettings)
@receiver(post_delete, sender=SiteSettings)
@receiver(post_save, sender=Market)
@receiver(post_delete, sender=Market)
def read_the_house_again(sender, **kwargs) -> None:
    """The settings, and the default market that is kept with them, are read afresh once either changes."""
    forget_house()


@receiver(pre_migrate)
def lift_guards_for_a_migration(sender, using, plan, **kwargs) -> None:
    """Triggers stand in the way of a table that is rebuilt; where nothing is, they stay."""
    if sender.name == "editorial" and plan:
        lift_guards(using)


@receiver(post_migrate)
def guard_after_a_migration(sender, using, **kwargs) -> None:
    """Whatever was migrated, what the tables refuse is refused again."""
    if sender.name == "editorial":
        guard_tables(using)


def read_the_names_again(sender, **kwargs) -> None:
    """The list of names is read afresh once an entry changes."""
    forget_gazetteer()


for model in NAMED:
    post_save.connect(read_the_names_again, sender=model)
    post_delete.connect(read_the_names_again, sender=model)
