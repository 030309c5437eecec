"""Rules for footnotes: each says something, and none is left over from the manuscript."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule

# '[1]', '[^note]', '[fn 3]', '(footnote 3)' and superscripts after three letters: left by other programs.
LEFT_OVER = re.compile(
    r"\[\^?(?:fn|note)?\s?\d{1,3}\]|\[\^[\w-]{1,30}\]|\((?:foot)?note \d{1,3}\)|(?<=[a-z]{3})[¹²³⁴-⁹]"
)


@rule(errors={"note_empty": gettext_lazy("Empty footnote")})
def notes_say_something(page, ground: Ground) -> Iterator[Problem]:
    """Every footnote has a text."""
    for note in ground.contents(page).notes:
        if not note.text:
            yield problem_at(
                note,
                "note_empty",
                _("A footnote is empty."),
                _("Write the note, or delete its mark."),
            )


@rule(warnings={"note_unexpanded": gettext_lazy("Unexpanded footnote")})
def notes_are_expanded(page, ground: Ground) -> Iterator[Problem]:
    """No bare footnote mark of a manuscript stands in the text."""
    for passage in ground.contents(page).passages:
        for mark in dict.fromkeys(LEFT_OVER.findall(passage.words)):
            yield problem_at(
                passage,
                "note_unexpanded",
                _("'%(mark)s' looks like the mark of a footnote whose text did not come along.") % {"mark": mark},
                _("Select the word before it, choose Footnote, and write the note there."),
            )
