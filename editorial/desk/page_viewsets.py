"""How pages are listed, edited, copied and moved in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from editorial.desk.bulk_publishing import GatedPublishBulkAction
from editorial.desk.columns import BULK, EVERY_PAGE, STATUS, THUMBNAIL, TITLE, UPDATED
from editorial.desk.copying import GatedCopyView
from editorial.desk.moving import GatedConvertAliasView, GatedMoveBulkAction, GatedMoveView
from editorial.desk.publishing import (
    GatedCollectView,
    GatedCreateView,
    GatedEditView,
    GatedRevertView,
    GatedWorkflowActionView,
)
from editorial.models import CollaborationPage, FeaturePage, PartnerPage, PersonPage, ProductPage, SilhouettePage


class DeskListView(ExplorableIndexView):
    """Wagtail's page explorer with pictures."""

    base_columns = EVERY_PAGE


class DeskPageViewSet(PageViewSet):
    """Every page type: Wagtail's views with the gate in them."""

    model = Page
    index_view_class = DeskListView
    add_view_class = GatedCreateView
    edit_view_class = GatedEditView
    revisions_revert_view_class = GatedRevertView
    copy_view_class = GatedCopyView
    move_confirm_view_class = GatedMoveView
    convert_alias_view_class = GatedConvertAliasView
    workflow_action_view_class = GatedWorkflowActionView
    collect_workflow_action_data_view_class = GatedCollectView


class ProductViewSet(DeskPageViewSet):
    """Products under their silhouette: by style code and sizing."""

    model = ProductPage
    list_display = [
        BULK,
        THUMBNAIL,
        TITLE,
        Column("style_code", label=_("Style code"), sort_key="style_code", width="14%"),
        Column("get_sizing_display", label=_("Sizing"), sort_key="sizing", width="10%"),
        UPDATED,
        STATUS,
    ]
    list_filter = ["sizing"]


class SilhouetteViewSet(DeskPageViewSet):
    """Silhouettes under their brand: by the year they were first sold."""

    model = SilhouettePage
    list_display = [
        BULK,
        THUMBNAIL,
        TITLE,
        Column("year", label=_("First sold"), sort_key="year", width="10%"),
        Column("predecessor", label=_("Follows"), width="16%"),
        UPDATED,
        STATUS,
    ]
    list_filter = ["year"]


class CollaborationViewSet(DeskPageViewSet):
    """Collaborations by date."""

    model = CollaborationPage
    list_display = [
        BULK,
        THUMBNAIL,
        TITLE,
        Column("date_text", label=_("Date"), sort_key="year", width="14%"),
        UPDATED,
        STATUS,
    ]
    list_filter = ["year"]


class FeatureViewSet(DeskPageViewSet):
    """Features by topic."""

    model = FeaturePage
    list_display = [
        BULK,
        THUMBNAIL,
        TITLE,
        Column("topic", label=_("Topic"), width="12%"),
        UPDATED,
        STATUS,
    ]
    list_filter = ["topic"]


class PersonViewSet(DeskPageViewSet):
    """People by what they do."""

    model = PersonPage
    list_display = [BULK, THUMBNAIL, TITLE, Column("role", label=_("Role"), width="20%"), UPDATED, STATUS]


class PartnerViewSet(DeskPageViewSet):
    """Partners by kind."""

    model = PartnerPage
    list_display = [
        BULK,
        THUMBNAIL,
        TITLE,
        Column("get_kind_display", label=_("Kind"), sort_key="kind", width="12%"),
        UPDATED,
        STATUS,
    ]
    list_filter = ["kind"]


VIEWSETS = (
    DeskPageViewSet,
    ProductViewSet,
    SilhouetteViewSet,
    CollaborationViewSet,
    FeatureViewSet,
    PersonViewSet,
    PartnerViewSet,
)


@hooks.register("register_admin_viewset")
def page_viewsets():
    """In place of Wagtail's own, which is registered before it."""
    return [viewset() for viewset in VIEWSETS]


# Later than Wagtail's, whose actions of the same name they replace.
hooks.register("register_bulk_action", GatedPublishBulkAction, order=100)
hooks.register("register_bulk_action", GatedMoveBulkAction, order=100)
