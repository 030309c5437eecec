"""Panels of the site settings."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

SETTINGS = [
    FieldPanel("default_market", widget=forms.Select),
    MultiFieldPanel(
        [
            FieldPanel("releases_introduction"),
            FieldPanel("glossary_introduction"),
            FieldPanel("country_introduction"),
            FieldPanel("search_introduction"),
        ],
        heading=_("Introductions"),
        help_text=_("A few lines at the top of pages that are not in the page tree."),
    ),
    MultiFieldPanel(
        [FieldPanel("cookie_notice"), FieldPanel("cookie_policy"), FieldPanel("disclosure"), FieldPanel("footer_note")],
        heading=_("Small print"),
    ),
]
