"""What is to be withheld: terms, regions and findings, each with its provision and for whom."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from answerable.gate.cleaning.proof import term_pattern
from answerable.gate.redacting.places import Place, read_place

Box = tuple[float, float, float, float]  # left, top, right, bottom from the top left corner


EVERY_PAGE = 0


class Audience(StrEnum):
    """Whom a copy is for."""

    APPLICANT = "applicant"
    LOG = "log"
    REGULATOR = "regulator"


#: For whom a mark applies that says nothing: the regulator judges what was withheld.
USUAL = (Audience.APPLICANT, Audience.LOG)


@dataclass(frozen=True, slots=True)
class Term:
    """Words to withhold wherever they stand, under a provision ("" if none is given).

    A ``framed`` mark takes nothing out: it shows the regulator what others do not get.
    """

    text: str
    provision: str = ""
    audiences: tuple[Audience, ...] = USUAL
    framed: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """How to find it."""
        return term_pattern(self.text)


@dataclass(frozen=True, slots=True)
class Region:
    """An area: points on a PDF page, dots on a picture. Pages count from 1; 0 is every page."""

    page: int
    box: Box
    provision: str = ""
    audiences: tuple[Audience, ...] = USUAL
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph, table, row, column, cell, picture or note of a Word document."""

    place: Place
    provision: str = ""
    audiences: tuple[Audience, ...] = USUAL
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of the gate whose personal data, in plain sight at ``place``, is to go.

    ``told`` says what kinds; every kind if it names none.
    """

    place: str
    told: str = ""
    provision: str = ""
    audiences: tuple[Audience, ...] = USUAL
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """One row of the schedule: how many passages went from a place under a provision."""

    place: str
    provision: str
    count: int


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is to go from one file; longer terms first, so that none leaves its rest."""

    terms: tuple[Term, ...] = ()
    regions: tuple[Region, ...] = ()
    found: tuple[Found, ...] = ()
    spots: tuple[Spot, ...] = ()

    @classmethod
    def of(cls, order: dict[str, Any]) -> "Marks":
        """From the order that the child process gets, those of its audience."""
        terms = [Term(one[0], one[1], _audiences(one[2:])) for one in order.get("terms", [])]
        regions = [
            Region(
                one["page"],
                (one["box"][0], one["box"][1], one["box"][2], one["box"][3]),
                one["provision"],
                _audiences([one["audiences"]] if "audiences" in one else []),
            )
            for one in order.get("regions", [])
            if "box" in one
        ]
        spots = [
            Spot(
                place,
                one["provision"],
                _audiences([one["audiences"]] if "audiences" in one else []),
            )
            for one in order.get("regions", [])
            if (place := read_place(one.get("place", ""))) is not None
        ]
        found = [
            Found(one["place"], one["told"], one["provision"], _audiences([one["audiences"]]))
            for one in order.get("findings", [])
        ]
        made = cls(tuple(terms), tuple(regions), tuple(found), tuple(spots)).longest_first()
        return made.for_audience(Audience(order.get("audience", Audience.APPLICANT)))

    def longest_first(self) -> "Marks":
        """The same, longer terms first."""
        return replace(self, terms=tuple(sorted(self.terms, key=lambda one: -len(one.text))))

    def for_audience(self, audience: Audience) -> "Marks":
        """The marks that apply; for the regulator the others stay as frames."""
        return Marks(
            _those(self.terms, audience),
            _those(self.regions, audience),
            _those(self.found, audience),
            _those(self.spots, audience),
        )

    @property
    def words(self) -> list[str]:
        """The terms that no copy may hold."""
        return [one.text for one in self.terms if not one.framed]

    @property
    def takes(self) -> bool:
        """Whether anything was named that has to be found and go."""
        given = [one.framed for one in self.terms]
        given += [one.framed for one in self.regions]
        given += [one.framed for one in self.spots]
        given += [one.framed for one in self.found]
        return not all(given)


_Mark = TypeVar("_Mark", Term, Region, Found, Spot)


def _those(marks: tuple[_Mark, ...], audience: Audience) -> tuple[_Mark, ...]:
    return tuple(
        replace(one, framed=audience not in one.audiences)
        for one in marks
        if audience is Audience.REGULATOR or audience in one.audiences
    )


def _audiences(given: Any) -> tuple[Audience, ...]:
    return tuple(Audience(one) for one in given[0]) if given else USUAL
