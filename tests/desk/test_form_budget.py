"""How much the form of a long story asks of the database: a query for each kind of thing, none for each block."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, CommentReply, PageViewRestriction
from wagtail.test.utils.form_data import rich_text, streamfield

from editorial.actions.claims import take
from editorial.actions.make_renditions import make_renditions
from editorial.choices import CreditRole
from editorial.models import CollaborationPage, EditorialImage, FeatureCredit, FeatureSubject, Term, Topic
from tests.desk.builders import (
    brand,
    collaboration,
    feature,
    member_of,
    person,
    picture,
    product,
    section,
    silhouette,
)
from tests.desk.conftest import signed_in
from tests.desk.forms import edit_url, sent_form
from tests.support.html import Document
from tests.support.queries import queries

pytestmark = pytest.mark.django_db

BLOCKS, MOST = 60, 40


def catalogue() -> dict:
    """What the blocks of the story show."""
    house = brand()
    shoes = [silhouette(house, f"Gel-Kayano {number}") for number in range(12, 16)]
    term, _ = Term.objects.get_or_create(slug="gel", defaults={"title": "Gel", "definition": "Soft."})
    return {
        "house": house,
        "shoes": shoes,
        "products": [product(shoe, f"Silver {shoe.pk}", f"1201A019-{shoe.pk}") for shoe in shoes],
        "entries": [collaboration(f"Entry {number}", live=True) for number in range(3)],
        "pictures": [picture(f"Shoe {number}") for number in range(6)],
        "term": term,
    }


def blocks(there: dict, many: int) -> list[dict]:
    """So many blocks of every kind, in turn."""

    def use(number: int) -> dict:
        return {"image": there["pictures"][number % 6].pk, "alt_text": "A shoe", "decorative": False}

    made = []
    for number in range(many):
        shoe, shown = there["shoes"][number % 4], there["products"][number % 4]
        links = (
            f'<p>Words on <a linktype="page" id="{shoe.pk}">it</a> and <a linktype="term" id="{there["term"].pk}">gel'
        )
        kinds = [
            ("image", {"picture": use(number), "layout": "text", "caption": f"{links}</a></p>"}),
            ("prose", f"{links}</a>, {number}.</p>"),
            ("product_card", {"product": shown.pk}),
            ("pull_quote", {"text": "It came back.", "attribution": "The desk"}),
            ("gallery", {"pictures": [use(number), use(number + 1), use(number + 2)], "caption": ""}),
            ("product_rail", {"title": "On the shelf", "products": [page.pk for page in there["products"]]}),
            ("spec_sheet", {"silhouette": shoe.pk}),
            ("collaboration_card", {"collaboration": there["entries"][number % 3].pk}),
            ("collaboration_timeline", {"title": "", "collaborations": [], "source": shoe.pk}),
            ("comparison", {"title": "", "silhouettes": [page.pk for page in there["shoes"][:2]]}),
        ]
        name, value = kinds[number % len(kinds)]
        made.append({"type": name, "id": f"00000000-0000-4000-8000-{number:012d}", "value": value})
    return made


def story(there: dict, many: int):
    """A story of so many blocks, six to a section, with a lead picture, a topic and a writer."""
    content = blocks(there, many)
    body = [section(f"Part {start}", *content[start : start + 6]) for start in range(0, many, 6)]
    page = feature(f"A story of {many}", body=body, lead_image=there["pictures"][0], topic=Topic.objects.first())
    make_renditions({image.pk: {"plain"} for image in there["pictures"]})
    return page


def with_company(page, there: dict):
    """The story with what hangs on one beside its blocks: people credited, subjects, further topics."""
    for number in range(4):
        who = person(f"Writer {number}")
        page.credits.add(FeatureCredit(person=who, role=CreditRole.WORDS))
    page.subjects = [FeatureSubject(page=one) for one in (*there["shoes"], *there["products"], there["house"])]
    page.topics.set(Topic.objects.all()[:3])
    page.save_revision()
    return page


def asked_by(client, page) -> list[str]:
    """The queries of opening the form, after a first time in which thumbnails are made."""
    assert client.get(edit_url(page)).status_code == 200
    with queries() as asked:
        client.get(edit_url(page))
    return asked


def test_the_form_of_sixty_blocks_opens_with_forty_queries(chief):
    there = catalogue()
    person()
    asked = asked_by(chief, story(there, BLOCKS))
    assert len(asked) <= MOST, "\n".join(asked)


def test_people_and_subjects_are_asked_for_by_kind_not_one_by_one(chief, editor):
    there = catalogue()
    page = with_company(story(there, BLOCKS), there)
    # Of somebody who may not publish, the framework asks twice more.
    assert max(len(asked_by(client, page)) for client in (chief, editor)) <= MOST


def talked_over(page, *people) -> None:
    """Comments on the page by these people, each with a reply; saved with it, as the form saves them."""
    for who in people:
        comment = Comment.objects.create(page=page, user=who, text="Is it?", contentpath="title")
        CommentReply.objects.create(comment=comment, user=people[0], text="It is.")
    page.get_latest_revision_as_object().save_revision()


def test_a_story_at_every_stage_of_its_way_opens_with_forty_queries(chief, editor):
    for number in range(3):
        Topic.objects.create(title=f"Topic {number}", slug=f"topic-{number}", sort_order=number)
    there = catalogue()
    page = with_company(story(there, BLOCKS), there)
    # A version filed otherwise than the page as it stands.
    type(page).objects.filter(pk=page.pk).update(topic=Topic.objects.last())
    sub = signed_in(member_of("Sub-editors", name="sub"))
    people = (chief, editor, sub)

    def look(stage: str, *readers) -> None:
        for reader in readers:
            asked = asked_by(reader, page)
            assert len(asked) <= MOST, "\n".join([stage, reader.user.username, *asked])

    state = page.get_workflow().start(page, editor.user)
    state.current_task_state.approve(user=chief.user, comment="Good.")
    take(page.current_workflow_task_state, sub.user)
    talked_over(page, chief.user, editor.user, sub.user)
    look("in review", *people)
    Comment.objects.create(page=page, user=editor.user, text="Since then?", contentpath="standfirst")
    type(page).objects.filter(pk=page.pk).update(locked=True, locked_by=editor.user, locked_at=timezone.now())
    look("in review, locked by a colleague, with a comment newer than the version", chief, sub)
    type(page).objects.filter(pk=page.pk).update(locked=False, locked_by=None, locked_at=None)
    page.current_workflow_task_state.reject(user=sub.user, comment="Which year?")
    look("sent back", editor)
    page.current_workflow_state.resume(user=editor.user)
    for _step in range(3):
        page.current_workflow_task_state.approve(user=chief.user)
    page.refresh_from_db()
    assert page.live
    look("published", sub)
    version = page.get_latest_revision_as_object()
    version.title = "Another title"
    version.save_revision()
    look("published, with a newer draft", sub)
    page.refresh_from_db()
    page.get_workflow().start(page, editor.user)
    look("published, with a newer draft in review", editor)
    version = page.get_latest_revision_as_object()
    version.go_live_at = timezone.now() + timedelta(days=3)
    type(page).objects.filter(pk=page.pk).update(go_live_at=version.go_live_at)
    version.save_revision(approved_go_live_at=version.go_live_at)
    look("scheduled", chief, editor)
    page.get_latest_revision_as_object().save_revision()
    look("scheduled, with a newer draft", chief)
    status = Document(chief.get(edit_url(page))).text_of("[data-side-panel=status]")
    assert f"Go-live: {timezone.localtime(version.go_live_at):%-d %b %Y}" in status
    shown_again = picture("A shoe that may be shown")
    yesterday = timezone.localdate() - timedelta(days=1)
    EditorialImage.objects.exclude(pk=shown_again.pk).update(rights_until=yesterday, replacement=shown_again)
    look("with pictures whose rights have ended", chief)


def test_more_blocks_ask_nothing_more(chief):
    there = catalogue()
    person()
    few, many = (asked_by(chief, story(there, number)) for number in (20, 60))
    assert len(many) == len(few)


def test_the_form_shows_what_it_showed_before(chief):
    there = catalogue()
    page = story(there, 10)
    form = chief.get(edit_url(page)).content.decode()
    for shown in (*there["products"][:1], *there["entries"][1:2], *there["shoes"][:1]):
        assert reverse("wagtailadmin_pages:edit", args=[shown.pk]) in form
    assert f"&quot;parentId&quot;: {there['house'].pk}" in form or f'\\"parentId\\": {there["house"].pk}' in form
    assert "Gel" in form
    assert "max-165x165" in form
    assert CollaborationPage.objects.count() == 3


HALF_TYPED = (
    "embed",
    {
        "url": "https://you",
        "title": "Film",
        "poster": {"image": "", "alt_text": "", "decorative": ""},
        "caption": rich_text(""),
    },
)


def sent(there: dict, many: int, *more: tuple) -> dict[str, str]:
    """The form of so many blocks as a browser sends it, the block's kinds in turn, without rich text."""
    shoe, product_page, entry = there["shoes"][0].pk, there["products"], there["entries"]
    use = {"image": there["pictures"][0].pk, "alt_text": "A shoe", "decorative": ""}
    made = []
    for number in range(many):
        kinds = [
            ("image", {"picture": use, "layout": "text", "caption": rich_text("<p>It.</p>")}),
            ("prose", rich_text(f"<p>Words, {number}.</p>")),
            ("product_card", {"product": product_page[number % 4].pk}),
            ("gallery", {"pictures": listed([use, use]), "caption": rich_text("<p>It.</p>")}),
            (
                "product_rail",
                {"title": "Shelf", "products": listed([page.pk for page in product_page]), "silhouette": ""},
            ),
            ("spec_sheet", {"silhouette": shoe}),
            ("collaboration_card", {"collaboration": entry[number % 3].pk}),
            ("collaboration_timeline", {"title": "", "collaborations": listed([]), "source": shoe}),
        ]
        made.append(kinds[number % len(kinds)])
    made += more
    parts = [
        ("section", {"heading": f"Part {start}", "anchor": "", "content": streamfield(made[start : start + 6])})
        for start in range(0, len(made), 6)
    ]
    return sent_form("FeaturePage", body=streamfield(parts))


