"""A silhouette's page."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from editorial.listings.facts import Fact, Link, known, links
from editorial.listings.paging import numbered_pages
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import default_prices, price_text, print_lowest, print_prices
from editorial.listings.reach import objects, pages_of
from editorial.listings.timeline import by_year
from editorial.listings.told import told

PRODUCTS = 24
STORIES = 3
COLLABORATIONS = 40
# What the label says of a silhouette by itself; editors sometimes write the same into its spec sheet.
SILHOUETTE_LABELS = (
    gettext_noop("First sold"),
    gettext_noop("Returned"),
    gettext_noop("Retail price"),
    gettext_noop("Colourways"),
    gettext_noop("Followed"),
    gettext_noop("Followed by"),
    gettext_noop("Designer"),
    gettext_noop("Technologies"),
)


def silhouette(page, number: str | None = None) -> dict:
    """A silhouette's colourways, and on the first page its label, lineage, collaborations and stories.

    Raises Http404 for a page of colourways that is not there.
    """
    pictures = PictureOrder()
    colourways = numbered_pages(page.products.listed().in_editors_order(), number, PRODUCTS)
    pictures.add_leads(colourways, "card")
    found = {"page_obj": colourways, "products": colourways.object_list}
    prices = default_prices(page.products.shown())
    print_prices(colourways, prices)
    print_lowest(colourways)
    if colourways.number == 1:
        found |= first_page(page, pictures)
        found["label"] = label(page, colourways.paginator.count, prices)
    pictures.fetch()
    return found


def first_page(page, pictures: PictureOrder) -> dict:
    """The opening and the lists under the colourways; orders their pictures."""
    stories = told(objects("FeaturePage").listed().without_names().beneath(page, page.lead_feature_id), STORIES)
    # It comes first, if readers may see it.
    lead = next((story for story in stories.cards if story.pk == page.lead_feature_id), None)
    stories = stories.without(lead)
    collaborations = list(objects("CollaborationPage").listed().of_silhouette(page).in_timeline()[:COLLABORATIONS])
    pictures.add([page.lead_image], "plain")
    pictures.add_leads(stories.cards, "card")
    pictures.add_leads(collaborations, "square")
    return {
        "lead_feature": lead,
        "stories": stories.cards,
        "told": stories,
        "years": by_year(collaborations),
    }


def label(page, colourway_count: int, prices: Sequence) -> list[Fact]:
    """The box label: figures, lineage, makers, then the editors' own rows. `prices` are retail, lowest first."""
    before, after = lineage(page)
    designers = pages_of(page.designers, "person", objects("PersonPage").shown())
    technologies = page.technologies.select_related("term")
    return known(
        Fact(gettext("First sold"), str(page.year or ""), css="big"),
        Fact(gettext("Returned"), str(page.returned or ""), css="big"),
        Fact(gettext("Retail price"), retail_range(prices), css="big"),
        Fact(gettext("Colourways"), str(colourway_count or ""), css="big"),
        Fact(gettext("Followed"), values=links(before), css="half"),
        Fact(gettext("Followed by"), values=links(after), css="half"),
        Fact(gettext("Designer"), values=links(designers), css="half"),
        Fact(gettext("Technologies"), values=term_links(technologies), css="half"),
        *(Fact(row.label, row.value, css="half") for row in page.spec_rows.all()),
    )


def lineage(page) -> tuple[list, list]:
    """The shown silhouettes before and after this one, oldest first; several may have followed."""
    related = objects("SilhouettePage").listed().filter(Q(pk=page.predecessor_id) | Q(predecessor=page))
    related = list(related.order_by("year", "title"))
    before = [silhouette for silhouette in related if silhouette.pk == page.predecessor_id]
    return before, [silhouette for silhouette in related if silhouette.pk != page.predecessor_id]


def term_links(technologies) -> list[Link]:
    """Technologies as links into the glossary."""
    terms = [technology.term for technology in technologies]
    return [Link(term.title, url=f"{reverse('glossary')}#{term.anchor}") for term in terms]


def retail_range(prices: Sequence) -> str:
    """What the colourways cost: '£150', '£140 to £170', or an empty string."""
    if not prices:
        return ""
    least, most = price_text(prices[0]), price_text(prices[-1])
    return least if least == most else gettext("%(least)s to %(most)s") % {"least": least, "most": most}
