"""The page editor's side panels beside the framework's own. Modules of the desk register theirs."""

from collections.abc import Callable

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel

# (view) -> panel, or None where it has nothing to do there. The view has `page`, `request` and, for new pages,
# `parent_page`.
Factory = Callable[[object], BaseSidePanel | None]

FACTORIES: list[Factory] = []


def side_panel(factory: Factory) -> Factory:
    """Register a panel of the page editor."""
    FACTORIES.append(factory)
    return factory


class DeskPanelsMixin:
    """For the views that show a page's form."""

    def get_side_panels(self):
        panels = super().get_side_panels()
        # What autosave asks for is not a whole form.
        if self.expects_json_response or getattr(self, "hydrate_create_view", False):
            return panels
        own = [panel for factory in FACTORIES if (panel := factory(self)) is not None]
        return MediaContainer([*panels, *own])
