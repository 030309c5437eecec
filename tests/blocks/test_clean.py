"""What is wrong is said on the field to mend; a draft may be incomplete."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import catalogue
from tests.factories.bodies import content_blocks, rich, section_block

pytestmark = pytest.mark.django_db


def errors_of(block, value) -> dict[str, str]:
    """The code of the error on each field; empty where the value is fine."""
    try:
        block.clean(block.normalize(value))
    except ValidationError as error:
        return {name: first_code(found) for name, found in error.block_errors.items()}
    return {}


def first_code(error: ValidationError) -> str:
    """The code of the first error inside, however deep."""
    if getattr(error, "non_block_errors", None):
        return error.non_block_errors.as_data()[0].code
    for nested in getattr(error, "block_errors", {}).values():
        return first_code(nested)
    return error.error_list[0].code


def empty(key: str, **fields):
    """A block's default value with some fields filled."""
    block = content_blocks()[key]
    return block, {**block.get_default(), **fields}


def test_a_fact_box_needs_words_or_rows():
    block, nothing = empty("fact_box", title="The line", text=rich(""), rows=[])
    assert errors_of(block, nothing) == {"text": "empty_fact_box"}
    assert errors_of(block, nothing | {"text": rich("<p>Since 1993.</p>")}) == {}
    assert errors_of(block, nothing | {"rows": [{"label": "Since", "value": "1993"}]}) == {}


def test_a_rail_is_chosen_or_automatic():
    shoe = catalogue.silhouette()
    product = catalogue.product(parent=shoe)
    block, nothing = empty("product_rail")
    assert errors_of(block, nothing) == {"silhouette": "nothing_chosen"}
    both = nothing | {"products": [product], "silhouette": shoe}
    assert errors_of(block, both) == {"silhouette": "chosen_and_automatic"}
    assert errors_of(block, nothing | {"products": [product]}) == {}
    assert errors_of(block, nothing | {"silhouette": shoe}) == {}


def test_a_timeline_is_chosen_or_automatic():
    block, nothing = empty("collaboration_timeline")
    assert errors_of(block, nothing) == {"source": "nothing_chosen"}
    chosen = nothing | {"collaborations": [catalogue.collaboration()]}
    assert errors_of(block, chosen) == {}
    assert errors_of(block, chosen | {"source": catalogue.brand().page_ptr}) == {"source": "chosen_and_automatic"}


def test_a_silhouette_is_not_compared_with_itself():
    shoe, other = catalogue.silhouette(), catalogue.silhouette("GT-2160")
    block, nothing = empty("comparison")
    assert errors_of(block, nothing | {"silhouettes": [shoe, shoe]}) == {"silhouettes": "compared_with_itself"}
    assert errors_of(block, nothing | {"silhouettes": [shoe, other]}) == {}
    assert list(errors_of(block, nothing | {"silhouettes": [shoe]})) == ["silhouettes"]


def test_a_film_must_be_one_we_can_play():
    block, nothing = empty("embed", title="A film")
    assert errors_of(block, nothing | {"url": "https://example.org/film"}) == {"url": "unknown_player"}
    assert errors_of(block, nothing | {"url": "https://www.youtube.com/@asics"}) == {"url": "unknown_player"}
    assert errors_of(block, nothing | {"url": "https://youtu.be/dQw4w9WgXcQ"}) == {}


def test_a_picture_needs_words_or_a_mark_as_decorative():
    image = catalogue.picture()
    image.contextual_alt_text, image.decorative = "", False
    block, nothing = empty("image")
    assert "picture" in errors_of(block, nothing | {"picture": image})
    image.decorative = True
    assert errors_of(block, nothing | {"picture": image}) == {}


@pytest.mark.parametrize("anchor", ["Über", "two words", "#here", "a/b"])
def test_an_anchor_is_small_letters_digits_and_hyphens(anchor):
    block = section_block()
    assert errors_of(block, {"heading": "Here", "anchor": anchor, "content": []}).keys() >= {"anchor"}


@pytest.mark.parametrize("key", content_blocks())
def test_a_draft_keeps_a_block_that_is_not_finished(key):
    block = content_blocks()[key]
    block.defer_required_validation()
    try:
        block.clean(block.get_default())
    except ValidationError as refusal:
        pytest.fail(f"the draft was refused: {refusal}")
    finally:
        block.restore_deferred_validation()


@pytest.mark.parametrize("key", sorted(set(content_blocks()) - {"image_pair", "gallery", "comparison"}))
def test_an_unfinished_block_is_refused_for_publication(key):
    block = content_blocks()[key]
    with pytest.raises(ValidationError):
        block.clean(block.get_default())


@pytest.mark.parametrize(("key", "fewest", "most"), [("image_pair", 2, 2), ("gallery", 3, 9)])
def test_a_set_of_pictures_has_its_number(key, fewest, most):
    block = content_blocks()[key]
    image = catalogue.picture()
    image.contextual_alt_text, image.decorative = "A shoe", False
    counts = {n: errors_of(block, {"pictures": [image] * n, "caption": ""}) == {} for n in range(1, 11)}
    assert {n for n, fine in counts.items() if fine} == set(range(fewest, most + 1))
