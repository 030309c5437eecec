"""The import's place in the menu, its addresses, and the buttons of stories."""

from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from editorial.actions.import_manuscript import may_import, may_write
from editorial.desk.manuscripts import views
from editorial.models import FeatureIndexPage, FeaturePage, Manuscript


class ImportItem(MenuItem):
    """Shown to those who may write features; the form itself asks for the library too."""

    def is_shown(self, request) -> bool:
        return may_write(request.user)


@hooks.register("register_admin_menu_item")
def import_item() -> MenuItem:
    """Under the pages."""
    return ImportItem(
        _("Manuscripts"), reverse_lazy("desk_import"), name="import-manuscript", icon_name="upload", order=110
    )


@hooks.register("register_admin_urls")
def manuscript_urls():
    """Behind the admin's sign-in."""
    return [
        path("manuscripts/import/", views.import_manuscript, name="desk_import"),
        path("manuscripts/<int:pk>/", views.ReportView.as_view(), name="desk_manuscript"),
        path("manuscripts/<int:pk>/original/", views.original, name="desk_manuscript_original"),
        path("manuscripts/<int:pk>/pictures/<int:image_id>/", views.picture, name="desk_manuscript_picture"),
        path("manuscripts/export/<int:page_id>/", views.export, name="desk_export"),
    ]


@hooks.register("register_page_header_buttons")
def story_buttons(page, user, view_name, next_url=None):
    """At the features index: bring one in. At a story: its manuscript, and the story as Markdown."""
    if isinstance(page, FeatureIndexPage) and may_import(user):
        yield Button(_("Import a manuscript"), reverse("desk_import"), icon_name="upload", priority=12)
    if isinstance(page, FeaturePage) and page.pk and page.permissions_for_user(user).can_edit():
        newest = newest_manuscript(page)
        if newest:
            address = reverse("desk_manuscript", args=[newest])
            yield Button(_("Manuscript and report"), address, icon_name="doc-full", priority=70)
        address = reverse("desk_export", args=[page.pk])
        yield Button(_("Export as Markdown"), address, icon_name="download", priority=75)


def newest_manuscript(page: FeaturePage) -> int | None:
    """The id of the newest manuscript that was made into this story; a form that is opened knows it."""
    known = page.__dict__.get("at_the_desk")
    if known is not None:
        return known.newest_manuscript
    return Manuscript.objects.filter(page=page.pk).newest().values_list("pk", flat=True).first()
