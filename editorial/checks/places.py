"""Where in a page an objection stands, in words: for those who have no list to click on."""

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from editorial.checks.problems import Problem


def place_in_words(page, problem: Problem) -> str:
    """'section 2, Heel: image' for a block, the field's name for anything else; empty for the page as a whole."""
    if problem.block_id:
        found = block_in_words(page, problem)
        if found:
            return found
    if not problem.field:
        return ""
    try:
        field = page._meta.get_field(problem.field)
    except FieldDoesNotExist:
        return problem.field.replace("_", " ")
    return str(getattr(field, "verbose_name", problem.field.replace("_", " ")))


def block_in_words(page, problem: Problem) -> str:
    """The section and the kind of the block; empty where the page has no such block."""
    stream = getattr(page, problem.field, None)
    for number, item in enumerate(getattr(stream, "raw_data", ()), start=1):
        if not holds(item, problem.block_id):
            continue
        section = item["value"] if isinstance(item["value"], dict) else {}
        values = {"number": number, "heading": Truncator(section.get("heading") or "").chars(40)}
        place = _("section %(number)d, %(heading)s") if values["heading"] else _("section %(number)d")
        kinds = [one["type"] for one in section.get("content") or () if holds(one, problem.block_id)]
        return place % values + (f": {kinds[0].replace('_', ' ')}" if kinds else "")
    return ""


def holds(stored, block_id: str) -> bool:
    """Whether a stored value is the block with this id, or has it somewhere inside."""
    if isinstance(stored, dict):
        return stored.get("id") == block_id or any(holds(value, block_id) for value in stored.values())
    return isinstance(stored, list) and any(holds(value, block_id) for value in stored)


def with_place(page, problem: Problem) -> str:
    """The objection with its place before it: '[section 2, Heel: image] The picture has no credit. …'."""
    place = place_in_words(page, problem)
    return f"[{capfirst(place)}] {problem}" if place else str(problem)
