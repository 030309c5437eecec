"""Every block explains itself to editors, and one stem names it everywhere."""

from pathlib import Path

import pytest
from django.template.loader import get_template
from wagtail.admin.icons import get_icons

from editorial.models import FeaturePage
from tests.factories.bodies import content_blocks, section_block
from tests.support.process import ROOT

BLOCKS = content_blocks() | {"section": section_block()}
# Keys of which another part of the page holds the rules: prose is typography, a spec sheet is the shared box label.
STYLED_ELSEWHERE = {"image": "figure", "image_pair": "pair", "pull_quote": "pullquote", "spec_sheet": "spec"}
PLACES = ("static/css/components", "templates/components")


@pytest.mark.parametrize("key", BLOCKS)
def test_a_block_has_icon_label_description_and_group(key):
    meta = BLOCKS[key].meta
    assert meta.icon != "placeholder"
    assert str(meta.label)
    assert str(meta.group)
    assert str(meta.description).endswith(".")
    assert BLOCKS[key].is_previewable


@pytest.mark.parametrize("key", BLOCKS)
def test_its_template_carries_its_key(key):
    assert BLOCKS[key].meta.template == f"blocks/{key}.html"
    assert get_template(f"blocks/{key}.html")


@pytest.mark.parametrize("key", BLOCKS)
def test_its_stylesheet_or_component_carries_its_stem(key):
    stem = STYLED_ELSEWHERE.get(key, key)
    assert any(path.stem == stem for place in PLACES for path in (ROOT / place).iterdir())


def test_every_template_of_a_block_belongs_to_one():
    names = {path.stem for path in Path(ROOT / "templates/blocks").glob("*.html")}
    assert names == set(BLOCKS)


def test_icons_exist():
    sprite = get_icons()
    assert [key for key, block in BLOCKS.items() if f'id="icon-{block.meta.icon}"' not in sprite] == []


def test_migrations_name_no_block_of_ours():
    """So that blocks can move, and old migrations still load."""
    _path, definitions = FeaturePage._meta.get_field("body").deconstruct()[1::2]
    paths = {path for path, _args, _kwargs in definitions["block_lookup"].values()}
    assert {path for path in paths if not path.startswith("wagtail.")} == set()
