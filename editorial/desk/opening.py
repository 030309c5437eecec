"""Opening a page's form: what its record was read with, the version being edited need not ask for again."""

from django.contrib.auth import get_user_model
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Workflow


def lend(page: Page, record: Page) -> None:
    """Give the version to be edited what is known of the page: for showing its form, not for changing anything.

    The framework asks a version again and again for its schedule, its workflow and its place in the tree. `record` is
    the page as it stands in the tree, its workflow states prefetched.
    """
    if hasattr(record, "_current_workflow_states"):
        page._current_workflow_states = record._current_workflow_states
    page.scheduled_revision = record.scheduled_revision
    source = page
    if record.latest_revision and page.latest_revision_id == record.latest_revision_id:
        page.latest_revision = record.latest_revision
        if page.live_revision_id == page.latest_revision_id:
            page.live_revision = record.latest_revision
        if record.has_unpublished_changes:
            # The version was made of this one, which knows its place in the tree.
            source = record.latest_revision.content_object
    # Where the tree keeps the answer once it was asked.
    page._cached_parent_obj = source.get_parent()
    page.workflow_in_force = workflow_over(page)
    for state in getattr(page, "_current_workflow_states", ()):
        if page.workflow_in_force is not None and state.workflow_id == page.workflow_in_force.pk:
            state.workflow = page.workflow_in_force
    read_rows_once(page)
    introduce(page)


def read_rows_once(page: Page) -> None:
    """Have the rows that hang on a page read once for its form and for the rules; those of a version are read."""
    for relation in get_all_child_relations(page):
        manager = getattr(page, relation.get_accessor_name())
        if relation.related_model._meta.app_label == "editorial":
            manager.get_object_list()


def introduce(page: Page) -> None:
    """Give the version the people that its form names: whose it is, who saved it, who handed it in. One query."""
    states = getattr(page, "_current_workflow_states", ())
    named = [(page, "owner"), (page.latest_revision, "user"), (page.scheduled_revision, "user")]
    named += [(state, "requested_by") for state in states]
    named = [(thing, name) for thing, name in named if thing is not None]
    people = get_user_model().objects.in_bulk({getattr(thing, f"{name}_id") for thing, name in named} - {None})
    for thing, name in named:
        setattr(thing, name, people.get(getattr(thing, f"{name}_id")))
    for state in states:
        # Whether it may be called off is asked of what it is about.
        state.content_object = page


def workflow_over(page: Page) -> Workflow | None:
    """The active workflow of the page or of the nearest page above it that has one."""
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    above = Workflow.objects.active().filter(workflow_pages__page__path__in=paths)
    return above.order_by("-workflow_pages__page__depth").first()
