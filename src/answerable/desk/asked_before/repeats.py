"""The same applicant asking the same again: dates and differences, as evidence for a person.

Whether a request is a repeat is never decided here: FOIA s.14(2) and FOISA s.14(2) ask whether it
was complied with and whether a reasonable interval has passed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.desk.asked_before.questions import differs, like_question
from answerable.desk.asked_before.search import may_be_shown
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
    email = case.applicant_email.strip()
    if not email or not can(actor, Permission.READ_APPLICANT):
        return []
    theirs = may_be_shown(case, actor).filter(applicant_email__iexact=email)
    found: list[Repeat] = []
    for question in case.questions.all():
        # Substantially similar, not only the same but for a few words: what differs is shown.
        like = [pk for pk, _, _ in like_question(question)]
        rows = Question.objects.filter(pk__in=like, case__in=theirs).select_related("case")
        found += [_repeat(question, each) for each in rows]
    return found


def _repeat(question: Question, earlier: Question) -> Repeat:
    then, now = earlier.case, question.case
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
