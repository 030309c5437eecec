"""One list of rules: every code is registered, described, and weighs what it says."""

import pytest

from editorial.checks.registry import OBJECTIONS, RULES, Ground, problems_of, rule
from editorial.checks.rules import problems_of as from_the_rules
from editorial.choices import Severity
from tests.desk.builders import feature


def test_every_rule_says_something_and_explains_itself():
    for entry in RULES:
        assert entry.codes, entry.check
        assert entry.check.__doc__.strip().endswith("."), entry.check
    assert from_the_rules is problems_of


def test_every_objection_has_a_name_of_its_own():
    labels = [str(objection.label) for objection in OBJECTIONS.values()]
    assert len(set(labels)) == len(labels)


def test_the_guide_for_editors_names_every_objection():
    with open("docs/editors/checks.md") as guide:
        text = guide.read()
    assert [code for code, objection in OBJECTIONS.items() if f"**{objection.label}**" not in text] == []


def test_two_rules_may_not_weigh_the_same_thing_differently():
    with pytest.raises(ValueError, match="title_missing"):
        rule(warnings={"title_missing": "No title"})(lambda page: ())
    assert OBJECTIONS["title_missing"].severity == Severity.ERROR


@pytest.mark.django_db
def test_errors_come_first_and_only_they_stop():
    page = feature(standfirst="Too short.", title="A" * 101)
    found = page.all_problems()
    assert [problem.code for problem in found] == ["title_too_long", "standfirst_length"]
    assert [problem.severity for problem in found] == [Severity.ERROR, Severity.WARNING]
    assert [problem.code for problem in page.publish_problems()] == ["title_too_long"]
    page.title = "Gel-Kayano 14"
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.live


@pytest.mark.django_db
def test_a_ground_reads_a_page_once(django_assert_num_queries):
    page, ground = feature(), Ground()
    ground.lay([page])
    with django_assert_num_queries(0):
        assert ground.contents(page) is ground.contents(page)
