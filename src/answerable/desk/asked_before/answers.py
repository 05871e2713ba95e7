"""How earlier questions were answered, beside one question; where it differs from what is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from answerable.desk.asked_before.questions import kept_like, like_question
from answerable.desk.asked_before.search import may_be_shown, why_shown
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import OUTCOMES, Case, Question
from answerable.desk.decide.models import Decision, DecisionQuestion
from answerable.desk.decide.words import in_few_words
from answerable.desk.people.models import User
from answerable.precedents.consistency import Way, consistency
from answerable.precedents.entry import Entry
from answerable.precedents.similar import Similar

_KINDS = {
    "supplied": "full",
    "withheld": "refused",
    "neither_confirm_nor_deny": "ncnd",
    "accessible": "already_accessible",
}
WAYS: dict[Way, str] = {
    "more open": "It gave more than is meant now.",
    "less open": "It gave less than is meant now.",
    "another way": "It was answered another way.",
    "the same": "It was answered the same way.",
}


@dataclass(frozen=True, slots=True)
class Answered:
    """An earlier question of ours, how it was answered and when, and why it is shown."""

    question: Question
    outcome: str  # in words; "not answered yet" while it is not
    kind: str  # as the core compares outcomes, "" while it is not answered
    on: date
    why: str
    near: bool
    decision: Decision | None = None

    @property
    def reference(self) -> str:
        """The reference of its case."""
        return self.question.case.reference


@dataclass(frozen=True, slots=True)
class Differing:
    """An earlier answer that is not what is meant now."""

    answered: Answered
    words: str


def answered_before(question: Question, actor: User) -> list[Answered]:
    """Earlier questions of ours like this one that ``actor`` may see, the most alike first."""
    like = {pk: (kind, words) for pk, kind, words in like_question(question)}
    rows = Question.objects.filter(pk__in=like, case__in=may_be_shown(question.case, actor))
    places = {pk: n for n, pk in enumerate(like)}
    earlier = sorted(rows.select_related("case"), key=lambda each: places[each.pk])
    decided = _decisions(earlier, actor)
    return [_answered(each, decided.get(each.pk), *like[each.pk]) for each in earlier]


def answered_by_question(case: Case, actor: User) -> dict[int, list[Answered]]:
    """The same for every question of a case at once, by the question's id."""
    likes = kept_like(case)
    wanted = {pk for like in likes.values() for pk, _, _ in like}
    if not wanted:
        return {}
    rows = Question.objects.filter(pk__in=wanted, case__in=may_be_shown(case, actor))
    earlier = {each.pk: each for each in rows.select_related("case")}
    decided = _decisions(earlier.values(), actor)
    return {
        question: [
            _answered(earlier[pk], decided.get(pk), kind, words)
            for pk, kind, words in like
            if pk in earlier
        ]
        for question, like in likes.items()
    }


def differing(question: Question, meant: str, actor: User) -> list[Differing]:
    """The near duplicates among earlier questions that were answered otherwise than ``meant``.

    ``meant`` is a kind of outcome ("refused", "full"). Both ways: more open and less.
    """
    near = {
        each.question.public_id: each
        for each in answered_before(question, actor)
        if each.near and each.kind
    }
    us = the_authority().name
    found = consistency(
        [
            Similar(Entry(key, each.question.text, outcome=each.kind), 1.0, "near duplicate")
            for key, each in near.items()
        ],
        meant,
        us,
    )
    return [Differing(near[each.entry.id], WAYS[each.way]) for each in found.differing]


def otherwise(decision: Decision, actor: User) -> list[tuple[Question, Differing]]:
    """The questions of a decision that were answered otherwise before, each with the answer then."""
    return [
        (link.question, each)
        for link in _with_case(decision)
        for each in differing(link.question, kind_of(decision), actor)
    ]


def _with_case(decision: Decision) -> list[DecisionQuestion]:
    """The questions of a decision, which know their case."""
    links = list(decision.links.all())
    for link in links:
        link.question.case = decision.case
    return links


def kind_of(decision: Decision) -> str:
    """The outcome of a decision as the core compares them."""
    if decision.body.get("supplied"):
        return "partial"
    return _KINDS.get(decision.kind, decision.kind)


def _decisions(questions: Iterable[Question], actor: User) -> dict[int, Decision]:
    """The last signed decision that stands on each question."""
    rows = Decision.objects.visible_to(actor).signed().filter(links__question__in=questions)
    return {
        link.question_id: each
        for each in rows.distinct().prefetch_related("links")
        for link in each.links.all()
    }


def _answered(each: Question, decision: Decision | None, kind: str, words: str) -> Answered:
    case = each.case
    if decision is not None:
        outcome, compared = in_few_words(decision), kind_of(decision)
    else:
        outcome = OUTCOMES.get(case.outcome, "not answered yet")
        compared = case.outcome if case.outcome != "other" else ""
    return Answered(
        each, outcome, compared, case.sent_on or case.received_on, why_shown(kind, words),
        kind == "near", decision,
    )  # fmt: skip
