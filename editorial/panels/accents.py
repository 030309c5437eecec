"""Choosing an accent by its colour, with the one nearest to the lead picture suggested."""

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.staticfiles import versioned_static

from editorial.choices import Accent


class AccentSwatches(forms.RadioSelect):
    """The named accents as swatches. The colours come from the public stylesheet, so editors see what readers see."""

    template_name = "desk/widgets/accents.html"
    hint_url = reverse_lazy("desk_accent_hint")

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["hint_url"] = self.hint_url
        return context

    def _render(self, template_name, context, renderer=None):
        # Forms' own renderer looks into apps only, and the magazine's templates lie beside them.
        return render_to_string(template_name, context)

    @property
    def media(self):
        return forms.Media(
            css={"all": [versioned_static("css/accents.css"), versioned_static("admin-desk/css/accents.css")]},
            js=[versioned_static("admin-desk/js/accent-hint.js")],
        )


class AccentPanel(FieldPanel):
    """The accent field; its help names the accent nearest to the page's lead picture."""

    def __init__(self, field_name="accent", **kwargs):
        kwargs.setdefault("widget", AccentSwatches)
        super().__init__(field_name, **kwargs)

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            hint = accent_hint(self.instance)
            if hint:
                suggestion = _("Nearest to the lead picture: %(accent)s.") % {"accent": Accent(hint).label}
                self.help_text = f"{self.help_text} {suggestion}"


def accent_hint(page) -> str:
    """The accent nearest to the page's lead picture, or an empty string."""
    image = page.lead_image if page is not None else None
    return image.suggested_accent() if image is not None else ""
