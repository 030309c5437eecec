"""Words that came with a decision which was not made: they wait in its dialog until the step is decided."""

import json

from django.http import HttpRequest

# Where the session keeps them, by the ids of their steps.
KEPT = "desk-unsent-comments"


def comment_in(sent: str) -> str:
    """The comment in what a form sends with a decision: JSON, as the dialog left it. Empty where there is none."""
    try:
        return json.loads(sent).get("comment", "").strip()
    except (ValueError, AttributeError):
        return ""


def keep(request: HttpRequest, step_id: str, comment: str) -> None:
    """Keep a comment, if there is one, for the step, in place of any that was kept before."""
    if comment:
        request.session[KEPT] = request.session.get(KEPT, {}) | {step_id: comment}


def kept(request: HttpRequest, step_id: str) -> str:
    """The comment that is kept for the step; empty where there is none."""
    return request.session.get(KEPT, {}).get(step_id, "")


def forget(request: HttpRequest, step_id: str) -> None:
    """The step is decided: what was kept for it was sent, or is no longer wanted."""
    if kept(request, step_id):
        request.session[KEPT] = {key: words for key, words in request.session[KEPT].items() if key != step_id}
