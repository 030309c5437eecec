"""Formulas written out on one line."""

from editorial.manuscripts.word.ledger import TEXTS, use
from editorial.manuscripts.word.names import child, local

# What stands between the parts of a construction that are set above or beside each other.
BETWEEN = {"f": ("num", "/", "den"), "sSup": ("e", "^", "sup"), "sSub": ("e", "_", "sub")}
ROWS = ("m", "mr", "eqArr")


def written_out(node) -> str:
    """The words and signs of a formula in order, marked as used: a fraction as a/b, a root as √(a)."""
    name = local(node)
    if name in TEXTS:
        return use(node)
    if name in BETWEEN:
        first, sign, second = BETWEEN[name]
        parts = [written_out(part) if (part := child(node, kind)) is not None else "" for kind in (first, second)]
        return sign.join(bracketed(part) for part in parts)
    if name == "rad":
        inner = child(node, "e")
        degree = child(node, "deg")
        before = written_out(degree).strip() if degree is not None else ""
        return f"{before}√{bracketed(written_out(inner)) if inner is not None else ''}"
    space = " " if name in ROWS else ""
    return space.join(part for found in node if (part := written_out(found)))


def bracketed(part: str) -> str:
    """The part in brackets where it is more than one sign or word."""
    text = part.strip()
    return text if len(text) < 2 or text.isalnum() else f"({text})"
