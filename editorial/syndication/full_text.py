"""Stories and collaborations as they travel: whole, in plain HTML, addresses absolute, a credit under each picture.

Blocks are printed by the templates in `feeds/blocks/`, one for each block of a section. Whatever those let through,
what leaves is cleaned: no scripts, no buttons, no classes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import nh3
from django.template.loader import render_to_string

from editorial.blocks import shelf, walk
from editorial.blocks.stock import BODY_RECIPE, fetch
from editorial.listings.pictures import PictureOrder
from editorial.models import CollaborationPage, FeaturePage
from editorial.rights import Use
from editorial.running_text.reading import Reading, note_html, prepared

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "br", "hr", "figure", "figcaption", "img", "a"),
    *("b", "strong", "i", "em", "sub", "sup", "small", "table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "th": {"scope"}}
SCHEMES = {"http", "https", "mailto", "tel"}

clean = partial(nh3.clean, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


class OnlyFigures(PictureOrder):
    """The pictures of a text that travels: those of its figures. Cards travel as words."""

    def add_leads(self, pages, *recipes):
        return None


def full_texts(features: Sequence[FeaturePage], collaborations: Sequence[CollaborationPage], request) -> Mapping:
    """The HTML of each page by id, without addresses resolved; queries are the same however many there are.

    Features need their credits, collaborations their partners, silhouettes and products prefetched.
    """
    stream = FeaturePage.body.field.stream_block
    raws = [list(page.body.raw_data) for page in features]
    texts = [text for raw in raws for text in walk.rich_texts(stream, raw)]
    everything = prepared([*texts, *(page.story for page in collaborations)], request)
    pictures = OnlyFigures()
    pictures.add((page.lead_image for page in (*features, *collaborations)), BODY_RECIPE)
    stock = fetch(stream, raws, pictures)
    pictures.fetch()
    with shelf.on_shelf(stock):
        told = {page.pk: feature_html(page, reading_of(everything), request) for page in features}
    return told | {page.pk: collaboration_html(page, reading_of(everything), request) for page in collaborations}


def reading_of(everything: Reading) -> Reading:
    """A reading of one text with notes of its own, that knows the pages and terms of all."""
    return replace(everything, notes=[], met_terms={})


def feature_html(page: FeaturePage, reading: Reading, request) -> str:
    """A story: its picture, its sections, its notes and sources."""
    context = {
        "page": page,
        "reading": reading,
        "request": request,
        "sections": list(page.body),
        "picture_use": Use.FEED,
        **picture_facts(page),
        "sources": [note_html(line) for line in page.source_list],
    }
    return render_to_string("feeds/feature.html", context)


def collaboration_html(page: CollaborationPage, reading: Reading, request) -> str:
    """A collaboration: its picture, who and what and when, and what was written."""
    context = {
        "page": page,
        "reading": reading,
        "request": request,
        **picture_facts(page),
        "partners": [row.partner for row in page.partners.all()],
        "silhouettes": [row.silhouette for row in page.silhouettes.all()],
        "products": [row.product for row in page.products.all()],
    }
    return render_to_string("feeds/collaboration.html", context)


def picture_facts(page) -> dict:
    """The picture that travels with the page and what it shows; and its caption, if it is the one editors chose."""
    picture = page.feed_picture
    words = {"picture_alt": page.alt_text_of(picture), "picture_caption": page.caption_of(picture)}
    return {"picture": picture, **words}


def travelling(html: str, address: str) -> str:
    """The HTML cleaned, every address in it made absolute against that of its page."""
    cleaned = clean(html, url_relative=("rewrite_with_base", address))
    return "\n".join(line.strip() for line in cleaned.splitlines() if line.strip())
