"""The picture on cards that social sites make of a page."""

from dataclasses import dataclass

from django.templatetags.static import static
from wagtail.images.models import Filter

from editorial.addresses import absolute_url
from editorial.pictures import cut_to_come
from editorial.renditions import SOCIAL
from editorial.syndication.naming import NAME

WIDTH, HEIGHT = 1200, 630
# For pages without a picture: our name.
HOUSE_CARD = "icons/social-card.png"


@dataclass(frozen=True)
class SocialCard:
    """A picture with its absolute address, its size in pixels and what it shows."""

    url: str
    width: int
    height: int
    alt: str


def card_of(image, alt: str) -> SocialCard:
    """The card cut from a picture; the house's own card where there is none.

    The address is the on-demand one, which serves the rendition when it is there and asks the database nothing now.
    """
    if image is None:
        return SocialCard(absolute_url(static(HOUSE_CARD)), WIDTH, HEIGHT, NAME)
    cut = cut_to_come(image, Filter(spec=SOCIAL.spec("jpeg", WIDTH)))
    return SocialCard(absolute_url(cut.url), cut.width, cut.height, alt or image.description or image.title)
