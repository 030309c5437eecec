"""Panels of brands, silhouettes, products, collaborations, people and partners."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)

from editorial.panels.pages import HEAD, LEAD_PICTURE
from editorial.panels.rows import RowsPanel

DATE = FieldRowPanel([FieldPanel("year"), FieldPanel("month"), FieldPanel("day")])

OTHER_NAMES = RowsPanel(
    "name_aliases",
    [FieldPanel("name")],
    heading=_("Other names"),
    label=_("name"),
    help_text=_(
        "Further names and spellings under which stories mean this page; the desk then offers a link. Figures alone, as"
        " '990', count only after the brand's name: 'New Balance 990'."
    ),
)

BRAND_CONTENT = [
    *HEAD,
    LEAD_PICTURE,
    MultiFieldPanel([FieldPanel("founded"), FieldPanel("home_country")], heading=_("Facts")),
    FieldPanel("introduction", help_text=_("A few paragraphs: where the brand comes from and what it is known for.")),
    OTHER_NAMES,
]

SILHOUETTE_CONTENT = [
    *HEAD,
    LEAD_PICTURE,
    FieldPanel("introduction", help_text=_("A few paragraphs: what it was made for and what became of it.")),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("year"), FieldPanel("returned")]), FieldPanel("predecessor")],
        heading=_("History"),
    ),
    MultipleChooserPanel(
        "designers",
        chooser_field_name="person",
        panels=[FieldPanel("person")],
        heading=_("Designers"),
        label=_("designer"),
        help_text=_("The people who drew it, in the order they are named."),
    ),
    MultipleChooserPanel(
        "technologies",
        chooser_field_name="term",
        panels=[FieldPanel("term")],
        heading=_("Technologies"),
        label=_("technology"),
        help_text=_("Glossary terms: what is in the shoe."),
    ),
    RowsPanel(
        "spec_rows",
        [FieldRowPanel([FieldPanel("label"), FieldPanel("value")])],
        heading=_("Spec sheet"),
        label=_("row"),
        help_text=_("Labelled rows in the order they are printed, such as 'Weight, UK 8' and '357 g'."),
    ),
    FieldPanel("lead_feature"),
    OTHER_NAMES,
]

PRODUCT_CONTENT = [
    *HEAD,
    MultiFieldPanel(
        [FieldPanel("style_code"), FieldPanel("sizing")],
        heading=_("On the box"),
        help_text=_("The page title is the colourway's name, such as 'Pure Silver / Navy'."),
    ),
    LEAD_PICTURE,
    MultipleChooserPanel(
        "pictures",
        chooser_field_name="image",
        panels=[FieldPanel("image"), FieldPanel("alt")],
        heading=_("Further pictures"),
        label=_("picture"),
        help_text=_("They follow the lead picture in the gallery."),
    ),
    RowsPanel(
        "colours",
        [FieldPanel("colour")],
        heading=_("Colours"),
        label=_("colour"),
        help_text=_("The families readers filter by, the main one first."),
    ),
    FieldPanel("note"),
    RowsPanel(
        "retail_prices",
        [FieldRowPanel([FieldPanel("market", widget=forms.Select), FieldPanel("amount")])],
        heading=_("Retail prices"),
        label=_("price"),
        help_text=_("What the brand asks, in the market's own currency. One price for each market."),
    ),
    OTHER_NAMES,
]

COLLABORATION_CONTENT = [
    *HEAD,
    MultiFieldPanel(
        [DATE, FieldPanel("sequence")],
        heading=_("Date"),
        help_text=_("As much as is known: the year, year and month, or the day."),
    ),
    FieldPanel("subject_line"),
    LEAD_PICTURE,
    MultipleChooserPanel(
        "partners",
        chooser_field_name="partner",
        panels=[PageChooserPanel("partner", ["editorial.PartnerPage", "editorial.PersonPage"])],
        heading=_("Partners"),
        label=_("partner"),
        help_text=_("Houses and people that took part, in the order of the name. At least one."),
    ),
    MultipleChooserPanel(
        "silhouettes",
        chooser_field_name="silhouette",
        panels=[FieldPanel("silhouette")],
        heading=_("Silhouettes"),
        label=_("silhouette"),
        help_text=_("What was worked on. The collaboration appears on the pages of these silhouettes."),
    ),
    MultipleChooserPanel(
        "products",
        chooser_field_name="product",
        panels=[FieldPanel("product")],
        heading=_("Products"),
        label=_("product"),
        help_text=_("The colourways that came of it."),
    ),
    FieldPanel("story", help_text=_("What is known of it, in a few paragraphs. Short is fine.")),
    OTHER_NAMES,
]

PERSON_CONTENT = [
    *HEAD,
    MultiFieldPanel(
        [FieldPanel("role"), FieldPanel("location")],
        heading=_("In one line"),
        help_text=_("What cards say under the name, and the town they work in."),
    ),
    LEAD_PICTURE,
    FieldPanel("biography", help_text=_("Who this is and what they made, in a few paragraphs.")),
    OTHER_NAMES,
]

PARTNER_CONTENT = [
    *HEAD,
    MultiFieldPanel(
        [FieldPanel("kind"), FieldPanel("location"), FieldPanel("website")],
        heading=_("In one line"),
        help_text=_("What kind of house it is, its town and country, and its own address on the web."),
    ),
    LEAD_PICTURE,
    FieldPanel("biography", help_text=_("What this house does and how it came to shoes, in a few paragraphs.")),
    OTHER_NAMES,
]

STANDARD_CONTENT = [*HEAD, FieldPanel("body", help_text=_("The whole text, with headings.")), LEAD_PICTURE]
