"""Asking the applicant for more detail; the clock begins anew when it comes. FOIA s.1(3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from answerable.desk.cases.actions import add_note, move, note_clock
from answerable.desk.cases.models import Case, Question
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.desk.triage import clock_events
from answerable.desk.triage.actions.out import write_out
from answerable.desk.triage.guard import must_be_open, no_class
from answerable.desk.triage.letters import letter, numbers
from answerable.desk.triage.models import Clarification
from answerable.model import UnusableInputError
from answerable.model.decision import Clarification as Decision
from answerable.model.decision import Translated


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is not clear, and what there is to choose from."""

    needed: str
    options: tuple[str, ...] = ()
    welsh: tuple[Translated, ...] = ()  # the Welsh of these words, where the letter is in Welsh


def clarification_letter(case: Case, wanted: Wanted, questions: Sequence[Question]) -> str:
    """The letter as it would go today.

    Raises:
        UnusableInputError: nothing is asked, or about no question.
    """
    if not wanted.needed.strip():
        raise UnusableInputError("Say what you need to know from the applicant.")
    decision = Decision(
        numbers(questions), wanted.needed.strip(), wanted.options, clock_events.close_on(today())
    )
    return letter(case, decision, "foia_clarification", questions, wanted.welsh)


@transaction.atomic
def ask_to_clarify(
    case: Case, wanted: Wanted, *, by: User, questions: Sequence[Question] = ()
) -> Clarification:
    """Write to the applicant and wait: the days do not count until they answer.

    Raises:
        UnusableInputError: a class governs the case, it is not open, or nothing is asked.
    """
    require(by, Permission.WRITE_CASES)
    must_be_open(case)
    no_class(case)
    text = clarification_letter(case, wanted, questions or list(case.questions.all()))
    made = Clarification.objects.create(
        case=case,
        needed=wanted.needed.strip(),
        options=list(wanted.options),
        asked_on=today(),
        close_on=clock_events.close_on(today()),
        by=by,
    )
    note_clock(case, clock_events.clarification(case.law).first, by=by, on=today())
    move(case, "ask_to_clarify", by=by)
    write_out(case, "clarification", text, by=by)
    return made


@transaction.atomic
def clarified(case: Case, answer: str, *, by: User | None, on: date | None = None) -> Case:
    """The applicant answered: the time begins anew on that day, it is not merely resumed.

    Args:
        case: one that waits for it.
        answer: the applicant's words.
        by: the officer who takes it in; None if it came by our own page or mail.
        on: the day it came, today if not given.

    Raises:
        UnusableInputError: the case waits for nothing, there are no words, or the day cannot be.
    """
    if by is not None:
        require(by, Permission.WRITE_CASES)
    waiting, day = _waiting(case), on or today()
    if not answer.strip():
        raise UnusableInputError("Put in what the applicant answered.")
    if not waiting.asked_on <= day <= today():
        raise UnusableInputError(
            f"The answer cannot have come on {day:%-d %B %Y}: we asked on "
            f"{waiting.asked_on:%-d %B %Y}. Check the date."
        )
    waiting.answer, waiting.answered_on = answer.strip(), day
    waiting.save(update_fields=["answer", "answered_on"])
    move(case, "clarified", by=by, actor="public")
    note_clock(case, clock_events.clarification(case.law).then, by=by, actor="public", on=day)
    add_note(case, answer, by=by, title="Clarification from the applicant", direction="in")
    return case


@transaction.atomic
def let_clarification_lapse(case: Case, *, by: User) -> Case:
    """Close a request whose clarification did not come in the time that the letter gave.

    Raises:
        UnusableInputError: the case waits for nothing, or the time is not up.
    """
    require(by, Permission.WRITE_CASES)
    waiting = _waiting(case)
    if today() <= waiting.close_on:
        raise UnusableInputError(
            f"The applicant has until {waiting.close_on:%-d %B %Y}; the request stays open till then."
        )
    return move(case, "clarification_lapsed", by=by)


def _waiting(case: Case) -> Clarification:
    found = case.clarifications.filter(answered_on__isnull=True).last()
    if found is None:
        raise UnusableInputError(f"{case.reference} is not waiting for a clarification.")
    return found
