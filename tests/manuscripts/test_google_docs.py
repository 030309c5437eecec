"""Files as Google Docs hands them out, and what is between its editors only."""

import pytest

from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.report import words
from tests.manuscripts.words import read_whole

FROM_GOOGLE = """<h1>The fourteenth</h1>
<p>The shoe came late.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>
<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>
It was silver.<sup><a href="#cmnt2" id="cmnt_ref2">[b]</a></sup></p><p>The end.</p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;By a year.</span></p><p>And a day.</p></div>
<div style="border:1px solid black"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Never print this.</span></p>
<p>_Assigned to Ada_</p></div>
<div style="border:1px solid black"><p><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>Was it?</span></p></div>
<div style="border:1px solid black"><p><a href="#cmnt_ref3" id="cmnt3">[c]</a><span>On words now gone.</span></p>
</div>"""

FROM_WORD = """<p class=MsoTitle>The fourteenth</p>
<p class=MsoNormal>The shoe came late.<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1"
href="#_msocom_1" name="_msoanchor_1">[AW1]</a></span></p><p class=MsoNormal>The end.</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<a name="_msocom_1"></a><p class=MsoCommentText><a class=msocomoff href="#_msoanchor_1">[AW1]</a>Never print this.</p>
</div></div></div>"""


# A browser that copies a page makes its addresses whole.
COPIED = [text.replace('href="#', 'href="https://docs.example/pub?x=1#') for text in (FROM_GOOGLE, FROM_WORD)]


@pytest.mark.parametrize("html", [FROM_GOOGLE, FROM_WORD, *COPIED])
def test_comments_stay_between_editors(html):
    reading = read_whole(html.encode(), "story.html")
    drafted = " ".join(words(reading.draft))
    assert "Never print this" not in drafted
    assert "[" not in drafted
    comment = next(note for note in reading.notes if note.code == "comment")
    assert comment.confidence == Confidence.LEFT_OUT
    assert comment.text.partition(" _Assigned")[0] == "Never print this."
    assert comment.place.near.startswith("The shoe came late.")


@pytest.mark.parametrize("html", [FROM_GOOGLE, COPIED[0]])
def test_footnotes_and_comments_are_told_apart_and_whole(html):
    reading = read_whole(html.encode(), "story.html")
    spans = [span for line in reading.draft.sections[0].blocks[0].lines for span in line.spans]
    assert [span.note for span in spans if span.note] == ["By a year. And a day."]
    comments = [note.text for note in reading.notes if note.code == "comment"]
    assert comments == ["Never print this. _Assigned to Ada_", "Was it?", "On words now gone."]


STYLED = """<html><head><title>A file's name</title><style type="text/css">@import url(https://example.org/a.css);
/* .c2{display:none} */ @media print{.c2{display:none}} ol,.c9 li{margin:0} .c1{font-weight:700}
.c2{font-weight:400;font-style:italic;content:"}"} .c3{display:none} span.c4{font-weight:400} #h\\.x{display:none}
.title{font-size:26pt} p.c6.c7{font-weight:700 !important}</style></head>
<body class="c5 doc-content"><p class="c1 title" id="h.1"><span class="c1">The fourteenth</span></p>
<p class="c5 subtitle" id="h.2"><span class="c2">How it came late.</span></p>
<p class="c5"><span class="c1">Bold</span>, <span class="c2">italic</span>, <span class="c3">unseen</span>,
<span class="c1 c4">plain</span>, <span class="c1" style="font-weight:400">plain too</span>.</p>
<p class="c6 c7" style="font-weight:400">Forced.</p><h1>A section</h1><p class="title">No title.</p></body></html>"""


def test_looks_given_by_classes_are_read():
    reading = read_whole(STYLED.encode(), "story.html")
    draft = reading.draft
    assert (draft.title, draft.standfirst) == ("The fourteenth", "How it came late.")
    lines = [line for section in draft.sections for block in section.blocks for line in block.lines]
    looks = {span.text.strip(" ,."): (span.bold, span.italic) for line in lines for span in line.spans}
    assert {name: looks[name] for name in ("Bold", "italic", "plain", "plain too", "Forced")} == {
        "Bold": (True, False), "italic": (False, True), "plain": (False, False), "plain too": (False, False),
        "Forced": (True, False),
    }  # fmt: skip
    assert "unseen" not in looks
    assert [note.text for note in reading.notes if note.code == "hidden"] == ["unseen"]
    assert lines[-1].text == "No title."


@pytest.mark.parametrize(
    "sheet", ["/*" * 100_000, "{" * 100_000, "}" * 1000 + '"' + "@media{" * 1000, ",.,#,{font-weight:700}", ""]
)
def test_a_broken_sheet_breaks_nothing(sheet):
    odd = "<i class=a style='color:&#1;&#xFFFE;'></i>"
    page = f"<style>{sheet} .a{{font-weight:700}}</style>{odd}<h1>T</h1><p>Words <b>stay</b>.</p>"
    assert read_whole(page.encode(), "story.html").draft.sections[0].blocks[0].lines[0].text == "Words stay."


GREY = "font-size:15pt;font-family:Arial,sans-serif;color:#666666;background-color:transparent;white-space:pre-wrap;"
PASTED = (
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38;">'
    '<span style="font-size:26pt;color:#000000;">The fourteenth</span></p>{between}<p dir="ltr"><span style="{look}">'
    'How it came</span><span style="{look}font-style:italic;"> late.</span></p><p dir="ltr"><span '
    'style="font-size:11pt;color:#000000;">It was silver.</span></p></b>'
)


@pytest.mark.parametrize(
    ("between", "look", "standfirst"),
    [
        ("", GREY, "How it came late."),
        ("", GREY.replace("15pt", "11pt"), ""),
        ("", GREY.replace("color:#666666;", ""), ""),
        ("<p>It was silver.</p>", GREY, ""),
    ],
)
def test_a_pasted_subtitle_is_known_by_its_looks_right_under_the_title(between, look, standfirst):
    reading = read_whole(PASTED.format(between=between, look=look).encode(), "paste.html")
    assert (reading.draft.title, reading.draft.standfirst) == ("The fourteenth", standfirst)
    assert "How it came late." in " ".join(words(reading.draft))
