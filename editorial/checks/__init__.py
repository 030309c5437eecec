"""The publishing gate: what must be true before a page goes live.

Drafting is free; `BasePage.publish()` runs the rules that a page type names and refuses with all that is missing.
"""

from editorial.checks.problems import MoveRefused, Problem, PublishRefused, Refused

__all__ = ["MoveRefused", "Problem", "PublishRefused", "Refused"]
