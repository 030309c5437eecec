"""Panels that all page types share."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel

from editorial.panels.accents import AccentPanel
from editorial.panels.gate import GatePanel

# The first lines of every form: what is missing, then the title.
HEAD = [GatePanel(), TitleFieldPanel("title")]

LEAD_PICTURE = MultiFieldPanel(
    [FieldPanel("lead_image"), FieldPanel("lead_alt"), AccentPanel("accent")],
    heading=_("Lead picture"),
    help_text=_("The picture the page opens with and cards show. It must carry a credit before the page goes live."),
)

PROMOTE = [
    MultiFieldPanel(
        [
            FieldPanel(
                "slug",
                help_text=_("The last part of the page's address. Small letters, figures and hyphens."),
            ),
            FieldPanel(
                "seo_title",
                help_text=_("The headline in search results, 60 characters or fewer. Left empty, the title is used."),
            ),
            FieldPanel(
                "search_description",
                help_text=_("What search results print under the headline, 70 to 155 characters."),
            ),
        ],
        heading=_("Search engines"),
    ),
    MultiFieldPanel(
        [FieldPanel("listing_summary"), FieldPanel("social_image")], heading=_("Cards, lists and social sites")
    ),
]

INDEX_CONTENT = [*HEAD, FieldPanel("introduction"), LEAD_PICTURE]
