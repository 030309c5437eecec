"""Panels of features and of the front page."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel, PageChooserPanel

from editorial.panels.accents import AccentPanel
from editorial.panels.pages import HEAD
from editorial.panels.rows import RowsPanel

SUBJECT_TYPES = [
    "editorial.BrandPage",
    "editorial.SilhouettePage",
    "editorial.ProductPage",
    "editorial.CollaborationPage",
    "editorial.PersonPage",
    "editorial.PartnerPage",
]

FEATURE_CONTENT = [
    *HEAD,
    MultiFieldPanel(
        [FieldPanel("headline"), FieldPanel("kicker"), FieldPanel("standfirst")],
        heading=_("Opening words"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("lead_image"),
            FieldPanel("lead_alt"),
            FieldPanel("hero_caption"),
            FieldPanel("hero_layout"),
            AccentPanel("accent"),
        ],
        heading=_("Lead picture"),
        help_text=_("The picture the story opens with. It must carry a credit before the story goes live."),
    ),
    FieldPanel(
        "body", help_text=_("Sections, each with a heading and, below it, prose, pictures and cards in any order.")
    ),
    RowsPanel(
        "credits",
        [FieldPanel("role"), PageChooserPanel("person")],
        heading=_("Credits"),
        label=_("credit"),
        help_text=_("Who made it, in the order they are printed. At least one person must have the role 'Words'."),
    ),
    MultiFieldPanel(
        [
            FieldPanel(
                "topic", widget=forms.Select, help_text=_("The shelf it stands on first; cards and the story name it.")
            ),
            FieldPanel(
                "topics",
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Other shelves where readers may look for it."),
            ),
            MultipleChooserPanel(
                "subjects",
                chooser_field_name="page",
                panels=[PageChooserPanel("page", SUBJECT_TYPES)],
                heading=_("Subjects"),
                label=_("subject"),
                help_text=_("What the story is about, the main subject first. Its pages will link here."),
            ),
        ],
        heading=_("Filed under"),
    ),
    MultiFieldPanel([FieldPanel("sources"), FieldPanel("next_story")], heading=_("At the end")),
]

HOME_CONTENT = [
    *HEAD,
    FieldPanel("tagline", help_text=_("The line under the name of the magazine.")),
    FieldPanel("lead_feature"),
    MultipleChooserPanel(
        "stories",
        chooser_field_name="feature",
        panels=[FieldPanel("feature")],
        heading=_("Stories under the lead"),
        label=_("story"),
        help_text=_("In the order they stand. What is left empty is filled with the newest."),
    ),
]
