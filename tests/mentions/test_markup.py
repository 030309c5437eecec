"""Stored rich text as paragraphs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.mentions.markup import paragraphs_of_markup


def test_every_block_is_a_paragraph_with_its_links():
    html = (
        '<p>By <a linktype="page" id="7">ASICS</a> &amp; <b>Gel</b></p><ul><li>One</li><li>'
        '<a linktype="term" id="3">Two</a></li></ul><h3>  </h3><p>Three<br/>Four <a href="https://example.org">out</a></p>'
    )
    found = [(one.text, one.taken, one.linked) for one in paragraphs_of_markup(html)]
    assert found == [
        ("By ASICS & Gel", ((3, 8),), (("page", 7),)),
        ("One", (), ()),
        ("Two", ((0, 3),), (("term", 3),)),
        ("Three\nFour out", ((11, 14),), ()),
    ]


def test_broken_links_take_their_place_and_lead_nowhere():
    (one,) = paragraphs_of_markup(
        '<p><a linktype="page" id="x">a</a><a linktype="page">b</a><a linktype="page" id="²">c'
    )
    assert (one.text, one.taken, one.linked) == ("abc", ((0, 1), (1, 2), (2, 3)), ())


@settings(max_examples=50)
@given(st.text(alphabet="<>/abp =\"'&;é\n", max_size=40))
def test_no_markup_breaks_it(html):
    for one in paragraphs_of_markup(html):
        assert one.text.strip()
        assert all(0 <= start <= end <= len(one.text) for start, end in one.taken)
