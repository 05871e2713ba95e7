"""Taking more time, with the notice that the law asks for. FOIA s.10(3); EIR and EI(S)R reg.7."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from answerable import law
from answerable.clock import due
from answerable.desk.cases.actions import note_clock
from answerable.desk.cases.clock import clock_of
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.transitions import State
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.desk.triage import clock_events
from answerable.desk.triage.actions.out import write_out
from answerable.desk.triage.guard import no_class
from answerable.desk.triage.letters import letter, numbers
from answerable.desk.triage.models import Extension
from answerable.law.cites import parse_one
from answerable.model import Cite, UnusableInputError
from answerable.model.decision import MoreTime, Translated


@dataclass(frozen=True, slots=True)
class Wanted:
    """Until when, why, and for which qualified limb (FOIA only)."""

    answer_by: date
    reasons: str
    provision: str = ""
    welsh: tuple[Translated, ...] = ()  # the Welsh of these words, where the letter is in Welsh


def outer_limit(case: Case) -> date | None:
    """The last day that more time may reach; None where the regime gives none."""
    kind = clock_events.more_time(case.law)
    if kind is None:
        return None
    notes = [note.event for note in case.clock_notes.all()]
    return due(case.received_on, case.law, kind.then, notes).due


def extended_to(case: Case) -> date | None:
    """The day by which we said that we would answer, if more time was taken."""
    last = case.extensions.last()
    return last.answer_by if last else None


def more_time_letter(case: Case, wanted: Wanted, questions: Sequence[Question]) -> str:
    """The notice as it would go today.

    Raises:
        UnusableInputError: the regime gives no more time, the day is out of bounds, there is no
            reason, or no public interest balance to weigh.
    """
    _in_bounds(case, wanted.answer_by)
    if not wanted.reasons.strip():
        raise UnusableInputError("Say why more time is needed; it stands in the letter.")
    decision = MoreTime(
        numbers(questions), wanted.reasons.strip(), wanted.answer_by, _qualified(case, wanted)
    )
    kind = "eir_extension" if case.law.environmental else "foia_s10_3_extension"
    return letter(case, decision, kind, questions, wanted.welsh)


@transaction.atomic
def take_more_time(
    case: Case, wanted: Wanted, *, by: User, questions: Sequence[Question] = ()
) -> Extension:
    """Give notice that more time is taken.

    Raises:
        UnusableInputError: a class governs the case, it is not being answered, or as for the letter.
    """
    require(by, Permission.WRITE_CASES)
    no_class(case)
    if case.where is not State.OPEN:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}; more time is taken while it is being answered."
        )
    text = more_time_letter(case, wanted, questions or list(case.questions.all()))
    made = Extension.objects.create(
        case=case,
        provision=wanted.provision.strip() if not case.law.environmental else "",
        reasons=wanted.reasons.strip(),
        answer_by=wanted.answer_by,
        given_on=today(),
        by=by,
    )
    kind = clock_events.more_time(case.law)
    assert kind is not None
    note_clock(case, kind.first, by=by, on=today(), ends=wanted.answer_by)
    write_out(case, "extension", text, by=by)
    return made


def _in_bounds(case: Case, answer_by: date) -> None:
    outer, plain = outer_limit(case), clock_of(case).due
    if outer is None:
        raise UnusableInputError(
            f"There is no more time under {case.regime}: neither for the public interest nor for "
            "complex and voluminous requests. Answer by the due date."
        )
    if today() > plain:
        raise UnusableInputError(
            f"The notice was due by {plain:%-d %B %Y}; more time can no longer be taken."
        )
    if not plain < answer_by <= outer:
        raise UnusableInputError(
            f"The new day must be after {plain:%-d %B %Y} and not after {outer:%-d %B %Y}."
        )


def _qualified(case: Case, wanted: Wanted) -> Cite | None:
    if case.law.environmental:
        return None
    try:
        cite = parse_one(wanted.provision, case.law)
    except ValueError:
        raise UnusableInputError(
            "Name the qualified exemption whose balance you are weighing, as s.43(2)."
        ) from None
    if law.is_ncnd_limb(cite) or law.status(cite) not in ("qualified", "contested"):
        raise UnusableInputError(
            f"{cite} has no public interest balance about disclosure, so no more time can be taken "
            "for it."
        )
    return cite
