"""What machines are told a page is called and what it is about; always something, whatever editors left empty."""

import html
import re

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext

NAME = "SPORTSHOWROOM"

# Longer descriptions are cut by search engines in the middle of a word.
LONGEST = 200

# Where words on both sides of a tag do not belong together.
LINE_END = re.compile(r"</(?:p|li|h[1-6])>|<br")

# Where a page keeps its own words, most telling first. A story's body is a stream and is not looked through.
OWN_WORDS = ("tagline", "subject_line", "introduction", "biography", "story", "note", "body")


def name_of(page) -> str:
    """The page's name where nothing around it says which shoe or brand is meant."""
    return getattr(page, "display_title", "") or getattr(page, "full_name", "") or page.title


def title_of(page) -> str:
    """The title for search engines: the editors' own for them, else the page's name."""
    return page.seo_title or name_of(page)


def crumb_title(page) -> str:
    """What the last step of the visible breadcrumb says."""
    return getattr(page, "display_title", "") or getattr(page, "style_code", "") or page.title


def line_title(page) -> str:
    """What a list of pages of one kind calls the page."""
    return getattr(page, "display_title", "") or page.title


def description_of(page) -> str:
    """One or two sentences about the page: what editors wrote for it, else its own first words, else what it is."""
    written = plain(page.search_description or page.summary)
    return written or own_words(page) or stock_description(page)


def own_words(page) -> str:
    """The beginning of the page's text; empty where it has none."""
    texts = (plain(text) for text in (getattr(page, name, "") for name in OWN_WORDS) if isinstance(text, str))
    return next((Truncator(text).chars(LONGEST) for text in texts if text), "")


def stock_description(page) -> str:
    """What any page of this kind offers."""
    code = getattr(page, "style_code", "")
    if code:
        words = gettext("%(name)s, style code %(code)s: pictures, release dates and retail prices.")
        return words % {"name": name_of(page), "code": code}
    return gettext("%(name)s on SPORTSHOWROOM, a magazine about sneakers and their makers.") % {"name": name_of(page)}


def plain(text: str) -> str:
    """Words without markup on one line."""
    return " ".join(html.unescape(strip_tags(LINE_END.sub(r" \g<0>", str(text or "")))).split())
