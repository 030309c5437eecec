"""Notices in the admin: a menu entry with the number of unread ones, and a list."""

from editorial.desk.notices import account, menu, words

__all__ = ["account", "menu", "words"]
