"""What a file shows to anybody, kept so far as is needed to tell that words stand there too."""

import re
from dataclasses import dataclass, field

#: Characters of running text and of tables that are kept; what is beyond them is not compared.
_TEXT, _TABLES = 1_000_000, 80_000
_CHUNK = 4_096
_MARKS = re.compile(r"[\W_]+")


@dataclass
class Shown:
    """The visible text of a file, compared without spaces, marks and capitals."""

    left: list[int] = field(default_factory=lambda: [_TEXT, _TABLES])
    _new: list[str] = field(default_factory=list)
    _size: int = 0
    _kept: list[str] = field(default_factory=list)
    _whole: str = ""

    def take(self, text: str, *, table: bool) -> None:
        """More of what is seen, ``table`` if it is a row of one."""
        if self.left[table] <= 0:
            return
        self.left[table] -= len(text)
        self._new.append(text)
        self._size += len(text)
        if self._size > _CHUNK:
            self._pack()

    def says(self, text: str) -> bool:
        """Whether the same words are seen; words without a letter or digit always are."""
        if self._new or self._kept:
            self._pack()
            self._whole += "".join(self._kept)
            self._kept.clear()
        return bare(text) in self._whole

    def _pack(self) -> None:
        self._kept.append(bare(" ".join(self._new)))
        self._new.clear()
        self._size = 0


def bare(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return _MARKS.sub("", text.casefold())
