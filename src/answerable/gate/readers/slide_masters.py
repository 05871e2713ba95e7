"""What the masters of an old PowerPoint file say of words that say nothing of themselves."""

import struct
from collections.abc import Iterable
from typing import NamedTuple

from answerable.gate.readers.inks import Ink
from answerable.gate.readers.slide_records import (
    everywhere,
    ink_of,
    past_letters,
    past_paragraph,
)

_STYLE = 4003
_BASED = {5: 1, 7: 1, 8: 1, 6: 0}  # kinds of words that look like another kind
_FROM_HERE_NUMBERED = 5
_LEVELS = 5


class Look(NamedTuple):
    """The size in points (0: not said) and the colour, four bytes as they are kept (none: not said)."""

    size: float = 0.0
    colour: bytes = b""


class Masters:
    """The looks of words by their kind (title, body …) and level, if all masters agree."""

    def __init__(self, bodies: Iterable[bytes]) -> None:
        """Read the styles of masters, and of the document for words in boxes."""
        self._looks: dict[tuple[int, int], set[Look]] = {}
        for body in bodies:
            for one in everywhere(body, _STYLE):
                for level, look in _levels(one.instance, one.body):
                    self._looks.setdefault((one.instance, level), set()).add(look)

    def look(self, kind: int, level: int) -> Look:
        """How words of a kind look on a level; what a level does not say, the one above does."""
        size, colour = 0.0, b""
        for base in (kind, _BASED.get(kind, kind)):
            for at in range(min(level, _LEVELS), -1, -1):
                found = self._looks.get((base, at), set())
                if len(found) > 1:
                    return Look()
                for look in found:
                    size, colour = size or look.size, colour or look.colour
        return Look(size, colour)

    def ink(self, kind: int, level: int, scheme: list[Ink]) -> Ink | None:
        """The colour of words of a kind on a level, None if that is not known."""
        return ink_of(self.look(kind, level).colour, scheme)


def _levels(kind: int, body: bytes) -> list[tuple[int, Look]]:
    """Each level and its look; those of a style that breaks off are left out."""
    found: list[tuple[int, Look]] = []
    try:
        count, at = int(struct.unpack_from("<H", body)[0]), 2
        for number in range(min(count, _LEVELS)):
            level = number
            if kind >= _FROM_HERE_NUMBERED:
                level, at = int(struct.unpack_from("<H", body, at)[0]), at + 2
            at = past_paragraph(body, at)
            at, size, colour = past_letters(body, at)
            found.append((level, Look(size, colour)))
    except struct.error:
        pass
    return found
