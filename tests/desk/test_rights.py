"""Who may do what at the desk."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from editorial.models import FeatureIndexPage, FeaturePage, HomePage, ProductPage, Term
from tests.desk.builders import brand, feature, product, silhouette
from tests.desk.forms import add_url, edit_url, errors_in, sent_form

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "action-publish"}


def may(client, page, action: str) -> bool:
    """Whether the user may do this to the page."""
    return getattr(page.permissions_for_user(client.user), f"can_{action}")()


def test_our_groups_and_none_of_the_frameworks():
    names = {"Editors", "Sub-editors", "Rights desk", "Chief editors", "Merchandisers"}
    assert set(Group.objects.values_list("name", flat=True)) == names


def test_one_workflow_of_four_steps_each_of_its_people_and_the_chief_editors():
    [workflow] = Workflow.objects.active()
    assert workflow.name == "Publish"
    tasks = [task.specific for task in workflow.tasks]
    steps = {task.name: {group.name for group in task.groups.all()} for task in tasks}
    assert list(steps) == ["Desk", "Sub-editing", "Rights", "Publish"]
    assert steps["Desk"] == {"Editors", "Chief editors"}
    assert steps["Sub-editing"] == {"Sub-editors", "Chief editors"}
    assert steps["Rights"] == {"Rights desk", "Chief editors"}
    assert steps["Publish"] == {"Chief editors"}
    assert HomePage.objects.get().get_workflow().name == "Publish"


def test_editors_write_and_submit(editor):
    page = feature()
    assert may(editor, page, "edit")
    assert may(editor, page, "submit_for_moderation")
    assert not may(editor, page, "publish")
    assert not may(editor, page, "unpublish")


def test_chief_editors_publish(chief):
    page = feature()
    for action in ("edit", "publish", "delete", "lock"):
        assert may(chief, page, action)


def test_merchandisers_work_inside_brands(merchandiser):
    shoe = silhouette(brand())
    response = merchandiser.post(add_url(ProductPage, shoe), sent_form("ProductPage") | PUBLISH)
    assert response.status_code == 302, errors_in(response)
    assert ProductPage.objects.get().live


def test_merchandisers_leave_stories_alone(merchandiser):
    page = feature()
    assert not may(merchandiser, page, "edit")
    assert merchandiser.get(edit_url(page)).status_code == 302
    merchandiser.post(add_url(FeaturePage, FeatureIndexPage.objects.get()), sent_form("FeaturePage"))
    assert FeaturePage.objects.count() == 1


def test_a_brand_grants_its_rights_once():
    house = brand()
    house.save()
    assert GroupPagePermission.objects.filter(page=house).count() == 3


def test_the_gate_stands_before_merchandisers_too(merchandiser):
    shoe = silhouette(brand())
    product(shoe)
    data = sent_form("ProductPage", title="Clay Rust", slug="clay-rust")
    response = merchandiser.post(add_url(ProductPage, shoe), data | PUBLISH)
    assert "already belongs to" in errors_in(response)


@pytest.mark.parametrize(
    ("who", "snippets"),
    [
        ("editor", {"topic", "term", "release"}),
        ("chief", {"topic", "term", "release", "market", "region"}),
        ("merchandiser", {"term", "release", "market", "region"}),
    ],
)
def test_who_sees_what_of_the_catalogue(request, who, snippets):
    client = request.getfixturevalue(who)
    for name in ("topic", "term", "release", "market", "region"):
        expected = 200 if name in snippets else 302
        assert client.get(f"/admin/snippets/editorial/{name}/").status_code == expected, name


def test_only_chief_editors_change_the_site_settings(chief, editor):
    url = "/admin/settings/editorial/sitesettings/"
    assert b"id_releases_introduction" in chief.get(url, follow=True).content
    assert editor.get(url, follow=True).redirect_chain[-1][0] == "/admin/"


def test_editors_may_not_delete_a_term(editor):
    term = Term.objects.create(title="Gel", slug="gel", definition="A cushion.")
    editor.post(f"/admin/snippets/editorial/term/delete/{term.pk}/")
    assert Term.objects.filter(pk=term.pk).exists()


@pytest.mark.parametrize("group", ["Chief editors", "Merchandisers"])
def test_who_keeps_the_shops(group):
    held = set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))
    wanted = {
        f"{action}_{model}"
        for action in ("add", "change", "delete", "view")
        for model in ("retailer", "affiliateterms", "offer")
    }
    assert wanted <= held
