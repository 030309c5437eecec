"""The structured data of a page: what its template was given, in schema.org's words. Nothing is looked up for it."""

from collections.abc import Sequence

from django.conf import settings
from django.templatetags.static import static
from django.utils.timezone import localtime
from django.utils.translation import to_locale

from editorial.addresses import absolute_url
from editorial.choices import CreditRole
from editorial.models import (
    BrandPage,
    FeaturePage,
    HomePage,
    IndexPage,
    PersonPage,
    ProductPage,
    SilhouettePage,
)
from editorial.pictures import picture_of
from editorial.structured_data import graph as words
from editorial.structured_data.graph import Crumb, ImageFacts, Node
from editorial.syndication.naming import NAME, crumb_title, line_title
from editorial.syndication.shoes import group_of, product_in_market, product_of

LOGO = "icons/icon-512.png"

# schema.org's word for the page itself. A page of many things lists them.
COLLECTION = "CollectionPage"
KINDS = (
    ((IndexPage, BrandPage, SilhouettePage), COLLECTION),
    ((PersonPage,), "ProfilePage"),
    ((ProductPage,), "ItemPage"),
)


def page_graph(page, context, address: str, url: str) -> str:
    """The graph of a page of the tree. `address` is the page's own, `url` that of this page of its list."""
    request = context.get("request")
    crumbs = [] if isinstance(page, HomePage) else trail_crumbs(page.trail, crumb_title(page), url, request)
    kind = next((name for classes, name in KINDS if isinstance(page, classes)), "WebPage")
    thing = thing_of(page, context, address)
    return written(url, crumb_title(page), kind, crumbs, thing, context)


def view_graph(context, address: str, url: str, title: str, crumb: str) -> str:
    """The graph of a page that is no page of the tree; see `heads.view_head`."""
    crumbs = trail_crumbs(context.get("trail") or (), crumb, url, context.get("request")) if crumb else []
    kind = "ItemPage" if "where" in context else COLLECTION if "stories" in context else "WebPage"
    return written(url, crumb or title, kind, crumbs, product_in_market(context), context)


def written(url: str, name: str, kind: str, crumbs: Sequence[Crumb], thing: Node | None, context) -> str:
    """All nodes of a page as text for its script element."""
    front = absolute_url("/")
    lines, start = listed_lines(context) if kind == COLLECTION else ([], 1)
    main_id = thing["@id"] if thing else f"{url}#list" if lines else ""
    nodes = [
        words.organization(front, NAME, absolute_url(static(LOGO))),
        words.website(front, NAME, language_tag()),
        words.web_page(url, front, name, kind=kind, main_id=main_id, has_trail=bool(crumbs)),
    ]
    if crumbs:
        nodes.append(words.breadcrumb(url, crumbs))
    if thing:
        nodes.append(thing)
    if lines:
        nodes.append(words.item_list(url, lines, start))
    return words.script_text(nodes)


def language_tag() -> str:
    """The language of the site: en-GB."""
    return to_locale(settings.LANGUAGE_CODE).replace("_", "-")


def trail_crumbs(trail: Sequence, last: str, url: str, request) -> list[Crumb]:
    """The steps of the breadcrumb component, given what it is given."""
    above = [Crumb(step.title, absolute_url(step_url(step, request))) for step in trail]
    return [Crumb(NAME, absolute_url("/")), *above, Crumb(last, url)]


def step_url(step, request) -> str:
    """Where a step leads: a page of the tree, or a path."""
    return step.get_url(request) if hasattr(step, "url_path") else step.url


def listed_lines(context) -> tuple[list[Crumb], int]:
    """The pages that this page of a list shows, and the place of the first of them in the whole list."""
    page_obj, request = context.get("page_obj"), context.get("request")
    if not page_obj:
        return [], 1
    pages = [page for page in page_obj.object_list if hasattr(page, "url_path")]
    return [Crumb(line_title(page), absolute_url(page.get_url(request))) for page in pages], page_obj.start_index()


def thing_of(page, context, address: str) -> Node | None:
    """The story, the shoe or the person that the page is; None for other pages."""
    if isinstance(page, ProductPage):
        return product_of(page, context, address, image_facts(page.facts_picture))
    if isinstance(page, SilhouettePage):
        return group_of(page, context, address)
    if isinstance(page, FeaturePage):
        return article_of(page, context, address)
    return person_of(page, context, address) if isinstance(page, PersonPage) else None


def article_of(page, context, address: str) -> Node:
    """A story with its byline as printed."""
    request, updated = context.get("request"), context.get("updated")
    writers = [credit for credit in context.get("credits") or () if credit.role == CreditRole.WORDS]
    published = page.first_published_at
    return words.article(
        address,
        absolute_url("/"),
        headline=page.display_title,
        description=page.standfirst,
        authors=[Crumb(writer.name, absolute_url(writer.page.get_url(request))) for writer in writers],
        image=image_facts(page.facts_picture, page.caption_of(page.facts_picture)),
        published=localtime(published) if published else None,
        modified=localtime(updated) if updated else None,
        section=page.kicker,
    )


def person_of(page, context, address: str) -> Node:
    """A person. Further pages of their stories show the name alone."""
    page_obj = context.get("page_obj")
    if page_obj and page_obj.number > 1:
        return words.person(address, name=page.title, role="", description="", image=None)
    picture = image_facts(page.facts_picture)
    return words.person(address, name=page.title, role=page.role, description=page.summary, image=picture)


def image_facts(image, caption: str = "") -> ImageFacts | None:
    """A picture as the page shows it, with its credit; None where there is none."""
    if image is None:
        return None
    shown = picture_of(image, "plain")
    return ImageFacts(absolute_url(shown.src), shown.width, shown.height, caption, shown.credit)
