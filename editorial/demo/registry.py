"""Who is who: the demo's keys, and the objects in the database they stand for."""

import uuid
from dataclasses import dataclass, field

from editorial.demo.markdown import UnknownTarget
from editorial.demo.sources import Entry

# Pages carry their key for ever as a translation key made from it: renamed or moved, they are still found.
NAMESPACE = uuid.UUID("0b7c9f5e-3a52-5d0e-8f4c-6a1d2e9b4c70")

EXTERNAL = ("https://", "http://")
PAGE_KINDS = ("brand", "silhouette", "product", "feature", "collaboration", "person", "partner", "page")


def stable_id(*names: str) -> uuid.UUID:
    """The same id for the same names, on every machine."""
    return uuid.uuid5(NAMESPACE, ":".join(names))


@dataclass
class Registry:
    """Objects by kind and key. `fresh` holds the keys made by this run, the only ones it may fill."""

    objects: dict[tuple[str, str], object] = field(default_factory=dict)
    fresh: set[tuple[str, str]] = field(default_factory=set)

    def add(self, kind: str, key: str, thing, is_fresh: bool = False) -> None:
        """Remember an object."""
        self.objects[kind, key] = thing
        if is_fresh:
            self.fresh.add((kind, key))

    def is_fresh(self, kind: str, key: str) -> bool:
        """Whether this run made it."""
        return (kind, key) in self.fresh

    def find(self, kind: str, key: str, entry: Entry, name: str = ""):
        """The object a field names. Raises DemoDataError on the field's line."""
        try:
            return self.objects[kind, key]
        except KeyError:
            raise entry.error(f"there is no {kind} '{key}'.", name) from None

    def named(self, entry: Entry, name: str, kind: str):
        """The object that the entry's field `name` holds the key of, or None where the field is empty."""
        return self.find(kind, entry[name], entry, name) if entry.get(name) else None

    def all_named(self, entry: Entry, name: str, kind: str) -> list:
        """The objects of a field that holds a list of keys."""
        return [self.find(kind, key, entry, name) for key in entry.get(name, [])]

    def pointed_at(self, entry: Entry, name: str) -> list:
        """The objects of a field that holds a list of `kind:key`."""
        found = []
        for target in entry.get(name, []):
            kind, _colon, key = target.partition(":")
            found.append(self.find(kind, key, entry, name))
        return found

    def link(self, target: str, label: str) -> str:
        """A link in running text: `kind:key` or a web address. Raises UnknownTarget."""
        if target.startswith(EXTERNAL):
            return f'<a href="{target}">{label}</a>'
        kind, _colon, key = target.partition(":")
        thing = self.objects.get((kind, key))
        if thing is None or kind not in (*PAGE_KINDS, "term"):
            raise UnknownTarget(f"the link to '{target}' leads nowhere.")
        link_type = "term" if kind == "term" else "page"
        return f'<a linktype="{link_type}" id="{thing.pk}">{label}</a>'
