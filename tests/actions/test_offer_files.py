"""Tables of offers: what they would change, what is wrong with them, and that nothing else happens."""

import csv
import io
from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from editorial.actions.offer_files import COLUMNS, Kind, apply, discard_old, for_export, plan, receive, row_of
from editorial.actions.withdraw_offers import withdraw
from editorial.actions.write_offer import Sighting, write_offer
from editorial.choices import Doubt
from editorial.models import HeldPrice, Offer, OfferImport, PriceObservation
from tests.factories import catalogue, shops

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return catalogue.market(default=True)


@pytest.fixture
def known(here):
    """An offer of £150, seen an hour ago, with every cell filled."""
    return shops.offer(
        catalogue.product(),
        here,
        shops.retailer("Parade", here),
        at=timezone.now() - timedelta(hours=1),
        was=Decimal(180),
        delivery=Decimal("4.5"),
        delivery_note="=2 days",
    )


@pytest.fixture
def keeper(db):
    return User.objects.create_user("keeper")


def rows() -> list[dict[str, str]]:
    """All offers as an export has them."""
    return [dict(zip(COLUMNS, row_of(offer), strict=True)) for offer in for_export(Offer.objects.order_by("pk"))]


def table(*lines: dict[str, str], columns=COLUMNS, delimiter=",") -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, delimiter=delimiter, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(lines)
    return file.getvalue()


def hand_in(text: str, user=None):
    """Receive and apply at once."""
    kept, made = receive("offers.csv", text.encode(), user, timezone.now())
    assert made.complaints == []
    return apply(kept.pk, user, timezone.now())


def snapshot() -> tuple:
    return tuple(list(model.objects.order_by("pk").values()) for model in (Offer, PriceObservation, HeldPrice))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_untouched_export_changes_nothing(known, delimiter, encoding):
    write_offer(known, Sighting(timezone.now(), Decimal(1500), "GBP", "in_stock", known.url))
    text = table(*rows(), delimiter=delimiter)
    kept, made = receive("offers.csv", text.encode(encoding), None, timezone.now())
    assert (kept, made.complaints, made.changes) == (None, [], [])
    assert made.counts == {Kind.UNCHANGED: 1}


def test_a_changed_row_is_a_sighting_by_hand(known, keeper):
    before = known.seen_at
    _file, refused = hand_in(table(rows()[0] | {"price": "149,50"}, delimiter=";"), keeper)
    assert refused is None
    offer = Offer.objects.get()
    assert (offer.price, offer.is_manual, offer.delivery_note) == (Decimal("149.5"), True, "=2 days")
    assert offer.seen_at > before
    assert offer.observations.count() == 2


def test_what_is_no_price_is_no_observation(known):
    hand_in(table(rows()[0] | {"availability": "low"}))
    assert Offer.objects.get().availability == "low"
    assert PriceObservation.objects.count() == 1


def test_a_later_moment_says_that_the_shop_was_looked_at_again(known):
    later = known.seen_at + timedelta(minutes=30)
    hand_in(table(rows()[0] | {"seen_at": later.isoformat()}))
    assert Offer.objects.get().seen_at == later


def test_a_new_row_is_a_new_offer(known, here):
    shoe = catalogue.product("Cream")
    row = rows()[0] | {"offer": "", "product": shoe.style_code, "currency": "EUR", "seen_at": "", "was": ""}
    _kept, made = receive("offers.csv", table(row).encode(), None, timezone.now())
    assert made.counts == {Kind.NEW: 1}
    assert made.changes[0].is_foreign
    hand_in(table(row))
    assert Offer.objects.get(product=shoe).currency == "EUR"


def test_a_doubtful_row_is_held_back(known):
    file, _none = hand_in(table(rows()[0] | {"price": "1500", "was": ""}))
    assert file.held_back == 1
    assert HeldPrice.objects.get().doubt == Doubt.TENFOLD
    assert Offer.objects.get().price == Decimal(150)


def test_a_row_withdraws_and_brings_back(known, keeper):
    hand_in(table(rows()[0] | {"withdrawn": "yes"}), keeper)
    gone = Offer.objects.get()
    assert gone.withdrawn_at
    assert gone.seen_at == known.seen_at
    hand_in(table(rows()[0] | {"withdrawn": ""}), keeper)
    assert Offer.objects.get().withdrawn_at is None


def test_a_table_that_was_overtaken_is_let_alone(known):
    stale = rows()[0] | {"price": "140"}
    write_offer(known, Sighting(timezone.now(), Decimal(145), "GBP", "in_stock", known.url))
    kept, made = receive("offers.csv", table(stale).encode(), None, timezone.now())
    assert kept is None
    assert made.counts == {Kind.OVERTAKEN: 1}


