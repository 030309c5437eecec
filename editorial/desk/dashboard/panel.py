"""What all panels of the dashboard have in common."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from editorial.desk.people import edits_everywhere

# Lines of a panel, and of a page of its list.
LIMIT = 8
PER_PAGE = 40


@dataclass(frozen=True)
class Row:
    """One line: a thing with the address where it is edited, what it is, when something happened or will, a remark.

    `step` is the id of a workflow step that can be taken from here, with the name of who has it. `due` says when the
    thing must be ready; `is_late` that it, or what the remark says, wants somebody's eyes. `links` are (words, address)
    pairs shown after the remark.
    """

    title: str
    url: str
    kind: str
    when: datetime.datetime | datetime.date | None
    remark: str = ""
    step: int | None = None
    holder: str = ""
    due: str = ""
    is_late: bool = False
    links: tuple[tuple[str, str], ...] = ()

    @property
    def has_hour(self) -> bool:
        """Whether `when` is a moment, not a whole day."""
        return isinstance(self.when, datetime.datetime)


class DeskPanel(Component):
    """A panel of the dashboard; says in words when it is empty."""

    template_name = "desk/home/panel.html"
    name = ""
    # Its place on the first page; given by the list of panels.
    order = 0
    heading = ""
    empty = ""
    # The same for who may not see every page: that none is among theirs says nothing of the others.
    empty_for_some = ""
    # Heading of the column that holds a row's `when`.
    when = _("When")

    def items(self, user) -> Sequence:
        """All that belongs in the panel for this user, in order; something that can be sliced and counted."""
        return ()

    def dress(self, items: list, user) -> Iterable[Row]:
        """The lines of some of the items."""
        return ()

    def empty_for(self, user) -> str:
        """What to say to this user where the panel has nothing."""
        return self.empty_for_some if self.empty_for_some and not edits_everywhere(user) else self.empty

    def rows(self, user, start: int = 0, stop: int = LIMIT) -> list[Row]:
        """The panel's lines for this user, from `start` up to `stop`."""
        return list(self.dress(list(self.items(user)[start:stop]), user))

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        # One more than is shown tells whether there is more, without counting.
        found = list(self.items(request.user)[: LIMIT + 1])
        return {
            "panel": self,
            "empty": self.empty_for(request.user),
            "rows": list(self.dress(found[:LIMIT], request.user)),
            "has_more": len(found) > LIMIT,
            "request": request,
            "csrf_token": parent_context.get("csrf_token"),
        }


def edit_address(page_id: int) -> str:
    """Where a page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page_id])


def kind_of(content_type) -> str:
    """What a page type is called; for one whose code is gone, the name it was stored under."""
    model = content_type.model_class()
    return model.get_verbose_name() if model else content_type.name
