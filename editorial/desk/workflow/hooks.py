"""The desk card's addresses, and the ways to it from a page."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from editorial.desk.workflow import views


@hooks.register("register_admin_urls")
def workflow_urls():
    """Behind the admin's sign-in."""
    return [
        path("desk/card/<int:page_id>/", views.DeskCardView.as_view(), name="desk_card"),
        path("desk/step/<int:step_id>/take/", views.take_step, name="desk_take_step"),
        path("desk/step/<int:step_id>/release/", views.release_step, name="desk_release_step"),
    ]


@hooks.register("register_page_header_buttons")
def card_button(page, user, view_name, next_url=None):
    """In the menu beside a page's title."""
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        yield Button(_("Desk card"), reverse("desk_card", args=[page.pk]), icon_name="calendar-check", priority=12)