def test_offers_that_moved_on_since_the_preview_are_shown_again(known):
    kept, _made = receive("offers.csv", table(rows()[0] | {"price": "140"}).encode(), None, timezone.now())
    write_offer(known, Sighting(timezone.now(), Decimal(145), "GBP", "in_stock", known.url))
    _file, again = apply(kept.pk, None, timezone.now())
    assert again.counts == {Kind.OVERTAKEN: 1}
    assert Offer.objects.get().price == Decimal(145)


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"url": "https://elsewhere.example/"}, "url"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://me:secret@parade.example/"}, "url"),
        ({"url": ""}, "url"),
        ({"price": "0"}, "price"),
        ({"price": "1000000000000"}, "price"),
        ({"price": "1,500"}, "price"),
        ({"price": "free"}, "price"),
        ({"price": "NaN"}, "price"),
        ({"price": "9" * 60}, "price"),
        ({"price": "1.2345"}, "price"),
        ({"price": ""}, "price"),
        ({"delivery": "-1"}, "delivery"),
        ({"was": "0"}, "was"),
        ({"currency": "QQQ"}, "currency"),
        ({"retailer": "nobody"}, "retailer"),
        ({"product": "asics/gel/none"}, "product"),
        ({"market": "QQ"}, "market"),
        ({"market": "DE"}, "market"),
        ({"condition": "stolen"}, "condition"),
        ({"condition": "used"}, "condition"),
        ({"availability": "perhaps"}, "availability"),
        ({"offer": "nobodysoffer"}, "offer"),
        ({"seen_at": "yesterday"}, "seen_at"),
        ({"seen_at": "2999-01-01"}, "seen_at"),
        ({"seen_at": "0001-01-01"}, "seen_at"),
        ({"withdrawn": "maybe"}, "withdrawn"),
        ({"withdrawn": "yes", "price": "140"}, "withdrawn"),
        ({"delivery_note": "x" * 81}, "delivery_note"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_changes(known, wrong, column):
    before = snapshot()
    good = rows()[0]
    kept, made = receive("offers.csv", table(good | {"price": "140"}, good | wrong).encode(), None, timezone.now())
    named = {(complaint.line, complaint.column) for complaint in made.complaints}
    assert (3, column) in named
    assert kept is None
    assert snapshot() == before


def test_everything_wrong_is_reported_at_once(known):
    row = rows()[0]
    lines = [row | {"price": "0", "currency": "QQQ"}, row, row, row | {"retailer": "nobody"}]
    made = plan(table(*lines) + "only,three,cells\n", timezone.now())
    assert [(complaint.line, complaint.column) for complaint in made.complaints] == [
        (2, "currency"),
        (2, "price"),
        (4, ""),
        (5, "retailer"),
        (6, ""),
    ]
    assert "Line 3" in made.complaints[2].message


def test_a_wrong_column_is_named(known):
    made = plan(table(*rows(), columns=[*COLUMNS, "colour"]), timezone.now())
    assert [(complaint.line, complaint.column) for complaint in made.complaints] == [(1, "colour")]
    made = plan(table(*rows(), columns=[name for name in COLUMNS if name != "price"]), timezone.now())
    assert [(complaint.line, complaint.column) for complaint in made.complaints] == [(1, "price")]


def test_columns_that_are_not_there_leave_things_as_they_are(known):
    columns = ("offer", "retailer", "product", "market", "price", "currency", "url")
    hand_in(table(rows()[0] | {"price": "140"}, columns=columns))
    offer = Offer.objects.get()
    assert (offer.price, offer.delivery, offer.was) == (Decimal(140), Decimal("4.5"), Decimal(180))


def test_a_style_code_of_two_brands_is_no_name(known):
    other = catalogue.product(
        "Other", catalogue.silhouette("Air", catalogue.brand("Nike")), style_code=known.product.style_code
    )
    made = plan(table(rows()[0] | {"product": other.style_code}), timezone.now())
    assert [complaint.column for complaint in made.complaints] == ["product"]


def test_a_withdrawn_offer_whose_host_is_gone_stays_as_it_is(known):
    withdraw([known], timezone.now())
    known.retailer.hosts = "new.example"
    known.retailer.save()
    assert plan(table(*rows()), timezone.now()).counts == {Kind.UNCHANGED: 1}
    made = plan(table(rows()[0] | {"withdrawn": ""}), timezone.now())
    assert [complaint.column for complaint in made.complaints] == ["withdrawn"]


def test_files_nobody_confirmed_are_let_go(known):
    receive("offers.csv", table(rows()[0] | {"price": "140"}).encode(), None, timezone.now())
    discard_old(timezone.now())
    assert OfferImport.objects.exists()
    discard_old(timezone.now() + timedelta(days=2))
    assert not OfferImport.objects.exists()


def test_an_applied_file_is_not_applied_again(known):
    file, _none = hand_in(table(rows()[0] | {"price": "140"}))
    assert (file.text, file.changed) == ("", 1)
    with pytest.raises(OfferImport.DoesNotExist):
        apply(file.pk, None, timezone.now())


def test_many_rows_are_few_queries(known, here, django_assert_max_num_queries):
    for number in range(40):
        shops.offer(known.product, here, shops.retailer(f"Row {number}", here))
    text = table(*(row | {"price": "151"} for row in rows()))
    with django_assert_max_num_queries(10):
        kept, made = receive("offers.csv", text.encode(), None, timezone.now())
    assert made.counts == {Kind.CHANGED: 41}
    with django_assert_max_num_queries(25):
        apply(kept.pk, None, timezone.now())
    assert Offer.objects.filter(price=Decimal(151)).count() == 41
