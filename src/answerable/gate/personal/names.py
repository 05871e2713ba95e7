"""Names of people in running text, told by a model of one's own: it adds, and takes nothing away.

What is hidden is read first, then what anybody sees; each up to a number of characters, because a
model reads a thousand times as slowly as the patterns do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

_HIDDEN, _VISIBLE = 200_000, 100_000
_PIECE = 1_000
_MOST = 5_000  # different names that are told apart in one place

_TITLED = (
    "mr mrs ms miss mx dr prof professor sir dame lord lady cllr councillor pc dc ds di sgt "
    "sergeant insp inspector constable nurse sister rev reverend judge"
)
_PLACED = (
    "road street lane avenue close drive way square park court house hall hospital school college "
    "university bridge gardens terrace grove hill green ward centre center station church budget "
    "council trust ltd limited plc llp group act team unit office department"
)
#: What stands before a surname; a name of one word counts only behind one of these.
TITLES = frozenset(_TITLED.split())
#: Last words that make a name one of a place or a thing.
PLACES = frozenset(_PLACED.split())
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


class NameFinder(Protocol):
    """Finds the names of people in texts."""

    def find(self, texts: Sequence[str]) -> Iterable[list[str]]:
        """For each text the names in it, as they stand there."""


def person(text: str) -> str:
    """The name of a person in what a model took for one, "" if it is too little or a place."""
    words = _WORD.findall(text.split("\n", 1)[0].removesuffix("'s").removesuffix("’s"))
    if not 2 <= len(words) <= 6 or len(text) > 60 or any(map(str.isdigit, text)):
        return ""
    if words[-1].lower() in PLACES or not all(word[0].isupper() for word in words[:1] + words[-1:]):
        return ""
    return " ".join(words)


def key(name: str) -> str:
    """What two writings of one name have in common: no title, no capitals."""
    words = name.casefold().split()
    return " ".join(words[1:] if words[0].rstrip(".") in TITLES else words)


@dataclass
class Names:
    """The different names met in one place."""

    met: dict[str, str] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """One more; beyond a number of different ones the rest is not told apart."""
        if len(self.met) < _MOST:
            self.met.setdefault(key(name), name)

    def __len__(self) -> int:
        return len(self.met)


@dataclass
class Waiting:
    """Text that waits for the model, place by place, until a file has been read to its end."""

    hidden: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    left_out: bool = False
    _room: list[int] = field(default_factory=lambda: [_HIDDEN, _VISIBLE])

    def take(self, place: int, text: str, cells: tuple[str, ...], seen: bool) -> None:
        """Text of a place; ``seen`` if anybody sees it. A row is read cell by cell."""
        text = ". ".join(cell for cell in cells if cell.strip()) if cells else text
        if not any(map(str.isupper, text)):
            return
        if self._room[seen] < len(text):
            self.left_out = True
            text = text[: self._room[seen]]
        self._room[seen] -= len(text)
        if text:
            (self.shown if seen else self.hidden)[place].append(text)

    def pieces(self) -> Iterator[tuple[int, str]]:
        """Place and text, in pieces of a size that suits a model; what is hidden comes first."""
        for waiting in (self.hidden, self.shown):
            for place, texts in waiting.items():
                for piece in _packed(texts):
                    yield place, piece


def _packed(texts: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for text in texts:
        for part in _cut(text):
            if held and size + len(part) > _PIECE:
                yield ". ".join(held)
                held, size = [], 0
            held.append(part)
            size += len(part)
    if held:
        yield ". ".join(held)


def _cut(text: str) -> Iterator[str]:
    while len(text) > _PIECE:
        at = text.rfind(" ", _PIECE // 2, _PIECE)
        at = at if at > 0 else _PIECE
        yield text[:at]
        text = text[at:].lstrip()
    yield text
