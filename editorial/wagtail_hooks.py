"""Registrations with the framework. Each module of the desk registers its own; this file only names them."""

from editorial.desk import (
    branding,
    calendar,
    catalogue,
    checks,
    choosing,
    dashboard,
    footnotes,
    log_actions,
    notices,
    page_viewsets,
    rich_text_features,
    sharing,
    shops,
    shops_log,
    term_chooser,
    workflow,
)

__all__ = [
    "branding",
    "calendar",
    "catalogue",
    "checks",
    "choosing",
    "dashboard",
    "footnotes",
    "log_actions",
    "notices",
    "page_viewsets",
    "rich_text_features",
    "sharing",
    "shops",
    "shops_log",
    "term_chooser",
    "workflow",
]
