"""Markdown, by way of HTML: raw HTML in it meets the same rules as an HTML file."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from editorial.manuscripts import html, markdown_rules
from editorial.manuscripts.front_matter import from_front_matter
from editorial.manuscripts.notes import Note, guessed, left_out, look
from editorial.manuscripts.pieces import Found
from editorial.manuscripts.plain_text import decoded

# Beyond its own measure the parser leaves words out and says nothing; beyond ours the HTML reader refuses.
DEEPEST = 1000
PARSER = markdown_rules.add_to(
    MarkdownIt("commonmark", {"html": True, "typographer": False, "maxNesting": DEEPEST})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
    .use(front_matter_plugin)
)
# Quoted addresses and `javascript:` are judged by the HTML reader, which names what it drops.
PARSER.validateLink = lambda _address: True
BEGINS_WITH_DASH = re.compile(r"^\s*(?:[—–―]|--)\s*\S")
# Markup that is kept.
EMPHASIS = re.compile(r"</?(?:b|i|em|strong)>", re.IGNORECASE)


def read(content: bytes) -> Found:
    """What the Markdown says. Raises ManuscriptRefused as HTML does."""
    text, is_sure = decoded(content)
    env: dict = {}
    tokens = PARSER.parse(text, env)
    keep_attributions_apart(tokens)
    front = next((token.content for token in tokens if token.type == "front_matter"), "")
    rendered = PARSER.renderer.render([token for token in tokens if token.type != "front_matter"], PARSER.options, env)
    found = html.read(rendered.encode())
    if not is_sure:
        found.notes.append(look("encoding_guessed"))
    raw = [token for token in every_token(tokens) if token.type in ("html_block", "html_inline")]
    raw = [token for token in raw if not EMPHASIS.fullmatch(token.content)]
    if raw:
        found.notes.append(guessed("raw_html", text="\n".join(token.content.strip() for token in raw)))
    unused = unused_references(env, tokens)
    if unused:
        found.notes.append(left_out("unused_reference", text=unused))
    found.notes += unreferenced_footnotes(env)
    found.notes += env.get(markdown_rules.NOTES, [])
    found.notes += [left_out("code_words", text=token.info.strip()) for token in tokens if is_named_code(token)]
    head, rest = from_front_matter(front)
    found.items[:0] = head
    if rest:
        found.notes.append(left_out("front_matter", text=rest))
    return found


def keep_attributions_apart(tokens) -> None:
    """End the line before a dash in a quotation: who said it stands on a line of its own, though under the words."""
    depth = 0
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        for softbreak, following in pairwise(token.children or ()) if depth else ():
            if softbreak.type == "softbreak" and BEGINS_WITH_DASH.match(following.content):
                softbreak.type, softbreak.tag = "hardbreak", "br"


def is_named_code(token) -> bool:
    """Whether words stand behind the marks that open a piece of code."""
    return token.type == "fence" and bool(token.info.strip())


def every_token(tokens):
    """The tokens and those inside them."""
    for token in tokens:
        yield token
        yield from token.children or ()


def unused_references(env: dict, tokens: Sequence[Token]) -> str:
    """Link definitions that nothing in the text uses, and those of a name that was defined before."""
    used = {token.attrs.get(name) for token in every_token(tokens) for name in ("href", "src")}
    unused = [
        f"{name}: {entry['href']} {entry['title']}".strip()
        for name, entry in env.get("references", {}).items()
        if entry["href"] not in used
    ]
    unused += [f"{entry['label']}: {entry['href']} {entry['title']}".strip() for entry in env.get("duplicate_refs", ())]
    return "\n".join(unused)


def unreferenced_footnotes(env: dict) -> Iterator[Note]:
    """Notes that no mark leads to; the parser leaves them out."""
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            words = env[markdown_rules.TEXTS].get(label.removeprefix(":"), "")
            yield left_out("footnote_without_mark", text=words or label)
