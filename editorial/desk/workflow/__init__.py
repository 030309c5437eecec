"""A story on its way through the steps: its card, who has taken the step, what was said."""

from editorial.desk.workflow import hooks, side_panel

__all__ = ["hooks", "side_panel"]
