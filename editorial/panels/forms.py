"""The editing form of every page: it refuses to publish what the gate would refuse, field by field."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from editorial.checks.problems import Problem
from editorial.panels.choices import read_choices_once
from editorial.panels.chosen import bring_chosen, every_form
from editorial.panels.comments import known_authors
from editorial.panels.slugs import free_slug, slug_of
from editorial.panels.stream_errors import stream_error
from editorial.panels.written import UNREAD, bodies, objections, read, unread


class EditorialPageForm(WagtailAdminPageForm):
    """A page's form. Publishing, scheduling and the last approval pass the gate. All else saves a draft, which asks
    little: handing in, calling off and every other decision too.

    After `is_valid()`, `problems` holds all that stands in the way: what the form could not read, and what the gate
    objects to where the page should go live. Nothing has been saved then.
    """

    problems: list[Problem] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.parent_page is not None:
            self.instance.intended_parent = self.parent_page
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if not self.is_bound:
            read_choices_once(every_form(self))
            bring_chosen(self)

    def serialize_comments(self, user):
        return known_authors(self, user) or super().serialize_comments(user)

    def clean_slug(self) -> str:
        """As typed. An empty one stays what it was; a new page's is made of its title, as the form's script does late.

        Raises ValidationError where the title has neither letters nor figures.
        """
        slug = self.cleaned_data["slug"] or self.initial.get("slug") or self.slug_of_title()
        if not slug:
            raise ValidationError(_("Give the page an address: its title has neither letters nor figures."))
        return slug

    def slug_of_title(self) -> str:
        """The title as an address that no sibling has; empty where it cannot be."""
        base = slug_of(self.cleaned_data.get("title", ""))
        return free_slug(base, self.parent_page) if base else ""

    def get_field_updates_for_resave(self):
        updates = super().get_field_updates_for_resave()
        is_made = "slug" in self.fields and not self.data.get("slug")
        return [*updates, ("slug", self.instance.slug)] if is_made else updates

    def clean(self):
        cleaned = super().clean()
        message = self.instance.address_problem(cleaned.get("slug") or "")
        if message:
            self.add_error("slug", message)
        return cleaned

    def is_valid(self):
        if not self.goes_live:
            self.defer_required_fields()
            if super().is_valid():
                return True
            # Before anybody asks again for what a draft may lack.
            read(self)
            self.problems = list(unread(self))
            return False
        if not self.problems:
            self.is_readable()
            self.show(objections(self, self.instance.publish_problems))
        return not self.problems

    def all_problems(self) -> list[Problem]:
        """What stands in the way of this form as it is now, and what is worth a look besides. Nothing is saved."""
        self.is_readable()
        return objections(self, self.instance.all_problems)

    def is_readable(self) -> bool:
        """Whether all of the form can be read. What blocks lack before they go live, rules say in better words."""
        fields = bodies(self).values()
        for field in fields:
            field.is_deferred_validation = True
        try:
            return super().is_valid()
        finally:
            for field in fields:
                del field.is_deferred_validation

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
        return state is not None and state.current_task_state is not None and state.is_at_final_task

    def refuse(self, error: ValidationError) -> None:
        """Show what the page itself objected to once the form was content: somebody else was quicker."""
        for name, errors in error.update_error_dict({}).items():
            self.add_error(name if name in self.fields else None, errors)
        self.problems = list(unread(self))
        self.restore_required_fields()

    def show(self, problems: list[Problem]) -> None:
        """Put each problem where an editor will look for it, and remember them."""
        self.problems = problems
        by_field: dict[str, list[Problem]] = {}
        for problem in problems:
            by_field.setdefault(problem.field, []).append(problem)
        for field, found in by_field.items():
            if field in bodies(self):
                # One error for all: the form shows no more than one of a body.
                self.errors.pop(field, None)
                self.add_error(field, stream_error(getattr(self.instance, field), found))
                continue
            # What the form refused stands at its field already.
            new = [str(problem) for problem in found if problem.code != UNREAD]
            if field in self.formsets:
                self.formsets[field].non_form_errors().extend(new)
            else:
                for text in new:
                    self.add_error(field if field in self.fields else None, text)
