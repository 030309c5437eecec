"""Where the links of a manuscript lead."""

import pytest

from editorial.manuscripts.links import safe_href

THERE = "https://real.example/page?x=1&y=a%20b#part"
WRITTEN = "https%3A%2F%2Freal.example%2Fpage%3Fx%3D1%26y%3Da%2520b%23part"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.google.com/url?q={WRITTEN}&sa=D&source=editors&ust=16&usg=AO",
        f"https://google.co.uk/url?sa=t&url={WRITTEN}",
        f"https://eur01.safelinks.protection.outlook.com/?url={WRITTEN}&data=05%7C01",
        f"https://l.facebook.com/l.php?u={WRITTEN}&h=AT0",
        f"https://www.google.com/url?q=https%3A%2F%2Fl.instagram.com%2F%3Fu%3D{WRITTEN.replace('%', '%25')}",
    ],
)
def test_detours_are_taken_out(address):
    assert safe_href(address) == THERE


@pytest.mark.parametrize("target", ["javascript:alert(1)", "java%0Ascript:alert(1)", "data:text/html,x", "/search"])
def test_what_lies_beyond_a_detour_is_judged_as_any_link(target):
    assert safe_href(f"https://www.google.com/url?q={target}") == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/search?q=https://real.example",
        "https://google.com.evil.example/url?q=https://real.example",
        "https://notgoogle.com/url?q=https://real.example",
        "https://www.google.com/url?sa=D",
        "https://[broken/url?q=x",
        "mailto:ada@example.org?subject=url",
    ],
)
def test_other_addresses_are_kept_as_they_are(address):
    assert safe_href(address) == address


def test_detours_without_an_end_lead_nowhere():
    assert safe_href("https://www.google.com/url?q=" * 9 + "https://real.example") in ("", "https://real.example")
