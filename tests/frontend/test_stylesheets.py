"""The stylesheets hang together, and readers get each kind in one piece."""

import re
from pathlib import Path

import pytest

from sportshowroom.stylesheets import StylesheetError, flatten

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "static" / "css"
TEMPLATES = ROOT / "templates"
ENTRIES = ("core.css", "article.css", "product.css", "index.css")
# Parts of the house that have rules but no template of their own.
ATOMS = {
    "button",
    "field",
    "masthead",
    "progress",
    "section",
    "prose",
    "sheet",
    "skip",
    "timeline",
    "consent",
    "footer",
}


def read(name: str) -> str:
    return (CSS / name).read_text()


def imported(entry: str) -> list[str]:
    return re.findall(r'@import url\("([^"]+)"\)', read(entry))


def test_every_stylesheet_is_imported_somewhere():
    files = {str(path.relative_to(CSS)) for path in CSS.rglob("*.css")}
    assert files == set(ENTRIES) | {part for entry in ENTRIES for part in imported(entry)}


def test_every_component_stylesheet_has_a_template():
    stems = {path.stem for path in (CSS / "components").glob("*.css")}
    templates = {path.stem for folder in ("components", "blocks") for path in (TEMPLATES / folder).glob("*.html")}
    assert stems - ATOMS <= templates


def test_no_page_kind_loads_again_what_every_page_has():
    core = set(imported("core.css"))
    for entry in ENTRIES[1:]:
        assert not core & set(imported(entry))


def test_layers_are_declared_once_and_used_only_as_declared():
    declared = re.search(r"@layer ([^;]+);", read("core.css")).group(1).split(", ")
    used = {layer for entry in ENTRIES for layer in re.findall(r"layer\(([a-z]+)\)", read(entry))}
    assert used == set(declared)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_flattens_into_one_stylesheet(entry):
    flat = flatten(f"css/{entry}", read(entry), lambda name: read(name.removeprefix("css/")))
    assert "@import" not in flat
    assert flat.count("{") == flat.count("}")
    for part in imported(entry):
        assert read(part) in flat


def test_a_part_keeps_its_layer_and_its_medium():
    files = {"css/print.css": "a { color: red; }\n"}
    flat = flatten("css/x.css", '@import url("print.css") layer(utilities) print;\n', files.__getitem__)
    assert flat == "@media print {\n@layer utilities {\na { color: red; }\n}\n}\n"


def test_an_import_in_another_form_is_refused():
    with pytest.raises(StylesheetError):
        flatten("css/x.css", '@import "print.css";', {}.__getitem__)


def test_a_relative_address_in_another_folder_is_refused():
    files = {"css/components/a.css": 'a { background: url("a.svg"); }'}
    with pytest.raises(StylesheetError):
        flatten("css/x.css", '@import url("components/a.css") layer(components);', files.__getitem__)


def test_no_stylesheet_needs_a_picture_the_policy_forbids():
    for path in CSS.rglob("*.css"):
        assert "data:" not in path.read_text(), path.name


def test_files_named_by_stylesheets_exist():
    for path in CSS.rglob("*.css"):
        for address in re.findall(r'url\("([^"]+)"\)', path.read_text()):
            assert (path.parent / address).resolve().is_file(), address


def test_the_nine_focal_points_have_a_class_each():
    expected = {f"focal-{x}-{y}" for x in ("left", "centre", "right") for y in ("top", "middle", "bottom")}
    assert set(re.findall(r"\.(focal-[a-z-]+) \{", read("utilities.css"))) == expected
