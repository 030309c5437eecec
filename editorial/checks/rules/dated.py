"""Rules for stories that have grown old: 'this summer' was true once."""

import datetime
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem
from editorial.checks.registry import rule

OLD_AFTER = datetime.timedelta(days=180)

# Not after an article ('the next year' tells, it does not point at a calendar), not before 'of 1993'.
RELATIVE = re.compile(
    r"(?<!\bthe )\b(?:"
    r"(?:this|last|next|coming) (?:spring|summer|autumn|fall|winter|season|week|weekend|month|year)"
    r"|(?:earlier|later) this (?:week|month|year|season)"
    r"|in the coming (?:days|weeks|months)|coming soon|yesterday|tomorrow|tonight|at the moment|right now"
    r")\b(?! (?:of|in) (?:1[89]|20)\d\d)",
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
        for phrase in dict.fromkeys(match[0] for match in RELATIVE.finditer(words)):
            if phrase.lower().endswith(" year") and published.year == ground.at.year:
                continue
            yield Problem(
                "phrase_dated",
                _("'%(phrase)s' was written in %(when)s and is no longer true.")
                % {"phrase": phrase, "when": f"{published:%Y}"},
                _("Name the season and the year, or leave it out."),
                field=passage.field,
                block_id=passage.block_id,
            )
