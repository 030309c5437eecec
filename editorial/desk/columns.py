"""Columns of the admin's page lists."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageListingMixin

from editorial.desk.thumbnails import table_thumbnails


class ThumbnailColumn(BaseColumn):
    """The lead picture of the row's page, small. `page_of` finds the page in rows that are something else."""

    cell_template_name = "desk/tables/thumbnail_cell.html"

    def __init__(self, *args, page_of=lambda row: row, **kwargs):
        super().__init__(*args, **kwargs)
        self.page_of = page_of

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        found = table_thumbnails(parent_context["table"], self.page_of)
        return {**context, "thumbnail": found.get(self.page_of(instance).pk)}


BULK = BulkActionsColumn("bulk_actions")
THUMBNAIL = ThumbnailColumn("thumbnail", label=_("Picture"), width="90px")
TITLE = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
UPDATED = next(column for column in PageListingMixin.base_columns if column.name == "latest_revision_created_at")
STATUS = PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%")

# Wagtail's columns with the picture before the title.
EVERY_PAGE = [
    extended
    for column in ExplorableIndexView.base_columns
    for extended in ((THUMBNAIL, column) if column.name == "title" else (column,))
]
