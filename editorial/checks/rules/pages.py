"""Rules for every page: its title, its address, its place in the tree."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.checks.problems import Problem

# Longer titles break the opening of a page and are cut by search engines.
LONGEST_TITLE = 100


def title_fits(page) -> Iterator[Problem]:
    """The title is there, and short enough to be set large."""
    length = len(page.title.strip())
    if not length:
        yield Problem("title_missing", _("The title is empty."), _("Give the page a title."), field="title")
    elif length > LONGEST_TITLE:
        yield Problem(
            "title_too_long",
            _("The title has %(length)d characters.") % {"length": length},
            _("Shorten it to %(limit)d or fewer.") % {"limit": LONGEST_TITLE},
            field="title",
        )


def address_is_free(page) -> Iterator[Problem]:
    """The page's address is not one that the site itself uses."""
    message = page.address_problem()
    if message:
        yield Problem("slug_reserved", message, field="slug")


def parent_is_live(page) -> Iterator[Problem]:
    """The page above is live, or will be by the time this one goes live."""
    parent = page.parent_in_tree()
    if parent is None or parent.live or goes_live_first(parent, page):
        return
    yield Problem(
        "parent_not_live",
        _("'%(parent)s', the page above this one, is not published.") % {"parent": parent.title},
        _("Publish it first."),
        page_id=parent.pk,
    )


def goes_live_first(parent, page) -> bool:
    """Whether the parent is scheduled to go live no later than the page."""
    if not page.go_live_at or not parent.go_live_at or parent.go_live_at > page.go_live_at:
        return False
    return parent.approved_schedule
