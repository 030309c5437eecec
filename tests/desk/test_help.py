"""Every field an editor fills in says in a plain sentence what belongs there, itself or through its group."""

from collections.abc import Iterator

import pytest
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel

from editorial import models
from editorial.desk.catalogue import Catalogue
from editorial.models import BasePage

# Explained by the dialog they stand in.
EXPLAINED_BY_THE_FRAMEWORK = {"go_live_at", "expire_at"}
PAGES = [
    model
    for name in models.__all__
    if isinstance(model := getattr(models, name), type) and issubclass(model, BasePage) and not model._meta.abstract
]


def unexplained(panel: Panel, model, helped: bool = False) -> Iterator[str]:
    """The fields under a panel that neither they nor anything around them explains."""
    helped = helped or bool(panel.help_text)
    if isinstance(panel, InlinePanel):
        for child in panel.panels:
            yield from unexplained(child, panel.db_field.related_model, helped)
    elif isinstance(panel, FieldPanel):
        if not helped and not model._meta.get_field(panel.field_name).help_text:
            yield f"{model.__name__}.{panel.field_name}"
    else:
        for child in getattr(panel, "children", ()):
            yield from unexplained(child, model, helped)


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_every_field_of_a_page_is_explained(model):
    found = {name.split(".")[1]: name for name in unexplained(model.get_edit_handler(), model)}
    assert {name: whole for name, whole in found.items() if name not in EXPLAINED_BY_THE_FRAMEWORK} == {}


@pytest.mark.parametrize("viewset", Catalogue.items, ids=lambda viewset: viewset.__name__)
def test_every_field_of_the_catalogue_is_explained(viewset):
    found = [
        name for panel in viewset.panels for name in unexplained(panel.bind_to_model(viewset.model), viewset.model)
    ]
    assert found == []
