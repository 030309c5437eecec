"""What a check says when it objects."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.core.exceptions import ValidationError

from editorial.choices import Severity


@dataclass(frozen=True)
class Problem:
    """One objection: what is wrong, where, and how to mend it.

    `field` is the form field or inline panel it belongs to, or an empty string for the page as a whole. `block_id`
    points at a block of the body where there is one, `part` at an input inside it ('picture-alt_text', or its own name
    alone) or inside an inline panel ('1-person'). `page_id` is the other page in the matter, such as the holder of
    a style code, for a link to it. `severity` is the registry's: rules need not give it.
    """

    code: str
    message: str
    mend: str = ""
    field: str = ""
    block_id: str = ""
    part: str = ""
    page_id: int | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.message} {self.mend}".strip()

    @property
    def stops(self) -> bool:
        """Whether the page may not go live with it."""
        return self.severity == Severity.ERROR


class Place(Protocol):
    """What knows where it stands in a page: a text, a link, a note, a picture in use."""

    @property
    def field(self) -> str:
        """The form field."""

    @property
    def block_id(self) -> str:
        """The block of it, or an empty string."""


def problem_at(
    place: Place, code: str, message: str, mend: str, *, part: str = "", page_id: int | None = None
) -> Problem:
    """The objection to something, where it stands."""
    return Problem(code, message, mend, place.field, place.block_id, part, page_id)


class Refused(ValidationError):
    """Something was not done to a page; carries the page and every problem found.

    A ValidationError, so that whatever shows form errors can show it too.
    """

    def __init__(self, page: object, problems: Iterable[Problem]) -> None:
        self.page = page
        self.problems = list(problems)
        super().__init__([ValidationError(str(problem), code=problem.code) for problem in self.problems])


class PublishRefused(Refused):
    """Raised by `BasePage.publish()`, and by saving a live product whose style code is another's."""


class MoveRefused(Refused):
    """Raised when a page is moved to where it, or something under it, can't stand. Nothing was moved."""
