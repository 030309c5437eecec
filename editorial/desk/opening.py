"""Opening a page's form: what its record was read with, the version being edited need not ask for again."""

from wagtail.models import Page, Workflow


def lend(page: Page, record: Page) -> None:
    """Give the version to be edited what is known of the page: for showing its form, not for changing anything.

    The framework asks a version again and again for its schedule, its workflow and its place in the tree. `record` is
    the page as it stands in the tree, its workflow states prefetched.
    """
    if hasattr(record, "_current_workflow_states"):
        page._current_workflow_states = record._current_workflow_states
    page.scheduled_revision = record.scheduled_revision
    source = record
    if record.latest_revision and page.latest_revision_id == record.latest_revision_id:
        page.latest_revision = record.latest_revision
        source = record.latest_revision.content_object
    # Where the tree keeps the answer once it was asked: the version was made of this one.
    page._cached_parent_obj = source.get_parent()
    page.workflow_in_force = workflow_over(page)


def workflow_over(page: Page) -> Workflow | None:
    """The active workflow of the page or of the nearest page above it that has one."""
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    above = Workflow.objects.active().filter(workflow_pages__page__path__in=paths)
    return above.order_by("-workflow_pages__page__depth").first()
