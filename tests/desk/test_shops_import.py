"""Handing in a table of offers: an error, then what would change, then the confirmation."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from editorial.actions.write_offer import Sighting, write_offer
from editorial.models import Offer, OfferImport
from tests.factories import catalogue, shops

pytestmark = pytest.mark.django_db
LIST = reverse(Offer.snippet_viewset.get_url_name("list"))


@pytest.fixture
def known():
    """An offer of £150, seen an hour ago."""
    here = catalogue.market(default=True)
    return shops.offer(catalogue.product(), here, at=timezone.now() - timedelta(hours=1))


def export(client, query: str = "") -> str:
    answer = client.get(f"{LIST}?export=csv{query}")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return b"".join(answer.streaming_content).decode("utf-8")


def hand_in(client, text: str):
    file = SimpleUploadedFile("offers.csv", text.encode())
    return client.post(reverse("shops_import:index"), {"file": file})


def test_an_untouched_export_has_nothing_to_do(merchandiser, known):
    text = export(merchandiser)
    assert text.startswith("\ufeffoffer,retailer,product")
    answer = hand_in(merchandiser, text)
    assert answer.status_code == 200
    assert "Nothing to do" in answer.content.decode()
    assert not OfferImport.objects.exists()


def test_the_export_is_narrowed_as_the_list_is(merchandiser, known):
    shops.offer(known.product, catalogue.market("Germany", "DE", currency="EUR"))
    assert export(merchandiser, f"&market={known.market_id}").count("\n") == 2


def test_an_error_names_its_line_then_the_right_file_is_confirmed(merchandiser, known):
    text = export(merchandiser)
    answer = hand_in(merchandiser, text.replace("150.00", "0"))
    assert answer.status_code == 422
    assert [(wrong.line, wrong.column) for wrong in answer.context["complaints"]] == [(2, "price")]
    answer = hand_in(merchandiser, text.replace("150.00", "139.50"))
    page = merchandiser.get(answer.url)
    assert "139.50" in page.content.decode()
    assert Offer.objects.get().price == Decimal(150)
    done = merchandiser.post(answer.url, follow=True)
    assert "1 changed" in done.content.decode()
    assert Offer.objects.get().price == Decimal("139.5")
    assert OfferImport.objects.get().uploaded_by == merchandiser.user
    assert merchandiser.post(answer.url).url == reverse("shops_import:index")


def test_a_preview_that_is_no_longer_true_is_shown_again(merchandiser, known):
    answer = hand_in(merchandiser, export(merchandiser).replace("150.00", "139.50"))
    write_offer(known, Sighting(timezone.now(), Decimal(145), "GBP", "in_stock", known.url))
    again = merchandiser.post(answer.url)
    assert "Offers have changed since you looked" in again.content.decode()
    assert Offer.objects.get().price == Decimal(145)


def test_nobody_confirms_the_file_of_another(merchandiser, chief, known):
    answer = hand_in(merchandiser, export(merchandiser).replace("150.00", "139.50"))
    assert chief.post(answer.url).url == reverse("shops_import:index")
    assert Offer.objects.get().price == Decimal(150)


@pytest.mark.parametrize("body", [{}, {"file": ""}])
def test_no_file_is_an_error_on_the_form(merchandiser, body):
    assert merchandiser.post(reverse("shops_import:index"), body).context["form"].errors


def test_a_file_of_rubbish_is_refused(merchandiser):
    file = SimpleUploadedFile("offers.csv", b"\xff\xfe\x00")
    answer = merchandiser.post(reverse("shops_import:index"), {"file": file})
    assert answer.status_code == 422


def test_a_formula_in_a_note_leaves_as_text_and_comes_back_unchanged(merchandiser, known):
    Offer.objects.update(delivery_note="=HYPERLINK(1)")
    text = export(merchandiser)
    assert ",'=HYPERLINK(1)," in text
    assert "Nothing to do" in hand_in(merchandiser, text).content.decode()


@pytest.mark.usefixtures("demo_site")
def test_the_whole_demo_comes_back_untouched(merchandiser):
    answer = hand_in(merchandiser, export(merchandiser))
    assert f"Nothing to do: {Offer.objects.count()} lines" in answer.content.decode()
