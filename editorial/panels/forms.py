"""The editing form of every page: it refuses to publish what the gate would refuse, field by field."""

from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminPageForm

from editorial.checks.alt_texts import objection_to
from editorial.checks.problems import Problem
from editorial.panels.choices import read_choices_once
from editorial.panels.chosen import bring_chosen
from editorial.panels.stream_errors import stream_error


class EditorialPageForm(WagtailAdminPageForm):
    """A page's form. Saving a draft asks little; publishing, scheduling and the last approval pass the gate.

    After `is_valid()`, `problems` holds what the gate objected to; nothing has been saved then.
    """

    problems: list[Problem] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.parent_page is not None:
            self.instance.intended_parent = self.parent_page
        if not self.is_bound:
            read_choices_once(self)
            bring_chosen(self)

    def clean(self):
        cleaned = super().clean()
        message = self.instance.address_problem(cleaned.get("slug") or "")
        if message:
            self.add_error("slug", message)
        objection = objection_to(cleaned.get("lead_alt") or "")
        if objection:
            self.add_error("lead_alt", str(objection))
        return cleaned

    def is_valid(self):
        if not super().is_valid():
            return False
        if self.goes_live:
            self.show(self.save(commit=False).publish_problems())
        return not self.problems

    @cached_property
    def goes_live(self) -> bool:
        """Whether this submission asks for the page to be published or scheduled, now or by the last approval."""
        if self.is_deferred_validation:
            return False
        return "action-publish" in self.data or self.approves_last_task()

    def approves_last_task(self) -> bool:
        """Whether this submission approves the task after which the workflow publishes the page."""
        if "action-workflow-action" not in self.data or self.data.get("workflow-action-name") != "approve":
            return False
        state = self.instance.current_workflow_state
        if state is None or state.current_task_state is None:
            return False
        last_task = state.workflow.tasks.last()
        return last_task is not None and last_task.pk == state.current_task_state.task_id

    def show(self, problems: list[Problem]) -> None:
        """Put each problem where an editor will look for it, and remember them."""
        self.problems = problems
        by_field: dict[str, list[Problem]] = {}
        for problem in problems:
            by_field.setdefault(problem.field, []).append(problem)
        for field, found in by_field.items():
            if field in self.formsets:
                self.formsets[field].non_form_errors().extend(str(problem) for problem in found)
            elif field not in self.fields:
                for problem in found:
                    self.add_error(None, str(problem))
            elif any(problem.block_id for problem in found):
                self.add_error(field, stream_error(self.cleaned_data[field], found))
            else:
                for problem in found:
                    self.add_error(field, str(problem))
