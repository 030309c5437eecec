"""Films and posts from elsewhere. Nothing is asked of anybody before the reader presses play."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from editorial.blocks.choosers import Picture
from editorial.blocks.groups import ELSEWHERE
from editorial.blocks.pictures import shot_of
from editorial.blocks.players import PROVIDER_NAMES, player_for, web_address
from editorial.blocks.requirements import Lack
from editorial.richtext import LINE


class Embed(blocks.StructBlock):
    """Somebody else's film or post behind a click."""

    url = blocks.URLBlock(
        label=_("Address"), help_text=_("The address of the film or post itself, on %s.") % PROVIDER_NAMES
    )
    title = blocks.CharBlock(label=_("Title"), max_length=140, help_text=_("What it shows. Read out to the blind."))
    poster = Picture(
        required=False, label=_("Still"), help_text=_("A picture of our own, shown until the reader presses play.")
    )
    caption = blocks.RichTextBlock(label=_("Caption"), features=LINE, required=False)

    class Meta:
        icon = "media"
        label = _("Film or post")
        description = _("A film or a post, played only after a click; before it, the other site learns nothing.")
        group = ELSEWHERE
        template = "blocks/embed.html"
        preview_value = {
            "url": "https://vimeo.com/76979871",
            "title": "A short black-and-white film",
            "poster": None,
            "caption": "<p>Three minutes, no dialogue.</p>",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and player_for(cleaned["url"]) is None:
            raise StructBlockValidationError({"url": ValidationError(what_we_play(), code="unknown_player")})
        return cleaned

    def lacking(self, stored: dict) -> Iterator[Lack]:
        """What it needs besides its own inputs' needs: see `requirements.py`."""
        if stored.get("url") and player_for(stored["url"]) is None:
            yield Lack("url", _("nothing can be played from this address."), what_we_play())

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["address"] = web_address(value["url"] or "")
        context["player"] = player_for(context["address"])
        still = shot_of(value["poster"], parent_context)
        if still:
            context.update(image=still.image, alt=still.alt)
        return context


def what_we_play() -> str:
    """The players we know, for an address that is none of theirs."""
    words = _("We can play %(providers)s. Paste the address of one film or post, not of a channel.")
    return words % {"providers": PROVIDER_NAMES}
