"""The search of the whole site."""

import pytest
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import PageViewRestriction

from editorial.listings.search import LONGEST, Query, search
from tests.factories import catalogue as make
from tests.support.queries import queries


def found(words, kinds=(), number=None):
    return [result.page for result in search(Query.read(words), kinds, number)["results"]]


class TestReadingTheQuery:
    def test_words_alone_reach_the_database(self):
        query = Query.read('  a\'():* \x00 "Gel"-Kayano\t14 OR_x ')
        assert query.words == ("a", "Gel", "Kayano", "14", "OR", "x")
        assert query.text == 'a\'():* "Gel"-Kayano 14 OR_x'
        assert not query.cut

    def test_what_is_too_long_is_cut_and_says_so(self):
        query = Query.read("x" * 10_000)
        assert (len(query.text), query.cut) == (LONGEST, True)
        assert Query.read("a " * 50).cut

    @pytest.mark.parametrize("typed", ["", "   ", "\x00", "'\"()*", "___"])
    def test_nothing_to_search_for_is_no_words(self, typed):
        assert Query.read(typed).words == ()


@pytest.mark.django_db
class TestFinding:
    def test_every_kind_of_page_is_found_by_its_own_words(self):
        brand = make.brand("Mizuno")
        shoe = make.silhouette("Wave Rider", brand)
        pages = [
            make.product("Harbour Grey", shoe, style_code="D1GA2330-01"),
            make.feature("Wave Rider against the tide"),
            make.collaboration("Wave Rider by the sea", subject_line="Wave Rider 10"),
            make.person("Rider Wave"),
            make.partner("Wave Racers"),
        ]
        assert set(found("wave rider")) == {shoe, *pages[:4]}
        assert found("racers") == [pages[4]]
        assert found("mizuno") == [brand] or set(found("mizuno")) == {brand, shoe, pages[0]}

    @pytest.mark.parametrize("code", ["1201A019-107", "1201a019 107", "1201A019107", "1201a019"])
    def test_a_style_code_is_found_however_it_is_written(self, code):
        shoe = make.product(style_code="1201A019-107")
        make.product("Other", style_code="1203A607-100")
        assert found(code) == [shoe]

    @pytest.mark.parametrize("words", ["GT-2160", "gt 2160", "2160"])
    def test_figures_behind_a_hyphen_are_found(self, words):
        shoe = make.silhouette("GT-2160")
        story = make.feature("Two shoes", standfirst="The GT-2160 and another.")
        assert found(words) == [shoe, story]

    def test_where_no_word_fits_the_beginning_of_one_does(self):
        shoe = make.silhouette("Gel-Kayano 14")
        assert found("kayan") == [shoe]
        assert found("gel kay") == [shoe]

    def test_only_what_readers_may_see_is_found(self):
        draft = make.feature("Secret kaizen", live=False)
        private = make.feature("Private kaizen")
        gone = make.feature("Former kaizen")
        shown = make.feature("Public kaizen")
        PageViewRestriction.objects.create(page=private.page_ptr, restriction_type=PageViewRestriction.LOGIN)
        gone.unpublish()
        assert found("kaizen") == [shown]
        assert draft.pk

    def test_a_search_can_be_narrowed_to_kinds(self):
        shoe, story = make.silhouette("Kayano"), make.feature("Kayano, a history")
        result = search(Query.read("kayano"))
        assert [(option.value, option.count) for option in result["facets"][0].options] == [
            ("stories", 1),
            ("silhouettes", 1),
        ]
        assert found("kayano", ["stories"]) == [story]
        assert set(found("kayano", ["stories", "silhouettes"])) == {shoe, story}
        assert found("kayano", ["no such kind"]) == []

    def test_terms_of_the_glossary_are_found_by_name(self):
        gel = make.term("Gel", aliases="Gel cushioning", definition="A silicone pad.")
        make.term("Solyte", definition="Lighter than gel.")
        assert search(Query.read("gel"))["terms"] == [gel]
        assert search(Query.read("gel cushioning"))["terms"] == [gel]
        assert search(Query.read("gel"), ["stories"])["terms"] == []

    def test_and_by_definition_where_nothing_else_is_found(self):
        gel = make.term("Gel", definition="A silicone pad.")
        assert search(Query.read("silicone"))["terms"] == [gel]
        make.feature("Silicone")
        assert search(Query.read("silicone"))["terms"] == []

    def test_titles_come_before_mentions_and_the_newest_first(self):
        shoe = make.silhouette("Gel-Kayano 14")
        older = make.feature("The Kayano 14 line")
        mentioning = make.feature("Another story", standfirst="The Kayano came fourteenth: kayano 14.")
        newer = make.feature("Kayano and the 14")
        assert found("kayano 14") == [newer, older, shoe, mentioning]

    def test_results_come_in_pages(self, monkeypatch):
        monkeypatch.setattr("editorial.listings.search.RESULTS", 2)
        for number in range(5):
            make.feature(f"Kayano {number}")
        pages = [found("kayano", number=str(number)) for number in (1, 2, 3)]
        assert [len(page) for page in pages] == [2, 2, 1]
        assert len({story.pk for page in pages for story in page}) == 5
        with pytest.raises(Http404):
            found("kayano", number="4")

    def test_a_line_says_what_a_kind_has_to_say(self):
        shoe = make.product("Pure Silver", style_code="1201A019-107", listing_summary="The plain one.")
        line = search(Query.read("1201A019"))["results"][0]
        assert (line.page, line.kind, line.meta) == (shoe, "Shoe", "1201A019-107")
        assert (line.title, line.summary) == ("ASICS Gel-Kayano 14, Pure Silver", "The plain one.")

    def test_the_number_of_results_costs_nothing(self):
        def ask():
            with queries() as asked:
                search(Query.read("kayano"))
            return len(asked)

        make.feature("Kayano", by=make.person("Kayano"), lead_image=make.picture())
        ask()
        few = ask()
        for number in range(10):
            make.feature(f"Kayano {number}", lead_image=make.picture())
        assert ask() == few


class TestWhateverIsTyped(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.text(max_size=300))
    def test_there_is_an_answer(self, typed):
        assert search(Query.read(typed)) is not None
