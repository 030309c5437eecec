"""Static files as readers get them: hashed, precompressed, and each entry stylesheet in one piece.

While developing, `css/core.css` and its siblings import their parts, and the browser fetches each. For readers those
imports would cost a round trip, so collecting static files writes every part in its place. Without this storage the
pages look the same; they only load in two steps.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OUR_STYLESHEETS = "css/"
IMPORT = re.compile(r'@import url\("(?P<file>[^"]+)"\) layer\((?P<layer>[a-z]+)\)(?: (?P<media>[a-z]+))?;\n?')
RELATIVE_URL = re.compile(r'url\("(?!data:|/)')


class StylesheetError(ValueError):
    """A part that would mean something else in another place."""


def flatten(name: str, text: str, read: Callable[[str], str]) -> str:
    """The stylesheet with its imports written out, each in its layer and medium.

    `name` is its path below the static root; `read` gives the text of another. Raises StylesheetError for a part in
    another folder that refers to a file by a relative address, and for an import this reading does not understand.
    """

    def written_out(found: re.Match[str]) -> str:
        part = normpath(join(dirname(name), found["file"]))
        body = flatten(part, read(part), read)
        if dirname(part) != dirname(name) and RELATIVE_URL.search(body):
            raise StylesheetError(f"{part} refers to a file by a relative address, which {name} would read differently")
        layered = f"@layer {found['layer']} {{\n{body}}}\n"
        return f"@media {found['media']} {{\n{layered}}}\n" if found["media"] else layered

    flat = IMPORT.sub(written_out, text)
    if "@import" in flat:
        raise StylesheetError(f"{name} has an import that is not of the form url(…) layer(…) medium")
    return flat


class ReadersStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Manifest storage that flattens our stylesheets first, and names hashed modules in scripts."""

    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        """As the manifest storage does, with our entry stylesheets replaced by their flat form."""
        if not dry_run:
            paths = {**paths, **{name: self.flattened(name, paths) for name in paths if self.is_entry(name, paths)}}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def is_entry(self, name: str, paths) -> bool:
        """Whether this is a stylesheet of ours that imports others."""
        return name.startswith(OUR_STYLESHEETS) and name.endswith(".css") and "@import" in self.source(name, paths)

    def source(self, name: str, paths) -> str:
        """The text of a file where it was found, not where it was collected."""
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    def flattened(self, name: str, paths):
        """Write the flat stylesheet over the collected one; the place to read it from."""
        flat = flatten(name, self.source(name, paths), lambda part: self.source(part, paths))
        self.delete(name)
        self.save(name, ContentFile(flat.encode()))
        return self, name
