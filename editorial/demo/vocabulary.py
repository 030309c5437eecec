"""Topics and glossary terms."""

from editorial.demo.registry import Registry
from editorial.demo.sources import Entry, fields
from editorial.models import Term, Topic

TOPIC = fields("key title intro")
TERM = fields("key title definition", "aliases brand")


def load_vocabulary(registry: Registry, topics: list[Entry], terms: list[Entry]) -> None:
    """File the words that are missing; those that are there keep what editors made of them."""
    for position, entry in enumerate(topics, start=1):
        topic, is_new = Topic.objects.get_or_create(
            slug=entry.key,
            defaults={
                "title": entry.text("title"),
                "introduction": entry.text("intro"),
                "sort_order": 10 * position,
            },
        )
        registry.add("topic", entry.key, topic, is_new)
    for entry in terms:
        term, is_new = Term.objects.get_or_create(
            slug=entry.key,
            defaults={
                "title": entry.text("title"),
                "aliases": "\n".join(entry.get("aliases", [])),
                "definition": entry.text("definition"),
            },
        )
        registry.add("term", entry.key, term, is_new)


def give_terms_their_brands(registry: Registry, terms: list[Entry]) -> None:
    """Name the brand a technology belongs to, now that brands have pages."""
    for entry in terms:
        if entry.get("brand") and registry.is_fresh("term", entry.key):
            term = registry.find("term", entry.key, entry)
            term.brand_id = registry.named(entry, "brand", "brand").pk
            term.save()
