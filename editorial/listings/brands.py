"""A brand's page."""

from django.utils.translation import gettext

from editorial.listings.facts import Fact, known
from editorial.listings.paging import numbered_pages
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import give_prices
from editorial.listings.reach import objects
from editorial.listings.told import told

SILHOUETTES = 24
PRODUCTS = 8
STORIES = 4
COLLABORATIONS = 10


def brand(page, number: str | None = None) -> dict:
    """What stands under a brand, and what was written about it. The first page alone shows more than silhouettes.

    Raises Http404 for a page of silhouettes that is not there.
    """
    pictures = PictureOrder()
    silhouettes = numbered_pages(page.silhouettes.listed().counted().in_editors_order(), number, SILHOUETTES)
    pictures.add_leads(silhouettes, "card")
    found = {"page_obj": silhouettes, "silhouettes": silhouettes.object_list}
    if silhouettes.number == 1:
        found |= first_page(page, pictures, silhouettes.paginator.count)
    pictures.fetch()
    give_prices(found.get("products", ()))
    return found


def first_page(page, pictures: PictureOrder, silhouette_count: int) -> dict:
    """The opening and the lists under the silhouettes; orders their pictures."""
    stories = told(objects("FeaturePage").listed().without_names().beneath(page), STORIES)
    products = numbered_pages(page.products.listed().newest(), None, PRODUCTS)
    collaborations = list(objects("CollaborationPage").listed().of_brand(page).in_timeline()[:COLLABORATIONS])
    pictures.add([page.lead_image], "tall")
    pictures.add_leads(stories.cards, "card")
    pictures.add_leads(products, "card")
    pictures.add_leads(collaborations, "tall")
    return {
        "stories": stories.cards,
        "told": stories,
        "products": products.object_list,
        "collaborations": collaborations,
        "facts": known(
            Fact(gettext("Founded"), ", ".join(str(part) for part in (page.home_country, page.founded) if part)),
            Fact(gettext("Silhouettes on file"), counted(silhouette_count)),
            Fact(gettext("Colourways"), counted(products.paginator.count)),
            Fact(gettext("Stories"), counted(stories.count)),
        ),
    }


def counted(number: int) -> str:
    """The number, or nothing for none: a strip of facts does not print zeros."""
    return str(number) if number else ""
