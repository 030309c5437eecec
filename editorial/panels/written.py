"""A form as it stands: what of it can be read is put on its page, and what can't is said as a rule would say it."""

from collections.abc import Callable, Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BaseForm, CharField
from django.forms.formsets import BaseFormSet
from django.utils.translation import gettext as _
from wagtail.admin.panels import InlinePanel, Panel
from wagtail.blocks import BlockField

from editorial.checks.problems import Problem
from editorial.panels.stream_errors import errors_in

# The code of what a form objects to, as opposed to a rule.
UNREAD = "unread"


def objections(form, rules: Callable[[], list[Problem]]) -> list[Problem]:
    """All that is to be said of a form that was validated, errors first: what it could not read, then the rules.

    `rules` asks them about the form's page, once everything that can be read is on it. What a rule says of a place in
    its own words, the form does not say again; rules say nothing of what could not be read.
    """
    unseen = read(form)
    said = [problem for problem in rules() if problem.field not in unseen]
    taken = {place(problem) for problem in said if problem.stops}
    found = [problem for problem in unread(form) if place(problem) not in taken]
    if not any(problem.stops and problem.field == name for problem in said + found for name in bodies(form)):
        found += incomplete(form)
    return found + said


def place(problem: Problem) -> tuple[str, str, str]:
    """Where a problem is."""
    return problem.field, problem.block_id, problem.part


def bodies(form: BaseForm) -> dict[str, BlockField]:
    """The fields of the form that hold blocks."""
    return {name: field for name, field in form.fields.items() if isinstance(field, BlockField)}


def read(form) -> set[str]:
    """Put everything that can be read on the form's page; the names of what can't, where the page has what it had."""
    page, unseen = form.instance, set()
    for name in form.errors:
        field = form.fields.get(name)
        if isinstance(field, CharField | BlockField):
            # Too long, too many or unfinished: a rule may still look at it.
            sent = form[name].data
            setattr(page, name, "" if sent is None else sent)
        elif field is not None:
            unseen.add(name)
    form.save_cluster_m2m()
    for name, rows in form.formsets.items():
        rows.instance = page
        if rows.is_valid():
            rows.save(commit=False)
        elif rows.management_form.is_valid():
            getattr(page, name).set([row.instance for row in standing(rows) if row.is_valid() and is_used(rows, row)])
        else:
            unseen.add(name)
    if hasattr(page, "settle_body"):
        page.settle_body()
    return unseen


def standing(rows: BaseFormSet) -> list[BaseForm]:
    """The rows of an inline panel that were not deleted, in their order on the screen."""
    kept = [row for row in rows.forms if not rows._should_delete_form(row)]
    return sorted(kept, key=lambda row: order_of(row))


def order_of(row: BaseForm) -> int:
    """Where a row stands; as sent, for it may not have been readable."""
    sent = str(row["ORDER"].data or "") if "ORDER" in row.fields else ""
    return int(sent) if sent.isdecimal() else 0


def is_used(rows: BaseFormSet, row: BaseForm) -> bool:
    """Whether there is anything in a row."""
    return row in rows.initial_forms or row.has_changed()


def unread(form) -> Iterator[Problem]:
    """What the form refuses, each where it is: fields, blocks of the body, rows of inline panels."""
    for name, errors in form.errors.as_data().items():
        for error in errors:
            if name in bodies(form):
                yield from in_body(form, name, error)
            elif name == NON_FIELD_ERRORS:
                yield refusal(error, "", "")
            else:
                yield refusal(error, _("'%(field)s'") % {"field": form.fields[name].label}, name)
    for name, rows in form.formsets.items():
        if not rows.is_valid():
            yield from in_rows(rows, name, heading_of(form.instance, name))


def in_body(form, name: str, error: ValidationError) -> Iterator[Problem]:
    """The errors inside a body, each at its block."""
    value = getattr(form.instance, name)
    for block_id, part, where, one in errors_in(value.stream_block, value.raw_data, error, ""):
        yield refusal(one, where or str(form.fields[name].label), name, block_id, part)


def in_rows(rows: BaseFormSet, name: str, heading: str) -> Iterator[Problem]:
    """The errors of an inline panel and its rows."""
    for error in rows.non_form_errors().as_data():
        yield refusal(error, heading, name)
    for number, row in enumerate(standing(rows) if rows.management_form.is_valid() else (), start=1):
        for field, errors in row.errors.as_data().items():
            where = _("%(panel)s, row %(number)d") % {"panel": heading, "number": number}
            if field in row.fields:
                where = _("%(row)s, '%(field)s'") % {"row": where, "field": row.fields[field].label}
            part = row.add_prefix(field).removeprefix(f"{name}-") if field in row.fields else ""
            yield from (refusal(error, where, name, part=part, is_row=True) for error in errors)


def incomplete(form) -> Iterator[Problem]:
    """What publishing asks of a body besides what a draft must be; there is a rule for all we know of."""
    for name, field in bodies(form).items():
        try:
            field.block.clean(getattr(form.instance, name))
        except ValidationError as error:
            yield from in_body(form, name, error)


def refusal(
    error: ValidationError, where: str, field: str, block_id: str = "", part: str = "", *, is_row: bool = False
) -> Problem:
    """What a form says of a place, as a problem."""
    is_empty = error.code == "required"
    message = _("%(where)s: %(said)s") % {"where": where, "said": " ".join(error.messages)}
    if is_empty:
        message = _("%(where)s is empty.") % {"where": where}
    elif not where:
        message = " ".join(error.messages)
    return Problem(UNREAD, message, mend_of(error, field, is_row), field=field, block_id=block_id, part=part)


def mend_of(error: ValidationError, field: str, is_row: bool) -> str:
    """What to do about an error of a form."""
    if error.code == "required":
        return _("Fill it in, or delete the row.") if is_row else _("Fill it in.")
    if error.code in ("invalid_choice", "invalid_pk_value") or field == "slug":
        return _("Choose another.")
    if error.code == "max_length":
        return _("Shorten it.")
    return _("Put it right: until then nothing of the page can be saved.") if field else ""


def heading_of(page, relation: str) -> str:
    """What the inline panel of a relation is called in the page's form."""
    for panel in panels_in(page.get_edit_handler()):
        if isinstance(panel, InlinePanel) and panel.relation_name == relation and panel.heading:
            return str(panel.heading)
    return relation.replace("_", " ").capitalize()


def panels_in(panel: Panel) -> Iterator[Panel]:
    """A panel and all inside it."""
    yield panel
    for child in getattr(panel, "children", ()):
        yield from panels_in(child)
