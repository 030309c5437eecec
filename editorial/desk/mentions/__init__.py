"""Names in stories, at the desk: beside a story what it names; beside an entry which stories name it."""

from editorial.desk.mentions import entry_panel, live, story_panel

__all__ = ["entry_panel", "live", "story_panel"]
