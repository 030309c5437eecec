"""Live stories whose shoes no shop has: for those who keep the stories, and for those who keep the shoes."""

from collections import defaultdict

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from editorial.desk.dashboard.panel import DeskPanel, Row, edit_address
from editorial.desk.people import editable_pages
from editorial.models import FeatureMention, FeaturePage, Offer, ProductPage
from editorial.shopping.codes import BUYABLE

# So many shoes of one story are named.
NAMED = 6


def buyable():
    """What shops sell of the shoe that a mention names."""
    on_sale = [availability.value for availability in BUYABLE]
    return Offer.objects.shown().filter(product=OuterRef("subject"), availability__in=on_sale)


class CannotBeBought(DeskPanel):
    """Live stories that name products no shop has, first those of which nothing can be bought at all.

    Who may edit the shoes sees them too: the story then leads to what readers see.
    """

    name = "cannot-be-bought"
    heading = gettext_lazy("Stories whose shoes can't be bought")
    empty = gettext_lazy("Every shoe named in a live story can be bought somewhere.")
    empty_for_some = gettext_lazy("Every shoe of yours that a live story names can be bought somewhere.")
    when = gettext_lazy("Last published")

    def items(self, user):
        mine = editable_pages(user)
        named = FeatureMention.objects.filter(
            Q(feature__in=mine) | Q(subject__in=mine), feature__live=True, subject__in=ProductPage.objects.live()
        )
        return (
            named.order_by()
            .values("feature", "feature__draft_title", "feature__last_published_at")
            .annotate(
                shoes=Count("subject", distinct=True), gone=Count("subject", distinct=True, filter=~Exists(buyable()))
            )
            .filter(gone__gt=0)
            .order_by(-F("gone") * 100 / F("shoes"), "-gone", "feature")
        )

    def dress(self, items, user):
        keys = [found["feature"] for found in items]
        addresses, shoes = addresses_of(keys, user), shoes_gone(keys, user)
        for found in items:
            remark = ngettext(
                "%(gone)d of %(number)d shoe can't be bought:",
                "%(gone)d of %(number)d shoes can't be bought:",
                found["shoes"],
            ) % {"gone": found["gone"], "number": found["shoes"]}
            yield Row(
                found["feature__draft_title"],
                addresses[found["feature"]],
                FeaturePage.get_verbose_name(),
                found["feature__last_published_at"],
                remark,
                links=tuple(shoes[found["feature"]][:NAMED]),
            )


def addresses_of(page_ids: list[int], user) -> dict[int, str]:
    """Where each story is edited, or read by those who may not edit it."""
    own = Exists(editable_pages(user).filter(pk=OuterRef("pk")))
    pages = Page.objects.filter(pk__in=page_ids).annotate(is_own=own)
    return {page.pk: edit_address(page.pk) if page.is_own else page.url or "" for page in pages}


def shoes_gone(page_ids: list[int], user) -> dict[int, list[tuple[str, str]]]:
    """The shoes of each story that this user may edit and nobody can buy: name and where it is edited."""
    gone = FeatureMention.objects.filter(
        ~Exists(buyable()),
        feature__in=page_ids,
        subject__in=ProductPage.objects.live().filter(pk__in=editable_pages(user).values("pk")),
    )
    named = gone.values_list(
        "feature", "subject", "subject__productpage__silhouette__title", "subject__productpage__title"
    )
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for story, shoe, silhouette, title in named.distinct().order_by("feature", "subject__title", "subject"):
        found[story].append((f"{silhouette} {title}", edit_address(shoe)))
    return found
