"""The import as a page that grows while the work goes on: no script is needed to see it."""

import logging
from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from editorial.desk.manuscripts.forms import ManuscriptForm
from editorial.manuscripts import wording
from editorial.manuscripts.reading import Step

logger = logging.getLogger(__name__)

# Where in the page the lines go.
HERE = "<!-- the work -->"
OPEN = '<ol class="desk-work" aria-live="polite">'
TICK, CLOSE = mark_safe("<i></i>"), mark_safe("</li>")
# Some browsers show nothing of a page before a kilobyte has come.
FILLING = "<!--" + " " * 1024 + "-->"


def progress_response(request: HttpRequest, page: str, work: Iterator, first: Step, form: ManuscriptForm):
    """The answer to an import that has begun. `page` is the page with HERE in it; `work` goes on after `first`."""
    beginning, _here, end = page.partition(HERE)
    response = StreamingHttpResponse(lines(request, beginning, work, first, form, end))
    response.headers["Cache-Control"] = "no-store"
    # Asks a server in front not to collect the answer before it hands it on.
    response.headers["X-Accel-Buffering"] = "no"
    return response


def lines(request: HttpRequest, beginning: str, work: Iterator, first: Step, form, end: str) -> Iterator[str]:
    """The page, piece by piece. If the reader leaves, the work is stopped and taken back."""
    try:
        yield beginning + FILLING + OPEN
        yield from ticks(work, first)
        yield end
    except GeneratorExit:
        work.close()
        raise
    except Exception:
        # Whatever it was, the answer has begun: the page itself has to say so.
        logger.exception("An import failed after the text was read")
        yield failed(request, form) + end


def ticks(work: Iterator, step: Step) -> Iterator[str]:
    """A line for each stage and a tick for each step; at the end the way to the report."""
    stage = ""
    while True:
        if step.stage != stage:
            label = wording.beginning(step) if step.total else wording.stage(step)
            yield format_html("{}<li><span>{}</span> ", CLOSE if stage else "", label)
            stage = step.stage
        yield TICK if step.total else ""
        try:
            step = next(work)
        except StopIteration as done:
            address = reverse("desk_manuscript", args=[done.value.pk])
            yield CLOSE + format_html(
                '</ol><meta http-equiv="refresh" content="0;url={}"><p><a class="button" href="{}">{}</a></p>',
                address,
                address,
                _("Read the report"),
            )
            return


def failed(request: HttpRequest, form: ManuscriptForm) -> str:
    """What is said where something went wrong that no manuscript can cause, with the form once more."""
    return "</li></ol>" + render_to_string("desk/manuscripts/failed.html", {"form": form}, request)
