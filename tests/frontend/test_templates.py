"""Components are called with explicit arguments, and pictures come from one of them alone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
PUBLIC = sorted(
    path for folder in ("components", "site", "blocks", "pages") for path in (TEMPLATES / folder).rglob("*.html")
)
PUBLIC.append(TEMPLATES / "base.html")
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
INCLUDE = re.compile(r'{% include "components/(?P<name>[a-z_]+)\.html"(?P<with>[^%]*)%}')
ARGUMENT = re.compile(r"\b([a-z_]+)=")


def named(path: Path) -> str:
    return str(path.relative_to(TEMPLATES))


def documented(path: Path) -> set[str]:
    """The arguments a component names in its first comment: `{# name.html: one, two #}`."""
    found = re.search(r"{# ([a-z_]+)\.html: ([^#]+) #}", path.read_text())
    assert found, f"{path.name} does not name its arguments"
    assert found[1] == path.stem
    return {argument.strip() for argument in found[2].split(",")} - {"no arguments"}


def without_strings(text: str) -> str:
    return re.sub(r'"[^"]*"', '""', text)


@pytest.mark.parametrize("path", PUBLIC, ids=named)
def test_pictures_come_from_the_picture_component_alone(path):
    assert ("<img" in path.read_text()) == (named(path) == "components/picture.html")


@pytest.mark.parametrize("path", PUBLIC, ids=named)
def test_components_are_called_with_what_they_name_and_only_that(path):
    for call in INCLUDE.finditer(path.read_text()):
        component = TEMPLATES / "components" / f"{call['name']}.html"
        assert call["with"].rstrip().endswith("only"), f"{named(path)} includes {call['name']} without only"
        given = set(ARGUMENT.findall(without_strings(call["with"])))
        asked = documented(component)
        assert given <= asked, f"{named(path)} passes {given - asked} to {call['name']}"
        assert "request" not in asked - given, f"{named(path)} keeps the request from {call['name']}"


@pytest.mark.parametrize("path", COMPONENTS, ids=named)
def test_a_component_that_links_to_pages_asks_for_the_request(path):
    if "{% pageurl" in path.read_text():
        assert "request" in documented(path)


def test_every_component_is_described_to_developers():
    text = (ROOT / "docs" / "developers" / "front-end.md").read_text()
    assert [path.stem for path in COMPONENTS if f"`{path.stem}`" not in text] == []
