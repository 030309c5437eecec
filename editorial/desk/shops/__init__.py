"""The shops in the admin: one menu for merchandisers."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from editorial.desk.shops import log
from editorial.desk.shops.board import PriceBoardViewSet
from editorial.desk.shops.bulk import BringBackOffers, WithdrawOffers
from editorial.desk.shops.clicks import ClicksViewSet
from editorial.desk.shops.coverage import CoverageViewSet
from editorial.desk.shops.importing import ImportViewSet
from editorial.desk.shops.offers import OfferViewSet
from editorial.desk.shops.retailers import AffiliateTermsViewSet, RetailerViewSet

__all__ = ["Shops", "log"]


class Shops(SnippetViewSetGroup):
    """Offers first, then what they raise: prices to decide, holes, clicks; then who sells."""

    items = (
        OfferViewSet,
        ImportViewSet("shops_import"),
        PriceBoardViewSet("shops_board"),
        CoverageViewSet("shops_coverage"),
        ClicksViewSet("shops_clicks"),
        RetailerViewSet,
        AffiliateTermsViewSet,
    )
    menu_label = _("Shops")
    menu_name = "shops"
    menu_icon = "tag"
    menu_order = 160


register_snippet(Shops)
hooks.register("register_bulk_action", WithdrawOffers)
hooks.register("register_bulk_action", BringBackOffers)
