"""Words that make information environmental, with the limb of the definition they meet.

EIR reg.2(1): (a) the elements of the environment, (b) factors such as waste, noise and
emissions, (c) measures and activities that affect them, (d) reports, (e) economic analyses,
(f) health, safety and built structures so far as affected. A word counts in its sense, not as
a string: "street trading" is not trees, and nobody's "working environment" is the air.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from answerable.letters.patterns import compiled
from answerable.letters.triage.senses import INNER, OTHER_SENSE, ROOTS, SENSES, Strength
from answerable.model import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """Words found, the limb of reg.2(1) they meet, and how plain that is."""

    span: Span
    words: str
    limb: str
    strength: Strength


_PATTERN = compiled(
    "|".join(rf"(?P<s{n}>\b(?:{words})\b)" for n, (_, _, words) in enumerate(SENSES))
)
# What of it stands within one word of the text, at its beginning or after a hyphen: "dust" and not
# "industry"; "air " must end its word. A few stand within: "seabed", "sinkhole", "saltmarsh".
_WITHIN_WORDS = compiled(
    r"(?<![a-z0-9])(?:"
    + "|".join(
        re.escape(root.lstrip() if root.endswith(" ") else max(root.split(), key=len))
        for root in ROOTS
    )
    + ")|"
    + "|".join(INNER)
)


@lru_cache(maxsize=32_768)
def _may_be(word: str) -> bool:
    """Whether a word may be a part of a wording. Letters share their words."""
    return _WITHIN_WORDS.search(f"{word} ") is not None


def environmental(text: str) -> tuple[Reason, ...]:
    """The words in ``text`` (lower case) that meet the definition, in order; at most 20."""
    if not any(map(_may_be, text.split())):
        return ()
    false: list[tuple[int, int]] | None = None  # looked for where there is something to call false
    found: list[Reason] = []
    for match in _PATTERN.finditer(text):
        if false is None:
            false = [other.span() for other in OTHER_SENSE.finditer(text)]
        if any(start < match.end() and match.start() < end for start, end in false):
            continue
        limb, strength, _ = SENSES[int((match.lastgroup or "s0")[1:])]
        found.append(Reason(Span(*match.span()), match.group(), limb, strength))
        if len(found) == 20:
            break
    return tuple(found)
