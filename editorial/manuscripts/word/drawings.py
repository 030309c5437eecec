"""Pictures and text boxes in drawings, in the newer markup and in the older one."""

from collections.abc import Iterator
from urllib.parse import unquote

from editorial.manuscripts.captions import LONGEST_CAPTION
from editorial.manuscripts.captions_above import is_marked
from editorial.manuscripts.notes import Place, left_out, look
from editorial.manuscripts.picture_tables import framed
from editorial.manuscripts.pieces import Aside, Frame, Item, Line, Picture, Role, Span
from editorial.manuscripts.word.ledger import relation_id, use
from editorial.manuscripts.word.names import attribute, child, local, within

PICTURE_ELEMENTS = ("blip", "imagedata")
SHAPES = ("shape", "rect", "roundrect", "oval", "group")
LONGEST_ADDRESS = 500


def outermost(node, *names: str) -> Iterator:
    """The elements of these names under the node that stand in no other text box."""
    for found in within(node, *names):
        above = list(found.iterancestors())
        inner = above[: above.index(node)] if node in above else above
        if not any(local(element) == "txbxContent" for element in inner):
            yield found


def description(blip, drawing) -> tuple[str, str]:
    """A picture's description and title: its own, else those of the drawing it stands in."""
    holders = [blip, *blip.iterancestors()]
    picture = next((holder for holder in holders if local(holder) == "pic"), None)
    named = within(picture, "cNvPr") if picture is not None else []
    named += within(drawing, "docPr")
    alt = next((found for node in named if (found := attribute(node, "descr").strip())), "")
    title = next((found for node in named if (found := attribute(node, "title").strip())), "")
    shape = next((holder for holder in holders if local(holder) == "shape"), None)
    return alt or attribute(shape, "alt").strip(), title or attribute(blip, "title").strip()


def is_second_form(found, node) -> bool:
    """Whether something in a drawing is what older programs show in place of something else in it."""
    return any(local(above) == "Fallback" for above in found.iterancestors()) and bool(within(node, "Choice"))


def unboxed(inside: list[Item], place: Place, frame: Frame, is_beside_picture: bool) -> list[Item]:
    """What stands in a text box: captions and credits as lines beside their pictures, other words as an aside.

    In a box that frames a picture, as LibreOffice's 'Insert Caption' makes it, one short text is the caption.
    """
    has_picture = any(isinstance(item, Picture) for item in inside)
    words = [item for item in inside if isinstance(item, Line) and not is_marked(item, item.frame)]
    is_lone = len(words) == 1 and words[0].role == Role.PROSE and len(words[0].text) <= LONGEST_CAPTION
    if is_lone and (has_picture or is_beside_picture):
        caption = words.pop()
        inside = [item.as_role(Role.CAPTION, is_sure=False) if item is caption else item for item in inside]
    if words and not has_picture:
        words = [item for item in inside if isinstance(item, Line)]
    rest = [item for item in inside if not any(item is line for line in words)]
    aside: list[Item] = [Aside(tuple(line.spans for line in words), place)] if words else []
    return [*aside, *(framed(rest, frame) if has_picture else rest)]


class Drawings:
    """What the drawings of a story hold. Mixed into `Story`, which knows its parts."""

    picture_count = frame_count = 0

    def drawn(self, node, part: str, place: Place) -> list[Item]:
        """The pictures and text boxes of a drawing, in order."""
        items: list[Item] = []
        for blip in outermost(node, *PICTURE_ELEMENTS):
            picture = None if is_second_form(blip, node) else self.picture(blip, node, part)
            if picture:
                items.append(picture)
        items += self.boxes(node, part, place, is_beside_picture=bool(items))
        if not any(isinstance(item, Picture) for item in items):
            self.say_description(node, place)
        kinds = {attribute(found, "uri").rpartition("/")[2] for found in within(node, "graphicData")}
        for kind in sorted(kinds & {"chart", "diagram", "chartex"}):
            self.say(look("chart", place, kind=kind))
        return items

    def say_links(self, node, part: str, place: Place, around: str) -> None:
        """Name where a drawing leads: by itself, or by the link around it."""
        clicks = list(outermost(node, "hlinkClick"))
        relations = [self.relations(part).get(attribute(click, "id")) for click in clicks]
        inside = [relation.target for relation in relations if relation and relation.is_external]
        inside += [attribute(shape, "href") for shape in outermost(node, *SHAPES)]
        for address in dict.fromkeys(filter(None, [around, *inside])):
            self.say(look("picture_link", place, address[:LONGEST_ADDRESS]))
        for words in dict.fromkeys(attribute(click, "tooltip") for click in clicks):
            self.say_pointer_words(place, words, "")

    def say_description(self, node, place: Place) -> None:
        """Name the description and the title of a shape, chart or diagram: no reader would come across them."""
        said = [attribute(found, key).strip() for found in within(node, "docPr") for key in ("title", "descr")]
        said += [attribute(found, "alt").strip() for found in within(node, "shape", "rect", "group")]
        text = " · ".join(dict.fromkeys(filter(None, said)))
        if text:
            self.say(left_out("description_of_shape", place, text))

    def picture(self, blip, drawing, part: str) -> Picture | None:
        """A picture by its reference; one outside the file is named and not fetched."""
        relation = self.relations(part).get(relation_id(blip))
        if relation is None:
            return None
        self.picture_count += 1
        alt, title = description(blip, drawing)
        name = unquote(relation.target.rpartition("/")[2])
        place = Place("picture", self.picture_count, alt[:60] or name)
        if relation.is_external:
            self.say(look("picture_not_fetched", place, relation.target))
            return Picture(b"", name, place, alt=alt or title)
        self.ledger.pictures.add(relation.target)
        content = self.package.read(relation.target)
        if not content:
            self.say(look("picture_missing", place, name))
        crop = child(blip.getparent(), "srcRect")
        if crop is not None and any(value not in ("0", "") for value in crop.attrib.values()):
            self.say(look("picture_cropped", place, name))
        return Picture(content, name, place, alt=alt or title, title=title)

    def boxes(self, node, part: str, place: Place, *, is_beside_picture: bool = False) -> list[Item]:
        """The text boxes and WordArt under the node; `is_beside_picture`: one drawing holds them and a picture."""
        items: list[Item] = []
        for box in outermost(node, "txbxContent", "textpath"):
            if is_second_form(box, node):
                continue
            if local(box) == "textpath":
                words = use(box).strip()
                items += [Aside(((Span(words),),), place)] if words else []
            else:
                self.frame_count += 1
                items += unboxed(self.blocks(box, part), place, (self.frame_count, 1), is_beside_picture)
        return items

    def saw_pictures(self, node, part: str) -> None:
        """Count pictures as seen that are a second form of something else."""
        for blip in within(node, *PICTURE_ELEMENTS):
            relation = self.relations(part).get(relation_id(blip))
            if relation:
                self.ledger.pictures.add(relation.target)
