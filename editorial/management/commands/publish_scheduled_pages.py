"""The older name of `publish_scheduled`, which Wagtail keeps too."""

from editorial.management.commands.publish_scheduled import Command

__all__ = ["Command"]
