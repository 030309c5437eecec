"""Rules for silhouettes."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.problems import Problem
from editorial.checks.registry import rule


@rule(on=("SilhouettePage",), errors={"own_ancestor": gettext_lazy("Its own ancestor")})
def lineage_has_no_circle(page) -> Iterator[Problem]:
    """Following predecessors never comes back to the silhouette itself."""
    if page.predecessor_id and page.is_own_ancestor():
        yield Problem(
            "own_ancestor",
            _("A silhouette cannot come before itself, directly or through others."),
            _("Choose another predecessor, or none."),
            field="predecessor",
            page_id=page.predecessor_id,
        )
