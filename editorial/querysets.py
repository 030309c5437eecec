"""What may be shown, said once.

Every list, card, link, feed and search result of the public site resolves pages through `shown()`; every list of cards
through `for_cards()`.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce, Substr
from wagtail.images import get_image_model
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction

from editorial.renditions import specs_of
from editorial.shopping.freshness import EXPIRED

# Levels of the tree that can stand above a page: root, front page, index or brand, silhouette.
ANCESTOR_DEPTHS = (1, 2, 3, 4)


def renditions_prefetch(lookup: str, *recipes: str) -> Prefetch:
    """A prefetch of the named recipes' renditions, in the form Wagtail's image model reads.

    `lookup` is the path from the queried model to the image, such as `card_picture`; empty for images themselves.
    """
    rendition_model = get_image_model().get_rendition_model()
    return Prefetch(
        f"{lookup}__renditions" if lookup else "renditions",
        queryset=rendition_model.objects.filter(filter_spec__in=specs_of(*recipes)),
        to_attr="prefetched_renditions",
    )


def above_it() -> list:
    """The tree paths of the pages over the one asked about, as expressions for a subquery."""
    return [Substr(OuterRef("path"), 1, depth * Page.steplen) for depth in ANCESTOR_DEPTHS]


def is_restricted() -> Exists:
    """True for a page that is private, itself or by an ancestor (Wagtail's page privacy); no query of its own.

    By the paths that may stand above it and not by comparing beginnings, so the database looks up an index.
    """
    return Exists(PageViewRestriction.objects.filter(page__path__in=[*above_it(), OuterRef("path")]))


def has_hidden_ancestor() -> Exists:
    """True for a page somewhere under an unpublished one, which readers cannot reach whatever its own state."""
    return Exists(Page.objects.filter(live=False, path__in=above_it()))


def is_mirrored() -> Exists:
    """True for an alias or a page under one, whose privacy Wagtail reads from the original."""
    return Exists(Page.objects.filter(alias_of__isnull=False, path__in=[*above_it(), OuterRef("path")]))


def count_of(queryset, **condition):
    """A count of the rows that meet the condition, as a subquery; 0 where there are none. Conditions use OuterRef."""
    counted = (
        queryset.filter(**condition).order_by().values(*condition).annotate(total=models.Count("pk")).values("total")
    )
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)


def beyond(position: Sequence[tuple[str, bool, object]], *, backwards: bool = False) -> models.Q:
    """What stands after a position in an ordered list; before it when `backwards`.

    `position` names the ordering, most significant first: (field, descending, value there). The list's own ordering
    must be the same, and its values not NULL.
    """
    condition = models.Q(pk__in=[])
    equal_so_far = models.Q()
    for name, descending, value in position:
        comparison = "lt" if descending != backwards else "gt"
        condition |= equal_so_far & models.Q(**{f"{name}__{comparison}": value})
        equal_so_far &= models.Q(**{name: value})
    return condition


def is_offered(at: datetime) -> models.Q:
    """True for an offer that readers may see at this time: not withdrawn, held back or expired, of a shop in use."""
    return models.Q(withdrawn_at=None, doubt="", retailer__is_active=True, seen_at__gt=at - EXPIRED)


class EditorialPageQuerySet(PageQuerySet):
    """The vocabulary shared by all page types."""

    card_recipes: tuple[str, ...] = ("card",)
    card_relations: tuple[str, ...] = ("lead_image", "lead_image__replacement")

    def shown(self):
        """Live and public pages only, nothing above them unpublished."""
        return self.live().exclude(is_restricted()).exclude(has_hidden_ancestor())

    def listed(self):
        """Shown pages with the relations a card prints joined; for lists that fetch renditions together."""
        return self.shown().select_related(*self.card_relations)

    def results(self):
        """As listed, for lines of search results, which print nobody's name."""
        return self.listed()

    def for_cards(self, *recipes: str):
        """Shown pages with all that a card prints, in two queries: the pages with joined relations, the renditions."""
        return self.listed().prefetch_related(renditions_prefetch("card_picture", *(recipes or self.card_recipes)))


EditorialPageManager = PageManager.from_queryset(EditorialPageQuerySet)
