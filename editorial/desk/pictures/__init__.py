"""Pictures at the desk: handing them in, noticing those on file already, and the queue of what to see to."""

from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.permissions import policy_registry

from editorial.desk.pictures.adding import AddPicture
from editorial.desk.pictures.duplicates import use_our_search
from editorial.desk.pictures.reading import read_picture
from editorial.desk.pictures.report import PictureQueue
from editorial.models import EditorialImage

use_our_search()


# Before the framework's own addresses, one of which is taken over.
@hooks.register("register_admin_urls", order=-1)
def picture_urls():
    """Adding one picture, reading one before it is handed in, the queue."""
    return [
        path("images/add/", AddPicture.as_view(), name="desk_add_picture"),
        path("desk/pictures/read/", read_picture, name="desk_read_picture"),
        path("reports/pictures/", PictureQueue.as_view(), name="desk_picture_queue"),
    ]


class PictureQueueItem(MenuItem):
    """In the menu of those who may change pictures."""

    def is_shown(self, request) -> bool:
        policy = policy_registry.get_by_type(EditorialImage)
        return policy.user_has_any_permission(request.user, ["change"])


@hooks.register("register_reports_menu_item")
def picture_queue_item() -> MenuItem:
    """Under Reports."""
    return PictureQueueItem(
        _("Pictures to see to"), reverse("desk_picture_queue"), name="picture-queue", icon_name="image", order=150
    )


@hooks.register("insert_global_admin_js")
def reading_script() -> str:
    """Pictures are handed in on their own page, among many and inside choosers on any page."""
    return format_html(
        '<script src="{}" data-read-picture="{}" defer></script>',
        versioned_static("admin-desk/js/read-picture.js"),
        reverse("desk_read_picture"),
    )


@hooks.register("insert_global_admin_css")
def picture_styles() -> str:
    """For the marks beside fields and the queue."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("admin-desk/css/pictures.css"))
