"""The head of every public page, as values: one place for titles, canonical addresses, cards and structured data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import gettext, to_locale

from editorial.addresses import absolute_url
from editorial.choices import CreditRole
from editorial.models import FeaturePage, HomePage, PersonPage
from editorial.syndication import graphs, naming
from editorial.syndication.social import SocialCard, card_of

ROBOTS = "max-image-preview:large"
NOT_LISTED = "noindex, follow"


@dataclass(frozen=True)
class ArticleFacts:
    """What Open Graph says of a story. Times carry their zone; authors are absolute addresses."""

    published: str
    modified: str
    authors: Sequence[str]
    section: str
    tags: Sequence[str]


@dataclass(frozen=True)
class Head:
    """Everything the head says. `graph` is JSON that is safe inside a script element.

    `alternates` are the same page for readers of other countries, each with language and url.
    """

    title: str
    card_title: str
    description: str
    url: str
    robots: str
    kind: str
    card: SocialCard
    graph: str
    article: ArticleFacts | None = None
    alternates: Sequence = ()
    locale: str = field(default_factory=lambda: to_locale(settings.LANGUAGE_CODE))


def page_head(page, context, *, narrowed: bool = False) -> Head:
    """The head of a page of the tree, from what its template was given.

    `narrowed`: only some of what stands at the address is shown, as a reader asked; search engines are to pass it over.
    """
    request, page_obj = context.get("request"), context.get("page_obj")
    address = page_address(page, request)
    title = naming.title_of(page)
    article = article_facts(page, context) if isinstance(page, FeaturePage) else None
    url = address if narrowed else canonical(address, page_obj)
    return Head(
        title=document_title(title, page_obj),
        card_title=title,
        description=naming.description_of(page),
        url=url,
        robots=NOT_LISTED if narrowed else ROBOTS,
        kind=open_graph_kind(page),
        card=page_card(page, context),
        graph=graphs.page_graph(page, context, address, url),
        article=article,
    )


def view_head(
    context,
    title: str,
    description: str,
    *,
    crumb: str = "",
    narrowed: bool = False,
    stands_for: str = "",
    alternates: Sequence = (),
) -> Head:
    """The head of a page that is no page of the tree. `crumb` is the last step of its breadcrumb, if it has one.

    `stands_for` is the absolute address of the page that search engines are to take instead.
    """
    request, page_obj = context.get("request"), context.get("page_obj")
    address = absolute_url(request.path)
    url = stands_for or (address if narrowed else canonical(address, page_obj))
    return Head(
        title=document_title(title, page_obj),
        card_title=title,
        description=naming.plain(description),
        url=url,
        robots=NOT_LISTED if narrowed else ROBOTS,
        kind="website",
        card=card_of(None, ""),
        graph=graphs.view_graph(context, address, url, title, crumb),
        alternates=alternates,
    )


def page_address(page, request) -> str:
    """The page's absolute address; in a preview of a page without one, that of the request."""
    return absolute_url(page.get_url(request) or getattr(request, "path", "/"))


def canonical(address: str, page_obj) -> str:
    """The address of this page of a list: a further page is canonical to itself, whatever else was asked for."""
    return f"{address}?page={page_obj.number}" if page_obj and page_obj.number > 1 else address


def document_title(title: str, page_obj) -> str:
    """The title as tabs and results print it; no two pages of a list have the same."""
    if page_obj and page_obj.number > 1:
        title = gettext("%(title)s, page %(number)s") % {"title": title, "number": page_obj.number}
    return title if naming.NAME in title else f"{title} | {naming.NAME}"


def open_graph_kind(page) -> str:
    """Open Graph's word for the page."""
    if isinstance(page, FeaturePage):
        return "article"
    return "profile" if isinstance(page, PersonPage) else "website"


def page_card(page, context) -> SocialCard:
    """The page's own picture; on the front page without one, that of the story that leads."""
    shown = page
    if page.social_picture is None and isinstance(page, HomePage):
        shown = getattr(context.get("stories"), "lead", None) or page
    image = shown.social_picture
    alt = image.description if image and image.pk == shown.social_image_id else shown.alt_text_of(image)
    return card_of(image, alt or naming.name_of(page))


def article_facts(page, context) -> ArticleFacts:
    """Dates and authors as the byline prints them; the topic, and the shoes of the breadcrumb."""
    writers = [credit.page for credit in context.get("credits") or () if credit.role == CreditRole.WORDS]
    request = context.get("request")
    shoes = [step.title for step in page.trail if hasattr(step, "url_path")]
    return ArticleFacts(
        published=iso(page.first_published_at),
        modified=iso(context.get("updated")),
        authors=[page_address(writer, request) for writer in writers],
        section=page.topic.title if page.topic else "",
        tags=shoes,
    )


def iso(moment: datetime | None) -> str:
    """A time in our own zone, as `<time datetime>` has it; empty for None."""
    return localtime(moment).isoformat() if moment else ""
