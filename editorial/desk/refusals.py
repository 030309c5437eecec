"""Telling an editor, in the admin, that something was not done and why."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string

from editorial.checks import Problem


def tell(request: HttpRequest, heading: str, problems: Iterable[Problem]) -> None:
    """Show a message: the heading, then every problem with how to mend it and links to the pages it names."""
    text = render_to_string("desk/refusal.html", {"heading": heading, "problems": list(problems)})
    messages.error(request, text)
