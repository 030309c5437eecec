"""Which requests are a reader on the way to a shop, and which of them are the same reader again."""

import hashlib
import re
from ipaddress import ip_address

# What robots write of themselves, in small letters. Chosen from the list that the trade keeps in common,
# github.com/monperrus/crawler-user-agents, as of its revision 75cc57b78322: the words that many of its entries share,
# then visitors that use none of them, then the tools that fetch on somebody's behalf.
WORDS = ("crawl", "spider", "slurp", "archiver", "fetcher", "validator", "checker", "monitor", "headless")
VISITORS = (
    "apis-google", "bingpreview", "facebookcatalog", "facebookexternalhit", "feedburner", "feedly", "google-read-aloud",
    "google web preview", "googleother", "inspectiontool", "lighthouse", "mediapartners-google", "meta-externalagent",
    "netcraft", "pingdom", "skypeuripreview", "whatsapp/", "yahoo link preview",
)  # fmt: skip
TOOLS = (
    "aiohttp", "apache-httpclient", "axios/", "curl/", "go-http-client", "guzzlehttp", "httpx", "java/", "libwww-perl",
    "node-fetch", "okhttp", "phantomjs", "postmanruntime", "python-requests", "python-urllib", "scrapy", "wget",
)  # fmt: skip
# 'bot' ends the names of most; Cubot makes telephones.
ROBOTS = re.compile("|".join([r"(?<!cu)bot\b", *map(re.escape, (*WORDS, *VISITORS, *TOOLS))]), re.IGNORECASE)
AHEAD_OF_TIME = re.compile(r"prefetch|prerender|preview", re.IGNORECASE)
PORT = re.compile(r"(?<=\]):\d+$|^(?P<host>[\d.]+):\d+$")


def is_robot(agent: str) -> bool:
    """Whether the agent says it is a robot, or says nothing at all."""
    return not agent.strip() or ROBOTS.search(agent) is not None


def counts(method: str, agent: str, purposes: str) -> bool:
    """Whether the request is worth counting. `purposes` are the values of Sec-Purpose, Purpose and X-Moz, joined."""
    return method == "GET" and not AHEAD_OF_TIME.search(purposes) and not is_robot(agent)


def reader_address(remote: str, forwarded: str, proxies: int) -> str:
    """The address a reader came from. `remote` is whoever spoke to us, `forwarded` the value of X-Forwarded-For.

    Each of our `proxies` adds the address that spoke to it at the end; what stands before those, anybody can have
    written. With none of our own, or where the entry is missing or no address, it is `remote`.
    """
    named = forwarded.split(",")
    if not proxies or len(named) < proxies:
        return remote
    found = PORT.sub(lambda port: port["host"] or "", named[-proxies].strip()).strip("[]")
    try:
        return str(ip_address(found))
    except ValueError:
        return remote


def fingerprint(salt: str, *facts: str) -> str:
    """A name for facts that nobody who lacks the salt can guess them from."""
    told = "\0".join(facts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, key=salt.encode(), digest_size=16).hexdigest()
