"""Rules for every page: its title, its address, its place in the tree."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.problems import Problem
from editorial.checks.registry import rule

# Longer titles break the opening of a page; from the smaller number on they are set small and search engines cut them.
LONGEST_TITLE, LONG_TITLE = 100, 70


@rule(
    errors={"title_missing": gettext_lazy("No title"), "title_too_long": gettext_lazy("Title too long")},
    warnings={"title_long": gettext_lazy("Title long")},
)
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
    elif length > LONG_TITLE and not page.seo_title:
        yield Problem(
            "title_long",
            _("The title has %(length)d characters.") % {"length": length},
            _("Search engines cut it at about %(limit)d: shorten it, or give them a headline of their own.")
            % {"limit": LONG_TITLE},
            field="title",
        )


@rule(errors={"slug_reserved": gettext_lazy("Reserved address")})
def address_is_free(page) -> Iterator[Problem]:
    """The page's address is not one that the site itself uses."""
    message = page.address_problem()
    if message:
        yield Problem("slug_reserved", message, field="slug")


@rule(errors={"parent_not_live": gettext_lazy("Page above not published")})
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
