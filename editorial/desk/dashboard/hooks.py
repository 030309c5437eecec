"""The panels on the admin's first page, and the addresses of their lists."""

from django.urls import path
from wagtail import hooks

from editorial.desk.dashboard.views import PANELS, PanelList

# Room between two panels, for those of others.
STEP = 10


@hooks.register("construct_homepage_panels")
def desk_panels(request, panels):
    """The desk in place of Wagtail's own panels."""
    panels[:] = [panel() for panel in PANELS]
    for place, panel in enumerate(panels):
        panel.order = place * STEP


@hooks.register("register_admin_urls")
def list_urls():
    """Behind the admin's sign-in."""
    return [path("desk/lists/<slug:name>/", PanelList.as_view(), name="desk_list")]
