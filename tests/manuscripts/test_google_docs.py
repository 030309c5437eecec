"""Files as Google Docs hands them out, and what is between its editors only."""

import pytest

from editorial.manuscripts.notes import Confidence
from editorial.manuscripts.report import words
from tests.manuscripts.words import read_whole

FROM_GOOGLE = """<h1>The fourteenth</h1>
<p>The shoe came late.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>
It was silver.<sup><a href="#cmnt2" id="cmnt_ref2">[b]</a></sup></p><p>The end.</p>
<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;By a year.</span></p><p>And a day.</p></div>
<div style="border:1px solid black"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Never print this.</span></p>
<p>_Assigned to Ada_</p></div>
<div style="border:1px solid black"><p><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>Was it?</span></p></div>
<div style="border:1px solid black"><p><a href="#cmnt_ref3" id="cmnt3">[c]</a><span>On words now gone.</span></p></div>"""

FROM_WORD = """<p class=MsoTitle>The fourteenth</p>
<p class=MsoNormal>The shoe came late.<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1"
href="#_msocom_1" name="_msoanchor_1">[AW1]</a></span></p><p class=MsoNormal>The end.</p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<a name="_msocom_1"></a><p class=MsoCommentText><a class=msocomoff href="#_msoanchor_1">[AW1]</a>Never print this.</p>
</div></div></div>"""


@pytest.mark.parametrize("html", [FROM_GOOGLE, FROM_WORD])
def test_comments_stay_between_editors(html):
    reading = read_whole(html.encode(), "story.html")
    drafted = " ".join(words(reading.draft))
    assert "Never print this" not in drafted
    assert "[" not in drafted
    comment = next(note for note in reading.notes if note.code == "comment")
    assert comment.confidence == Confidence.LEFT_OUT
    assert "Never print this." in comment.text
    assert comment.place.near.startswith("The shoe came late.")


def test_footnotes_and_comments_are_told_apart_and_whole():
    reading = read_whole(FROM_GOOGLE.encode(), "story.html")
    spans = [span for line in reading.draft.sections[0].blocks[0].lines for span in line.spans]
    assert [span.note for span in spans if span.note] == ["By a year. And a day."]
    comments = [note.text for note in reading.notes if note.code == "comment"]
    assert comments == ["Never print this. _Assigned to Ada_", "Was it?", "On words now gone."]
