"""Plain lists of choices in a form, read from the database once."""

from collections.abc import Iterable

from django.forms import BaseForm, ModelChoiceField
from django.forms.widgets import ChoiceWidget


def read_choices_once(forms: Iterable[BaseForm]) -> None:
    """Read the choices of plain lists once for all these forms: every list would read its own, twice."""
    known: dict[str, list] = {}
    for field in (field for form in forms for field in form.fields.values()):
        if not isinstance(field, ModelChoiceField) or not isinstance(field.widget, ChoiceWidget):
            continue
        asked = str(field.queryset.query)
        if asked not in known:
            known[asked] = [(value, label) for value, label in field.choices if value != ""]
        empty = [("", field.empty_label)] if field.empty_label is not None else []
        field.widget.choices = empty + known[asked]
