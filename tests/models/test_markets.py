"""How a country is called inside a sentence."""

import pytest

from editorial.models import Market
from editorial.models.markets import WITH_ARTICLE


@pytest.mark.parametrize(
    ("code", "words"),
    [("GB", "the United Kingdom"), ("NL", "the Netherlands"), ("JP", "Japan"), ("VG", "the British Virgin Islands")],
)
@pytest.mark.django_db
def test_a_country_takes_its_article(code, words):
    assert Market.objects.get(code=code).name_in_text == words


@pytest.mark.django_db
def test_every_country_with_an_article_is_one_we_know():
    codes = WITH_ARTICLE.split()
    assert Market.objects.filter(code__in=codes).count() == len(codes)
