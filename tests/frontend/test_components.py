"""What components print, from plain values."""

import json
import re
from types import SimpleNamespace as Thing

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from editorial.models import EditorialImage
from editorial.templatetags.site_chrome import current
from tests.support.pictures import picture_file


def render(name: str, **values) -> str:
    return " ".join(render_to_string(f"components/{name}.html", values).split())


def picture(**changes):
    return {
        "sources": [Thing(type="image/avif", srcset="/a.avif 640w")],
        "src": "/a.jpg",
        "width": 640,
        "height": 427,
        "sizes": "50vw",
        "alt": 'A "shoe"',
        "css": "plate",
        "focal_class": "focal-left-top",
        "priority": False,
    } | changes


def test_a_picture_says_its_size_and_waits_its_turn():
    html = render("picture", picture=picture())
    assert 'width="640" height="427"' in html
    assert 'loading="lazy" decoding="async"' in html
    assert "A &quot;shoe&quot;" in html
    assert 'class="plate focal-left-top"' in html


def test_the_first_picture_does_not_wait():
    html = render("picture", picture=picture(priority=True))
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html


def test_no_picture_prints_nothing():
    assert render("picture", picture=None) == ""


def test_pagination_keeps_the_rest_of_the_query():
    request = RequestFactory().get("/search/", {"q": "gel & foam", "page": "2"})
    html = render("pagination", page_obj=Paginator(range(30), 10).page(2), request=request)
    assert 'rel="prev" href="?q=gel+%26+foam&amp;page=1"' in html
    assert '<span aria-current="page">2</span>' in html


def test_one_page_needs_no_pagination():
    assert render("pagination", page_obj=Paginator(range(3), 10).page(1)) == ""


def test_the_box_label_sets_figures_large():
    rows = [
        Thing(label="First sold", value="2008", css="big"),
        Thing(label="Maker", css="", values=[Thing(text="A & B", url="/a/")]),
    ]
    html = render("spec", heading="ASICS", code="1201A019", rows=rows, id="label")
    assert re.search(r'<div class="big"><dt>First sold</dt><dd>\s*2008\s*</dd></div>', html)
    assert '<a href="/a/">A &amp; B</a>' in html
    assert 'aria-labelledby="label"' in html
    assert "<table" not in html


def test_credits_shared_by_neighbours_are_printed_once():
    shots = [Thing(image=Thing(credit_line=line)) for line in ("Studio", "Studio", "Archive")]
    html = render("captions", pictures=shots, caption="Three.")
    assert html.count("Studio") == 1
    assert "Archive" in html


def test_a_caption_is_words_not_markup():
    html = render("figure", image=None, caption="<b>x</b>", layout="side", ratio="3-2")
    assert 'class="fig-text fig-side"' in html
    assert "&lt;b&gt;" in html


@pytest.mark.django_db
def test_pictures_on_cards_are_credited_once_under_the_page():
    image = EditorialImage.objects.create(title="Shoe", file=picture_file(), credit="Photograph: A. Person")
    page = engines["django"].from_string(
        '{% load pictures %}{% picture image "card" %}{% picture image "card" %}|{% picture_credits %}'
    )
    cards, line = page.render({"image": image}, RequestFactory().get("/")).split("|")
    assert "A. Person" not in cards
    assert line.count("Photograph: A. Person") == 1


@pytest.mark.django_db
def test_a_picture_that_brings_its_caption_is_not_credited_again():
    image = EditorialImage.objects.create(title="Shoe", file=picture_file(), credit="Photograph: A. Person")
    page = engines["django"].from_string(
        '{% load pictures %}{% include "components/figure.html" with image=image only %}|{% picture_credits %}'
    )
    figure, line = page.render({"image": image}, RequestFactory().get("/")).split("|")
    assert figure.count("Photograph: A. Person") == 1
    assert line.strip() == ""


def test_the_contents_list_leads_to_the_sections():
    html = render("toc", sections=[Thing(anchor="an-empty-chair", number=2, heading="An empty chair")])
    assert '<a href="#an-empty-chair"><span>02</span>An empty chair</a>' in html
    assert "1 part<" in html


def test_facts_may_hold_several_linked_values():
    html = render(
        "facts", facts=[Thing(label="Partners", values=[Thing(text="A", url="/a/"), Thing(text="B", url="")])]
    )
    assert '<a href="/a/">A</a>, B' in html


def test_an_embed_asks_nothing_of_the_provider_before_a_click():
    html = render("embed", title="A film", url="https://example.org/w", src="https://example.org/e", provider="Example")
    assert "<iframe" not in html
    assert 'href="https://example.org/w"' in html
    assert 'data-embed="https://example.org/e"' in html


@pytest.mark.parametrize(
    ("here", "link", "expected"),
    [
        ("/features/", "/features/", 'aria-current="page"'),
        ("/features/x/", "/features/", 'aria-current="true"'),
        ("/people/", "/features/", ""),
        ("/people/", "/", ""),
    ],
)
def test_the_masthead_knows_where_the_reader_is(here, link, expected):
    assert current(Thing(path=here), link) == expected


def test_without_a_request_nothing_is_current():
    assert current(None, "/features/") == ""


def test_the_manifest_is_valid_and_its_icons_cover_every_use():
    manifest = json.loads(render_to_string("site/manifest.webmanifest"))
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    assert any(icon.get("purpose") == "maskable" for icon in manifest["icons"])


def test_the_error_page_needs_nothing():
    html = render_to_string("site/500.html")
    assert len(re.findall("<h1", html)) == 1


@pytest.mark.django_db
def test_the_not_found_page_is_a_page_of_the_magazine():
    html = render_to_string("site/404.html", {"request": RequestFactory().get("/nowhere/")})
    assert len(re.findall("<h1", html)) == 1
    assert 'action="/search/"' in html
    assert "csrf" not in html
