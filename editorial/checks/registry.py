"""The one list of rules: which there are, on which pages they look, and how much each of their objections weighs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from inspect import signature

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem
from editorial.choices import Severity

Check = Callable[..., Iterable[Problem]]


@dataclass(frozen=True)
class Objection:
    """Something a rule may say: its code, its name in reports and filters, whether it stops publishing."""

    code: str
    label: str
    severity: Severity


@dataclass(frozen=True)
class Rule:
    """A check and the classes of pages it looks at, by name; none: every page."""

    check: Check
    codes: tuple[str, ...]
    on: tuple[str, ...]
    needs_ground: bool

    def concerns(self, page: object) -> bool:
        """Whether this rule looks at pages of this type."""
        return not self.on or any(cls.__name__ in self.on for cls in type(page).__mro__)

    @property
    def may_stop(self) -> bool:
        """Whether anything it says is an error."""
        return any(OBJECTIONS[code].severity == Severity.ERROR for code in self.codes)


RULES: list[Rule] = []
OBJECTIONS: dict[str, Objection] = {}


def rule(
    *, on: tuple[str, ...] = (), errors: Mapping[str, str] | None = None, warnings: Mapping[str, str] | None = None
) -> Callable[[Check], Check]:
    """Register a check. `errors` and `warnings` are all it may say: {code: name in reports}.

    The check is called with the page and, if it takes a second argument, the ground it stands on; it yields problems.
    Rules that object to the same thing
    share its code. Raises ValueError where they do not agree how much it weighs.
    """
    said = [(code, label, Severity.ERROR) for code, label in (errors or {}).items()]
    said += [(code, label, Severity.WARNING) for code, label in (warnings or {}).items()]

    def register(check: Check) -> Check:
        for code, label, severity in said:
            if OBJECTIONS.setdefault(code, Objection(code, label, severity)).severity != severity:
                raise ValueError(f"Another rule says {code!r} with another severity.")
        RULES.append(Rule(check, tuple(code for code, *_rest in said), on, len(signature(check).parameters) > 1))
        return check

    return register


def problems_of(page, ground: Ground | None = None, *, errors_only: bool = False) -> list[Problem]:
    """What the rules say of this version of the page, errors first, else in the order of the rules.

    `ground` is what they may look up, shared by the pages of a round; one of its own is laid where none is given.
    """
    rules = [entry for entry in RULES if entry.concerns(page) and (entry.may_stop or not errors_only)]
    ground = ground or Ground()
    found = [weighed(problem) for entry in rules for problem in said_by(entry, page, ground)]
    stopping = [problem for problem in found if problem.stops]
    return stopping if errors_only else stopping + [problem for problem in found if not problem.stops]


def said_by(entry: Rule, page, ground: Ground) -> Iterable[Problem]:
    """The problems one rule finds."""
    return entry.check(page, ground) if entry.needs_ground else entry.check(page)


def weighed(problem: Problem) -> Problem:
    """The problem with the severity its code was registered with."""
    return replace(problem, severity=OBJECTIONS[problem.code].severity)
