"""Which requests are a reader's, and whose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.shopping.clicks import counts, fingerprint, is_robot, reader_address

BROWSERS = [
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 15; CUBOT X90) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 370.0",
    "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari",
    "Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423 Version/12.16",
    "Mozilla/5.0 (X11; U; Linux armv7l; en-us) AppleWebKit/534.26+ (KHTML, like Gecko) Kindle/3.0+",
]  # fmt: skip
# Each as it writes itself, from the list that the room's own list names as its source.
ROBOTS = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "AdsBot-Google (+http://www.google.com/adsbot.html)",
    "APIs-Google (+https://developers.google.com/webmasters/APIs-Google.html)",
    "Mediapartners-Google",
    "Feedfetcher-Google; (+http://www.google.com/feedfetcher.html; 1 subscribers; feed-id=728742641706423)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "ia_archiver (+http://www.alexa.com/site/help/webmasters; crawler@alexa.com)",
    "FAST-WebCrawler/3.8",
    "python-requests/2.22.0",
    "Python-urllib/3.7",
    "Python/3.9 aiohttp/3.7.3",
    "python-httpx/0.16.1",
    "Go-http-client/2.0",
    "Wget/1.20.3 (linux-gnu)",
    "curl/8.5.0",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
    "",
    " ",
]


@pytest.mark.parametrize("agent", BROWSERS)
def test_a_browser_is_no_robot(agent):
    assert not is_robot(agent)


@pytest.mark.parametrize("agent", ROBOTS)
def test_a_robot_is_one(agent):
    assert is_robot(agent)


@pytest.mark.parametrize(
    ("method", "purposes", "expected"),
    [
        ("GET", "", True),
        ("GET", "   ", True),
        ("HEAD", "", False),
        ("GET", "prefetch", False),
        ("GET", "prefetch;prerender", False),
        ("GET", "prefetch;anonymous-client-ip", False),
        ("GET", " Prerender", False),
        ("GET", "preview", False),
    ],
)
def test_a_click_is_what_somebody_asked_for(method, purposes, expected):
    assert counts(method, BROWSERS[0], purposes) is expected


@pytest.mark.parametrize(
    ("forwarded", "proxies", "expected"),
    [
        ("192.0.2.1", 0, "203.0.113.9"),
        ("192.0.2.1", 1, "192.0.2.1"),
        ("198.51.100.7, 192.0.2.1", 1, "192.0.2.1"),
        ("198.51.100.7,192.0.2.1, 192.0.2.8", 2, "192.0.2.1"),
        ("192.0.2.1", 2, "203.0.113.9"),
        ("", 1, "203.0.113.9"),
        ("unknown", 1, "203.0.113.9"),
        ("192.0.2.1:51234", 1, "192.0.2.1"),
        ("2001:db8::1", 1, "2001:db8::1"),
        ("[2001:DB8:0::1]:443", 1, "2001:db8::1"),
        ("192.0.2.1'; DROP TABLE", 1, "203.0.113.9"),
    ],
)
def test_a_reader_comes_from_where_our_own_proxies_say(forwarded, proxies, expected):
    assert reader_address("203.0.113.9", forwarded, proxies) == expected


@given(st.text(max_size=40), st.integers(1, 3), st.lists(st.ip_addresses().map(str), min_size=3, max_size=3))
def test_nothing_that_a_client_writes_changes_who_it_is(written, proxies, added):
    honest = reader_address("203.0.113.9", ", ".join(added), proxies)
    assert reader_address("203.0.113.9", ", ".join([written, *added]), proxies) == honest == added[-proxies]


@given(st.text(max_size=60), st.integers(0, 3))
def test_an_address_is_an_address_or_that_of_whoever_spoke(written, proxies):
    found = reader_address("203.0.113.9", written, proxies)
    assert found == "203.0.113.9" or set(found.lower()) <= set("0123456789abcdef:.%") | set(written.lower())


@given(st.lists(st.text(max_size=20), min_size=2, max_size=4), st.lists(st.text(max_size=20), min_size=2, max_size=4))
def test_a_fingerprint_is_of_all_facts_and_of_the_salt(these, those):
    kept = [fact.replace("\0", "") for fact in these], [fact.replace("\0", "") for fact in those]
    assert (fingerprint("salt", *kept[0]) == fingerprint("salt", *kept[1])) == (kept[0] == kept[1])
    assert fingerprint("salt", *kept[0]) != fingerprint("another", *kept[0])
