"""What Markdown's own rules leave out without a word: cells beyond the header, a second note of one number, typed
numbers of lists. And addresses that were written bare."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from editorial.manuscripts.notes import left_out

# Under these names the rules leave their notes, and the words of footnotes by their labels, in the environment.
NOTES, TEXTS = "notes", "texts"
LISTS = ("ordered_list_open", "bullet_list_open")
ADDRESS = re.compile(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>\"“”„«»]{3,}", re.IGNORECASE)
# Ends a sentence, not an address.
AFTER_ADDRESS = re.compile(r"[?!.,:;*_~'’…]+$")


def add_to(parser: MarkdownIt) -> MarkdownIt:
    """The parser with these rules; its footnotes have to be known already."""
    parser.block.ruler.at("table", whole_table, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.after("block", "second_notes", first_notes_only)
    parser.core.ruler.push("typed_numbers", keep_typed_numbers)
    parser.core.ruler.push("bare_addresses", link_bare_addresses)
    return parser


def whole_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose rows keep their cells beyond the last column of the header."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    kept: list[Token] = []
    width = sum(token.type == "th_open" for token in state.tokens[first:])
    line = 0
    for token in state.tokens[first:]:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
        if token.type == "tr_close" and line > start:
            for words in cells_of(state, line)[width:]:
                kept += around("td", words)
        kept.append(token)
    state.tokens[first:] = kept
    return True


def cells_of(state: StateBlock, line: int) -> list[str]:
    """The cells of a row, as the table's own rule parts them."""
    cells = escapedSplit(getLine(state, line).strip())
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [cell.strip() for cell in cells]


def around(tag: str, words: str, children: list[Token] | None = None) -> list[Token]:
    """A cell or paragraph with these words, still to be parsed unless the children are given."""
    name = {"p": "paragraph"}.get(tag, tag)
    inline = Token("inline", "", 0, content=words, children=children or [])
    return [Token(f"{name}_open", tag, 1, block=True), inline, Token(f"{name}_close", tag, -1, block=True)]


def first_notes_only(state: StateCore) -> None:
    """Take out a second note of the same number, as two files in one have, and name it: marks show the first one. The
    words of all others are kept in the environment, in case no mark leads to them."""
    texts: dict[str, str] = state.env.setdefault(TEXTS, {})
    kept: list[Token] = []
    label, words = "", list[str]()
    for token in state.tokens:
        if token.type == "footnote_reference_open" and not label:
            label, words = token.meta["label"], []
        words.append(token.content)
        if label not in texts:
            kept.append(token)
        if token.type == "footnote_reference_close" and label:
            text = " ".join(" ".join(words).split())
            if label in texts:
                state.env.setdefault(NOTES, []).append(left_out("second_note", text=text, number=label))
            texts.setdefault(label, text)
            label = ""
    state.tokens = kept


def keep_typed_numbers(state: StateCore) -> None:
    """Lists that do not count 1, 2, 3 … as paragraphs with their numbers as words: ours would print others. A line
    that begins with a year is such a list, too."""
    loose = {id(token) for token in parts_of_lists_that_miscount(state.tokens)}
    if not loose:
        return
    tokens: list[Token] = []
    number = ""
    for token in state.tokens:
        if token.type == "inline" and number:
            token.children = [Token("text", "", 0, content=f"{number} "), *(token.children or [])]
            number = ""
        elif number and token.type != "paragraph_open":
            tokens += around("p", number, [Token("text", "", 0, content=number)])
            number = ""
        if id(token) not in loose:
            tokens.append(token)
        elif token.type.startswith("paragraph"):
            token.hidden = False
            tokens.append(token)
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup}"
    state.tokens = tokens


def parts_of_lists_that_miscount(tokens: list[Token]) -> Iterator[Token]:
    """The tokens that make lists of them: of the list, its items, and the paragraphs of short items."""
    waiting: list[list[Token]] = []
    for token in tokens:
        if token.type in LISTS:
            waiting.append([])
        if waiting and (token.type.startswith(("ordered_list", "list_item")) or token.hidden):
            waiting[-1].append(token)
        if token.type in ("ordered_list_close", "bullet_list_close"):
            parts = waiting.pop()
            numbers = [int(part.info) for part in parts if part.type == "list_item_open" and part.info]
            if numbers not in ([*range(1, len(numbers) + 1)], [1] * len(numbers)):
                yield from parts


def link_bare_addresses(state: StateCore) -> None:
    """Addresses in the text as links to them."""
    for token in state.tokens:
        if token.type != "inline" or ("//" not in token.content and "www." not in token.content.lower()):
            continue
        kept: list[Token] = []
        depth = 0
        for child in token.children or ():
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            if child.type == "html_inline":
                depth += child.content.lower().startswith("<a ") - child.content.lower().startswith("</a")
            kept += with_links(child) if child.type == "text" and depth <= 0 else [child]
        token.children = kept


def with_links(text: Token) -> Iterator[Token]:
    """The words of a text, addresses in them as links."""
    done = 0
    for found in ADDRESS.finditer(text.content):
        address = AFTER_ADDRESS.sub("", found[0])
        while address.endswith(")") and address.count(")") > address.count("("):
            address = AFTER_ADDRESS.sub("", address[:-1])
        yield Token("text", "", 0, content=text.content[done : found.start()])
        yield Token("link_open", "a", 1, attrs={"href": address})
        yield Token("text", "", 0, content=address)
        yield Token("link_close", "a", -1)
        done = found.start() + len(address)
    yield Token("text", "", 0, content=text.content[done:])
