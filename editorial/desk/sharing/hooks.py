"""The share links' addresses, and the way to them from a page."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from editorial.desk.sharing import views


@hooks.register("register_admin_urls")
def sharing_urls():
    """Behind the admin's sign-in."""
    return [
        path("desk/share/<int:page_id>/", views.ShareView.as_view(), name="desk_share"),
        path("desk/share/<int:pk>/revoke/", views.revoke, name="desk_revoke"),
    ]


@hooks.register("register_page_header_buttons")
def share_button(page, user, view_name, next_url=None):
    """In the menu beside a page's title."""
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        yield Button(_("Share this draft"), reverse("desk_share", args=[page.pk]), icon_name="link", priority=13)
