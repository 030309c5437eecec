"""A Word file as a package of parts, opened with care."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from editorial.manuscripts import limits
from editorial.manuscripts.refusals import ManuscriptRefused, Reason

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE container are UTF-16.
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "[Content_Types].xml"
ENCRYPTED_ENTRY = 0x1
# In types of parts and of relations, in lower case.
PROGRAMS = ("macroenabled", "vbaproject", "vbadata")


@dataclass(frozen=True)
class Relation:
    """What an id in a part points at: a part, or an address outside."""

    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of a Word file.

    Raises ManuscriptRefused for what is no Word file, encrypted, damaged, carries macros, or unpacks beyond reason.
    """

    def __init__(self, content: bytes):
        if content.startswith(OLE):
            raise ManuscriptRefused(Reason.ENCRYPTED if ENCRYPTED_STREAM in content else Reason.OLD_WORD)
        try:
            self.zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise ManuscriptRefused(Reason.CORRUPT) from error
        self.entries = {entry.filename.lstrip("/"): entry for entry in self.zip.infolist() if not entry.is_dir()}
        self.check_entries()
        self.main = self.find_main()

    def check_entries(self) -> None:
        """Refuse by the list of contents, before anything is unpacked."""
        entries = self.entries.values()
        if any(entry.flag_bits & ENCRYPTED_ENTRY for entry in entries):
            raise ManuscriptRefused(Reason.ENCRYPTED)
        unpacked = sum(entry.file_size for entry in entries)
        if len(self.entries) > limits.MOST_PARTS or unpacked > limits.LARGEST_UNPACKED:
            raise ManuscriptRefused(Reason.BOMB)
        for entry in entries:
            is_packed_hard = entry.file_size > limits.HIGHEST_RATIO * max(1, entry.compress_size)
            if entry.file_size > limits.LARGEST_PART or (entry.file_size > limits.HARMLESS_PART and is_packed_hard):
                raise ManuscriptRefused(Reason.BOMB)
        if TYPES not in self.entries:
            raise ManuscriptRefused(Reason.KIND if "mimetype" in self.entries else Reason.CORRUPT, name="")
        if any(name.lower().endswith("vbaproject.bin") for name in self.entries) or self.speaks_of_programs():
            raise ManuscriptRefused(Reason.MACROS)

    def speaks_of_programs(self) -> bool:
        """Whether a part is called a program, by its type or by what points at it, whatever its name is."""
        lists = [TYPES, *(name for name in self.entries if name.lower().endswith(".rels"))]
        for name in lists:
            try:
                root = self.tree(name)
            except ManuscriptRefused as refusal:
                if name == TYPES or refusal.reason != Reason.CORRUPT:
                    raise
                # Nothing can be reached by a list that nobody can read.
                continue
            nodes = root.iter("*") if root is not None else ()
            said = " ".join(f"{node.get('ContentType', '')} {node.get('Type', '')}" for node in nodes).lower()
            if any(mark in said for mark in PROGRAMS):
                return True
        return False

    def find_main(self) -> str:
        """The part that holds the text."""
        main = self.related("officeDocument")
        if main in self.entries:
            return main
        raise ManuscriptRefused(Reason.CORRUPT if "_rels/.rels" in self.entries else Reason.KIND, name="")

    def related(self, kind: str) -> str:
        """The part of a kind that the package itself points at; empty where there is none."""
        found = (relation.target for relation in self.relations("").values() if relation.kind == kind)
        return next(found, "")

    def read(self, name: str) -> bytes:
        """A part's bytes; nothing for a part that is not there. The size the list gives is not believed."""
        entry = self.entries.get(name)
        if entry is None:
            return b""
        try:
            with self.zip.open(entry) as part:
                content = part.read(limits.LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise ManuscriptRefused(Reason.CORRUPT) from error
        if len(content) > limits.LARGEST_PART:
            raise ManuscriptRefused(Reason.BOMB)
        return content

    def tree(self, name: str):
        """A part as XML, or None where it is missing. Entities are never resolved; a DTD is refused."""
        content = self.read(name)
        if not content.strip():
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            is_doctype = b"<!DOCTYPE" in content[:4096]
            raise ManuscriptRefused(Reason.DOCTYPE if is_doctype else Reason.CORRUPT) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise ManuscriptRefused(Reason.DOCTYPE)
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What the ids in a part point at. The empty part stands for the package itself."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for node in root.iter(RELATIONS) if root is not None else ():
            is_external = node.get("TargetMode") == "External"
            target = node.get("Target") or ""
            if not is_external:
                target = posixpath.normpath(posixpath.join(folder, target) if target[:1] != "/" else target[1:])
            kind = (node.get("Type") or "").rpartition("/")[2]
            found[node.get("Id") or ""] = Relation(kind, target, is_external)
        return found
