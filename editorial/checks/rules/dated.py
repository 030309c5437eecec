"""Rules for stories that have grown old: 'this summer' was true once."""

import datetime
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule

OLD_AFTER = datetime.timedelta(days=180)

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
# Not after an article ('the next year' tells, it points at no calendar), nor before 'of 1993', nor 'had recently'.
RELATIVE = re.compile(
    r"(?<!\bthe )\b(?:"
    r"(?:this(?: past| coming)?|last|past|next|coming)"
    rf" (?:spring|summer|autumn|fall|winter|season|week|weekend|month|year|(?-i:{MONTHS}|{DAYS}))"
    r"|(?:earlier|later) this (?:week|month|year|season)|last night"
    r"|in the coming (?:days|weeks|months)|coming soon|yesterday|tomorrow|tonight|today|at the moment|right now"
    r"|available now|now available|just (?:announced|arrived|dropped|landed|launched|opened|released)"
    r"|(?<!\bhad )(?<!\bmost )(?<!\buntil )(?<!\bas )recently"
    r")\b(?!,? (?:(?:of|in) )?(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)
# 'In two weeks' lies ahead where the sentence before it announces something; else it is how long something took.
COMES = r"arrive|be (?:out|available|released)|come|drop|follow|go on sale|land|launch|open|release|return"
AHEAD = re.compile(
    rf"\b(?:(?:will|to) (?:{COMES})|(?:arriv|com|dropp|follow|land|launch|open|releas|return)ing|is out|are out"
    r"|arrives|comes|drops|follows|goes on sale|lands|launches|opens|releases|returns)\b[^.!?\n]{0,80}?"
    r"\b(in (?:a|one|two|three|four|five|six|a few|\d+) (?:days?|weeks?|months?))\b(?! of\b)",
    re.IGNORECASE,
)
# Somebody else's words stay as they were said.
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")


@rule(on=("FeaturePage",), warnings={"phrase_dated": gettext_lazy("Dated phrase in an old story")})
def old_stories_name_their_time(page, ground: Ground) -> Iterator[Problem]:
    """A story half a year old does not say 'this summer' or 'next month'."""
    published = page.first_published_at
    if published is None or ground.at - published < OLD_AFTER:
        return
    for passage in ground.contents(page).passages:
        words = "" if passage.is_quotation else QUOTED.sub(" ", passage.words)
        for phrase in dict.fromkeys(phrases_in(words)):
            if phrase.lower().endswith(" year") and published.year == ground.at.year:
                continue
            yield problem_at(
                passage,
                "phrase_dated",
                _("'%(phrase)s' was written in %(when)s and is no longer true.")
                % {"phrase": phrase, "when": f"{published:%Y}"},
                _("Name the season and the year, or leave it out."),
            )


def phrases_in(words: str) -> Iterator[str]:
    """What points from the day of writing at another, in reading order."""
    found = [(match.start(), match[0]) for match in RELATIVE.finditer(words)]
    found += [(match.start(1), match[1]) for match in AHEAD.finditer(words)]
    for _place, phrase in sorted(found):
        yield phrase
