"""A block whose list is still short: nothing in red while it is a draft, and a word from the checks."""

import html
import re

import pytest
from django.urls import reverse

from tests.desk.builders import brand, feature, section, silhouette
from tests.desk.forms import edit_url
from tests.support.html import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db):
    """A draft with a comparison of one silhouette with nothing."""
    shoe = silhouette(brand())
    alone = {"type": "comparison", "id": "alone", "value": {"title": "Side by side", "silhouettes": [shoe.pk]}}
    page = feature(body=[section("Heel", alone)])
    page.title = "Heels"
    page.save_revision()
    return page


def test_the_form_is_not_told_to_complain_and_the_checks_say_what_is_missing(chief, story):
    opened = chief.get(edit_url(story))
    form = html.unescape(opened.content.decode())
    assert not re.search(r'"minNum": \d', form)
    assert re.search(r'"maxNum": \d', form)
    said = " ".join(Document(opened).select_one("[data-side-panel=rules]").get_text(" ").split())
    assert "2 are needed, there are 1." in said


def test_comparing_versions_says_nothing_of_it(chief, story):
    first, last = story.revisions.order_by("pk").values_list("pk", flat=True)
    compared = chief.get(reverse("wagtailadmin_pages:revisions_compare", args=[story.pk, first, last]))
    assert "Heels" in Document(compared).get_text()
    assert "minimum" not in compared.content.decode().lower()
