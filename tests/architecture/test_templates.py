"""Templates are where their names say, and carry neither styles nor scripts of their own."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from wagtail.models import get_page_models

from tests.support.process import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
NAMED_IN_TEMPLATE = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
NAMED_IN_CODE = re.compile(r"""["']([\w/-]+\.(?:html|txt|xml))["']""")
# Admin panels are shown under the admin's looser policy.
ADMIN_FOLDERS = ("wagtailadmin", "desk", "wagtailusers", "wagtailimages")


def public(path: Path) -> bool:
    return path.relative_to(ROOT / "templates").parts[0] not in ADMIN_FOLDERS


PUBLIC = [path for path in TEMPLATES if public(path)]


def names_in_code() -> set[str]:
    found = set()
    for path in (ROOT / "editorial").rglob("*.py"):
        found |= {name for name in NAMED_IN_CODE.findall(path.read_text()) if "/" in name}
    return found


def names_in_templates() -> set[str]:
    return {
        name.split("#")[0] for path in TEMPLATES for name in NAMED_IN_TEMPLATE.findall(path.read_text()) if "/" in name
    }


def test_there_are_templates():
    assert len(TEMPLATES) > 20


@pytest.mark.parametrize("name", sorted(names_in_code() | names_in_templates()))
def test_every_template_that_is_named_exists_and_compiles(name):
    assert get_template(name.split("#")[0])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_template_compiles(path):
    assert get_template(str(path.relative_to(ROOT / "templates")))


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_templates_keep_to_the_policy(path):
    """The Content-Security-Policy refuses inline styles and scripts; JSON-LD is data, not a script."""
    markup = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", path.read_text(), flags=re.DOTALL)
    assert not re.search(r"\sstyle\s*=", markup)
    assert not re.search(r"<style\b", markup)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", markup)
    assert "javascript:" not in markup
    for attributes in re.findall(r"<script\b([^>]*)>", markup):
        assert "src=" in attributes or "application/ld+json" in attributes


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_templates_ask_for_nothing_that_sets_a_cookie(path):
    markup = path.read_text()
    assert "csrf_token" not in markup
    assert not re.search(r"{{\s*(request\.)?(user|perms|messages)\b", markup)
    assert not re.search(r"{%[^%]*\b(request\.user|request\.session)\b", markup)


@pytest.mark.parametrize("model", get_page_models(), ids=lambda model: model.__name__)
def test_every_page_type_has_its_template(model):
    assert model._meta.app_label != "editorial" or get_template(model.template)


def test_pictures_are_cut_by_the_named_recipes_only():
    """A rendition spec is spelled in `editorial.renditions` and nowhere else."""
    tags = re.compile(r"{%\s*(image|picture|srcset_image)\b[^%]*\b(width|fill|max|min|scale|height)-")
    assert [str(path) for path in TEMPLATES if tags.search(path.read_text())] == []


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_templates_ask_for_pictures_that_may_be_shown(path):
    """The chosen picture may have no rights left: `lead_picture`, `card_picture` and their like know what to show."""
    assert not re.search(r"\b(?:lead_image|social_image)\b", path.read_text())
