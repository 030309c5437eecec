"""The rules' face in the admin: a panel beside the form, its live answers, and the report on the archive."""

from editorial.desk.checks import live, panel, report

__all__ = ["live", "panel", "report"]
