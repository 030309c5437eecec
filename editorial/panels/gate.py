"""What stands between a draft and its readers, said while the draft is open."""

from wagtail.admin.panels import Panel


class GatePanel(Panel):
    """Lists the problems of the version being edited. Not shown when there are none, or before the first save."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "desk/panels/gate.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            # A form that comes back with errors says them on its fields.
            is_draft = self.instance is not None and self.instance.pk is not None
            is_fresh = self.form is not None and not self.form.is_bound
            self.problems = self.instance.publish_problems() if is_draft and is_fresh else []

        def is_shown(self):
            return bool(self.problems)

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "problems": self.problems}
