"""A request as received, and the questions it asks."""

from dataclasses import dataclass

from answerable.model.finding import Span
from answerable.model.regime import RequestRegime


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked for, with the number the applicant gave it (or ours, from 1).

    ``span`` points into the text it was read from. ``number`` of a nested question is its
    whole path: "1(c)(ii)".
    """

    number: str
    text: str
    span: Span
    wants_counts: bool = False


@dataclass(frozen=True, slots=True)
class RegimeReading:
    """Which regime the subject of a request points to, with the reasons, in words."""

    regime: RequestRegime
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """The text of a request and what it asks. FOIA s.8; EIR reg.5; FOISA s.8."""

    text: str
    questions: tuple[Question, ...]
    reading: RegimeReading

    @property
    def wants_counts(self) -> bool:
        """Whether any question asks for numbers of things or people."""
        return any(question.wants_counts for question in self.questions)
