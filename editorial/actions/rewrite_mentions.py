"""Which pages a live feature names: its subjects, and what its body meets.

The rows belong to machines. They follow the live version of a feature and no draft, so they are written when one is
published and removed when it leaves the site.
"""

from collections.abc import Iterator

from django.db import transaction
from wagtail import blocks
from wagtail.models import Page

from editorial.blocks.walk import leaves
from editorial.choices import MentionSource
from editorial.models import FeatureMention, FeaturePage, Term, TermMention
from editorial.running_text.references import PAGE, TERM, linked_ids


def rewrite_mentions(feature: FeaturePage) -> int:
    """Make the feature's mentions those of this version, or none where it is not live; how many there are."""
    wanted = mentions_of(feature) if feature.live else []
    terms = term_mentions_of(feature) if feature.live else []
    with transaction.atomic():
        forget_mentions(feature)
        FeatureMention.objects.bulk_create(wanted)
        TermMention.objects.bulk_create(terms)
    return len(wanted) + len(terms)


def forget_mentions(feature: FeaturePage) -> None:
    """Remove the feature's mentions of pages and terms."""
    FeatureMention.objects.filter(feature=feature).delete()
    TermMention.objects.filter(feature=feature).delete()


def mentions_of(feature: FeaturePage) -> list[FeatureMention]:
    """The mentions of this version, unsaved: subjects in the editor's order, then the body's in reading order.

    A subject that the body meets too is named once, as a subject, with the anchor of the section that meets it first.
    """
    met: dict[int, str] = {}
    for page_id, anchor in pages_met(feature):
        met.setdefault(page_id, anchor)
    explicit = list(dict.fromkeys(subject.page_id for subject in feature.subjects.all()))
    there = set(Page.objects.filter(pk__in=[*explicit, *met]).exclude(pk=feature.pk).values_list("pk", flat=True))
    named = [(pk, MentionSource.EXPLICIT) for pk in explicit if pk in there]
    named += [(pk, MentionSource.BODY) for pk in met if pk in there and pk not in explicit]
    return [
        FeatureMention(feature=feature, subject_id=pk, source=source, anchor=met.get(pk, ""), position=position)
        for position, (pk, source) in enumerate(named)
    ]


def term_mentions_of(feature: FeaturePage) -> list[TermMention]:
    """The glossary terms that words of this version are tied to, unsaved, in reading order."""
    met: dict[int, str] = {}
    for leaf, stored, anchor in leaves_met(feature):
        if isinstance(leaf, blocks.RichTextBlock):
            for term_id in linked_ids([str(stored or "")], TERM):
                met.setdefault(term_id, anchor)
    there = set(Term.objects.filter(pk__in=met).values_list("pk", flat=True)) if met else set()
    named = [pk for pk in met if pk in there]
    return [
        TermMention(feature=feature, term_id=pk, anchor=met[pk], position=position) for position, pk in enumerate(named)
    ]


def pages_met(feature: FeaturePage) -> Iterator[tuple[int, str]]:
    """Every page that the body shows or links to, with its section's anchor, in reading order; again and again."""
    for leaf, stored, anchor in leaves_met(feature):
        if isinstance(leaf, blocks.RichTextBlock):
            for page_id in linked_ids([str(stored or "")], PAGE):
                yield page_id, anchor
        elif isinstance(leaf, blocks.PageChooserBlock) and isinstance(stored, int):
            yield stored, anchor


def leaves_met(feature: FeaturePage) -> Iterator[tuple[blocks.Block, object, str]]:
    """Every field of the body with its stored value and its section's anchor, in reading order."""
    for item in feature.body.raw_data:
        section = feature.body.stream_block.child_blocks.get(item["type"])
        if section is None:
            continue
        anchor = item["value"].get("anchor") or ""
        for leaf, stored in leaves(section, item["value"]):
            yield leaf, stored, anchor
