"""Selects that narrow a list, as the filter component prints them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One thing to choose; an empty value chooses nothing."""

    value: str
    label: str
    selected: bool = False


@dataclass(frozen=True)
class Field:
    """A select: the name it has in the address, its label, its options."""

    name: str
    label: str
    options: Sequence[Option]


def select(name: str, label: str, everything: str, choices: Iterable[tuple], chosen: str) -> Field:
    """A select of (value, label) pairs under an option for all of them."""
    found = [Option(str(value), str(words), selected=str(value) == chosen) for value, words in choices]
    return Field(name, label, [Option("", everything, selected=not any(option.selected for option in found)), *found])
