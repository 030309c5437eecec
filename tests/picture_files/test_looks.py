"""Alike pictures have alike looks; colourways do not; plain surfaces look like nothing."""

from io import BytesIO

import pytest
from PIL import Image

from editorial.picture_files.looks import NEAR, distance, look_of, near_quarters, nearest, quarters
from tests.support.picture_words import drawn, uploaded


def look(picture, name="a.jpg", **saved):
    with Image.open(BytesIO(uploaded(picture, name, **saved).read())) as opened:
        return look_of(opened)


@pytest.mark.parametrize(
    ("picture", "name", "saved"),
    [
        (drawn(), "a.jpg", {"quality": 30}),
        (drawn(), "a.webp", {"quality": 40}),
        (drawn().resize((96, 64)), "a.jpg", {}),
        (drawn((1200, 800)), "a.png", {}),
    ],
)
def test_another_size_or_format_looks_the_same(picture, name, saved):
    original, other = look(drawn(), "a.png"), look(picture, name, **saved)
    assert distance(original.fingerprint, other.fingerprint) <= NEAR
    assert nearest(original, [(7, other.fingerprint, other.colours)]) == [7]


def test_another_colour_or_another_shape_does_not():
    original, red, turned = look(drawn()), look(drawn(shoe="darkred")), look(drawn(turn=90))
    others = [(1, red.fingerprint, red.colours), (2, turned.fingerprint, turned.colours)]
    assert nearest(original, others) == []


def test_a_turned_camera_makes_no_difference():
    lying = look(drawn())
    exif = Image.Exif()
    exif[0x0112] = 6
    standing = look(drawn(turn=90), exif=exif)
    assert distance(lying.fingerprint, standing.fingerprint) <= NEAR


def test_a_plain_surface_has_no_fingerprint():
    assert look(Image.new("RGB", (100, 100), "teal")).fingerprint == ""


def test_pictures_within_reach_share_a_quarter():
    fingerprint = "0123456789abcdef"
    for flips in ((0, 16, 32, 48), (1, 2, 17, 18, 33, 34, 50), (0, 1, 20, 21, 40, 41, 63)):
        other = int(fingerprint, 16)
        for bit in flips:
            other ^= 1 << bit
        pairs = zip(quarters(fingerprint), quarters(f"{other:016x}"), strict=True)
        assert any(there in near_quarters(here) for here, there in pairs)
