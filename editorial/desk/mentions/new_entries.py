"""The forms in which a name that nobody knows becomes an entry, for those who may fill them."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.mentions.names import BRAND, COLLABORATION, PARTNER, PERSON, PRODUCT, SILHOUETTE, TERM
from editorial.mentions.stories import Mentioned
from editorial.models import BrandPage, HomePage, PartnerIndexPage, PersonIndexPage

KIND_NAMES = {
    BRAND: _("Brand"),
    SILHOUETTE: _("Silhouette"),
    PRODUCT: _("Product"),
    COLLABORATION: _("Collaboration"),
    PERSON: _("Person"),
    PARTNER: _("Partner"),
    TERM: _("Glossary term"),
}
# Below which page an entry begins.
ABOVE = ((PERSON, PersonIndexPage), (PARTNER, PartnerIndexPage), (BRAND, HomePage))


def forms_for(user, entries: Iterable[Mentioned]) -> list[tuple[str, str]]:
    """Where this user may make a person, a partner, a brand, a silhouette or a term: (label, address).

    A silhouette is one of a brand's: of the one that the story names most, of those that the user may add to.
    """
    forms = [
        (str(KIND_NAMES[kind]), address_of(kind, page))
        for kind, model in ABOVE
        if (page := model.objects.first()) is not None and may_add(user, page)
    ]
    brand = brand_named(user, entries)
    if brand is not None:
        forms.append((gettext("Silhouette of %(brand)s") % {"brand": brand.title}, address_of(SILHOUETTE, brand)))
    if user.has_perm("editorial.add_term"):
        forms.append((str(KIND_NAMES[TERM]), reverse("wagtailsnippets_editorial_term:add")))
    return forms


def address_of(kind: str, above: Page) -> str:
    """The form of a new page of this kind below another."""
    return reverse("wagtailadmin_pages:add", args=["editorial", f"{kind}page", above.pk])


def may_add(user, page: Page) -> bool:
    """Whether the user may put pages below this one."""
    return page.permissions_for_user(user).can_add_subpage()


def brand_named(user, entries: Iterable[Mentioned]) -> BrandPage | None:
    """The brand that the story names most, of those that the user may add to."""
    times = {one.target.id: one.times for one in entries if one.target.kind == BRAND and one.times}
    brands = sorted(BrandPage.objects.filter(pk__in=times), key=lambda brand: -times[brand.pk]) if times else []
    return next((brand for brand in brands if may_add(user, brand)), None)
