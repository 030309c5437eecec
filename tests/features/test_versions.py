"""Readers see what is live; an editor's preview shows the draft, printed by the same templates."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from editorial.choices import CreditRole
from editorial.models import FeatureCredit, FeaturePage, FeatureSubject
from tests.factories import catalogue
from tests.factories.bodies import block, card, figure, page_link, prose, section, stream
from tests.support.html import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(get_user_model().objects.create_superuser("mina", "mina@example.org", "a-long-password"))
    return client


@pytest.fixture
def page():
    return catalogue.feature(body=stream(section("Live", prose("<p>Live words.</p>"))))


def newer_draft(page) -> None:
    """Save a draft over the live story: another body, writer and subject."""
    shoe, product = catalogue.silhouette(year=2008), catalogue.product(lead_image=catalogue.picture())
    page.body = stream(
        section(
            "Draft",
            prose(f"<p>Draft words on {page_link(shoe)}.</p>"),
            figure(catalogue.picture()),
            card(product),
            block("spec_sheet", {"silhouette": shoe.pk}),
            block("product_rail", {"title": "", "products": [], "silhouette": shoe.pk}),
        )
    )
    page.credits = [
        FeatureCredit(person=catalogue.person("Ines Okafor"), role=CreditRole.WORDS),
        FeatureCredit(person=catalogue.person("Hidden", live=False), role=CreditRole.WORDS),
    ]
    page.subjects = [FeatureSubject(page=product.page_ptr)]
    page.save_revision()


def test_readers_see_the_live_words(client, page):
    newer_draft(page)
    document = Document(client.get(page.url))
    assert document.texts(".section > h2") == ["01 Live"]
    assert document.text_of(".prose") == "Live words."
    assert "Ines Okafor" not in document.get_text()


def test_the_draft_view_prints_the_draft(desk, page):
    newer_draft(page)
    response = desk.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    document = Document(response)
    assert document.texts(".section > h2") == ["01 Draft"]
    assert document.text_of(".prose") == "Draft words on there ."
    assert document.texts(".byline p")[0] == "Words Ines Okafor"
    assert "Hidden" not in document.get_text()
    assert document.texts(".breadcrumb li")[1:3] == ["ASICS", "Gel-Kayano 14"]
    assert len(document.select(".product-card")) == 1
    assert len(document.select(".spec dd")) == 2
    assert document.texts(".rail .colour") == ["Pure Silver"]


def test_the_form_opens_on_the_draft_and_keeps_what_is_hidden(desk, page):
    newer_draft(page)
    product = FeaturePage.objects.get(pk=page.pk).get_latest_revision_as_object().body[0].value["content"][2].value
    product["product"].unpublish()
    response = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    stored = response.context["form"].initial["body"].get_prep_value()
    assert stored[0]["value"]["content"][2]["value"] == {"product": product["product"].pk}


def test_a_story_that_was_never_saved_can_be_previewed(desk, rf):
    unsaved = FeaturePage(title="New", body=stream(section("Here", prose())))
    response = unsaved.make_preview_request(rf.get("/"), "")
    assert "It began with a drawing." in Document(response).get_text()


def test_a_draft_outlives_what_it_pointed_at(page):
    kept, gone = catalogue.topic("Archive"), catalogue.topic("Fads")
    lead, product = catalogue.picture(), catalogue.product(lead_image=catalogue.picture())
    page.topic, page.lead_image = gone, lead
    page.topics.set([kept, gone])
    page.subjects = [FeatureSubject(page=product.page_ptr), FeatureSubject(page=product.get_parent())]
    page.save_revision()
    gone.delete()
    lead.delete()
    product.delete()
    draft = FeaturePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert (draft.topic, draft.lead_image, list(draft.topics.all())) == (None, None, [kept])
    assert [subject.page.title for subject in draft.subjects.all()] == ["Gel-Kayano 14"]
    draft.save_revision()
    assert list(FeaturePage.objects.get(pk=page.pk).get_latest_revision_as_object().topics.all()) == [kept]
