"""What styles and numberings mean."""

from dataclasses import dataclass

from editorial.manuscripts.pieces import Role
from editorial.manuscripts.raised import Height
from editorial.manuscripts.styles import depth_of_list, is_contents, is_ordinary, role_of
from editorial.manuscripts.word.names import attribute, child, children, is_on, whole
from editorial.manuscripts.word.numbering import Numbering

DEEPEST_CHAIN = 20
SWITCHES = {"is_bold": ("b",), "is_italic": ("i",), "is_hidden": ("vanish",), "is_struck": ("strike", "dstrike")}
BODY_LEVEL = 9
# Lists have nine levels, counted from nought.
DEEPEST_LEVEL = 8


@dataclass(frozen=True)
class Style:
    """One style as the file describes it. `list_id` and `outline` are empty where it says nothing."""

    name: str = ""
    parent: str = ""
    outline: str = ""
    list_id: str = ""
    list_level: str = ""
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None
    height: str = ""


@dataclass(frozen=True)
class ListItem:
    """A paragraph's place in a list: how deep it stands, and by which list and depth of the file it is counted."""

    depth: int
    is_ordered: bool
    list_id: str
    level: int


class LookBook:
    """The styles and numberings of a file."""

    def __init__(self, styles, numbering):
        self.styles = {attribute(node, "styleId"): style_of(node) for node in children(styles, "style")}
        self.default = next(
            (
                attribute(node, "styleId")
                for node in children(styles, "style")
                if attribute(node, "type") == "paragraph" and attribute(node, "default") in ("1", "true")
            ),
            "",
        )
        self.numbering = Numbering(numbering)
        self.levels = levels_of_styles(numbering)

    def chain(self, style_id: str) -> list[Style]:
        """The style and those it is based on, nearest first."""
        found: list[Style] = []
        while style_id in self.styles and len(found) < DEEPEST_CHAIN:
            found.append(self.styles[style_id])
            style_id = found[-1].parent
        return found

    def name(self, style_id: str) -> str:
        """The style's name as an editor saw it."""
        return self.styles[style_id].name if style_id in self.styles else style_id

    def role(self, properties) -> tuple[Role, int, bool] | None:
        """What a paragraph's style or outline says it is for, a heading's level, and whether it says so itself."""
        style_id = attribute(child(properties, "pStyle"), "val")
        outline = attribute(child(properties, "outlineLvl"), "val")
        for depth, style in enumerate(self.chain(style_id) or ([Style(style_id)] if style_id else [])):
            found = role_of(style.name) or (role_of(style_id) if depth == 0 else None)
            if found:
                return (*found, True)
            outline = outline or style.outline
        if whole(outline, BODY_LEVEL) < BODY_LEVEL:
            return Role.HEADING, whole(outline) + 1, False
        return None

    def is_contents(self, properties) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        style_id = attribute(child(properties, "pStyle"), "val")
        return any(is_contents(style.name) for style in self.chain(style_id))

    def is_unknown(self, style_id: str) -> bool:
        """Whether a paragraph's style has a name that says nothing to us."""
        if not style_id or style_id == self.default:
            return False
        return not any(is_ordinary(style.name) or role_of(style.name) for style in self.chain(style_id)[:1])

    def item(self, properties) -> ListItem | None:
        """The paragraph's place in a list, by itself or by its style; None for one in no list."""
        numbers = child(properties, "numPr")
        style_id = attribute(child(properties, "pStyle"), "val")
        style = next((style for style in self.chain(style_id) if style.list_id), Style())
        list_id = attribute(child(numbers, "numId"), "val") or style.list_id
        if not list_id or list_id == "0":
            return None
        own = attribute(child(numbers, "ilvl"), "val")
        said = own or self.levels.get(style_id, "") or style.list_level
        level = min(whole(said), DEEPEST_LEVEL)
        kind = self.numbering.kind(list_id, level)
        # Word's own deeper styles have lists of their own, whose first level stands further in.
        depth = level if own else max(level, depth_of_list(style.name))
        return None if kind == "none" else ListItem(depth, kind != "bullet", list_id, level)

    def is_switched_on(self, name: str, run_properties, *style_ids: str) -> bool:
        """Whether bold, italic, hidden or struck is on for a run: by itself, else by these styles."""
        own = switch(run_properties, name)
        if own is not None:
            return own
        styles = (style for style_id in style_ids for style in self.chain(style_id))
        return next((bool(said) for style in styles if (said := getattr(style, name)) is not None), False)

    def height(self, run_properties, style_id: str) -> Height:
        """Whether a run is raised or lowered, by itself or by its character style."""
        own = attribute(child(run_properties, "vertAlign"), "val")
        said = own or next((style.height for style in self.chain(style_id) if style.height), "")
        return Height(said) if said in set(Height) else Height.LINE


def style_of(node) -> Style:
    """A style from its element."""
    paragraph, run = child(node, "pPr"), child(node, "rPr")
    return Style(
        name=attribute(child(node, "name"), "val"),
        parent=attribute(child(node, "basedOn"), "val"),
        outline=attribute(child(paragraph, "outlineLvl"), "val"),
        list_id=attribute(child(child(paragraph, "numPr"), "numId"), "val"),
        list_level=attribute(child(child(paragraph, "numPr"), "ilvl"), "val"),
        is_bold=switch(run, "is_bold"),
        is_italic=switch(run, "is_italic"),
        is_hidden=switch(run, "is_hidden"),
        is_struck=switch(run, "is_struck"),
        height=attribute(child(run, "vertAlign"), "val"),
    )


def switch(run_properties, name: str) -> bool | None:
    """Whether these properties turn something on or off; None where they do not speak of it."""
    said = [found for element in SWITCHES[name] if (found := is_on(run_properties, element)) is not None]
    return any(said) if said else None


def levels_of_styles(numbering) -> dict[str, str]:
    """Style id -> the level of a list that is set in this style."""
    if numbering is None:
        return {}
    levels = [level for node in children(numbering, "abstractNum") for level in children(node, "lvl")]
    named = ((attribute(child(level, "pStyle"), "val"), attribute(level, "ilvl")) for level in levels)
    return {style_id: level for style_id, level in named if style_id}
