"""Names in WordprocessingML. Both the transitional and the strict namespaces are read: by local name."""

LONGEST_NUMBER = 7


def local(node) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node, name: str) -> str:
    """The value of an attribute by local name; empty where it is missing."""
    if node is None:
        return ""
    for key, value in node.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def whole(text: str, otherwise: int = 0) -> int:
    """A number from nought on as files write it; `otherwise` where it is none, or one that nobody means."""
    return int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else otherwise


def child(node, name: str):
    """The first child of that local name, or None."""
    return next((found for found in node if local(found) == name), None) if node is not None else None


def children(node, name: str):
    """The children of that local name."""
    return [found for found in node if local(found) == name] if node is not None else []


def within(node, *names: str):
    """Every element of these local names under the node, in order."""
    return [found for found in node.iter() if local(found) in names]


def is_on(node, name: str) -> bool | None:
    """A switch such as bold: on, off, or None where nothing is said."""
    found = child(node, name)
    if found is None:
        return None
    return attribute(found, "val") not in ("0", "false", "off", "none")
