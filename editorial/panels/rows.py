"""Rows of inline panels that were only begun: a draft is saved without them, whatever else is in it."""

from collections.abc import Iterator

from django.forms import BaseForm
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel

# What a row has before anybody has done anything in it.
BOOKKEEPING = {"id", ORDERING_FIELD_NAME, DELETION_FIELD_NAME}


class DraftRows(BaseChildFormSet):
    """While a draft is saved, a new row in which nothing was typed or chosen counts as one that was taken out again.

    It stays in the form that is open, where autosave meets it again, and the checks name it; publishing refuses it.
    """

    def _should_delete_form(self, form):
        return super()._should_delete_form(form) or is_left_out(form)


class RowsPanel(InlinePanel):
    """An inline panel whose unfinished rows do not keep a draft from being saved."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = DraftRows
        return options


def is_left_out(row: BaseForm) -> bool:
    """Whether the draft that is being saved goes without this row."""
    return row.is_bound and row.is_deferred_validation and row.instance.pk is None and is_only_begun(row)


def is_only_begun(row: BaseForm) -> bool:
    """Whether nothing was typed or chosen. An answer that a row comes with, such as a credit's role, is no sign."""
    asked = (name for name in row.fields if name not in BOOKKEEPING and row[name].initial in (None, ""))
    return not any(row[name].data for name in asked)


def left_out(form) -> Iterator[str]:
    """The relations of a page's form some of whose rows were left out of the draft."""
    for name, rows in form.formsets.items():
        if isinstance(rows, DraftRows) and any(is_left_out(row) for row in rows.forms):
            yield name
