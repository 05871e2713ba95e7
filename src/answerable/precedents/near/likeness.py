"""How much two letters have in common, exactly, and in which words they differ."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_SHOWN = 12  # differing words at most, on each side


def shingles(words: Sequence[str]) -> frozenset[str]:
    """Every word, and every two that are neighbours.

    Of the words that say what is asked two neighbours span some four of the letter; the single
    words keep one changed word of a short request from parting it from its twin.
    """
    return frozenset(words) | {f"{one} {two}" for one, two in pairwise(words)}


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all pieces that both have (Jaccard): 1 the same, 0 nothing in common."""
    if not one and not other:
        return 0.0
    return len(one & other) / len(one | other)


def differing(one: Sequence[str], other: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that only ``one`` has at a place and those only ``other`` has, in order."""
    only_one: list[str] = []
    only_other: list[str] = []
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            only_one += one[a:b]
            only_other += other[c:d]
    return tuple(only_one[:_SHOWN]), tuple(only_other[:_SHOWN])
