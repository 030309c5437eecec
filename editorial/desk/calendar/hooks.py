"""The calendar's place in the menu, its addresses and its files."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from editorial.desk.calendar.moving import MoveView
from editorial.desk.calendar.views import CalendarView


@hooks.register("register_admin_menu_item")
def calendar_item() -> MenuItem:
    """Near the top of the menu."""
    return MenuItem(_("Calendar"), reverse_lazy("desk_calendar"), name="desk-calendar", icon_name="calendar", order=50)


@hooks.register("register_admin_urls")
def calendar_urls():
    """Behind the admin's sign-in."""
    return [
        path("desk/calendar/", CalendarView.as_view(), name="desk_calendar"),
        path("desk/calendar/<slug:kind>/<int:key>/", MoveView.as_view(), name="desk_move"),
    ]
