"""What HTML elements look like and are for, in files, pastes from Word and from Google Docs."""

import re
from dataclasses import dataclass, replace

from editorial.manuscripts.html_lists import WORD_LIST, depth_of, is_numbered_by_word, lists_around
from editorial.manuscripts.pieces import Role
from editorial.manuscripts.raised import Height
from editorial.manuscripts.styles import role_of

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "address",
        "blockquote",
        "figure",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "pre",
        "hr",
        "center",
        "fieldset",
        "details",
        "summary",
        "body",
        "html",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "caption",
        "legend",
        "hgroup",
        "search",
        "menu",
        "dir",
        "xmp",
        "listing",
        "marquee",
    ]
)
# Elements that do something, or are no part of a story.
DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "applet",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "link",
        "base",
        "nav",
        "dialog",
        "xml",
    ]
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Word writes names of its own that end in these: 'mso-bidi-font-weight' is about letters of other scripts.
_NAMED = r"(?<![-\w])"
BOLD = re.compile(rf"{_NAMED}font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
NOT_BOLD = re.compile(rf"{_NAMED}font-weight\s*:\s*(?:normal|lighter|[1-5]00)", re.IGNORECASE)
ITALIC = re.compile(rf"{_NAMED}font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
NOT_ITALIC = re.compile(rf"{_NAMED}font-style\s*:\s*normal", re.IGNORECASE)
STRUCK = re.compile(rf"{_NAMED}text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
ALIGNED = re.compile(rf"{_NAMED}vertical-align\s*:\s*(?P<height>super|sub)\b", re.IGNORECASE)
HEIGHTS = {"sup": Height.RAISED, "super": Height.RAISED, "sub": Height.LOWERED}
HIDDEN = re.compile(rf"{_NAMED}(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore)", re.IGNORECASE)
AS_BLOCK = re.compile(rf"{_NAMED}display\s*:\s*(?:block|list-item|flex|grid|table)\b", re.IGNORECASE)
CREDIT_CLASS = re.compile(r"(?:^|[\s_-])(?:credits?|copyright|photographer|source)(?:$|[\s_-])", re.IGNORECASE)
# What Google Docs calls the paragraphs at the top; further down a web page calls all kinds of things so.
GOOGLE_CLASSES = {"title": Role.TITLE, "subtitle": Role.STANDFIRST}
# How a paste from Google Docs shows what is a subtitle there; it names no classes.
PASTED_SUBTITLE = (
    re.compile(rf"{_NAMED}font-size\s*:\s*15pt\b", re.IGNORECASE),
    re.compile(rf"{_NAMED}color\s*:\s*#666666\b", re.IGNORECASE),
)
# The style of the line under a quotation that says whose it is.
ATTRIBUTION = "attribution"
WORD_CLASS = re.compile(r"\bMso(?P<name>[A-Z]\w*?)(?:Cx\w+)?\b")
# 'IntenseQuote' is the style Intense Quote.
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True)
class Looks:
    """How words look and what they are for, handed down from element to element."""

    role: Role = Role.PROSE
    level: int = 0
    is_ordered: bool = False
    is_bold: bool = False
    is_italic: bool = False
    keeps_white: bool = False
    href: str = ""
    style: str = ""
    depth: int = 0
    is_struck: bool = False
    height: Height = Height.LINE

    def inside(self, node) -> "Looks":
        """The looks of what stands inside this element."""
        style = node.get("style") or ""
        bold = self.is_bold or node.tag in ("b", "strong") or bool(BOLD.search(style))
        italic = self.is_italic or node.tag in ("i", "em", "cite", "dfn") or bool(ITALIC.search(style))
        return replace(
            self,
            is_bold=bold and not NOT_BOLD.search(style),
            is_italic=italic and not NOT_ITALIC.search(style),
            keeps_white=self.keeps_white or node.tag == "pre" or "pre-wrap" in style,
            is_struck=self.is_struck or is_struck(node),
            height=height_of(node) or self.height,
        )

    def as_item(self, node) -> "Looks":
        """The looks of an item of the list that `node` stands in."""
        lists = lists_around(node)
        is_ordered = bool(lists) and lists[0].tag == "ol"
        return replace(self, role=Role.ITEM, level=depth_of(node), is_ordered=is_ordered)


def role_of_element(node, looks: Looks, *, is_opening: bool = False, is_second: bool = False) -> Looks:
    """The looks inside a block element, with what its lines are for. `is_opening`: no heading stood before it;
    `is_second`: one line did, whatever it is."""
    tag, kind = node.tag, node.get("class") or ""
    if tag in HEADINGS:
        return replace(looks, role=Role.HEADING, level=HEADINGS[tag], is_bold=False, is_italic=False)
    called = next((GOOGLE_CLASSES[name] for name in kind.split() if name in GOOGLE_CLASSES), None)
    if called and tag == "p" and is_opening and looks.role == Role.PROSE:
        return replace(looks, role=called, is_bold=False, is_italic=False)
    if is_second and looks.role == Role.PROSE and is_pasted_subtitle(node):
        return replace(looks, role=Role.STANDFIRST)
    if tag == "blockquote":
        return replace(looks, role=Role.QUOTE)
    if looks.role == Role.QUOTE and tag in ("footer", "cite"):
        return replace(looks, style=ATTRIBUTION)
    if is_credit(node):
        return replace(looks, role=Role.CREDIT)
    if tag in ("figcaption", "caption"):
        return replace(looks, role=Role.CAPTION)
    word = WORD_CLASS.search(kind)
    name = CAMEL.sub(" ", word["name"]) if word else ""
    named = role_of(name) if name else None
    if named:
        return replace(looks, role=named[0], level=named[1], style=name)
    listed = WORD_LIST.search(node.get("style") or "")
    if listed:
        return replace(looks, role=Role.ITEM, level=int(listed["level"]) - 1, is_ordered=is_numbered_by_word(node))
    return looks


def is_pasted_subtitle(node) -> bool:
    """Whether all words of a paragraph look as a subtitle of Google Docs looks by default."""
    spans = [child for child in node if child.tag != "br"]
    loose = (node.text or "") + "".join(child.tail or "" for child in node)
    if node.tag != "p" or not spans or loose.strip():
        return False
    return all(
        child.tag == "span" and all(look.search(child.get("style") or "") for look in PASTED_SUBTITLE)
        for child in spans
    )


def is_hidden(node) -> bool:
    """Whether a reader of the file would not have seen the element."""
    style = node.get("style") or ""
    return node.get("hidden") is not None or bool(HIDDEN.search(style))


def is_line_of_its_own(node) -> bool:
    """Whether an inline element is shown as a block."""
    return bool(AS_BLOCK.search(node.get("style") or ""))


def is_struck(node) -> bool:
    """Whether the element strikes its words through."""
    return node.tag in ("del", "s", "strike") or bool(STRUCK.search(node.get("style") or ""))


def height_of(node) -> Height:
    """Whether the element raises or lowers its words."""
    aligned = ALIGNED.search(node.get("style") or "") if node.tag not in ("td", "th", "tr", "img") else None
    return HEIGHTS.get(aligned["height"].lower() if aligned else node.tag, Height.LINE)


def part_of_pages(node) -> str:
    """'header' or 'footer' for what stood on every page of a LibreOffice document; empty for anything else."""
    title = node.get("title") if node.tag == "div" else ""
    return title if title in ("header", "footer") else ""


def is_credit(node) -> bool:
    """Whether the element calls itself a credit."""
    return bool(CREDIT_CLASS.search(node.get("class") or ""))


def is_apart(node, context: Looks) -> bool:
    """Whether an inline element is a line of its own: the credit in a caption, the source of a quotation."""
    in_caption = context.role == Role.CAPTION and is_credit(node)
    # In a footer, which says whose words they are as a whole, it is only the name of a work.
    in_quote = context.role == Role.QUOTE and node.tag == "cite" and node.getparent().tag == "blockquote"
    return in_caption or in_quote


def is_item(node) -> bool:
    """Whether an item of a list begins with the element, in HTML's own words or in Word's."""
    return node.tag == "li" or bool(WORD_LIST.search(node.get("style") or ""))


def is_list_mark(node) -> bool:
    """Whether the element is a bullet or number that Word writes in front of an item."""
    return "mso-list" in (node.get("style") or "").lower()
