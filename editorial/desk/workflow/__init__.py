"""A story on its way through the steps: its card, who has taken the step, what was said."""

from editorial.desk.workflow import hooks

__all__ = ["hooks"]
