"""Bringing manuscripts in, reading what was made of them, and taking stories out as Markdown."""

from editorial.desk.manuscripts import hooks

__all__ = ["hooks"]
