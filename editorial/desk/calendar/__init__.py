"""The newsroom's calendar: what is due, what goes live, what went live, what is released, whose rights end."""

from editorial.desk.calendar import hooks

__all__ = ["hooks"]
