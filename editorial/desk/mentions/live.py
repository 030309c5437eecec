"""What an unsaved story names: its texts come in as they stand, the panel's list goes back. Nothing is saved."""

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial.desk.mentions.aside import set_name_aside
from editorial.desk.mentions.posted import NotTexts, posted_passages
from editorial.desk.mentions.rows import listed
from editorial.listings.names import gazetteer
from editorial.mentions.stories import read_story

MENTIONS_URL, ASIDE_URL = "desk_mentions", "desk_mentions_aside"
MAY_WRITE = ("add", "change", "publish")


@require_POST
def mentions_of_texts(request: HttpRequest):
    """The list for the texts in the request's body, as {"html": …, "open": how many names ask for the editor}."""
    if not PagePermissionPolicy().user_has_any_permission(request.user, MAY_WRITE):
        return permission_denied(request)
    try:
        passages = posted_passages(request.body)
    except NotTexts:
        return JsonResponse({"error": _("These are no texts of a story.")}, status=400)
    groups = listed(read_story(gazetteer(), passages), request.user)
    return JsonResponse({"html": render_to_string("desk/mentions/list.html", {"groups": groups}), "open": groups.open})


@hooks.register("register_admin_urls")
def mentions_urls():
    """At the admin's own addresses, for those who write."""
    return [
        path("desk/mentions/", mentions_of_texts, name=MENTIONS_URL),
        path("desk/mentions/aside/", set_name_aside, name=ASIDE_URL),
    ]
