"""Another authority holds it: handing the request on, or saying where to ask.

FOIA s.16 and the s.45 Code (no transfer without consent); EIR reg.10; FOISA s.15.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case, Question
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.desk.triage.actions.out import write_out
from answerable.desk.triage.guard import must_be_open, no_class
from answerable.desk.triage.letters import letter, numbers
from answerable.desk.triage.models import Advice
from answerable.model import Regime, UnusableInputError
from answerable.model.decision import Transfer, Translated

_KINDS = {Regime.FOIA: "foia_not_held", Regime.FOISA: "foisa_not_held"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who holds it, how to reach them, and where we looked first."""

    to: str
    searches: str
    welsh: tuple[Translated, ...] = ()  # the Welsh of these words, where the letter is in Welsh


def transfer_letter(
    case: Case, wanted: Wanted, questions: Sequence[Question], *, handed_on: bool
) -> str:
    """The letter as it would go today.

    Raises:
        UnusableInputError: the other authority or the searches are missing.
    """
    if not wanted.to.strip() or not wanted.searches.strip():
        raise UnusableInputError("Name the other authority, and say where you looked first.")
    decision = Transfer(
        numbers(questions),
        wanted.searches.strip(),
        wanted.to.strip(),
        today() if handed_on else None,
    )
    kind = _KINDS.get(case.law, "eir_refusal")
    return letter(case, decision, kind, questions, wanted.welsh)


@transaction.atomic
def hand_on(case: Case, wanted: Wanted, *, by: User, consent: bool) -> Advice:
    """Hand the whole request on, tell the applicant, and be done with it.

    Raises:
        UnusableInputError: a class governs the case, it is not open, a part is missing, or the
            applicant has not agreed where the law leaves it to them.
    """
    require(by, Permission.WRITE_CASES)
    must_be_open(case)
    no_class(case)
    if case.law is Regime.FOIA and not consent:
        raise UnusableInputError(
            "Under the Act a request is handed on only if the applicant agrees. Ask them first, or "
            "tell them where to ask."
        )
    text = transfer_letter(case, wanted, list(case.questions.all()), handed_on=True)
    made = _keep(case, wanted, None, by=by, handed_on=True)
    Case.objects.filter(pk=case.pk).update(outcome="transfer")
    case.outcome = "transfer"
    move(case, "transfer", by=by)
    write_out(case, "transfer", text, by=by)
    return made


@transaction.atomic
def advise(case: Case, wanted: Wanted, question: Question, *, by: User) -> Advice:
    """Tell the applicant who may hold the answer to one question; the case goes on.

    Raises:
        UnusableInputError: as for ``hand_on``, or the question is of another case.
    """
    require(by, Permission.WRITE_CASES)
    must_be_open(case)
    no_class(case)
    if question.case_id != case.pk:
        raise UnusableInputError("That question belongs to another case.")
    text = transfer_letter(case, wanted, [question], handed_on=False)
    made = _keep(case, wanted, question, by=by, handed_on=False)
    write_out(case, "transfer", text, by=by)
    return made


def _keep(
    case: Case, wanted: Wanted, question: Question | None, *, by: User, handed_on: bool
) -> Advice:
    return Advice.objects.create(
        case=case,
        question=question,
        to=wanted.to.strip(),
        searches=wanted.searches.strip(),
        handed_on=today() if handed_on else None,
        given_on=today(),
        by=by,
    )
