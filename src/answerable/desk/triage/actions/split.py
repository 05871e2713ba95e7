"""Putting some questions of a request into a case of their own, with the same receipt and clock."""

from collections.abc import Sequence

from django.db import transaction

from answerable.desk.cases.actions import (
    Arrived,
    add_note,
    note_clock,
    receive,
    set_questions,
)
from answerable.desk.cases.actions.questions import Settled
from answerable.desk.cases.models import Case, Question
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.triage.guard import must_be_open
from answerable.model import UnusableInputError


@transaction.atomic
def split_off(case: Case, questions: Sequence[Question], *, by: User) -> Case:
    """A new case of these questions, of the same applicant and day; they leave the first.

    A class of the register governs a whole case; so what it does not cover goes its own way.

    Raises:
        UnusableInputError: the case is not open, none or all of its questions were chosen, or work
            was done on one of them.
    """
    require(by, Permission.WRITE_CASES)
    must_be_open(case)
    going = {question.public_id for question in questions}
    every = list(case.questions.all())
    if not going or not any(each.public_id not in going for each in every):
        raise UnusableInputError("Choose some of the questions, not none and not all.")
    made = receive(_arrived(case, [each for each in every if each.public_id in going]), by=by)
    Case.objects.filter(pk=made.pk).update(owner=case.owner)
    for note in case.clock_notes.all():
        note_clock(made, note.type, by=by, on=note.on, starts=note.starts, ends=note.ends)
    staying = [
        Settled(each.text, each.number, each.public_id, each.wants_counts)
        for each in every
        if each.public_id not in going
    ]
    set_questions(case, staying, by=by)
    words = f"Some questions of one request were put apart: {case.reference} and {made.reference}."
    for each in (case, made):
        add_note(each, words, by=by, title="Put apart")
    return made


def _arrived(case: Case, questions: Sequence[Question]) -> Arrived:
    return Arrived(
        text="\n".join(f"{each.number}. {each.text}" for each in questions),
        title=case.title,
        name=case.applicant_name,
        email=case.applicant_email,
        address=case.applicant_address,
        how=case.received_how,
        on=case.received_on,
        at=case.received_at,
        reason=case.received_reason or f"the day of {case.reference}, of which it was a part",
        language=case.language,
        wants_form=case.wants_form,
        questions=tuple(each.text for each in questions),
    )
