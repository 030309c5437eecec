"""Pictures and text boxes in drawings, in the newer markup and in the older one."""

from collections.abc import Iterator
from urllib.parse import unquote

from editorial.manuscripts.notes import Place, look
from editorial.manuscripts.pieces import Aside, Item, Line, Picture
from editorial.manuscripts.word.ledger import relation_id
from editorial.manuscripts.word.names import attribute, child, local, within

PICTURE_ELEMENTS = ("blip", "imagedata")


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


class Drawings:
    """What the drawings of a story hold. Mixed into `Story`, which knows its parts."""

    picture_count = 0

    def drawn(self, node, part: str, place: Place) -> list[Item]:
        """The pictures and text boxes of a drawing, in order."""
        items: list[Item] = []
        for blip in outermost(node, *PICTURE_ELEMENTS):
            if any(local(above) == "Fallback" for above in blip.iterancestors()) and within(node, "Choice"):
                continue
            picture = self.picture(blip, node, part)
            if picture:
                items.append(picture)
        items += self.boxes(node, part, place)
        kinds = {attribute(found, "uri").rpartition("/")[2] for found in within(node, "graphicData")}
        for kind in sorted(kinds & {"chart", "diagram", "chartex"}):
            self.say(look("chart", place, kind=kind))
        return items

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

    def boxes(self, node, part: str, place: Place) -> list[Item]:
        """The text boxes under the node: words beside the text, then the pictures and tables in them."""
        items: list[Item] = []
        for box in outermost(node, "txbxContent"):
            if any(local(above) == "Fallback" for above in box.iterancestors()) and within(node, "Choice"):
                continue
            inside = self.blocks(box, part)
            paragraphs = tuple(item.spans for item in inside if isinstance(item, Line))
            if paragraphs:
                items.append(Aside(paragraphs, place))
            items += [item for item in inside if not isinstance(item, Line)]
        return items

    def saw_pictures(self, node, part: str) -> None:
        """Count pictures as seen that are a second form of something else."""
        for blip in within(node, *PICTURE_ELEMENTS):
            relation = self.relations(part).get(relation_id(blip))
            if relation:
                self.ledger.pictures.add(relation.target)
