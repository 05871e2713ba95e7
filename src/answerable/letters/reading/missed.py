"""Numbered questions that do not look like questions, between others that do."""

from dataclasses import replace

from answerable.letters.patterns import compiled
from answerable.letters.reading import cues
from answerable.model import Block, Voice


def with_missed_questions(blocks: list[Block], low: str) -> list[Block]:
    """A numbered question between questions is one, though it does not look like one.

    "(ii) The survey sections on which the model was built." between (i) and (iii), each above
    its answer.
    """
    asked = {block.number for block in blocks if block.number and block.voice is Voice.REQUEST}
    places = [n for n, block in enumerate(blocks) if block.number]
    made = list(blocks)
    for before, here, after in zip([None, *places], places, [*places[1:], None], strict=False):
        block = blocks[here]
        if block.voice is not Voice.AUTHORITY or block.number in asked or here + 1 == after:
            continue
        beside = [
            made[n] for n in (before, after) if n is not None and made[n].voice is Voice.REQUEST
        ]
        words = low[block.span.start : block.span.end]
        if (
            any(_adjoins(other.number, block.number) for other in beside)
            and len(words) < 160
            and _BARE_ASK.match(words)
            and not cues.OWN.search(words)
            and here + 1 < len(blocks)
            and blocks[here + 1].voice is Voice.AUTHORITY
        ):
            made[here] = replace(block, voice=Voice.REQUEST)
            asked.add(block.number)
    return made


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _adjoins(one: str, other: str) -> bool:
    """Whether two labels follow each other, either way."""
    if one.isdigit() and other.isdigit():
        return abs(int(one) - int(other)) == 1
    if one in _ROMAN and other in _ROMAN and (len(one + other) > 2 or {one, other} == {"i", "v"}):
        return abs(_ROMAN.index(one) - _ROMAN.index(other)) == 1
    return len(one) == len(other) == 1 and abs(ord(one) - ord(other)) == 1


# No answer begins so, and none is so short: "C. The operator's business plan for 2024 to 2029."
_BARE_ASK = compiled(
    r"(?:q(?:uestion)?[ ]?)?\(?\w{1,4}[.):]{1,2}[ ]{1,4}(?!held\b|we\b|i\b|it\b|this\b|these\b|they\b|there\b|yes\b|no\b|none\b|nil\b|see\b|please\b|enclosed|attached|exempt|refused|withheld|in (?:answer|response|reply)|as to\b|you\b|your\b)(?:(?!\b(?:is|are|was|were|has|have) (?:held|not|exempt|attached|enclosed|below|in|at)\b)[^\n])*$"
)
