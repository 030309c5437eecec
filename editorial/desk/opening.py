"""Opening a page's form: what its record was read with, the version being edited need not ask for again."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from types import SimpleNamespace

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Subquery
from django.utils.dateparse import parse_datetime
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Comment, CommentReply, Page, PageViewRestriction, Revision

from editorial.desk.workflow.at_hand import KnownSteps, paths_to, steps_over, with_known_steps
from editorial.models import Manuscript


def lend(page: Page, record: Page, reader) -> None:
    """Give the version to be edited what is known of the page: for showing its form, not for changing anything.

    The framework asks a version again and again for its schedule, its workflow and its place in the tree. `record` is
    the page as it stands in the tree, its workflow states prefetched; `reader` is who opens the form.
    """
    page.at_the_desk = at_the_desk(page)
    page.scheduled_revision = scheduled = record.scheduled_revision
    if scheduled:
        # All that the panels want of it: the framework would read it whole, with everything it points at.
        record.get_scheduled_revision_as_object = partial(hours_of, scheduled)
    source = page
    if record.latest_revision and page.latest_revision_id == record.latest_revision_id:
        page.latest_revision = record.latest_revision
        if page.live_revision_id == page.latest_revision_id:
            page.live_revision = record.latest_revision
        if record.has_unpublished_changes:
            # The version was made of this one, which knows its place in the tree; the panels show its standing.
            source = record.specific = record.latest_revision.content_object
            page.live_revision = source.live_revision = page.at_the_desk.live_revision
    # Where the tree keeps the answer once it was asked.
    page._cached_parent_obj = source.get_parent()
    page.workflow_in_force, steps = steps_over(page)
    states = [with_known_steps(state, steps) for state in getattr(record, "_current_workflow_states", ())]
    page._current_workflow_states = source._current_workflow_states = states
    read_rows_once(page)
    introduce(page, source, states, reader)


def at_the_desk(page: Page) -> Page:
    """The page's row with its desk card and live version.

    `newest_manuscript` is the id of what it was made of, `is_restricted` whether it or a page above it is private.
    """
    newest = Manuscript.objects.filter(page=OuterRef("pk")).newest()
    restrictions = PageViewRestriction.objects.filter(page__path__in=paths_to(page))
    rows = Page.objects.annotate(
        newest_manuscript=Subquery(newest.values("pk")[:1]), is_restricted=Exists(restrictions)
    )
    return rows.select_related("desk_card", "live_revision").get(pk=page.pk)


def hours_of(version: Revision) -> SimpleNamespace:
    """When a version is to go live and to end."""
    stored = version.content
    hours = {name: stored[name] and parse_datetime(stored[name]) for name in ("go_live_at", "expire_at")}
    return SimpleNamespace(**hours)


def read_rows_once(page: Page) -> None:
    """Have the rows that hang on a page read once for its form and for the rules; those of a version are read."""
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME or relation.related_model._meta.app_label == "editorial":
            getattr(page, name).get_object_list()


def introduce(page: Page, source: Page, states: list[KnownSteps], reader) -> None:
    """Give the version the people that its form names, those who comment included. One query, none for the reader."""
    comments = with_replies(page)
    named = [(page, "owner"), (page, "locked_by"), (page.latest_revision, "user"), (page.scheduled_revision, "user")]
    named += [(source, "owner"), (source.live_revision, "user")]
    for state in states:
        # Whether it may be called off is asked of what it is about.
        state.content_object = page
        named += [(state, "requested_by"), *people_of(state)]
    named = [(thing, name) for thing, name in named if thing is not None]
    writers = {one.user_id for comment in comments for one in (comment, *comment.replies.all())}
    unknown = {getattr(thing, f"{name}_id") for thing, name in named} | writers
    unknown -= {None, reader.pk}
    users = get_user_model().objects.select_related("wagtail_userprofile")
    page.people_met = {reader.pk: reader} | (users.in_bulk(unknown) if unknown else {})
    for thing, name in named:
        setattr(thing, name, page.people_met.get(getattr(thing, f"{name}_id")))


def people_of(state: KnownSteps) -> Iterator[tuple]:
    """Who decided the steps of a workflow, and who has taken them."""
    for step in state.history:
        yield step, "finished_by"
        if hasattr(step, "desk_claim"):
            yield step.desk_claim, "user"


def with_replies(page: Page) -> list[Comment]:
    """The page's open comments with their replies, in one query, and with the places of those the version lacks."""
    comments = list(getattr(page, COMMENTS_RELATION_NAME).all())
    places, replies = {}, defaultdict(list)
    names = [field.attname for field in CommentReply._meta.concrete_fields]
    rows = Comment.objects.filter(pk__in=[comment.pk for comment in comments]).order_by("replies__pk")
    of_replies = (f"replies__{name}" for name in names)
    for pk, place, *values in rows.values_list("pk", "position", *of_replies) if comments else ():
        places[pk] = place
        if any(values):
            replies[pk].append(CommentReply.from_db(rows.db, names, values))
    for comment in comments:
        if "position" in comment.get_deferred_fields() and comment.pk in places:
            comment.position = places[comment.pk]
        comment.replies = replies[comment.pk]
    return comments
