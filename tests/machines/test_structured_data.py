"""The graph of every page, read back by a library that search people use, and compared with what readers see."""

from itertools import chain

import pytest
from django.conf import settings
from jsonschema import validate

from editorial.models import FeaturePage, PersonPage
from tests.support.html import Document

pytestmark = pytest.mark.django_db

NAMED = {"type": "object", "required": ["@type", "name", "url"], "properties": {"url": {"pattern": "^https?://"}}}
SCHEMAS = {
    "Article": {
        "required": ["@id", "headline", "datePublished", "author", "image", "publisher", "mainEntityOfPage"],
        "properties": {
            "headline": {"type": "string", "maxLength": 120},
            "author": {"type": "array", "minItems": 1, "items": NAMED},
            "image": {"required": ["contentUrl", "width", "height", "creditText"]},
            "datePublished": {"pattern": r"^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$"},
        },
    },
    "BreadcrumbList": {
        "required": ["@id", "itemListElement"],
        "properties": {
            "itemListElement": {"minItems": 2, "items": {"required": ["@type", "position", "name", "item"]}},
        },
    },
    "ItemList": {"required": ["@id", "itemListElement"], "properties": {"itemListElement": {"minItems": 1}}},
    "Organization": {"required": ["@id", "name", "url", "logo"]},
    "WebSite": {"required": ["@id", "name", "url", "publisher", "inLanguage"]},
    "Person": {"required": ["@id", "name", "url"]},
}

CLAIMS = ("name", "headline", "jobTitle", "description", "caption", "creditText")


def words(page: Document) -> str:
    """All a reader sees."""
    return " ".join(page.select_one("body").get_text(" ").split())


def claims(node) -> chain:
    """Every name, headline, role, caption and credit that a node claims, however deep."""
    if isinstance(node, list):
        return chain.from_iterable(map(claims, node))
    if not isinstance(node, dict):
        return chain()
    said = (node[key] for key in CLAIMS if key in node)
    return chain(said, chain.from_iterable(map(claims, node.values())))


def trail(page: Document) -> list[tuple[str, str]]:
    """The visible breadcrumb: what each step says and where it leads; the last leads nowhere."""
    steps = page.select(".breadcrumb li")
    links = [step.select_one("a") for step in steps]
    return [
        (" ".join(step.get_text(" ").split()), link["href"] if link else "")
        for step, link in zip(steps, links, strict=True)
    ]


def test_every_page_has_one_graph_of_the_right_shape(graphs):
    assert len(graphs) > 80
    for path, found in graphs.items():
        assert found.keys() >= {"Organization", "WebSite"}, path
        ids = [node["@id"] for node in found.values()]
        assert len(ids) == len(set(ids)), path
        for kind, schema in SCHEMAS.items():
            if kind in found:
                validate(found[kind], schema)


def test_the_house_is_the_same_on_every_page(graphs):
    houses = [found["Organization"] for found in graphs.values()]
    assert all(house == houses[0] for house in houses)


def test_nothing_is_claimed_that_readers_do_not_see(public_pages, graphs):
    for path, page in public_pages.items():
        seen = words(page)
        for claim in claims([node for kind, node in graphs[path].items() if kind != "WebSite"]):
            assert " ".join(claim.split()) in seen, f"{path}: {claim}"


def test_the_breadcrumb_is_the_visible_one(public_pages, graphs):
    for path, page in public_pages.items():
        visible, found = trail(page), graphs[path].get("BreadcrumbList")
        assert bool(visible) == bool(found), path
        if visible:
            said = [(line["name"], line["item"]) for line in found["itemListElement"]]
            base = settings.WAGTAILADMIN_BASE_URL
            assert said == [(name, base + (href or path)) for name, href in visible], path
            assert [line["position"] for line in found["itemListElement"]] == list(range(1, len(visible) + 1))


def test_stories_say_who_wrote_them_and_when_as_the_byline_does(public_pages, graphs):
    stories = {page.url: page for page in FeaturePage.objects.shown()}
    assert stories
    for path in stories:
        page, article = public_pages[path], graphs[path]["Article"]
        times = {time["datetime"] for time in page.select(".byline time")}
        assert {article["datePublished"], article.get("dateModified", article["datePublished"])} == times, path
        lines = [line for line in page.select(".byline p") if line.get_text().startswith("Words")]
        byline = [(line.a.get_text(), settings.WAGTAILADMIN_BASE_URL + line.a["href"]) for line in lines]
        assert [(author["name"], author["url"]) for author in article["author"]] == byline, path
        assert article["image"]["creditText"] in page.text_of("article figcaption .credit")


def test_people_are_described_on_their_own_pages(graphs):
    for person in PersonPage.objects.shown():
        found = graphs[person.url]
        assert found["WebPage"]["mainEntity"]["@id"] == found["Person"]["@id"]
        assert found["Person"]["@id"] == f"{settings.WAGTAILADMIN_BASE_URL}{person.url}#person"


def test_lists_name_what_they_list(public_pages, graphs):
    lines = graphs["/people/"]["ItemList"]["itemListElement"]
    visible = public_pages["/people/"].select("article.person a")
    assert [line["item"] for line in lines] == [settings.WAGTAILADMIN_BASE_URL + link["href"] for link in visible]
    assert "ItemList" in graphs["/topics/silhouettes/"]
    assert "ItemList" not in graphs["/releases/"]
