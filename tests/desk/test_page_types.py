"""Every page type can be created, previewed, scheduled and published with the admin alone."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.models import (
    BrandPage,
    CollaborationIndexPage,
    CollaborationPage,
    FeatureIndexPage,
    FeaturePage,
    HomePage,
    PartnerIndexPage,
    PartnerPage,
    PersonIndexPage,
    PersonPage,
    ProductPage,
    SilhouettePage,
    StandardPage,
)
from tests.desk.builders import brand, silhouette
from tests.desk.forms import add_url, edit_url, errors_in, sent_form, untouched_form
from tests.support.html import Document

pytestmark = pytest.mark.django_db

HOMES = {
    BrandPage: HomePage.objects.get,
    StandardPage: HomePage.objects.get,
    SilhouettePage: brand,
    ProductPage: lambda: silhouette(brand()),
    CollaborationPage: CollaborationIndexPage.objects.get,
    PersonPage: PersonIndexPage.objects.get,
    PartnerPage: PartnerIndexPage.objects.get,
    FeaturePage: FeatureIndexPage.objects.get,
}
PAGE_TYPES = pytest.mark.parametrize("page_class", HOMES, ids=lambda found: found.__name__)
FIXED = (FeatureIndexPage, CollaborationIndexPage, PersonIndexPage, PartnerIndexPage)


@PAGE_TYPES
def test_the_form_opens_with_help(chief, page_class):
    response = chief.get(add_url(page_class, HOMES[page_class]()))
    assert response.status_code == 200
    page = Document(response)
    assert page.select_one("input[name=title]")
    assert len(page.select(".help, .w-field__help")) > 3


@PAGE_TYPES
def test_a_page_is_published(chief, page_class):
    data = sent_form(page_class.__name__) | {"action-publish": "action-publish"}
    response = chief.post(add_url(page_class, HOMES[page_class]()), data)
    assert response.status_code == 302, errors_in(response)
    page = page_class.objects.get(slug="pure-silver")
    assert page.live
    assert not page.has_unpublished_changes
    assert page.accent == "amber"


@PAGE_TYPES
def test_a_draft_needs_no_more_than_a_title(editor, page_class):
    url = add_url(page_class, HOMES[page_class]())
    response = editor.post(url, untouched_form(editor.get(url)) | {"title": "Half a thought", "slug": "half"})
    assert response.status_code == 302, errors_in(response)
    page = page_class.objects.get(draft_title="Half a thought")
    assert not page.live
    assert page.owner == editor.user


@PAGE_TYPES
def test_a_page_is_scheduled(chief, page_class):
    hour = timezone.localtime() + datetime.timedelta(days=2)
    data = sent_form(page_class.__name__, go_live_at=hour.strftime("%Y-%m-%d %H:%M"))
    response = chief.post(add_url(page_class, HOMES[page_class]()), data | {"action-publish": "action-publish"})
    assert response.status_code == 302, errors_in(response)
    page = page_class.objects.get(slug="pure-silver")
    assert not page.live
    assert page.approved_schedule


@PAGE_TYPES
def test_a_page_is_previewed_before_it_exists(chief, page_class):
    parent = HOMES[page_class]()
    url = reverse("wagtailadmin_pages:preview_on_add", args=["editorial", page_class._meta.model_name, parent.pk])
    answer = chief.post(url, sent_form(page_class.__name__))
    assert answer.json() == {"is_valid": True, "is_available": True}
    preview = chief.get(url)
    assert preview.status_code == 200
    assert "Pure Silver" in Document(preview).text_of("h1")


@PAGE_TYPES
def test_a_published_page_is_edited(chief, page_class):
    chief.post(
        add_url(page_class, HOMES[page_class]()), sent_form(page_class.__name__) | {"action-publish": "action-publish"}
    )
    page = page_class.objects.get(slug="pure-silver")
    assert chief.get(edit_url(page)).status_code == 200


@pytest.mark.parametrize("page_class", [HomePage, *FIXED], ids=lambda found: found.__name__)
def test_fixed_pages_can_be_edited_and_previewed(chief, page_class):
    page = page_class.objects.get()
    assert chief.get(edit_url(page)).status_code == 200
    data = {"title": page.title, "slug": page.slug, "introduction": "What we found.", "tagline": "Shoes"}
    data |= {"stories-TOTAL_FORMS": "0", "stories-INITIAL_FORMS": "0", "action-publish": "action-publish"}
    response = chief.post(edit_url(page), data)
    assert response.status_code == 302, errors_in(response)
    page.refresh_from_db()
    assert page.live
    assert "What we found." in (getattr(page, "introduction", "What we found."))


@pytest.mark.parametrize("page_class", FIXED, ids=lambda found: found.__name__)
def test_there_is_only_one_of_each_index(chief, page_class):
    response = chief.get(add_url(page_class, HomePage.objects.get()))
    assert response.status_code == 302
    assert page_class.objects.count() == 1
