"""What the pages ask of offers, observations and clicks, and how PostgreSQL answers: EXPLAIN of the very statements.

Pages are asked for as readers and merchandisers ask for them; every statement on the tables of the shops is caught on
its way and explained with its own values, so no plan here can be of a query that no page runs.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from editorial.models import Offer, ProductPage

TABLES = re.compile(r"editorial_(offer|offeritem|priceobservation|outboundclick|heldprice)\b")
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
# A prepared statement is explained as it was written, with the values of this call.
EXECUTE = re.compile(r"EXECUTE (\w+) ")
# Runs before the one that is written down; what takes longer than so many milliseconds is run once.
WARM, SLOW = 3, 500


@dataclass
class Statement:
    """One statement of a page: what was asked, and what EXPLAIN says of it once it is warm. Times are in ms."""

    page: str
    sql: str
    took: float = 0.0
    planned: float = 0.0
    buffers: int = 0
    rows: int = 0
    wasted: int = 0
    plan: str = ""


@dataclass
class Catcher:
    """Keeps the statements on the tables of the shops that pass by."""

    found: list[tuple[str, object]] = field(default_factory=list)

    def __call__(self, execute, sql, params, many, context):
        if (TABLES.search(sql) or EXECUTE.match(sql)) and not sql.startswith("PREPARE"):
            self.found.append((sql, params))
        return execute(sql, params, many, context)


def addresses() -> list[tuple[str, str]]:
    """What is asked for: names and addresses. The product is one of those in every second shop."""
    product = ProductPage.objects.get(slug="product-100")
    quiet = ProductPage.objects.get(slug="product-1234")
    offer = Offer.objects.shown().filter(product=product).first()
    path, shop = product.get_url(), offer.retailer_id
    admin = "/admin/snippets/editorial/offer/"
    return [
        ("product, in every second shop", path),
        ("product, in a dozen shops", quiet.get_url()),
        ("where to buy", f"{path}where-to-buy/japan/"),
        ("where to buy, further down the ladder", f"{quiet.get_url()}where-to-buy/andorra/"),
        ("silhouette: 'from' prices of its colourways", product.get_parent().get_url()),
        ("front page", "/"),
        ("prices of a page in another market", f"/prices/jp/{product.get_parent().pk}.json"),
        ("countries with shops for a product", f"/country/?for={product.pk}"),
        ("the way out: look-up and count", f"/go/{offer.public_id}/?from={product.pk}&in=GB"),
        ("admin: offers, newest first", admin),
        ("admin: offers of a retailer", f"{admin}?retailer={shop}"),
        ("admin: offers of a market", f"{admin}?market={offer.market_id}"),
        ("admin: offers sold out", f"{admin}?availability=sold_out"),
        ("admin: offers of a retailer in a market", f"{admin}?retailer={shop}&market={offer.market_id}"),
        *DESK,
    ]


DESK = [
    ("admin: offers whose price is too old", "/admin/snippets/editorial/offer/?age=hidden"),
    ("admin: offers held back", "/admin/snippets/editorial/offer/?state=waiting"),
    ("admin: price board", "/admin/shops/prices/"),
    ("admin: price board, movements", "/admin/shops/prices/movements/"),
    ("admin: clicks by retailer", "/admin/shops/clicks/?by=retailer"),
    ("admin: clicks by story", "/admin/shops/clicks/?by=story"),
    ("admin: coverage of silhouettes", "/admin/shops/coverage/"),
    ("admin: coverage of products", "/admin/shops/coverage/?rows=product"),
]


def caught(address: str, client: Client) -> list[tuple[str, object]]:
    """The statements of one page. Raises RuntimeError for a page that is not answered."""
    for cache in caches.all():
        cache.clear()
    catcher = Catcher()
    with connection.execute_wrapper(catcher):
        answer = client.get(address)
    if answer.status_code not in {200, 302}:
        raise RuntimeError(f"{address} was answered {answer.status_code}")
    return catcher.found


def explained(page: str, sql: str, params) -> Statement:
    """What PostgreSQL says of a statement; what it writes is undone."""
    found = Statement(page, sql)
    unhurried, _, rest = sql.rpartition(";")
    body = rest.strip() if unhurried else sql
    with transaction.atomic(), connection.cursor() as cursor:
        for _run in range(WARM):
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {body}", params)
            answer = cursor.fetchone()[0]
            whole = (json.loads(answer) if isinstance(answer, str) else answer)[0]
            if whole["Execution Time"] > SLOW:
                break
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) {body}", params)
        found.plan = "\n".join(row[0] for row in cursor.fetchall())
        transaction.set_rollback(True)
    found.took, found.planned = whole["Execution Time"], whole["Planning Time"]
    top = whole["Plan"]
    found.buffers = top.get("Shared Hit Blocks", 0) + top.get("Shared Read Blocks", 0)
    found.rows = top["Actual Rows"] * top["Actual Loops"]
    found.wasted = sum(node.get("Rows Removed by Filter", 0) * node["Actual Loops"] for node in nodes(top))
    return found


def nodes(plan: dict) -> Iterable[dict]:
    """All nodes of a plan."""
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


def plans() -> list[Statement]:
    """Every statement of every page, once."""
    editor = get_user_model().objects.create_superuser(f"bench-{timezone.now():%H%M%S}", password=None)
    reader, desk = Client(headers={"user-agent": BROWSER}), Client()
    desk.force_login(editor)
    found: list[Statement] = []
    try:
        for page, address in addresses():
            client = desk if address.startswith("/admin/") else reader
            seen = set()
            for sql, params in caught(address, client):
                if sql not in seen:
                    seen.add(sql)
                    found.append(explained(page, sql, params))
    finally:
        editor.delete()
    return found


def report(statements: list[Statement]) -> str:
    """A table of all statements, and each plan beneath."""
    lines = ["| page | statement | ms | to plan | pages of memory read | rows | rows read in vain |"]
    lines.append("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for number, one in enumerate(statements, 1):
        lines.append(
            f"| {one.page} | [{number}](#{number}) {subject(one.sql)} | {one.took:.2f} | {one.planned:.2f} "
            f"| {one.buffers} | {one.rows:.0f} | {one.wasted:.0f} |"
        )
    for number, one in enumerate(statements, 1):
        lines += ["", f"### {number}", "", f"{one.page}: {subject(one.sql)}", "", "```", one.plan, "```"]
    return "\n".join(lines)


def subject(sql: str) -> str:
    """What a statement reads or writes, in a few words."""
    if EXECUTE.match(sql):
        return "look-up of the way out"
    found = re.match(r'\W*SELECT\W+(?:DISTINCT\W+)?"(\w+)"\."', sql) or re.search(r'(?:FROM|INTO)\s+"?(\w+)"?', sql)
    verb = "count" if "COUNT(" in sql[:60] else "upsert" if "ON CONFLICT" in sql else "read"
    return f"{verb} {found[1].removeprefix('editorial_') if found else ''}"
