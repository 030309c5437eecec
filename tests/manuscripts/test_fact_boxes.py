"""What names a box of facts."""

import pytest

from editorial.manuscripts.pieces import Facts
from tests.manuscripts.words import read_whole

BOLD_ROW = "<tr><td><span style='font-weight:700'>In</span></td><td><b>numbers</b></td></tr>"
ROWS = "<tr><td>First</td><td>1993</td></tr><tr><td>Last</td><td>2008</td></tr>"


@pytest.mark.parametrize(
    ("above", "inside", "name"),
    [
        ("", BOLD_ROW, "In, numbers"),
        ("<p><b>The run</b></p>", BOLD_ROW, "In, numbers"),
        ("<p><b>The run</b></p>", "", "The run"),
        ("<p><b>The run</b></p>", "<tr><th></th><th></th></tr>", "The run"),
        ("<p><b>The run</b></p>", "<caption>By the maker</caption>", "By the maker"),
        ("<p><b>This is a sentence.</b></p>", "", "A section"),
        ("<p>The <b>run</b></p>", "", "A section"),
        ("<h3>The numbers</h3>", "", "The numbers"),
        ("<h3>Before</h3><p>Words.</p><h4>The numbers</h4><p>As kept.</p><p>By hand.</p>", "", "The numbers"),
        ("<h3>The numbers</h3>", BOLD_ROW, "In, numbers"),
    ],
)
def test_it_is_named_by_what_says_so(above, inside, name):
    page = f"<h1>T</h1><p>Words.</p><h2>A section</h2><p>Words.</p>{above}<table>{inside}{ROWS}</table>"
    blocks = [block for section in read_whole(page.encode(), "a.html").draft.sections for block in section.blocks]
    box = next(block for block in blocks if isinstance(block, Facts))
    assert (box.title, box.rows) == (name, (("First", "1993"), ("Last", "2008")))
