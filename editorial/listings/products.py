"""A product's page."""

from django.utils import timezone
from django.utils.translation import gettext

from editorial.listings.facts import Fact, MarketRow, known, links
from editorial.listings.pictures import PictureOrder
from editorial.listings.prices import price_text, print_beside, with_retail
from editorial.listings.reach import objects
from editorial.listings.silhouettes import SILHOUETTE_LABELS
from editorial.listings.told import told
from editorial.listings.where_to_buy import where_to_buy

SIBLINGS = 8
STORIES = 3
COLLABORATIONS = 4
# Rows of the silhouette's spec sheet that fit on one shoe's label.
SPEC_ROWS = 4


def product(page, market=None, house=None) -> dict:
    """A colourway: its pictures, label, dates and prices by market, stories and siblings.

    `market` is the one whose price, date and shops stand first; `house` the site settings.
    """
    pictures = PictureOrder()
    shots = list(page.pictures.select_related("image__replacement"))
    siblings = list(with_retail(siblings_of(page), market)[:SIBLINGS])
    stories = told(objects("FeaturePage").listed().without_names().about(page), STORIES)
    pictures.add([page.lead_image], "plain")
    pictures.add((shot.image for shot in shots), "square")
    pictures.add_leads(siblings, "card")
    pictures.add_leads(stories.cards, "card", "square")
    where = where_to_buy(page, market, timezone.now(), house, siblings) if market else None
    pictures.add((row.logo for row in where.rows) if where else (), "logo")
    pictures.fetch()
    print_beside(siblings, market, where.lowest_beside if where else {})
    prices = {price.market_id: price for price in page.retail_prices.select_related("market")}
    releases = {release.market_id: release for release in page.releases.select_related("market")}
    return {
        "shots": shots,
        "siblings": siblings,
        "stories": stories.cards,
        "told": stories,
        "market": market,
        "where": where,
        "price": price_text(prices[market.pk]) if market and market.pk in prices else "",
        "market_rows": market_rows(prices, releases),
        "label": label(page, releases.get(market.pk) if market else None),
    }


def siblings_of(page):
    """Other shown colourways of the same silhouette, as its editors arranged them."""
    if not page.silhouette_id:
        return objects("ProductPage").none()
    return objects("ProductPage").listed().filter(silhouette=page.silhouette_id).exclude(pk=page.pk).in_editors_order()


def label(page, release) -> list[Fact]:
    """The box label of one pair. `release` is the one in the default market, or None."""
    collaborations = objects("CollaborationPage").shown().of_product(page).in_timeline()[:COLLABORATIONS]
    return known(
        Fact(gettext("Colourway"), page.title, css="wide"),
        Fact(gettext("Colours"), ", ".join(colour.get_colour_display() for colour in page.colours.all()), css="half"),
        Fact(gettext("Sizing"), page.get_sizing_display(), css="half"),
        Fact(release_word(release), release.date.text if release and release.date else "", css="half"),
        Fact(gettext("Collaboration"), values=links(collaborations), css="half"),
        *build(page.silhouette),
    )


def build(silhouette) -> list[Fact]:
    """What the shoe is made of: rows of its silhouette's spec sheet, but for those that tell the silhouette's story."""
    if not silhouette:
        return []
    story = {gettext(word).casefold() for word in SILHOUETTE_LABELS}
    rows = [row for row in silhouette.spec_rows.all() if row.label.casefold() not in story]
    return [Fact(row.label, row.value, css="half") for row in rows[:SPEC_ROWS]]


def release_word(release) -> str:
    """What the date of a release is called."""
    return release.get_status_display() if release else ""


def market_rows(prices: dict, releases: dict) -> list[MarketRow]:
    """One line for each market with a retail price or a release, by name: '£150, released 12 March 2021'."""
    markets = {row.market for row in (*prices.values(), *releases.values())}
    rows = []
    for market in sorted(markets, key=lambda market: market.name):
        price, release = prices.get(market.pk), releases.get(market.pk)
        parts = [price_text(price) if price else "", release_text(release)]
        rows.append(MarketRow(market.name, ", ".join(part for part in parts if part), market.code))
    return rows


def release_text(release) -> str:
    """'released 12 March 2021', 'announced, December 2026'; empty without a release."""
    if not release or not release.date:
        return ""
    return gettext("%(status)s %(date)s") % {
        "status": release.get_status_display().lower(),
        "date": release.date.text,
    }
