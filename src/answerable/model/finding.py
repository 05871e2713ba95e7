"""One kind of finding for every check: letter rules, record rules, table rules, file checks."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple

from answerable.model.cite import Cite, Source


class Severity(IntEnum):
    """How much it matters, in an order that can be compared."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def word(self) -> str:
        """The word used in reports and on the command line."""
        return self.name.lower()


class Certainty(StrEnum):
    """``sure``: plain on the face of the text. ``likely``: a careful reader might differ."""

    SURE = "sure"
    LIKELY = "likely"


class Basis(StrEnum):
    """What kind of failing it is; reports are sorted by it."""

    STATUTORY = "statutory"  # a notice or procedural duty in the Act or Regulations
    MERITS = "merits"  # whether the exemption or the answer is right
    GOOD_PRACTICE = "good_practice"  # a Code or the regulator's expectation


class Span(NamedTuple):
    """Characters ``start`` up to but not including ``end`` of the text a report carries."""

    start: int
    end: int


class Place(NamedTuple):
    """A place in words a person can follow: a field of a record, a sheet of a workbook."""

    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say.

    It says "the notice does not show X, required by Y", never "unlawful". ``where`` is a
    ``Span`` in a letter or a ``Place`` elsewhere; an empty span at the end of the text means
    "missing from the letter".
    """

    code: str
    slug: str
    severity: Severity
    certainty: Certainty
    basis: Basis
    message: str
    cites: tuple[Cite | Source, ...]
    where: Span | Place
    excerpt: str
    fix: str

    def as_json(self) -> dict[str, Any]:
        """The finding in the form of the command-line contract."""
        where: dict[str, Any]
        if isinstance(self.where, Span):
            where = {"span": [self.where.start, self.where.end]}
        else:
            where = {"place": self.where.words}
        return {
            "code": self.code,
            "slug": self.slug,
            "severity": self.severity.word,
            "certainty": self.certainty.value,
            "basis": self.basis.value,
            "message": self.message,
            "cites": [str(cite) for cite in self.cites],
            "where": where,
            "excerpt": self.excerpt,
            "fix": self.fix,
        }
