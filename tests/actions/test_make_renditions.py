"""Pictures encoded ahead of their readers: what a page prints, once, and by a task."""

import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from django.core.management import call_command
from django.tasks import task_backends
from django.urls import Resolver404, resolve

from editorial.actions.make_renditions import (
    every_use,
    front_page_uses,
    make_page_renditions,
    make_renditions,
    missing_renditions,
    uses_of_pages,
)
from editorial.models import EditorialImage, EditorialRendition, FeaturePage, HomePage, ProductPage
from editorial.renditions import specs_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]


@pytest.fixture
def product():
    return ProductPage.objects.get(slug="fern-green")


def quietly(line: str) -> None:
    """Nobody reads the progress of these."""


def test_a_page_gets_what_it_prints_and_a_second_run_encodes_nothing(product, encodings):
    uses = uses_of_pages([product])
    made = make_renditions(uses, quietly)
    wanted = {(pk, spec) for pk, recipes in uses.items() for spec in specs_of(*recipes)}
    assert set(EditorialRendition.objects.values_list("image_id", "filter_spec")) == wanted
    assert made.renditions == len(wanted) == len(encodings)
    encodings.clear()
    assert make_renditions(uses, quietly).renditions == 0
    assert len(encodings) == 0


def test_what_was_interrupted_is_taken_up_where_it_ended(product, encodings):
    uses = uses_of_pages([product])
    make_renditions(uses, quietly)
    lost = EditorialRendition.objects.filter(image=product.lead_image).first()
    lost.delete()
    encodings.clear()
    assert make_renditions(uses, quietly).renditions == 1
    assert encodings.specs == [lost.filter_spec]


def test_a_picture_whose_subject_was_marked_anew_is_cut_anew(product):
    make_renditions({product.lead_image_id: {"card"}}, quietly)
    EditorialImage.objects.filter(pk=product.lead_image_id).update(focal_point_x=10)
    assert make_renditions({product.lead_image_id: {"card"}}, quietly).renditions == len(specs_of("card"))


def test_uses_know_leads_galleries_cards_and_bodies(product):
    feature = FeaturePage.objects.get(slug="gel-kayano-14")
    uses = uses_of_pages([product, feature])
    assert {"plain", "square", "social", "card"} <= uses[product.lead_image_id]
    assert all("square" in uses[picture.image_id] for picture in product.pictures.all())
    in_body = EditorialImage.objects.get(title="Feature 06 exploded")
    assert "plain" in uses[in_body.pk]


def test_everything_shown_is_covered_and_nothing_hidden_is():
    hidden = FeaturePage.objects.get(slug="draft-nimbus")
    shown = ProductPage.objects.shown().exclude(lead_image=hidden.lead_image).first()
    for model in (FeaturePage, ProductPage):
        model.objects.filter(lead_image=hidden.lead_image).exclude(pk=hidden.pk).update(lead_image=shown.lead_image)
    uses = every_use()
    assert shown.lead_image_id in uses
    assert "social" not in uses.get(hidden.lead_image_id, set())


def test_the_front_page_is_a_small_part_of_everything():
    front, everything = front_page_uses(), every_use()
    assert front[HomePage.objects.get().lead_feature.lead_image_id] == {"plain"}
    assert set(front) < set(everything)


def asked_on_demand(html: str) -> set[tuple[int, str]]:
    """The pictures a page asks to be encoded for it, as (image id, spec)."""
    asked = set()
    for address in re.findall(r'[\s"](/[^\s",]+)', unescape(html)):
        try:
            match = resolve(urlsplit(unquote(address)).path)
        except Resolver404:
            continue
        if match.url_name == "wagtailimages_serve":
            asked.add((int(match.kwargs["image_id"]), match.kwargs["filter_spec"]))
    return asked


def test_the_front_page_gets_what_it_prints_and_nothing_else(client):
    asked = asked_on_demand(client.get("/").content.decode())
    uses = front_page_uses()
    assert asked <= {(pk, spec) for pk, recipes in uses.items() for spec in specs_of(*recipes)}
    for pk, recipes in uses.items():
        for recipe in recipes:
            assert asked & {(pk, spec) for spec in specs_of(recipe)}, (pk, recipe)


ADDRESSES = [
    "/",
    "/features/",
    "/features/gel-kayano-14/",
    "/asics/",
    "/asics/gel-kayano-14/",
    "/asics/gel-kayano-14/fern-green/",
    "/collaborations/",
    "/collaborations/jjjjound-2025/",
    "/people/",
    "/people/hidenori-yamashita/",
    "/partners/",
    "/partners/jjjjound/",
    "/topics/silhouettes/",
    "/releases/",
    "/search/?q=kayano",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_prints_a_picture_that_is_never_made_for_it(client, address):
    response = client.get(address)
    assert response.status_code == 200
    made = {(pk, spec) for pk, recipes in every_use().items() for spec in specs_of(*recipes)}
    assert asked_on_demand(response.content.decode()) - made == set()


def test_what_two_runs_make_at_once_is_kept_once(product):
    ((image, missing),) = missing_renditions({product.lead_image_id: {"card"}})
    make_renditions({product.lead_image_id: {"card"}}, quietly)
    files = set(product.lead_image.renditions.values_list("file", flat=True))
    image.create_renditions(*missing)
    assert set(product.lead_image.renditions.values_list("file", flat=True)) == files


def test_a_picture_that_cannot_be_read_does_not_stop_the_others(product, caplog):
    first, second = product.lead_image, product.pictures.first().image
    EditorialImage.objects.filter(pk=first.pk).update(file="original_images/gone.webp")
    made = make_renditions({first.pk: {"social"}, second.pk: {"social"}}, quietly)
    assert (made.pictures, made.unreadable) == (1, 1)
    assert f"image {first.pk} cannot be encoded" in caplog.text


def test_publishing_orders_the_pictures_once_it_stands(product, django_capture_on_commit_callbacks):
    orders = task_backends["pictures"]
    orders.clear()
    revision = product.save_revision()
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        product.publish(revision)
        assert orders.results == []
    assert callbacks
    (order,) = orders.results
    assert order.args == [product.pk]
    assert order.task.call(*order.args) == EditorialRendition.objects.count() > 0


def test_a_page_that_is_gone_or_withdrawn_needs_no_pictures(product):
    product.unpublish()
    assert make_page_renditions.call(product.pk) == 0
    product.delete()
    assert make_page_renditions.call(product.pk) == 0


def test_the_command_tells_how_far_it_is(capsys):
    image = EditorialImage.objects.first()
    EditorialImage.objects.exclude(pk=image.pk).update(file="original_images/gone.webp")
    call_command("make_renditions", "--front-page")
    printed = capsys.readouterr().out
    assert "Renditions: " in printed
    assert "could not be read" in printed
