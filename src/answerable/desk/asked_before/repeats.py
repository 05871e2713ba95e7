"""The same applicant asking the same again: dates and differences, as evidence for a person.

Whether a request is a repeat is never decided here: FOIA s.14(2) and FOISA s.14(2) ask whether it
was complied with and whether a reasonable interval has passed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.desk.asked_before.answers import Answered, answered_before
from answerable.desk.asked_before.questions import differs
from answerable.desk.cases.models import OUTCOMES, Case, Question
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission


@dataclass(frozen=True, slots=True)
class Repeat:
    """One question asked again by the same applicant, and what is different."""

    question: Question
    earlier: Question
    outcome: str
    received_on: date
    answered_on: date | None
    days: int | None  # from our answer to this request
    only_now: tuple[str, ...]
    only_then: tuple[str, ...]


def repeats(case: Case, actor: User) -> list[Repeat]:
    """What the same applicant asked before in the same or like words; none to who may not know who.

    The applicant is told by the e-mail address alone: names are shared by many.
    """
    questions = case.questions.all()
    return repeats_among(case, {each.pk: answered_before(each, actor) for each in questions}, actor)


def repeats_among(case: Case, answered: Mapping[int, list[Answered]], actor: User) -> list[Repeat]:
    """The same of earlier questions that were read already."""
    email = case.applicant_email.strip().casefold()
    if not email or not can(actor, Permission.READ_APPLICANT):
        return []
    # Substantially similar, not only the same but for a few words: what differs is shown.
    return [
        _repeat(question, each.question, case)
        for question in case.questions.all()
        for each in answered.get(question.pk, ())
        if each.question.case.applicant_email.strip().casefold() == email
    ]


def _repeat(question: Question, earlier: Question, now: Case) -> Repeat:
    then = earlier.case
    only_now, only_then = differs(question.text, earlier.text)
    return Repeat(
        question=question,
        earlier=earlier,
        outcome=OUTCOMES.get(then.outcome, then.state_words),
        received_on=then.received_on,
        answered_on=then.sent_on,
        days=(now.received_on - then.sent_on).days if then.sent_on else None,
        only_now=only_now,
        only_then=only_then,
    )
