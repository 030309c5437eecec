"""The rules of the gate, by what they look at. Each is a function: page in, problems out."""

from editorial.checks.rules.collaborations import has_partner, has_silhouette, has_year
from editorial.checks.rules.features import has_section, has_standfirst, has_writer
from editorial.checks.rules.pages import address_is_free, parent_is_live, title_fits
from editorial.checks.rules.pictures import body_pictures_are_credited, has_lead_picture, lead_picture_is_credited
from editorial.checks.rules.products import has_style_code, style_code_is_unique
from editorial.checks.rules.silhouettes import lineage_has_no_circle

# What every page must be before it goes live.
EVERY_PAGE = (title_fits, address_is_free, parent_is_live, lead_picture_is_credited)

__all__ = [
    "EVERY_PAGE",
    "address_is_free",
    "body_pictures_are_credited",
    "has_lead_picture",
    "has_partner",
    "has_section",
    "has_silhouette",
    "has_standfirst",
    "has_style_code",
    "has_writer",
    "has_year",
    "lead_picture_is_credited",
    "lineage_has_no_circle",
    "parent_is_live",
    "style_code_is_unique",
    "title_fits",
]
