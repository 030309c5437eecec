"""Where to buy a product in one market: a page for people, and the same address for the script that swaps it in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Site

from editorial.addresses import absolute_url
from editorial.listings.countries import choice, coded
from editorial.listings.house import default_market, house_of
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import retail_price
from editorial.listings.products import STORIES
from editorial.listings.reach import objects
from editorial.listings.where_to_buy import address, alternates, where_to_buy


@require_safe
def shops(request: HttpRequest, brand: str, silhouette: str, product: str, market: str) -> HttpResponse:
    """The shops of a product for a market. An unknown or hidden product, or an unknown market, is a 404.

    A country code, which is all the script remembers, is led to the market's name.
    """
    page = product_at(request, f"{brand}/{silhouette}/{product}")
    where = choice(market) or coded(market)
    if page is None or where is None:
        raise Http404
    if where.slug != market:
        return redirect(address(page, where), permanent=True)
    house = house_of(request)
    found = where_to_buy(page, where, timezone.now(), house)
    stories = list(objects("FeaturePage").listed().without_names().about(page)[:STORIES])
    pictures = PictureOrder()
    pictures.add_leads(stories, "card")
    pictures.add([page.lead_picture], "card")
    pictures.add((row.logo for row in found.rows), "logo")
    pictures.fetch()
    context = {
        "page": page,
        "where": found,
        "retail": retail_price(page, where),
        "stories": stories,
        "trail": [*page.trail, page],
        "stands_in": not found.is_own,
        "alternates": alternates(found, get_language().partition("-")[0], default_market(request)),
        "canonical": absolute_url(found.url if found.is_own else page.get_url(request)),
    }
    return render(request, "site/where_to_buy.html", context)


def product_at(request: HttpRequest, path: str):
    """The product that readers find at this path; None for anything else."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    pages = objects("ProductPage").shown().select_related("brand", "silhouette", "lead_image__replacement")
    slug = path.rpartition("/")[2]
    return pages.filter(slug=slug, url_path=f"{site.root_page.url_path}{path}/").first()
