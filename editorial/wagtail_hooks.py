"""Registrations with the framework. Each module of the desk registers its own; this file only names them."""

from editorial.desk import (
    branding,
    catalogue,
    choosing,
    dashboard,
    footnotes,
    log_actions,
    page_viewsets,
    rich_text_features,
    shops,
    term_chooser,
)

__all__ = [
    "branding",
    "catalogue",
    "choosing",
    "dashboard",
    "footnotes",
    "log_actions",
    "page_viewsets",
    "rich_text_features",
    "shops",
    "term_chooser",
]
