"""A house of the size we design for, written by the database itself: sets of rows from `generate_series`.

50,000 products in 1,000 silhouettes of 50 brands, 300 retailers in 60 markets, a million offers or as many as asked
for, their sizes and price observations, and three months of clicks. Nothing is random: a second run makes the same.
"""

import time
from collections.abc import Callable, Mapping

from django.core.management import call_command
from django.db import connection

from editorial.actions.guard_tables import guard_tables, lift_guards
from editorial.actions.load_markets import load_markets
from editorial.models import (
    BrandPage,
    FeaturePage,
    Market,
    Offer,
    OfferItem,
    OutboundClick,
    PriceObservation,
    ProductPage,
    Retailer,
    SilhouettePage,
    SiteSettings,
)
from tests.factories import catalogue, shops

BRANDS, SILHOUETTES, PRODUCTS, FEATURES = 50, 1_000, 50_000, 5_000
RETAILERS, MARKETS, LISTED_IN = 300, 60, 12
# One product in a hundred is in every second shop; the rest of the offers are spread over all others.
POPULAR, POPULAR_OFFERS = 100, 400
# Ids of made rows begin here, so that they can be computed instead of looked up.
BRAND, SILHOUETTE, PRODUCT, FEATURE = 1_000_000, 2_000_000, 3_000_000, 4_000_000
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def step(number: str) -> str:
    """SQL for one step of a tree path: the number in base 36, four digits."""
    places = (f"substr('{DIGITS}', ({number}) / {36**power} % 36 + 1, 1)" for power in (3, 2, 1, 0))
    return " || ".join(places)


