"""What a browser would send from the editing forms."""

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html, rich_text, streamfield

from editorial.models import BasePage, SilhouettePage
from tests.desk.builders import brand, person, picture, silhouette
from tests.support.html import Document

PROMOTE = {"seo_title": "", "search_description": "", "listing_summary": "", "social_image": ""}
LEAD = {"lead_image": "", "lead_alt": "", "accent": "amber"}
SCHEDULE = {"go_live_at": "", "expire_at": ""}
NONE = inline_formset([])
NAMES = {"name_aliases": inline_formset([{"name": "Kayano 14"}])}
DATE = {"year": "2021", "month": "3", "day": ""}


def story(*headings: str) -> dict:
    """A body with one section of prose for each heading, as the form sends it."""
    return streamfield(
        [
            (
                "section",
                {
                    "heading": heading,
                    "anchor": "",
                    "content": streamfield([("prose", rich_text("<p>It began with a drawing.</p>"))]),
                },
            )
            for heading in headings
        ]
    )


FIELDS = {
    "BrandPage": lambda: {
        "founded": "1949",
        "home_country": "Kobe, Japan",
        "introduction": rich_text("<p>Gel.</p>"),
        **NAMES,
    },
    "SilhouettePage": lambda: {
        "year": "2008",
        "returned": "2019",
        "predecessor": "",
        "lead_feature": "",
        "introduction": rich_text("<p>The fourteenth.</p>"),
        "designers": NONE,
        "technologies": NONE,
        "spec_rows": inline_formset([{"label": "Upper", "value": "Mesh"}]),
        **NAMES,
    },
    "ProductPage": lambda: {
        "style_code": "1201A019-107",
        "sizing": "unisex",
        "note": rich_text("<p>Runs small.</p>"),
        "colours": inline_formset([{"colour": "silver"}]),
        "pictures": NONE,
        "retail_prices": NONE,
        **NAMES,
    },
    "CollaborationPage": lambda: {
        **DATE,
        "sequence": "0",
        "subject_line": "Gel-Kayano 14",
        "story": rich_text("<p>Together.</p>"),
        "partners": inline_formset([{"partner": person("Vic Lloyd").pk}]),
        "silhouettes": inline_formset([{"silhouette": (SilhouettePage.objects.first() or silhouette(brand())).pk}]),
        "products": NONE,
        **NAMES,
    },
    "PersonPage": lambda: {"role": "Designer", "location": "Kobe", "biography": rich_text("<p>Draws.</p>"), **NAMES},
    "PartnerPage": lambda: {
        "kind": "label",
        "location": "Montreal",
        "website": "https://example.org",
        "biography": rich_text("<p>Quiet.</p>"),
        **NAMES,
    },
    "StandardPage": lambda: {"body": rich_text("<h2>Cookies</h2><p>One.</p>")},
    "FeaturePage": lambda: {
        "headline": "",
        "kicker": "History",
        "standfirst": "How a running shoe of 2008 came back to stay, told by those who drew it.",
        "lead_image": picture().pk,
        "hero_layout": "full",
        "hero_caption": "",
        "body": story("Thirteen before it"),
        "credits": inline_formset([{"role": "words", "person": person("Ines Okafor").pk}]),
        "topic": "",
        "topics": [],
        "subjects": NONE,
        "sources": "",
        "next_story": "",
    },
}


def sent_form(kind: str, title: str = "Pure Silver", slug: str = "pure-silver", **changes) -> dict[str, str]:
    """The fields of a new page of the class named `kind`, ready to publish; `changes` overrule."""
    page_type = {**LEAD, **FIELDS[kind]()}
    return nested_form_data({"title": title, "slug": slug, **PROMOTE, **SCHEDULE, **page_type, **changes})


def untouched_form(response) -> dict:
    """What a browser sends from the form in this answer when nothing was typed. Blocks are drawn by script: none."""
    fields = querydict_from_html(response.content.decode(), form_id="page-edit-form").dict()
    return fields | {"body-count": "0"} if "body" not in fields else fields


def add_url(page_class: type[BasePage], parent) -> str:
    """Where a page of the class is created under the parent."""
    return reverse("wagtailadmin_pages:add", args=["editorial", page_class._meta.model_name, parent.pk])


def edit_url(page) -> str:
    """Where the page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def errors_in(response) -> str:
    """All that a refused form says, as one text: messages, field errors, errors of blocks and inline panels."""
    page = Document(response)
    said = page.texts(".messages li") + page.texts(".w-field__errors") + page.texts(".help-critical, .error-message")
    blocks = [tag["data-w-block-arguments-value"] for tag in page.select("[data-w-block-arguments-value]")]
    return " ".join(said + blocks)


def messages_of(client: Client) -> str:
    """The messages waiting for the user, as one text; they are taken by asking."""
    return " ".join(Document(client.get(reverse("wagtailadmin_home"))).texts(".messages li"))
