"""Words of a slide under a box that lies over a part of their shape only."""

from typing import Any

from answerable.gate.readers.over_words import Box, Line, Paper, covered, height
from answerable.gate.readers.slide_looks import Place, SlideLooks
from answerable.gate.readers.trees import attr, each, local, squash

_EMU = 12_700
_INSET = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_USUAL = 18.0
_LONG = 1e6


def under_part(over: Place, under: Place, shape: Any, looks: SlideLooks, fill: Any) -> list[str]:
    """The paragraphs of a shape that a box lies over, by where its lines come to stand."""
    body = next(iter(each(shape, "txBody")), None)
    if body is None or not _meet(over, under):
        return []
    frame = next(iter(each(body, "bodyPr")), body)
    inset = {name: int(attr(frame, name) or usual) for name, usual in _INSET.items()}
    scale = next(
        (float(attr(x, "fontScale") or 100_000) / 100_000 for x in each(frame, "normAutofit")), 1.0
    )
    lines = [_line(x, shape, looks, scale) for x in each(body, "p")]
    wide = max((under[2] - inset["lIns"] - inset["rIns"]) / _EMU, 1.0)
    paper = Paper(wide, _LONG, 0, 0)
    high = (under[3] - inset["tIns"] - inset["bIns"]) / _EMU
    top = _start(attr(frame, "anchor"), lines, wide, high)
    box = Box(
        0,
        (over[0] - under[0] - inset["lIns"]) / _EMU,
        (over[1] - under[1] - inset["tIns"]) / _EMU - top,
        over[2] / _EMU,
        over[3] / _EMU,
        fill=fill,
    )
    return list(covered([box], lines, paper))


def _meet(one: Place, other: Place) -> bool:
    return all(one[n] < other[n] + other[n + 2] and other[n] < one[n] + one[n + 2] for n in (0, 1))


def _line(paragraph: Any, shape: Any, looks: SlideLooks, scale: float) -> Line:
    runs = each(paragraph, "r") or [None]
    size = max(looks.letters(run, paragraph, shape)[1] for run in runs) or _USUAL
    side = next((attr(x, "algn") for x in paragraph if local(x) == "pPr"), "")
    said = squash("".join(x.text or "" for x in each(paragraph, "t")))
    return Line(said, size * scale, 0.0, 0.0, side in ("ctr", "r"))


def _start(anchor: str, lines: list[Line], wide: float, high: float) -> float:
    """How far down the first line begins, by where the words of the shape are hung."""
    if anchor not in ("ctr", "b"):
        return 0.0
    room = max(high - sum(height(x, wide) for x in lines), 0.0)
    return room / 2 if anchor == "ctr" else room
