"""Size tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.shopping.sizes import SYSTEMS, chart_for, plain, read_charts, shown
from tests.support.process import ROOT

HEAD = "brand,sizing,EU,UK,US,JP,source"
CHARTS = read_charts((ROOT / "editorial/data/sizes.csv").read_text().splitlines())


@given(st.sampled_from(sorted(CHARTS)), st.sampled_from(SYSTEMS), st.sampled_from(SYSTEMS), st.data())
def test_a_size_comes_back_from_every_system(name, there, back, data):
    chart = CHARTS[name]
    row = data.draw(st.sampled_from(chart.rows))
    away = chart.convert(row[there], there, back)
    assert away == row[back]
    assert chart.convert(away, back, there) == row[there]


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_a_table_names_each_size_once_and_its_source(name):
    assert CHARTS[name].source
    for system in SYSTEMS:
        assert len(set(CHARTS[name].column(system))) == len(CHARTS[name].rows)


@pytest.mark.parametrize("brand", ["adidas", "asics", "new-balance", "nike"])
def test_women_have_a_table_of_their_own(brand):
    women, men = (chart_for(CHARTS, brand, sizing) for sizing in ("women", "men"))
    assert "women" in women.source
    both = set(women.column("EU")) & set(men.column("EU"))
    assert both
    assert all(women.convert(size, "EU", "US") != men.convert(size, "EU", "US") for size in both)


@pytest.mark.parametrize(
    ("written", "read"),
    [("8½", "8.5"), (" UK 8,5", "8.5"), ("42⅔", "42 2/3"), ("EU 42.0", "42"), ("26.5 cm", "26.5"), ("10", "10")],
)
def test_shops_write_sizes_in_many_ways(written, read):
    assert plain(written) == read


def test_a_size_that_the_table_does_not_have_stays_as_the_shop_wrote_it():
    chart = chart_for(CHARTS, "asics", "unisex")
    assert shown("42", "EU", "UK", chart) == ("7.5", "UK")
    assert shown("61", "EU", "UK", chart) == ("61", "EU")
    assert shown("42", "EU", "UK", None) == ("42", "EU")
    assert chart_for(CHARTS, "asics", "kids") is None


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (["brand,EU"], "line 1"),
        ([HEAD, "asics,men,40,6,7,,ASICS"], "line 2"),
        ([HEAD, "asics,men,40,6,7,25,ASICS", "asics,men,41,7,8,26,hearsay"], "line 3"),
    ],
)
def test_a_broken_table_is_refused_by_line(lines, named):
    with pytest.raises(ValueError, match=named):
        read_charts(lines)
