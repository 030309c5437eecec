"""Which requests are a reader on the way to a shop."""

import re

# Words that robots call themselves by, and tools that fetch on somebody's behalf.
ROBOTS = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|preview|facebookexternalhit|monitor|archiver|headless|lighthouse|"
    r"curl/|wget/|python-|go-http-client|java/|okhttp|libwww|httpclient|axios|node-fetch|scrapy",
    re.IGNORECASE,
)
AHEAD_OF_TIME = re.compile(r"prefetch|prerender|preview", re.IGNORECASE)


def is_robot(agent: str) -> bool:
    """Whether the agent says it is a robot, or says nothing at all."""
    return not agent.strip() or ROBOTS.search(agent) is not None


def counts(method: str, agent: str, purposes: str) -> bool:
    """Whether the request is worth counting. `purposes` are the values of Sec-Purpose, Purpose and X-Moz, joined."""
    return method == "GET" and not AHEAD_OF_TIME.search(purposes) and not is_robot(agent)
