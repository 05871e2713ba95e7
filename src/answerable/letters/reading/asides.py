"""What stands between the asking and the thing: "(it arrived that day)", the body's own name.

"You wrote to us on 5 May (it came the same day) for the number of …"; "you asked the Department
for Trade and Ports for the paper …". Neither says what was asked for, and the second holds a
"for" that is nobody's asking.
"""

import re

from answerable.letters.patterns import compiled
from answerable.letters.phrases import holds

# How a note to the date begins: what reached whom, and when.
_BRACKET = compiled(
    r" \((?:it|this|that|which|your|you|our|received|arriv|reached|dated|sent|logged|the same|reference|ref\b)[^()\n]{1,90}\)"
)
# Capitals: "asked the Department for Heavy Transport and Energy", "asked Lochbrae Enterprise".
_NAME = re.compile(
    r"\b(?:ask|asked|asking|approached|contacted|e-?mailed|(?:wrote|written|writing) to)(?P<name> (?:the )?[A-Z][\w'&-]{1,30}(?:(?:,? (?:and|of|for|the|&)){0,3} [A-Z][\w'&-]{1,30}){1,9})"
    r"(?=,? (?:for|to|about|whether|how|what|which|when|why|on|asking|under|by|in)\b)"
)
_ASKING = ("ask", "approached", "contacted", "mailed", "wrote to", "written to", "writing to")


class Head:
    """The first words of a sentence, in lower case, with the asides cut out of them."""

    __slots__ = ("_cuts", "words")

    def __init__(self, flow: str, low: str, start: int, end: int) -> None:
        self.words = low[start:end]
        self._cuts: list[tuple[int, int]] = []
        if "(" in self.words:
            self._cuts += [match.span() for match in _BRACKET.finditer(self.words)]
        if holds(self.words, _ASKING):
            named = _NAME.search(flow, start, end)
            if named is not None:
                at, after = (place - start for place in named.span("name"))
                if not any(begin < after and at < close for begin, close in self._cuts):
                    self._cuts.append((at, after))
        if self._cuts:
            self._cuts.sort()
            self.words = self._kept()

    def _kept(self) -> str:
        kept, position = [], 0
        for start, end in self._cuts:
            kept.append(self.words[position:start])
            position = max(position, end)
        return "".join([*kept, self.words[position:]])

    def place(self, at: int) -> int:
        """Where a place in ``words`` was before the asides were cut out."""
        for start, end in self._cuts:
            if at >= start:
                at += end - start
        return at
