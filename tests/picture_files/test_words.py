"""What makers write into their files is read; what is broken is passed over."""

from io import BytesIO

import pytest
from PIL import Image

from editorial.picture_files.words import words_of
from tests.support.picture_words import XMP, drawn, exif_of, uploaded, with_iptc

AGENCY = {
    "creator": "Ines Okafor",
    "credit": "Studio North",
    "copyright": "© 2026 Studio North. All rights reserved.",
    "caption": "A navy runner on ivory paper",
    "title": "Runner on paper",
}


def read(file):
    with Image.open(BytesIO(file.read())) as picture:
        return words_of(picture)


def test_iptc_fills_the_fields_of_a_picture():
    assert read(with_iptc(uploaded(drawn()), **AGENCY)).fields == {
        "title": "Runner on paper",
        "description": "A navy runner on ivory paper",
        "credit": "Photograph: Ines Okafor / Studio North",
        "rights_holder": "Studio North",
    }


@pytest.mark.parametrize("name", ["a.jpg", "a.webp", "a.png"])
def test_xmp_is_read_from_every_format_that_carries_it(name):
    said = {
        "creator": "Måns Öberg",
        "credit": "Måns Öberg",
        "rights": "© Öberg",
        "caption": "En sko",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
    }
    xmp = XMP.format(**said).encode()
    options = {"pnginfo": png_text(xmp.decode())} if name.endswith("png") else {"xmp": xmp}
    fields = read(uploaded(drawn(), name, **options)).fields
    assert fields["credit"] == "Måns Öberg"
    assert fields["rights_holder"] == "Öberg"
    assert fields["description"] == "En sko"
    assert (fields["licence"], fields["source_url"]) == ("cc", said["licence"])


def png_text(text: str):
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", text)
    return info


def test_a_camera_is_asked_last():
    exif = exif_of(artist="A. Camera", notice="Copyright 2019 A. Camera", caption="SONY DSC")
    words = read(uploaded(drawn(), exif=exif))
    assert words.fields == {"credit": "Photograph: A. Camera", "rights_holder": "A. Camera"}
    assert words.has_location


def test_newer_words_go_before_older_ones():
    file = with_iptc(uploaded(drawn(), exif=exif_of(artist="Camera", with_place=False)), creator="Agency")
    assert read(file).fields["credit"] == "Photograph: Agency"


@pytest.mark.parametrize(
    "xmp",
    [
        b"<not closed",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&b;</x:xmpmeta>',
        b"<a>" * 3000 + b"</a>" * 3000,
        b"<x><RDF><Description><creator/></Description></RDF></x>",
        b"<x><RDF>words</RDF></x>",
    ],
)
def test_a_broken_file_says_nothing(xmp):
    words = read(uploaded(drawn(), xmp=xmp))
    assert words.fields == {}
    assert not words.has_location


def test_addresses_that_are_none_and_endless_words_are_not_taken():
    said = {
        "creator": "A",
        "credit": "",
        "rights": "w " * 400,
        "caption": "word " * 200,
        "licence": "javascript:alert(1)",
    }
    fields = read(uploaded(drawn(), xmp=XMP.format(**said).encode())).fields
    assert "source_url" not in fields
    assert len(fields["description"]) <= 255
    assert len(fields["rights_holder"]) <= 200
