"""The magazine's clothes for the admin, and the suggestion of an accent."""

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils.html import format_html
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static

from editorial.models import EditorialImage


@hooks.register("insert_global_admin_css")
def desk_stylesheet() -> str:
    """On every page of the admin."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("admin-desk/css/desk.css"))


@hooks.register("construct_help_menu")
def only_our_help(request, items) -> None:
    """The framework's news and guide are not the desk's; its keyboard shortcuts are."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@require_safe
def accent_hint(request: HttpRequest) -> JsonResponse:
    """The accent nearest to the picture `?image=<id>`, as {"accent": name}; empty for a picture that is not there."""
    wanted = request.GET.get("image", "")
    found = EditorialImage.objects.filter(pk=int(wanted)) if wanted.isdecimal() and len(wanted) < 19 else None
    image = found.first() if found is not None else None
    return JsonResponse({"accent": image.suggested_accent() if image else ""})


@hooks.register("register_admin_urls")
def desk_urls():
    """The desk's own addresses, behind the admin's sign-in."""
    return [path("desk/accent-hint/", accent_hint, name="desk_accent_hint")]
