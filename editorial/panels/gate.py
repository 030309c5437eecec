"""What stands between a draft and its readers, said while it is written: autosave brings the list back fresh."""

from wagtail.admin.panels import Panel


class GatePanel(Panel):
    """Lists the problems of the version being edited; empty when there are none, and before the first save."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/panels/gate.html"

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "problems": self.problems()}

        def problems(self) -> list:
            """What the gate objects to in the version that is opened."""
            is_saved = self.instance is not None and self.instance.pk is not None
            # A form that comes back with errors says them on its fields.
            is_fresh = self.form is not None and not self.form.is_bound
            return self.instance.publish_problems() if is_saved and is_fresh else []
