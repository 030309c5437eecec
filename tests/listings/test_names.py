"""The catalogue's names as they are stored."""

import pytest

from editorial.listings.names import gazetteer
from editorial.models import NameAlias
from tests.factories import catalogue as make
from tests.support.queries import queries

pytestmark = pytest.mark.django_db


def found(text):
    return [(span.text, span.target.kind, span.target.id) for span in gazetteer().find(text)]


def test_every_kind_of_entry_is_known_by_its_names():
    asics = make.brand()
    kayano = make.silhouette(parent=asics)
    silver = make.product("Pure Silver", kayano, style_code="1201A019-107")
    person, partner = make.person(), make.partner()
    together = make.collaboration("Two neutrals", [partner], [kayano], subject_line="JJJJound × Gel-Kayano 14")
    term = make.term("Gel", aliases="Gel cushioning\nαGEL")
    text = "ASICS. Gel-Kayano 14. 1201a019 107. Hidenori Yamashita. JJJJound. JJJJound x Gel-Kayano 14. αGEL"
    assert [(kind, pk) for _text, kind, pk in found(text)] == [
        ("brand", asics.pk),
        ("silhouette", kayano.pk),
        ("product", silver.pk),
        ("person", person.pk),
        ("partner", partner.pk),
        ("collaboration", together.pk),
        ("term", term.pk),
    ]


def test_other_names_count_once_they_are_published():
    kayano = make.silhouette()
    assert found("the Kayano 14") == []
    kayano.name_aliases.add(NameAlias(name="Kayano 14"))
    revision = kayano.save_revision()
    assert found("the Kayano 14") == []
    revision.publish()
    assert found("the Kayano 14") == [("Kayano 14", "silhouette", kayano.pk)]


def test_what_readers_may_not_see_is_known_and_told_apart():
    make.person("Ada Smith", live=False, draft_title="Ada Smith")
    make.partner("JJJJound")
    live = {span.text: span.target.is_live for span in gazetteer().find("Ada Smith of JJJJound")}
    assert live == {"Ada Smith": False, "JJJJound": True}


def test_the_list_is_kept_while_the_catalogue_stays_as_it_is():
    make.person("Ada Smith")
    first = gazetteer()
    with queries() as asked:
        assert gazetteer() is first
    assert len(asked) == 3
    make.person("Grace Jones")
    assert gazetteer() is not first
    assert found("by Grace Jones")


def test_another_process_sees_a_change_by_the_stamp():
    person = make.person("Ada Smith")
    first = gazetteer()
    # As if it were saved elsewhere: no signal is heard here.
    type(person).objects.filter(pk=person.pk).update(title="Ada Lovelace", last_published_at="2026-01-01T00:00:00Z")
    assert gazetteer() is not first
    assert found("Ada Lovelace")
