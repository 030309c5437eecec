"""An editor sees the draft, with its own rows, as a reader would."""

import pytest

from editorial.models import (
    CollaborationPartner,
    CollaborationSilhouette,
    HomePage,
    ProductColour,
    ProductPicture,
    SilhouetteDesigner,
    SpecRow,
)
from tests.factories import catalogue as make
from tests.support.html import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("ines"))
    return client


def draft_of(page, editor) -> Document:
    """The draft as the admin's draft view shows it."""
    page.save_revision()
    response = editor.get(f"/admin/pages/{page.pk}/view_draft/")
    assert response.status_code == 200
    return Document(response)


def test_a_draft_may_be_framed_by_the_desk_and_by_nobody_else(editor):
    shoe = make.silhouette(live=False)
    shoe.save_revision()
    policy = editor.get(f"/admin/pages/{shoe.pk}/view_draft/").headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self';" in policy


def test_a_silhouette_that_was_never_published(editor):
    make.person("Unnamed", live=False)
    drawn_by, left_out = make.person("Hidenori Yamashita"), make.person("Gone", live=False)
    shoe = make.silhouette(live=False, predecessor=make.silhouette("Gel-Kayano 13"))
    shoe.designers = [SilhouetteDesigner(person=drawn_by), SilhouetteDesigner(person=left_out)]
    shoe.spec_rows = [SpecRow(label="Upper", value="Mesh")]
    label = draft_of(shoe, editor).text_of(".spec")
    assert "Hidenori Yamashita" in label
    assert "Upper Mesh" in label
    assert "Gel-Kayano 13" in label
    assert "Gone" not in label


def test_a_product_with_pictures_not_yet_saved(editor):
    shoe = make.product(live=False, lead_image=make.picture())
    shoe.colours = [ProductColour(colour="navy")]
    shoe.pictures = [ProductPicture(image=make.picture(), alt="The heel")]
    page = draft_of(shoe, editor)
    assert "Navy" in page.text_of(".spec")
    assert [picture["alt"] for picture in page.select(".gallery img")] == ["A shoe", "The heel"]


def test_a_collaboration_in_the_order_of_its_form(editor):
    first, second = make.partner("Aritzia"), make.person("Kiko Kostadinov")
    meeting = make.collaboration(live=False, year=None)
    meeting.partners = [CollaborationPartner(partner=second.page_ptr), CollaborationPartner(partner=first.page_ptr)]
    meeting.silhouettes = [CollaborationSilhouette(silhouette=make.silhouette())]
    facts = draft_of(meeting, editor).text_of(".facts")
    assert "Kiko Kostadinov , Aritzia" in facts or "Kiko Kostadinov, Aritzia" in facts
    assert "ASICS Gel-Kayano 14" in facts


@pytest.mark.parametrize("maker", [make.brand, make.person, make.partner, make.standard, make.feature])
def test_other_kinds_of_page(editor, maker):
    page = maker("A draft", live=False)
    assert "A draft" in draft_of(page, editor).text_of("h1")


def test_the_front_page(editor):
    assert draft_of(HomePage.objects.get(), editor).text_of("h1") == "SPORTSHOWROOM"
