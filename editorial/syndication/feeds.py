"""The feed of the whole site: the newest stories and collaborations by the day they first appeared."""

from collections.abc import Sequence

from django.conf import settings
from django.db.models import Prefetch
from django.templatetags.static import static
from django.utils.translation import gettext

from editorial.addresses import absolute_url
from editorial.choices import CreditRole
from editorial.listings.reach import shown_pages
from editorial.models import (
    BasePage,
    CollaborationPage,
    CollaborationPartner,
    CollaborationProduct,
    CollaborationSilhouette,
    FeaturePage,
    HomePage,
    ProductPage,
    SilhouettePage,
)
from editorial.pictures import picture_of
from editorial.syndication.full_text import full_texts, travelling
from editorial.syndication.naming import NAME, description_of, name_of, plain
from editorial.syndication.rss import Entry, FeedPicture, MagazineFeed, printable

ENTRIES = 30


def magazine_feed(request, address: str) -> MagazineFeed:
    """The feed, ready to be written. `address` is its own, absolute."""
    home = HomePage.objects.shown().first()
    feed = MagazineFeed(
        title=NAME,
        link=absolute_url("/"),
        description=printable(description_of(home)) if home else NAME,
        language=settings.LANGUAGE_CODE,
        feed_url=address,
        logo=absolute_url(static("icons/icon-192.png")),
    )
    for entry in newest_entries(request):
        feed.add_entry(entry)
    return feed


def newest_entries(request) -> list[Entry]:
    """The newest stories and collaborations that readers may see, newest first; a fixed number of queries."""
    pages = newest_pages()
    features = [page for page in pages if isinstance(page, FeaturePage)]
    collaborations = [page for page in pages if isinstance(page, CollaborationPage)]
    texts = full_texts(features, collaborations, request)
    return [entry_of(page, texts[page.pk], request) for page in pages]


def newest_pages() -> Sequence[BasePage]:
    """The pages of the feed with all that their entries print."""
    features = newest(FeaturePage.objects.listed().prefetch_related("topics"))
    collaborations = newest(
        CollaborationPage.objects.listed().prefetch_related(
            shown_rows("partners", CollaborationPartner, "partner", shown_pages()),
            shown_rows("silhouettes", CollaborationSilhouette, "silhouette", SilhouettePage.objects.shown(), "brand"),
            shown_rows("products", CollaborationProduct, "product", ProductPage.objects.shown(), "brand", "silhouette"),
        )
    )
    merged = sorted([*features, *collaborations], key=lambda page: (page.first_published_at, page.pk), reverse=True)
    return merged[:ENTRIES]


def newest(pages):
    """As many as the feed could hold of one kind, latest first publication first."""
    return pages.filter(first_published_at__isnull=False).order_by("-first_published_at", "-pk")[:ENTRIES]


def shown_rows(relation: str, row_model, name: str, pages, *relations: str) -> Prefetch:
    """A prefetch of the rows whose page readers may see, the page and its own relations joined."""
    joined = [name, *(f"{name}__{relation}" for relation in relations)]
    rows = row_model.objects.filter(**{f"{name}__in": pages}).select_related(*joined).order_by("sort_order", "pk")
    return Prefetch(relation, queryset=rows)


def entry_of(page, html: str, request) -> Entry:
    """A page as an item of the feed."""
    address = absolute_url(page.get_url(request))
    is_feature = isinstance(page, FeaturePage)
    return Entry(
        key=str(page.translation_key),
        title=name_of(page),
        url=address,
        summary=plain(page.summary) or description_of(page),
        text=travelling(html, address),
        writers=writers_of(page) if is_feature else (),
        published=page.first_published_at,
        updated=max(page.first_published_at, page.last_published_at or page.first_published_at),
        categories=topics_of(page) if is_feature else (gettext("Collaborations"),),
        picture=feed_picture(page),
    )


def writers_of(page: FeaturePage) -> list[str]:
    """The names of those who wrote it, each once, in the order of the byline."""
    names = (credit.person.title for credit in page.credits.all() if credit.role == CreditRole.WORDS)
    return list(dict.fromkeys(names))


def topics_of(page: FeaturePage) -> list[str]:
    """The topics it is filed under, the main one first, each once."""
    topics = [page.topic, *page.topics.all()]
    return list(dict.fromkeys(topic.title for topic in topics if topic))


def feed_picture(page) -> FeedPicture | None:
    """The picture that opens the page; None where there is none, or nobody to credit for it."""
    image = page.feed_picture
    if image is None or not image.credit_line:
        return None
    cut = picture_of(image, "plain")
    return FeedPicture(absolute_url(cut.src), cut.width, cut.height, page.alt_text_of(image), cut.credit)
