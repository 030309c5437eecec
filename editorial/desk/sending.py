"""A form that is being sent is not autosaved at the same time."""

from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("insert_editor_js")
def sending_script() -> str:
    """On every form that autosave looks after."""
    return format_html('<script type="module" src="{}"></script>', versioned_static("admin-desk/js/sending.js"))
