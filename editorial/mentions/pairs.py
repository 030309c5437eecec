"""'A x B': two names and what they made together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from editorial.mentions.gazetteer import Gazetteer, Span
from editorial.mentions.names import Target

# Between the two: an x with spaces around it, or a times sign with or without.
TIMES = re.compile(r"\s+[xX]\s+|\s*[×✕✖]\s*")

Together = Mapping[tuple[str, int], Sequence[Target]]


def mentions_in(gazetteer: Gazetteer, text: str) -> list[Span]:
    """The names in a text, where 'A x B' is the collaboration of A and B, or both where none is known."""
    spans = gazetteer.find(text)
    if not gazetteer.together:
        return spans
    joined: list[Span] = []
    for chain in chains(text, spans):
        collaboration = collaboration_of(text, chain, gazetteer.together) if len(chain) > 1 else None
        # Who stands in 'A x B' is no word of the sentence.
        joined += [collaboration] if collaboration else surely(chain) if len(chain) > 1 else chain
    return joined


def surely(chain: Sequence[Span]) -> list[Span]:
    """The same spans without a doubt."""
    return [replace(span, is_sure=True) for span in chain]


def chains(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """The spans in order, those in one list that only an 'x' stands between."""
    found: list[list[Span]] = []
    for span in spans:
        if found and TIMES.fullmatch(text[found[-1][-1].end : span.start]):
            found[-1].append(span)
        else:
            found.append([span])
    return found


def collaboration_of(text: str, chain: Sequence[Span], together: Together) -> Span | None:
    """The collaboration that all of these took part in, the newest first where there are several; or None."""
    shared = list(together.get(chain[0].target.key, ()))
    for span in chain[1:]:
        others = set(together.get(span.target.key, ()))
        shared = [one for one in shared if one in others]
    if not shared:
        return None
    start, end = chain[0].start, chain[-1].end
    return Span(start, end, text[start:end], text[start:end], shared[0], tuple(shared[1:]))
