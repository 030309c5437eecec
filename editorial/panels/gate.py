"""What stands between a draft and its readers, said while it is written: autosave brings the list back fresh."""

from wagtail.admin.panels import Panel

from editorial.checks.ground import Ground
from editorial.checks.problems import Problem
from editorial.panels.chosen import known_of


def problems_at_opening(page) -> list[Problem]:
    """What the rules say of the version a form was opened with; asked by several parts of the form, found once."""
    if "_problems_at_opening" not in page.__dict__:
        ground = Ground()
        known = known_of(page)
        if known is not None:
            ground.know(known)
        page._problems_at_opening = page.all_problems(ground)
    return page._problems_at_opening


class GatePanel(Panel):
    """Lists the errors of the version being edited; empty when there are none, and before the first save."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/panels/gate.html"

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "problems": self.problems()}

        def problems(self) -> list[Problem]:
            """What keeps the version that is opened from going live."""
            is_saved = self.instance is not None and self.instance.pk is not None
            # A form that comes back with errors says them on its fields.
            is_fresh = self.form is not None and not self.form.is_bound
            found = problems_at_opening(self.instance) if is_saved and is_fresh else []
            return [problem for problem in found if problem.stops]
