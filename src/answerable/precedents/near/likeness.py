"""How much two letters have in common, exactly, and in which words they differ."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_LONG = 30  # pieces, some fifteen words that say what is asked
_COMPARED = 1_500  # words of each: the time grows with their product
_SHOWN = 12  # differing words at most, on each side


def shingles(words: Sequence[str]) -> frozenset[str]:
    """Every word, and every two that are neighbours.

    Of the words that say what is asked two neighbours span some four of the letter; the single
    words keep one changed word of a short request from parting it from its twin.
    """
    return frozenset(words) | {f"{one} {two}" for one, two in pairwise(words)}


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pieces that both have (Jaccard): 1 the same, 0 nothing in common.

    Of short letters single words and pairs count; of letters with 30 pieces and more only the
    pairs, since long letters about different things share most of their single words.
    """
    if min(len(one), len(other)) >= _LONG:
        one, other = _pairs(one), _pairs(other)
    if not one and not other:
        return 0.0
    return len(one & other) / len(one | other)


def _pairs(pieces: frozenset[str]) -> frozenset[str]:
    return frozenset(piece for piece in pieces if " " in piece)


def differing(one: Sequence[str], other: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that only ``one`` has at a place and those only ``other`` has, in order."""
    only_one: list[str] = []
    only_other: list[str] = []
    one, other = one[:_COMPARED], other[:_COMPARED]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            only_one += one[a:b]
            only_other += other[c:d]
    return tuple(only_one[:_SHOWN]), tuple(only_other[:_SHOWN])
