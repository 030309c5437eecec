"""Rules for the rights of pictures: what may not be shown when the page goes live stops it, with the reason."""

import datetime
from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.ground import Ground
from editorial.checks.picture_uses import PictureUse, uses_of
from editorial.checks.problems import Problem, problem_at
from editorial.checks.registry import rule
from editorial.rights import Use, end_of, stand_in, usable

# How long before the end an editor who publishes is told of it.
SOON = datetime.timedelta(days=30)


@rule(
    errors={
        "rights_outside": gettext_lazy("Picture outside its rights"),
        "rights_not_cleared": gettext_lazy("Picture not cleared world-wide"),
        "rights_use": gettext_lazy("Picture not cleared for this use"),
        "rights_end_first": gettext_lazy("Rights end before the page goes off"),
    },
    warnings={"rights_ending": gettext_lazy("Rights end soon")},
)
def pictures_may_be_shown(page, ground: Ground) -> Iterator[Problem]:
    """Every picture may be shown when the page goes live, and until it is due to go off.

    A page that readers see already, where a replacement does its duty, may be corrected without changing the picture.
    """
    live_at = max(ground.at, page.go_live_at or ground.at)
    is_scheduled = live_at > ground.at
    for use in uses_of(page, ground):
        if use.image is None:
            continue
        purpose = Use.SOCIAL if use.is_social else Use.STORY
        if not usable(use.image, live_at, purpose):
            if is_scheduled or not page.live or stand_in(use.image, live_at, purpose) is None:
                yield refusal(use, purpose, live_at, is_scheduled)
        elif (
            ends_before(use.image, page.expire_at)
            and stand_in(use.image, end_of(use.image.rights_until), purpose) is None
        ):
            yield problem(
                use,
                "rights_end_first",
                _("The rights of the picture '%(title)s' end on %(day)s; the page is to stay until %(until)s."),
                _("Take the page off earlier, give the picture a replacement, or choose another."),
                until=written(timezone.localdate(page.expire_at)),
            )
        elif ends_soon(use.image, live_at):
            yield problem(
                use,
                "rights_ending",
                _("The rights of the picture '%(title)s' end on %(day)s."),
                _("Extend them, or give the picture a replacement under Images; without one it is gone the day after."),
            )


def refusal(use: PictureUse, purpose: Use, live_at: datetime.datetime, is_scheduled: bool) -> Problem:
    """Why the picture may not be shown when the page goes live."""
    image, day = use.image, timezone.localdate(live_at)
    another = _("Choose another picture, or settle the rights and note them under Images.")
    if not image.worldwide:
        message = _("The picture '%(title)s' is not cleared world-wide, and our pages do not know where a reader is.")
        return problem(use, "rights_not_cleared", message, another)
    if image.rights_until and image.rights_until < day:
        if is_scheduled:
            message = _("The page is to go live on %(live)s; the rights of the picture '%(title)s' end on %(day)s.")
            mend = _("Let the page go live earlier, choose another picture, or extend the rights under Images.")
        else:
            message, mend = _("The rights of the picture '%(title)s' ended on %(day)s."), another
        return problem(use, "rights_outside", message, mend, live=written(day))
    if image.rights_from and image.rights_from > day:
        message = _("The picture '%(title)s' may be shown from %(first)s only.")
        mend = _("Let the page go live on that day or later, or choose another picture.")
        return problem(use, "rights_outside", message, mend, first=written(image.rights_from))
    uses = {Use.STORY: _("stories and pages"), Use.SOCIAL: _("social sites and search engines")}
    message = _("The picture '%(title)s' is not cleared for %(purpose)s.")
    return problem(use, "rights_use", message, another, purpose=uses[purpose])


def ends_before(image, moment: datetime.datetime | None) -> bool:
    """Whether the picture's rights end before the moment."""
    end = end_of(image.rights_until)
    return bool(end and moment and end < moment)


def ends_soon(image, live_at: datetime.datetime) -> bool:
    """Whether the picture's rights end in the first days after the page goes live."""
    end = end_of(image.rights_until)
    return end is not None and end - live_at < SOON


def problem(use: PictureUse, code: str, message: str, mend: str, **words: str) -> Problem:
    """An objection with the picture's title and last day filled in."""
    day = written(use.image.rights_until) if use.image.rights_until else ""
    return problem_at(
        use,
        code,
        message % {"title": use.image.title, "day": day, **words},
        mend,
    )


def written(day: datetime.date) -> str:
    """A date in words: 3 May 2026."""
    return date_format(day, "j F Y")
