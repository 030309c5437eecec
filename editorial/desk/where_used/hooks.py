"""The page's place in the menu, and the ways to it from a picture and a term."""

from django.urls import path, reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from editorial.desk.where_used.views import WhereUsed
from editorial.models import Term


@hooks.register("register_reports_menu_item")
def where_used_item() -> MenuItem:
    """Among the reports."""
    return MenuItem(_("Where used"), reverse_lazy("desk_where_used"), name="where-used", icon_name="search", order=90)


@hooks.register("register_admin_urls")
def where_used_urls():
    """Behind the admin's sign-in."""
    return [path("desk/where-used/", WhereUsed.as_view(), name="desk_where_used")]


@hooks.register("register_snippet_listing_buttons")
def term_button(snippet, user, next_url=None):
    """In the menu of a term in the glossary."""
    if isinstance(snippet, Term):
        address = reverse("desk_where_used") + "?" + urlencode({"term": snippet.pk})
        yield Button(_("Where used"), address, icon_name="search", priority=90)
