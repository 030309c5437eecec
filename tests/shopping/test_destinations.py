"""Where links may lead, and how they say that a reader came from us."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.shopping.affiliates import Fault, fault, tagged
from editorial.shopping.destinations import Refusal, host_of, is_host, refusal

HOSTS = ["parade.example", "kanal41.example"]
VALUES = {"market": "GB", "offer": "123", "page": "9"}
tokens = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://parade.example/shoe?id=1", None),
        ("https://www.parade.example/shoe", None),
        ("https://evil.example/shoe", Refusal.FOREIGN),
        ("https://notparade.example/shoe", Refusal.FOREIGN),
        ("https://parade.example.evil.example/", Refusal.FOREIGN),
        ("javascript:alert(1)", Refusal.SCHEME),
        ("http://parade.example/", Refusal.SCHEME),
        ("//parade.example/", Refusal.SCHEME),
        ("https://user:secret@parade.example/", Refusal.CREDENTIALS),
        ("https://evil.example@parade.example/", Refusal.CREDENTIALS),
        ("https://parade.example:8443/", Refusal.PORT),
        ("https://127.0.0.1/", Refusal.HOST),
        ("https://[::1/", Refusal.HOST),
        ("https://localhost/", Refusal.HOST),
        ("https://evil.example\\.parade.example/", Refusal.CHARACTERS),
        ("https://parade.example/a b", Refusal.CHARACTERS),
        ("https://parade.example/\r\nSet-Cookie: a", Refusal.CHARACTERS),
        ("https://parade.example/é", Refusal.CHARACTERS),
        ("", Refusal.LENGTH),
        ("https://parade.example/" + "a" * 2000, Refusal.LENGTH),
    ],
)
def test_addresses_that_are_and_are_not_destinations(url, expected):
    assert refusal(url, HOSTS) == expected


@given(st.text(max_size=60) | tokens.map(lambda text: f"https://{text}"))
def test_whatever_is_accepted_leads_to_one_of_the_hosts(url):
    if refusal(url, HOSTS) is None:
        host = urlsplit(url).hostname
        assert any(host == own or host.endswith(f".{own}") for own in HOSTS)


@pytest.mark.parametrize("name", ["Parade.example", "parade", "-a.example", "a..example", "parade.example:80", "1.2.3"])
def test_hosts_are_kept_in_one_way(name):
    assert not is_host(name)


def test_readers_see_the_plain_host():
    assert host_of("https://www.Parade.example/shoe") == "parade.example"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("", None),
        ("tag=house-{market}&sub={offer}", None),
        ("https://click.example/c?m=1&u={url}&s={page}", None),
        ("tag={commission}", Fault.FIELD),
        ("tag={offer", Fault.FIELD),
        ("u={url}", Fault.FIELD),
        ("?tag=1", Fault.PARAMETERS),
        ("tag", Fault.PARAMETERS),
        ("tag=a b", Fault.CHARACTERS),
        ("tag=1#top", Fault.CHARACTERS),
        ("http://click.example/?u={url}", Fault.ADDRESS),
        ("https://{url}/", Fault.ADDRESS),
        ("https://me@click.example/?u={url}", Fault.ADDRESS),
        ("https://click.example/?u=1", Fault.ADDRESS),
    ],
)
def test_templates_that_are_and_are_not(template, expected):
    assert fault(template) == expected


def test_parameters_stand_after_the_shops_own():
    assert tagged("https://parade.example/x?id=1#top", "tag=us&sub={offer}", VALUES) == (
        "https://parade.example/x?id=1&tag=us&sub=123#top"
    )


@given(tokens, tokens)
def test_no_value_changes_where_a_link_leads(page, path):
    values = {**VALUES, "page": page}
    url = f"https://parade.example/{path.replace('?', '').replace('#', '').replace(chr(92), '')}"
    plain = urlsplit(tagged(url, "tag={page}", values))
    assert (plain.scheme, plain.netloc, plain.path) == ("https", "parade.example", urlsplit(url).path)
    assert dict(parse_qsl(plain.query, keep_blank_values=True))["tag"] == page
    carried = urlsplit(tagged(url, "https://click.example/c?u={url}&s={page}", values))
    assert carried.netloc == "click.example"
    assert dict(parse_qsl(carried.query, keep_blank_values=True)) == {"u": url, "s": page}


def test_a_template_with_a_fault_is_not_applied():
    with pytest.raises(ValueError, match="template"):
        tagged("https://parade.example/", "tag={secret}", VALUES)
