"""What a form's choosers show, fetched for all of them at once: fields, rows of inline panels, blocks of the body."""

from collections.abc import Iterator

from django.forms import BaseForm
from django.forms.models import ModelChoiceField
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import StreamValue

from editorial.blocks.editing import AtHand, brought


def bring_chosen(form) -> None:
    """Fetch what the unbound form of a page shows, and hand it to its choosers, its body and its page."""
    body = form.initial.get("body")
    body = body if isinstance(body, StreamValue) else None
    wanted: dict[type, set[int]] = {}
    choosers = [(one, name, field) for one in every_form(form) for name, field in chooser_fields(one)]
    for one, name, field in choosers:
        value = one.initial.get(name)
        if isinstance(value, int):
            wanted.setdefault(field.widget.model_class, set()).add(value)
    known = brought(
        body.stream_block if body else None, body.raw_data if body else None, wanted, form.instance.types_met
    )
    for one, name, field in choosers:
        things = known.stock.get(field.widget.model_class, {})
        hand_over(field.widget, things)
        chosen = things.get(one.initial.get(name))
        if chosen is not None and type(chosen) is one.instance._meta.get_field(name).related_model:
            setattr(one.instance, name, chosen)
    form.instance.at_hand = known
    if body is not None:
        body.at_hand = known


def every_form(form) -> Iterator[BaseForm]:
    """The page's own form and those of the rows of its inline panels."""
    yield form
    for formset in form.formsets.values():
        yield from formset.forms


def chooser_fields(form: BaseForm) -> Iterator[tuple[str, ModelChoiceField]]:
    """The fields of the form that are filled by a chooser."""
    for name, field in form.fields.items():
        if isinstance(field, ModelChoiceField) and isinstance(field.widget, BaseChooser):
            yield name, field


def hand_over(widget: BaseChooser, things: dict) -> None:
    """Let the chooser, which belongs to this form alone, take what was fetched; it asks for anything else."""
    ask = widget.get_instance
    widget.get_instance = lambda value: things.get(value) or ask(value)


def known_of(page) -> AtHand | None:
    """What was fetched for the page's form, if it was made."""
    return page.__dict__.get("at_hand")
