"""The price board: waiting, decided, moved; one by one and many at once; and offers withdrawn from the list."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.actions.write_offer import Sighting, write_offer
from editorial.choices import Decision
from editorial.models import HeldPrice, Offer
from tests.factories import catalogue, shops

pytestmark = pytest.mark.django_db
BOARD = reverse("shops_board:index")
DECIDE = reverse("shops_board:decide")


@pytest.fixture
def known():
    """An offer of £150 for which £1500 waits."""
    made = shops.offer(catalogue.product(), catalogue.market(default=True), at=timezone.now() - timedelta(hours=1))
    write_offer(made, Sighting(timezone.now(), Decimal(1500), "GBP", "in_stock", made.url))
    return made


def bulk(client, action: str, *offers: Offer):
    ids = "&".join(f"id={offer.pk}" for offer in offers)
    address = reverse("wagtail_bulk_action", args=["editorial", "offer", action])
    return f"{address}?{ids}&next={reverse(Offer.snippet_viewset.get_url_name('list'))}"


def test_a_waiting_price_is_listed_with_the_one_it_would_replace(merchandiser, known):
    text = merchandiser.get(BOARD).content.decode()
    assert "1,500 GBP" in text
    assert "150 GBP" in text
    assert "Ten times the last price" in text


def test_accepting_from_the_row(merchandiser, known):
    held = HeldPrice.objects.get()
    answer = merchandiser.post(DECIDE, {"do": f"accept:{held.pk}", "next": BOARD}, follow=True)
    assert "1 price accepted." in answer.content.decode()
    assert Offer.objects.get().price == Decimal(1500)
    decided = merchandiser.get(reverse("shops_board:decided")).content.decode()
    by = merchandiser.user
    assert (by.get_full_name() or by.get_username()) in decided.partition("<tbody>")[2]
    assert "1,500 GBP" in merchandiser.get(reverse("shops_board:movements")).content.decode()
    history = merchandiser.get(reverse(Offer.snippet_viewset.get_url_name("history"), args=[known.pk]))
    assert "Accepted 1500.000 GBP after 150.000 GBP" in history.content.decode()


def test_turning_down_many_and_asking_again(chief, known):
    other = shops.offer(known.product, known.market, at=timezone.now() - timedelta(hours=1))
    write_offer(other, Sighting(timezone.now(), Decimal(15), "GBP", "in_stock", other.url))
    ids = list(HeldPrice.objects.values_list("pk", flat=True))
    answer = chief.post(DECIDE, {"do": "reject", "price": ids}, follow=True)
    assert "2 prices turned down." in answer.content.decode()
    assert not HeldPrice.objects.waiting().exists()
    answer = chief.post(DECIDE, {"do": f"reopen:{ids[0]}"}, follow=True)
    assert "1 price waits again." in answer.content.decode()
    assert HeldPrice.objects.exclude(pk=ids[0]).get().decision == Decision.REJECTED


def test_what_was_decided_by_somebody_else_is_let_alone(merchandiser, known):
    held = HeldPrice.objects.get().pk
    merchandiser.post(DECIDE, {"do": f"reject:{held}"})
    answer = merchandiser.post(DECIDE, {"do": f"accept:{held}"}, follow=True)
    assert "let alone" in answer.content.decode()
    assert Offer.objects.get().price == Decimal(150)


@pytest.mark.parametrize("body", [{}, {"do": "accept"}, {"do": "accept:x"}, {"do": "dance:1"}, {"do": "accept:٣"}])
def test_rubbish_decides_nothing(merchandiser, known, body):
    assert merchandiser.post(DECIDE, body).status_code == 302
    assert HeldPrice.objects.waiting().count() == 1


def test_next_leads_nowhere_else(merchandiser, known):
    assert merchandiser.post(DECIDE, {"do": "accept", "next": "https://evil.example/"}).url == BOARD


def test_editors_neither_see_nor_decide(editor, known):
    names = ("shops_board:index", "shops_board:decided", "shops_board:movements", "shops_coverage:index")
    for name in (*names, "shops_clicks:index", "shops_import:index"):
        assert editor.get(reverse(name)).status_code == 302
    editor.post(DECIDE, {"do": f"accept:{HeldPrice.objects.get().pk}"})
    assert HeldPrice.objects.waiting().exists()
    editor.post(bulk(editor, "withdraw", known))
    assert Offer.objects.get().withdrawn_at is None


def test_offers_are_withdrawn_and_brought_back_from_the_list(merchandiser, known):
    listed = merchandiser.get(reverse(Offer.snippet_viewset.get_url_name("list"))).content.decode()
    assert (
        f"{reverse('wagtail_bulk_action', args=['editorial', 'offer', 'withdraw'])}?id={known.pk}&amp;next=" in listed
    )
    asked = merchandiser.get(bulk(merchandiser, "withdraw", known)).content.decode()
    assert "Withdraw these offers?" in asked
    assert str(known) in asked
    merchandiser.post(bulk(merchandiser, "withdraw", known))
    assert Offer.objects.get().withdrawn_at
    answer = merchandiser.post(bulk(merchandiser, "bring_back", known), follow=True)
    assert "1 offer brought back." in answer.content.decode()
    assert Offer.objects.get().withdrawn_at is None


def test_an_empty_board_says_so(merchandiser):
    for name in ("index", "decided", "movements"):
        assert merchandiser.get(reverse(f"shops_board:{name}")).status_code == 200
    assert "No price waits" in merchandiser.get(BOARD).content.decode()


def test_movements_end_at_the_latest_however_many_there_are(merchandiser, monkeypatch):
    monkeypatch.setattr("editorial.desk.shops.board.MOST_MOVEMENTS", 2)
    start = timezone.now() - timedelta(hours=9)
    made = shops.offer(catalogue.product(), catalogue.market(default=True), at=start)
    for hour, price in enumerate((160, 170, 180), start=1):
        seen_at = start + timedelta(hours=hour)
        write_offer(made, Sighting(seen_at, Decimal(price), "GBP", "in_stock", made.url))
    answer = merchandiser.get(reverse("shops_board:movements"))
    assert [seen.price for seen in answer.context["object_list"]] == [180, 170]
