"""Reading answers the way a browser or a search engine does."""

import json
from collections import Counter

from bs4 import BeautifulSoup


class Document(BeautifulSoup):
    """A parsed page with the questions our tests ask most."""

    def __init__(self, markup, *args, **kwargs):
        super().__init__(getattr(markup, "content", markup), "html.parser", *args, **kwargs)

    def text_of(self, selector: str) -> str:
        """The text of the first match, with white space made single. Raises AssertionError when there is none."""
        found = self.select_one(selector)
        assert found is not None, f"nothing matches {selector}"
        return " ".join(found.get_text(" ").split())

    def texts(self, selector: str) -> list[str]:
        """The texts of all matches, in order."""
        return [" ".join(found.get_text(" ").split()) for found in self.select(selector)]

    def meta(self, name: str) -> str | None:
        """The content of `<meta name=…>` or `<meta property=…>`, or None."""
        found = self.find("meta", attrs={"name": name}) or self.find("meta", attrs={"property": name})
        return found["content"] if found else None

    def links(self) -> list[str]:
        """Every href of an `a` element, in order."""
        return [found["href"] for found in self.select("a[href]")]

    def duplicate_ids(self) -> list[str]:
        """Ids that stand on more than one element."""
        counts = Counter(found["id"] for found in self.select("[id]"))
        return sorted(name for name, count in counts.items() if count > 1)

    def structured_data(self) -> list[dict]:
        """The JSON-LD documents of the page. Raises ValueError when one is not JSON."""
        return [json.loads(found.string) for found in self.select('script[type="application/ld+json"]')]
