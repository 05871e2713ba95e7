"""One worksheet, streamed: its rows as a person sees them, and the cells that are not seen."""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers import expat

from answerable.gate.limits import HeldError
from answerable.gate.readers.archive import Measured
from answerable.gate.readers.sheet_cells import Rows
from answerable.gate.readers.sheet_look import Kept, Look, Value, letter
from answerable.gate.readers.sheet_parts import Parts
from answerable.gate.readers.sheet_plain import PlainRows
from answerable.gate.spans import Span

__all__ = ["Kept", "Look", "Value", "kept_rows", "letter", "rows"]

_CHUNK = 1 << 17
_LONGEST = 1 << 22  # characters of a row that is waited for
_TABLE, _ROW, _END = "<sheetData>", "<row", "</row>"


def rows(stream: Measured, look: Look) -> Iterator[Span]:
    """Spans of one worksheet part, row by row.

    Raises:
        TooMuchError: the part carries a document type. HeldError: it is damaged.
    """
    judge = Rows(look)
    for _ in _read(stream, judge):
        yield from judge.out
        judge.out.clear()
    yield from judge.rest()


def kept_rows(stream: Measured, look: Look, kept: Kept) -> Iterator[tuple[int, list[Value]]]:
    """The rows that are seen, as they are read; ``kept.pale`` is whole at the end.

    Raises:
        As for ``rows``.
    """
    judge = Rows(replace(look, kept=kept))
    for _ in _read(stream, judge):
        judge.out.clear()
        yield from kept.rows
        kept.rows.clear()


def _read(stream: Measured, judge: Rows) -> Iterator[None]:
    reading = _Reading(Parts(judge))
    try:
        while piece := stream.read(_CHUNK):
            reading.feed(piece)
            yield
        reading.close()
    except (expat.ExpatError, ValueError) as problem:
        raise HeldError(f"{judge.look.label} is damaged and cannot be read") from problem
    yield


class _Reading:
    """Bytes to the parser, save for the plain rows of the table.

    Rows are taken past the parser only from a place where the parser itself says that the table
    has just begun or a row has just ended; else it gets everything.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._plain = PlainRows(parts)
        self._decode = codecs.getincrementaldecoder("utf-8")()
        self._text = ""  # read and not yet taken
        self._fed = 0
        self._where = "before"  # the table; then "in" it; then "after" it

    def feed(self, piece: bytes) -> None:
        if self._where == "after":
            self._parse(piece)
        elif self._where == "before":
            self._before(piece)
        else:
            self._text += self._decode.decode(piece)
            self._rows()

    def close(self) -> None:
        self._leave(self._decode.decode(b"", True))
        self._parts.parser.Parse(b"", True)

    def _parse(self, piece: bytes) -> None:
        self._fed += len(piece)
        self._parts.parser.Parse(piece, False)

    def _before(self, piece: bytes) -> None:
        at = piece.find(_TABLE.encode())
        if at < 0:  # one that is cut in two is read by the parser alone
            self._parse(piece)
            return
        begun = at + len(_TABLE)
        self._parse(piece[:begun])
        if self._parts.edge == self._fed - len(_TABLE) and self._parts.utf8:
            self._where = "in"
            self.feed(piece[begun:])
        else:
            self._where = "after"
            self._parse(piece[begun:])

    def _rows(self) -> None:
        text, at = self._text, 0
        while (end := text.find(_END, at)) >= 0:
            if not self._plain.take(text, at, end):
                self._parse(text[at : end + len(_END)].encode())
                if self._parts.edge != self._fed - len(_END):
                    self._text = ""
                    self._leave(text[end + len(_END) :])
                    return
            at = end + len(_END)
        self._text = text[at:]
        begun = self._text.lstrip()
        if len(begun) > _LONGEST or not begun.startswith(_ROW[: len(begun)]):
            self._leave("")

    def _leave(self, rest: str) -> None:
        """The parser takes over for good, with what was read and not yet taken."""
        waiting, _ = self._decode.getstate()
        self._decode.reset()
        self._where = "after"
        self._parse((self._text + rest).encode() + waiting)
        self._text = ""
