"""Every page the sitemap lists, read once, and what its graph says."""

import extruct
import pytest
from django.test import Client

from tests.machines.listing import listed
from tests.support.html import Document

PAGE_KINDS = {"WebPage", "CollectionPage", "ProfilePage", "ItemPage"}


# Of the shops of each market, which are hundreds of pages of one kind, one page in so many is read.
ONE_IN = 60


def sample(paths) -> list[str]:
    """All paths but for most of the markets' shops."""
    shops = sorted(path for path in paths if "/where-to-buy/" in path)
    return [path for path in paths if path not in shops] + shops[::ONE_IN]


@pytest.fixture(scope="session")
def read_already() -> dict[str, Document]:
    """What the first module that read the demo leaves to the others."""
    return {}


@pytest.fixture(scope="module")
def public_pages(demo_site, django_db_blocker, read_already) -> dict[str, Document]:
    """The demo's public pages by path, parsed. Tests only read them."""
    if not read_already:
        client = Client()
        with django_db_blocker.unblock():
            read_already |= {path: Document(client.get(path)) for path in sample(listed(client))}
    return read_already


@pytest.fixture(scope="module")
def graphs(public_pages) -> dict[str, dict[str, dict]]:
    """The nodes of every page's graph, as `nodes_of` gives them."""
    return {path: nodes_of(page) for path, page in public_pages.items()}


@pytest.fixture
def nodes():
    """Reads the graph of one page."""
    return nodes_of


def nodes_of(page: Document) -> dict[str, dict]:
    """The nodes of a page's one graph by type, read by a library made for it. Any kind of page counts as a WebPage."""
    [document] = extruct.extract(str(page), syntaxes=["json-ld"])["json-ld"]
    assert document["@context"] == "https://schema.org"
    found = {node["@type"]: node for node in document["@graph"]}
    assert len(found) == len(document["@graph"])
    [kind] = found.keys() & PAGE_KINDS
    found["WebPage"] = found.pop(kind)
    return found
