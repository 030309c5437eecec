"""HTML as Word saves it: looks for other scripts, styles by their class, comments and quotations."""

import pytest

from tests.manuscripts.words import read_whole


@pytest.mark.parametrize(
    ("written", "looks"),
    [
        ("<b style='mso-bidi-font-weight:normal'>words</b>", (True, False)),
        ("<span style='mso-bidi-font-weight:bold'>words</span>", (False, False)),
        ("<i style='mso-bidi-font-style:normal'>words</i>", (False, True)),
        ("<span style='mso-bidi-font-style:italic'>words</span>", (False, False)),
        ("<b style='mso-bidi-font-weight:bold;font-weight:normal'>words</b>", (False, False)),
        ("<span style='color:red; font-weight:bold;font-style:italic'>words</span>", (True, True)),
    ],
)
def test_only_looks_of_our_letters_count(written, looks):
    page = f"<h1>T</h1><p>Some {written} here.</p>".encode()
    spans = read_whole(page, "a.html").draft.sections[0].blocks[0].lines[0].spans
    assert [(span.bold, span.italic) for span in spans if "words" in span.text] == [looks]
