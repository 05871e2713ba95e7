"""Everything that the page about what was asked before shows of a case, in few questions."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from answerable.desk.asked_before.answers import (
    Answered,
    Differing,
    answered_like,
    differing_elsewhere,
    differing_of,
    kind_of,
    named_in,
    standing_on,
)
from answerable.desk.asked_before.index import index_case
from answerable.desk.asked_before.others import Other, others
from answerable.desk.asked_before.questions import index_questions, is_current, kept_like
from answerable.desk.asked_before.repeats import Repeat, repeats_among
from answerable.desk.cases.models import Case, Question
from answerable.desk.decide.models import DecisionQuestion
from answerable.desk.people.models import User

Otherwise = tuple[Question, Differing]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown: by question, what differs, who else was asked, what was asked again."""

    rows: list[tuple[Question, list[Answered]]]
    otherwise: list[Otherwise]
    others: list[Other]
    repeats: list[Repeat]

    @property
    def bodies(self) -> list[str]:
        """The names of the other bodies."""
        return sorted({each.body for each in self.others})

    def of(self, question: Question | None) -> list[Other]:
        """The other bodies' answers to one question; None: to the request as a whole."""
        return [each for each in self.others if each.question == question]


def beside(case: Case, actor: User) -> Beside:
    """What is shown beside ``case``; compared now if its questions are new or changed."""
    questions = list(case.questions.all())
    asked = index_case(case)
    if not is_current(asked, questions):
        index_questions(case)
    likes = kept_like(case)
    links = standing_on(Q(question__in=named_in(likes)) | Q(question__in=questions), actor)
    answered = answered_like(case, likes, actor, links)
    found = others(case, actor, questions)
    return Beside(
        rows=[(each, answered.get(each.pk, [])) for each in questions],
        otherwise=_otherwise(questions, links, answered, found),
        others=found,
        repeats=repeats_among(case, answered, actor),
    )


def _otherwise(
    questions: list[Question],
    links: list[DecisionQuestion],
    answered: dict[int, list[Answered]],
    found: list[Other],
) -> list[Otherwise]:
    """Where what is meant now is not what we, or other bodies, answered."""
    by_id = {each.pk: each for each in questions}
    return [
        (question, each)
        for link in links
        if link.question_id in by_id
        for question in (by_id[link.question_id],)
        for meant in (kind_of(link.decision),)
        for each in (
            *differing_of(answered.get(question.pk, []), meant),
            *differing_elsewhere([x for x in found if x.question == question], meant),
        )
    ]
