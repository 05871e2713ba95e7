"""Where things are in a file: the strip of its sheets, or thumbnails of its pages with areas."""

from dataclasses import dataclass
from typing import Any

from answerable.gate.limits import DEFAULT, Limits
from answerable.gate.pictures.asking import asked
from answerable.model import RefusedInputError, UnusableInputError


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of a workbook: "visible", "hidden" or "very hidden"."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a page (left, top, right, bottom in points), and the check that speaks of it."""

    slug: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page drawn small, with the areas that findings speak of."""

    number: int
    width: float
    height: float
    png: bytes
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """What there is to draw of a file; both empty for a file of another kind."""

    tabs: tuple[Tab, ...] = ()
    pages: tuple[Thumbnail, ...] = ()
    more_pages: int = 0  # with areas, that were not drawn


def where_of(data: bytes, name: str, limits: Limits = DEFAULT) -> Where:
    """Where things are in a file.

    A file that cannot be drawn gives an empty answer: its findings are told in words all the same.
    """
    try:
        answer, body = asked({"do": "where", "name": name}, data, name, limits)
    except (UnusableInputError, RefusedInputError):
        return Where()
    return Where(
        tuple(Tab(one["name"], one["state"]) for one in answer["tabs"]),
        _thumbnails(answer["pages"], body),
        answer["more_pages"],
    )


def _thumbnails(told: list[dict[str, Any]], body: bytes) -> tuple[Thumbnail, ...]:
    found, at = [], 0
    for one in told:
        areas = tuple(
            Area(slug, (left, top, right, bottom))
            for slug, (left, top, right, bottom) in one["areas"]
        )
        png = body[at : at + one["bytes"]]
        found.append(Thumbnail(one["number"], one["width"], one["height"], png, areas))
        at += one["bytes"]
    return tuple(found)
