"""No page can take an address that the site itself uses."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import get_resolver

from editorial.models import BrandPage, HomePage, StandardPage
from editorial.reserved import INDEX_SLUGS, RESERVED_SLUGS
from sportshowroom import urls


def first_parts() -> set[str]:
    """The first part of every fixed address, Wagtail's page tree aside."""
    parts = set()
    for pattern in get_resolver(urls.__name__).url_patterns:
        patterns = (
            pattern.url_patterns if str(pattern.pattern) == "" and hasattr(pattern, "url_patterns") else [pattern]
        )
        parts |= {str(one.pattern).lstrip("^").split("/")[0] for one in patterns}
    return {part for part in parts if part and not set("(<") & set(part)}


def test_every_fixed_address_is_reserved():
    assert {"search", "topics", "glossary", "releases", "country", "admin", "images", "media"} <= first_parts()
    assert first_parts() - {"_util"} <= RESERVED_SLUGS


@pytest.mark.django_db
@pytest.mark.parametrize("page_class", [BrandPage, StandardPage])
@pytest.mark.parametrize("slug", [*sorted(INDEX_SLUGS), "search", "admin"])
def test_a_page_is_refused_such_an_address(page_class, slug):
    HomePage.objects.get().get_children().delete()
    home = HomePage.objects.get()
    with pytest.raises(ValidationError, match="address the site itself uses"):
        home.add_child(instance=page_class(title="Search", slug=slug))
