"""PDF before it is drawn: how much its streams unpack to, and whether its drawings hold themselves.

A drawing engine does both without a limit; a file of a few hundred bytes can ask for a gigabyte.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Any

from answerable.gate.limits import Limits, TooMuchError

_STREAM = re.compile(rb"stream\r?\n?")
_DRAWS = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+Do\b")
_FREE = 4 << 20  # a stream this small may be packed as tightly as it likes
_PIECE = 1 << 16
_TIMES = 3  # how often over a stream may be packed, and is counted
_WITHIN = 28  # forms in forms; a drawing engine gives up soon after
_MOST = 100_000  # forms that a page draws, with those in them


def weigh(data: bytes, limits: Limits) -> None:
    """Unpack every packed stream piece by piece, keeping nothing, and stop at the limit.

    Raises:
        TooMuchError: one unpacks to far more than it should.
    """
    for found in _STREAM.finditer(data):
        start = found.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        most = min(max(_FREE, limits.part_ratio * (end - start)), limits.unpacked_bytes)
        packed, got = _Packed(_TIMES), 0
        for at in range(start, end, _PIECE):
            for size in packed.take(data[at : min(at + _PIECE, end)]):
                got += size
                if got > most:
                    raise TooMuchError("unpacks to far more than it should (a stream of the PDF)")
            if packed.over:
                break


class _Packed:
    """Bytes that may be packed, and what comes out of them as well."""

    def __init__(self, times: int) -> None:
        self._unpacker = zlib.decompressobj()
        self._within = _Packed(times - 1) if times > 1 else None
        self.over = False

    def take(self, piece: bytes) -> Iterator[int]:
        """How many bytes come out of the next piece, a little at a time."""
        while piece and not self.over:
            try:
                out = self._unpacker.decompress(piece, _PIECE)
            except zlib.error:
                self.over = True
                return
            piece, self.over = self._unpacker.unconsumed_tail, self._unpacker.eof
            yield len(out)
            if self._within is not None and out:
                yield from self._within.take(out)


def no_circles(pdf: Any) -> None:
    """Follow the forms that forms draw.

    Raises:
        TooMuchError: one draws itself, or they are too many or too deep in one another.
    """
    forms = _forms(pdf)
    shared = _of_pages(pdf) if forms else {}
    draws = {key: _drawn_by(form, shared) for key, form in forms.items()}
    counted: dict[Any, int] = {}
    for key in draws:
        _count(key, draws, counted, ())


def _forms(pdf: Any) -> dict[Any, Any]:
    import pikepdf

    return {
        one.objgen: one
        for one in pdf.objects
        if isinstance(one, pikepdf.Stream) and str(one.get("/Subtype", "")) == "/Form"
    }


def _of_pages(pdf: Any) -> dict[str, set[Any]]:
    """What pages call by which name: a form without a list of its own draws from theirs."""
    named: dict[str, set[Any]] = {}
    for page in pdf.pages:
        for name, one in _listed(page.get("/Resources")):
            named.setdefault(name, set()).add(one)
    return named


def _listed(resources: Any) -> Iterator[tuple[str, Any]]:
    objects: Any = resources.get("/XObject") if resources is not None else None
    if objects is not None:
        for name in list(objects.keys()):
            yield str(name)[1:], objects[name].objgen


def _drawn_by(form: Any, shared: dict[str, set[Any]]) -> list[Any]:
    import pikepdf

    try:
        content = form.read_bytes()
    except pikepdf.PdfError:
        return []  # what cannot be unpacked is not drawn either
    names = [_plain(one) for one in _DRAWS.findall(content)]
    if not names:
        return []
    own = form.get("/Resources")
    known = shared if own is None else {name: {one} for name, one in _listed(own)}
    return [one for name in names for one in known.get(name, ())]


def _plain(name: bytes) -> str:
    made = re.sub(rb"#([0-9A-Fa-f]{2})", lambda one: bytes([int(one.group(1), 16)]), name)
    return made.decode("utf-8", "replace")


def _count(key: Any, draws: dict[Any, list[Any]], counted: dict[Any, int], within: Any) -> int:
    """How many forms one draws, itself and those in them."""
    if key not in draws:
        return 0  # a picture
    if key in counted:
        return counted[key]
    if key in within or len(within) > _WITHIN:
        raise TooMuchError("draws a part of its pages within itself")
    total = 1 + sum(_count(one, draws, counted, (*within, key)) for one in draws[key])
    if total > _MOST:
        raise TooMuchError(f"draws more than {_MOST:,} parts within one another")
    counted[key] = total
    return total
