"""Words: prose, quotations, facts, asides."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from editorial.blocks.groups import TEXT
from editorial.blocks.requirements import Lack, is_blank_text
from editorial.richtext import LINE

NOTHING_IN_BOX = _("Write a short paragraph, or add rows below.")


class Prose(blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("Prose")
        description = _("Running text, with links, glossary terms and footnotes.")
        group = TEXT
        template = "blocks/prose.html"
        preview_value = (
            "<p>By 2008 a new Kayano was a fixture in the running year, expected in Kobe and in the American suburbs "
            "alike. What had changed was <em>the name on the office door</em>.</p>"
            "<p>A line can survive a bad season. It is harder to survive the loss of the person who decides what the "
            "line is for.</p>"
        )


# Migrations name the stock block: they must not depend on ours.
DECONSTRUCT_ALIASES = {Prose: "wagtail.blocks.RichTextBlock"}


class PullQuote(blocks.StructBlock):
    """A line lifted out of the text, set large."""

    text = blocks.TextBlock(
        label=_("Quotation"), max_length=240, rows=2, help_text=_("Without quotation marks: they are set for you.")
    )
    attribution = blocks.CharBlock(label=_("Who, where"), required=False, max_length=140)

    class Meta:
        icon = "openquote"
        label = _("Pull quote")
        description = _("One line, set large on the accent colour.")
        group = TEXT
        template = "blocks/pull_quote.html"
        preview_value = {
            "text": "It seemed to have been drawn in a hurry to get to the future.",
            "attribution": "On Kiko Kostadinov’s case for the fourteenth",
        }


class FactRow(blocks.StructBlock):
    """A labelled fact."""

    label = blocks.CharBlock(label=_("Label"), max_length=60)
    value = blocks.CharBlock(label=_("Value"), max_length=200)

    class Meta:
        icon = "list-ul"
        label = _("Row")


class FactBox(blocks.StructBlock):
    """Facts beside the story, set like the label on a shoebox."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    text = blocks.RichTextBlock(label=_("Text"), features=LINE, required=False)
    rows = blocks.ListBlock(FactRow(), label=_("Rows"), default=[], max_num=20)

    class Meta:
        icon = "list-ul"
        label = _("Fact box")
        description = _("A few labelled facts, or a short paragraph, set like the label on a shoebox.")
        group = TEXT
        template = "blocks/fact_box.html"
        preview_value = {
            "title": "The line in numbers",
            "text": "",
            "rows": [
                {"label": "First Kayano", "value": "1993"},
                {"label": "First sold", "value": "2008"},
                {"label": "Returned", "value": "2020"},
            ],
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not cleaned["rows"] and is_blank(cleaned["text"]):
            raise StructBlockValidationError({"text": ValidationError(NOTHING_IN_BOX, code="empty_fact_box")})
        return cleaned

    def lacking(self, stored: dict) -> Iterator[Lack]:
        """What it needs besides its own inputs' needs: see `requirements.py`."""
        if not stored.get("rows") and is_blank_text(stored.get("text")):
            yield Lack("text", _("nothing stands under its title."), NOTHING_IN_BOX)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["text"] = None if is_blank(value["text"]) else value["text"]
        return context


def is_blank(text) -> bool:
    """Whether a rich text has no words: the editor may leave an empty paragraph behind."""
    return is_blank_text(text.source)


class Note(blocks.StructBlock):
    """An aside beside the text."""

    text = blocks.RichTextBlock(label=_("Text"), features=LINE)

    class Meta:
        icon = "comment"
        label = _("Aside")
        description = _("A short remark beside the text, before it on a phone.")
        group = TEXT
        template = "blocks/note.html"
        preview_value = {
            "text": "<p>Kaizen, “change for the better”, is best known from post-war Japanese car plants.</p>"
        }