def listed(values: list) -> dict:
    """The items of a list block, as a form holds them."""
    return streamfield([("item", value) for value in values])


@pytest.mark.parametrize("more", [(), (HALF_TYPED,)], ids=["readable", "unreadable"])
def test_checking_a_form_while_it_is_written_asks_by_kind_too(chief, more):
    there = catalogue()
    page = story(there, 6)
    address = reverse("desk_checks_of_page", args=[page.pk])
    asked = []
    for many in (24, 24, 60):
        form = sent(there, many, *more)
        with queries() as found:
            answer = chief.post(address, form).json()
        assert answer["is_complete"], answer["html"]
        asked.append(len(found))
    assert asked[1] == asked[2]
    assert asked[2] <= MOST


def test_a_page_of_another_kind_is_no_choice(chief):
    there = catalogue()
    page = story(there, 6)
    form = sent(there, 8)
    [name] = [name for name in form if name.endswith("source")]
    form[name] = str(page.pk)
    answer = chief.post(reverse("desk_checks_of_page", args=[page.pk]), form).json()
    assert "A page of this kind cannot stand here." in answer["html"]


def test_a_form_says_whether_a_page_above_it_is_private(chief):
    page = feature("A memory of running", live=True)
    told = ".page-status-tag:not(.w-hidden)"
    assert "Visible to all" in Document(chief.get(edit_url(page))).select_one(told)["aria-label"]
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert "Private" in Document(chief.get(edit_url(page))).select_one(told)["aria-label"]
