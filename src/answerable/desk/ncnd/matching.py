"""Which classes in force a case is asked under, before anybody searches, and why."""

from dataclasses import dataclass
from datetime import date

from answerable.desk.cases.models import Case, Question
from answerable.desk.ncnd.lines import Line, found, read_line
from answerable.desk.ncnd.models import NcndClass
from answerable.model import UnusableInputError


@dataclass(frozen=True, slots=True)
class Reason:
    """A question that has a line of the class, and the words that show it."""

    number: str
    line: str
    shown: tuple[str, ...]

    @property
    def words(self) -> str:
        """For an officer."""
        shown = " and ".join(f"“{each}”" for each in dict.fromkeys(self.shown))
        return f"Question {self.number} speaks of {shown} (line: {self.line})."


@dataclass(frozen=True, slots=True)
class Proposal:
    """A class of the register that a case seems to fall under, and the questions outside it."""

    ncnd_class: NcndClass
    reasons: tuple[Reason, ...]
    outside: tuple[str, ...]


def lines_of(ncnd_class: NcndClass) -> tuple[Line, ...]:
    """The lines of a class; one that can no longer be read is left out, not trusted."""
    read = []
    for text in ncnd_class.words:
        try:
            read.append(read_line(str(text)))
        except UnusableInputError:
            continue
    return tuple(read)


def proposals(case: Case, day: date) -> list[Proposal]:
    """The classes in force on ``day`` that a question of the case is asked under."""
    classes = list(NcndClass.objects.in_force(day).select_related("approved_by"))
    questions = list(case.questions.all()) if classes else []
    found_ = [_proposal(case, questions, each) for each in classes]
    return [each for each in found_ if each is not None]


def _proposal(case: Case, questions: list[Question], ncnd_class: NcndClass) -> Proposal | None:
    lines, reasons, outside = lines_of(ncnd_class), [], []
    for question in questions:
        hit = found(lines, question.text, case.text)
        if hit is None:
            outside.append(question.number)
        else:
            reasons.append(Reason(question.number, hit.line.text, hit.words))
    return Proposal(ncnd_class, tuple(reasons), tuple(outside)) if reasons else None