def copies(table: str, like: int, key: str, changes: Mapping[str, str], many: int) -> None:
    """Copy the row whose `key` is `like` `many` times; `changes` are SQL by column, with `n` from 1 and `page` it."""
    with connection.cursor() as cursor:
        columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
        values = ", ".join(changes.get(column, f'page."{column}"') for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        cursor.execute(
            f'INSERT INTO "{table}" ({names}) SELECT {values} '
            f'FROM "{table}" page, generate_series(1, {many}) AS n WHERE page."{key}" = {like}'
        )


def pages(model, like, first: int, many: int, place: Mapping[str, str], own: Mapping[str, str]) -> None:
    """Copy a page: its row in the tree with another place, its base and its own table with the given columns."""
    pk = f"{first} + n"
    tree = {"id": pk, "translation_key": "gen_random_uuid()", "latest_revision_id": "NULL", "live_revision_id": "NULL"}
    copies("wagtailcore_page", like.pk, "id", {**tree, **place}, many)
    copies(model._meta.db_table, like.pk, "page_ptr_id", {"page_ptr_id": pk, **own}, many)


def run(sql: str) -> None:
    """Run one statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql)


def is_empty() -> bool:
    """Whether there is no table yet."""
    return not connection.introspection.table_names()


def sizes() -> str:
    """How many rows there are, in a sentence."""
    models = (Offer, OfferItem, PriceObservation, OutboundClick, ProductPage, Retailer)
    counted = [f"{model.objects.count():,} {model._meta.verbose_name_plural}" for model in models]
    return f"{', '.join(counted[:-1])} and {counted[-1]}."


def fill_catalogue() -> None:
    """Brands, silhouettes, products and stories, each a copy of one that the house made in its usual way."""
    load_markets()
    SiteSettings.objects.create(default_market=Market.objects.get(code="GB"))
    brand = catalogue.brand("Brand")
    silhouette = catalogue.silhouette("Silhouette", brand)
    product = catalogue.product("Product", silhouette, style_code="1201A019-107")
    story = catalogue.feature("Story")
    home = brand.get_parent()
    index = story.get_parent()
    brand_step = step("n + 1000")
    pages(
        BrandPage,
        brand,
        BRAND,
        BRANDS,
        {
            "path": f"'{home.path}' || {brand_step}",
            "slug": "'brand-' || n",
            "url_path": f"'{home.url_path}brand-' || n || '/'",
            "title": "'Brand ' || n",
        },
        {},
    )
    of_brand = f"((n - 1) % {BRANDS} + 1)"
    brand_path = f"'{home.path}' || {step(f'{of_brand} + 1000')}"
    brand_url = f"'{home.url_path}brand-' || {of_brand}"
    pages(
        SilhouettePage,
        silhouette,
        SILHOUETTE,
        SILHOUETTES,
        {
            "path": f"{brand_path} || {step('n')}",
            "slug": "'silhouette-' || n",
            "url_path": f"{brand_url} || '/silhouette-' || n || '/'",
            "title": "'Silhouette ' || n",
        },
        {"brand_id": f"{BRAND} + {of_brand}"},
    )
    of_silhouette = f"((n - 1) % {SILHOUETTES} + 1)"
    pages(
        ProductPage,
        product,
        PRODUCT,
        PRODUCTS,
        {
            # A silhouette's number modulo the brands' is its brand's, so both follow from the product's own.
            "path": f"{brand_path} || {step(of_silhouette)} || {step('n')}",
            "slug": "'product-' || n",
            "url_path": f"{brand_url} || '/silhouette-' || {of_silhouette} || '/product-' || n || '/'",
            "title": "'Product ' || n",
        },
        {
            "brand_id": f"{BRAND} + {of_brand}",
            "silhouette_id": f"{SILHOUETTE} + {of_silhouette}",
            "style_code": "'S' || n",
            "style_key": "'S' || n",
        },
    )
    pages(
        FeaturePage,
        story,
        FEATURE,
        FEATURES,
        {
            "path": f"'{index.path}' || {step('n + 1000')}",
            "slug": "'story-' || n",
            "url_path": f"'{index.url_path}story-' || n || '/'",
            "title": "'Story ' || n",
        },
        {},
    )


def fill_retailers() -> None:
    """Shops, each listing prices for a dozen markets and shipping to a dozen more; every second one has terms."""
    home = Market.objects.order_by("pk")[0]
    like = shops.retailer("Shop 0", home=home)
    run(
        f"""CREATE TABLE bench_market AS
        SELECT id, code, currency,
            row_number() OVER (ORDER BY code <> 'GB', code <> 'JP', code <> 'BR', code) - 1 AS place
        FROM editorial_market ORDER BY place LIMIT {MARKETS}"""
    )
    market = f"(SELECT id FROM bench_market WHERE place = n % {MARKETS})"
    copies(
        Retailer._meta.db_table,
        like.pk,
        "id",
        {
            "id": "100000 + n",
            "name": "'Shop ' || n",
            "slug": "'shop-' || n",
            "hosts": "'shop-' || n || '.example'",
            "home_market_id": market,
            "cadence_hours": "(ARRAY[6, 12, 24, 168])[n % 4 + 1]",
        },
        RETAILERS,
    )
    # The pairs of shop and market that offers are made for; `n` numbers them.
    run(
        f"""CREATE TABLE bench_listing AS
        SELECT row_number() OVER (ORDER BY k, shop) - 1 AS n, 100000 + shop AS retailer_id, shop, m.id AS market_id,
            m.code, m.currency
        FROM generate_series(1, {RETAILERS}) AS shop, generate_series(0, {LISTED_IN - 1}) AS k
        JOIN bench_market m ON true WHERE m.place = (shop + k * 5) % {MARKETS}"""
    )
    run("ALTER TABLE bench_listing ADD PRIMARY KEY (n)")
    run(
        f"""INSERT INTO editorial_retailer_ships_to (retailer_id, market_id)
        SELECT DISTINCT 100000 + shop, m.id FROM generate_series(1, {RETAILERS}) AS shop,
            generate_series(0, 23) AS k JOIN bench_market m ON true WHERE m.place = (shop + k * 5 / 2) % {MARKETS}"""
    )
    run(
        f"""INSERT INTO editorial_affiliateterms (retailer_id, market_id, programme, template, terms)
        SELECT 100000 + shop, NULL, 'Programme', 'tag=house&sub={{offer}}', ''
        FROM generate_series(1, {RETAILERS}, 2) AS shop"""
    )


def fill_offers(offers: int) -> None:
    """Offers: new for five shops in six, one in twenty in another currency, some sold out, late, withdrawn or held."""
    popular = PRODUCTS // POPULAR
    usual = (offers - popular * POPULAR_OFFERS) // (PRODUCTS - popular)
    # The first so many products, popular ones not counted, have one more.
    rest = (offers - popular * POPULAR_OFFERS - usual * (PRODUCTS - popular)) * POPULAR // (POPULAR - 1)
    pairs = RETAILERS * LISTED_IN
    # 7 and 1,013 have no factor in common with the number of pairs: no product meets a pair twice.
    run(
        f"""INSERT INTO editorial_offer (public_id, retailer_id, product_id, market_id, condition, url, price, currency,
            was, was_seen_at, delivery, delivery_note, availability, seen_at, withdrawn_at, doubt, is_manual)
        SELECT substr(translate(md5(p.n || '-' || i), '0', 'z'), 1, 12), l.retailer_id, {PRODUCT} + p.n, l.market_id,
            CASE WHEN l.shop % 11 = 0 THEN 'used' WHEN l.shop % 13 = 0 THEN 'resale' ELSE 'new' END,
            'https://shop-' || l.shop || '.example/' || lower(l.code) || '/product-' || p.n,
            80 + (p.n * 31 + i * 17) % 200, CASE WHEN i % 20 = 7 THEN 'USD' ELSE l.currency END,
            NULL, NULL, CASE WHEN i % 3 = 0 THEN NULL ELSE i % 3 * 5 - 5 END, '',
            (ARRAY['in_stock', 'in_stock', 'in_stock', 'low', 'low', 'sold_out', 'unknown'])[(p.n + i) % 7 + 1],
            now() - interval '1 minute' * ((p.n * 13 + i * 101) % (60 * 24 * CASE WHEN i % 9 = 0 THEN 40 ELSE 2 END)),
            CASE WHEN (p.n + i) % 33 = 0 THEN now() - interval '3 days' END,
            CASE WHEN (p.n + i) % 101 = 0 THEN 'tenfold' ELSE '' END, false
        FROM generate_series(1, {PRODUCTS}) AS p(n)
        CROSS JOIN LATERAL generate_series(1, CASE WHEN p.n % {POPULAR} = 0 THEN {POPULAR_OFFERS}
            ELSE {usual} + CASE WHEN p.n <= {rest} THEN 1 ELSE 0 END END) AS i
        JOIN bench_listing l ON l.n = (p.n * 7 + i * 1013) % {pairs}"""
    )


def fill_items() -> None:
    """Eight sizes for each offer that names any: five in six."""
    run(
        """INSERT INTO editorial_offeritem (offer_id, system, size, item_id, availability)
        SELECT id, 'EU', (38 + k)::text, id || '-' || k, CASE WHEN (id + k) % 4 = 0 THEN 'sold_out' ELSE 'in_stock' END
        FROM editorial_offer, generate_series(0, 7) AS k WHERE id % 6 <> 0"""
    )


def fill_observations() -> None:
    """One to six prices over ninety days, the last of them today's."""
    run(
        """INSERT INTO editorial_priceobservation (offer_id, at, price, currency)
        SELECT id, seen_at - interval '15 days' * k, price + k * 5, currency
        FROM editorial_offer, generate_series(0, 5) AS k WHERE k <= id % 6"""
    )


def fill_clicks() -> None:
    """Ninety days of clicks on a tenth of the offers."""
    run(
        f"""INSERT INTO editorial_outboundclick (offer_id, page, market, day, clicks)
        SELECT o.id, {FEATURE} + o.id % {FEATURES}, m.code, current_date - day, 1 + o.id % 9
        FROM editorial_offer o JOIN editorial_market m ON m.id = o.market_id, generate_series(0, 89, 5) AS day
        WHERE o.id % 10 = 0"""
    )


def fill(offers: int, say: Callable[[str], None] = print) -> None:
    """Migrate an empty database and fill it. The guards are lifted while the rows are written, and then put back."""
    call_command("migrate", verbosity=0)
    lift_guards(connection.alias)
    steps = [fill_catalogue, fill_retailers, lambda: fill_offers(offers), fill_items, fill_observations, fill_clicks]
    names = ["catalogue", "retailers", "offers", "sizes", "observations", "clicks"]
    for name, write in zip(names, steps, strict=True):
        started = time.monotonic()
        write()
        say(f"{name}: {time.monotonic() - started:.0f} s")
    guard_tables(connection.alias)
    started = time.monotonic()
    run("VACUUM ANALYZE")
    say(f"vacuum and statistics: {time.monotonic() - started:.0f} s")
