"""Registrations with the framework. Each module of the desk registers its own; this file only names them."""

from editorial.desk import footnotes, rich_text_features, term_chooser

__all__ = ["footnotes", "rich_text_features", "term_chooser"]
