"""A form that is being sent is not autosaved at the same time, and is sent only to where its editor is known."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import path
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from wagtail import hooks


@never_cache
def who_writes(request: HttpRequest) -> JsonResponse:
    """The token that a form needs since its editor signed in; the admin turns strangers away before (403)."""
    return JsonResponse({"token": get_token(request)})


@hooks.register("register_admin_urls")
def address():
    """Asked by forms that doubt whether they would arrive."""
    return [path("desk/who-writes/", who_writes, name="desk_who_writes")]


@hooks.register("insert_editor_js")
def sending_scripts() -> SafeString:
    """On every form that autosave looks after: what its scripts say, and the scripts."""
    return render_to_string("desk/sending.html")
