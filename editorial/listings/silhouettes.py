"""A silhouette's page."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from editorial.listings.facts import Fact, Link, known, links
from editorial.listings.paging import numbered
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import default_market_ids, give_prices, price_text
from editorial.listings.reach import objects
from editorial.listings.timeline import by_year

PRODUCTS = 24
STORIES = 4
COLLABORATIONS = 40


def silhouette(page, number: str | None = None) -> dict:
    """A silhouette's colourways, and on the first page its label, lineage, collaborations and stories.

    Raises Http404 for a page of colourways that is not there.
    """
    pictures = PictureOrder()
    colourways = numbered(page.products.listed().in_editors_order(), number, PRODUCTS)
    pictures.add_leads(colourways, "card")
    found = {"page_obj": colourways, "products": colourways.object_list}
    if colourways.number == 1:
        found |= first_page(page, pictures, colourways.paginator.count)
    pictures.fetch()
    give_prices(colourways.object_list)
    return found


def first_page(page, pictures: PictureOrder, colourway_count: int) -> dict:
    """The opening and the lists under the colourways; orders their pictures."""
    stories = list(objects("FeaturePage").listed().beneath(page, page.lead_feature_id)[: STORIES + 1])
    lead = next((story for story in stories if story.pk == page.lead_feature_id), None)
    collaborations = list(objects("CollaborationPage").listed().of_silhouette(page).in_timeline()[:COLLABORATIONS])
    pictures.add([page.lead_image], "plain")
    pictures.add_leads(stories, "card")
    pictures.add_leads(collaborations, "square")
    return {
        "lead_feature": lead,
        "stories": [story for story in stories if story is not lead][:STORIES],
        "years": by_year(collaborations),
        "label": label(page, colourway_count),
    }


def label(page, colourway_count: int) -> list[Fact]:
    """The box label: figures, lineage, makers, then the editors' own rows."""
    before, after = lineage(page)
    designers = page.designers.filter(person__in=objects("PersonPage").shown()).select_related("person")
    technologies = page.technologies.select_related("term")
    return known(
        Fact(gettext("First sold"), str(page.year or ""), css="big"),
        Fact(gettext("Returned"), str(page.returned or ""), css="big"),
        Fact(gettext("Retail price"), retail_range(page), css="big"),
        Fact(gettext("Colourways"), str(colourway_count or ""), css="big"),
        Fact(gettext("Followed"), values=links(before), css="half"),
        Fact(gettext("Followed by"), values=links(after), css="half"),
        Fact(gettext("Designer"), values=links(designer.person for designer in designers), css="half"),
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


def retail_range(page) -> str:
    """What the shown colourways cost in the default market: '£150', '£140 to £170', or an empty string."""
    prices = list(
        objects("RetailPrice")
        .filter(product__in=page.products.shown(), market__in=default_market_ids())
        .select_related("market")
        .order_by("amount")
    )
    if not prices:
        return ""
    least, most = price_text(prices[0]), price_text(prices[-1])
    return least if least == most else gettext("%(least)s to %(most)s") % {"least": least, "most": most}
