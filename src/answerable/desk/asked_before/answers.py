"""How earlier questions were answered, beside one question; where it differs from what is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from answerable.desk.asked_before.others import Other, others
from answerable.desk.asked_before.questions import LikeQuestion, kept_like, like_question
from answerable.desk.asked_before.search import LABELS, may_be_shown, why_shown
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import OUTCOMES, Case, Question
from answerable.desk.decide.models import Decision, DecisionQuestion
from answerable.desk.decide.words import in_few_words
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url
from answerable.precedents.consistency import Way, consistency
from answerable.precedents.entry import Entry
from answerable.precedents.outcomes import kind_of_outcome
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
    label: str  # "same words", "same subject", "nearly the same"
    why: str
    near: bool
    decision: Decision | None = None

    @property
    def reference(self) -> str:
        """The reference of its case."""
        return self.question.case.reference

    @property
    def by_words(self) -> bool:
        """Whether it has the words of the question, not its subject only."""
        return self.label != LABELS["subject"]


@dataclass(frozen=True, slots=True)
class Differing:
    """An answer of ours or of another body that is not what is meant now."""

    where: str  # the reference of our case, or the body
    url: str  # of our case; "" for another body
    on: date | None
    outcome: str
    words: str


def answered_before(question: Question, actor: User) -> list[Answered]:
    """Earlier questions of ours like this one that ``actor`` may see, the most alike first."""
    return answered_like(question.case, {question.pk: like_question(question)}, actor)[question.pk]


def answered_by_question(case: Case, actor: User) -> dict[int, list[Answered]]:
    """What is kept of every question of a case at once, by the question's id."""
    return answered_like(case, kept_like(case), actor)


def answered_like(
    case: Case,
    likes: Mapping[int, Sequence[LikeQuestion]],
    actor: User,
    links: Iterable[DecisionQuestion] | None = None,
) -> dict[int, list[Answered]]:
    """The answers to what ``likes`` names for each question, however many there are.

    ``links`` are the decisions that stand on them, where somebody has read them already.
    """
    wanted = named_in(likes)
    if not wanted:
        return {question: [] for question in likes}
    rows = Question.objects.filter(pk__in=wanted, case__in=may_be_shown(case, actor))
    earlier = {each.pk: each for each in rows.select_related("case")}
    if links is None:
        links = standing_on(Q(question__in=wanted), actor)
    decided = {each.question_id: each.decision for each in links if each.decision.is_signed}
    return {
        question: [
            _answered(earlier[pk], decided.get(pk), kind, words)
            for pk, kind, words in like
            if pk in earlier
        ]
        for question, like in likes.items()
    }


def named_in(likes: Mapping[int, Sequence[LikeQuestion]]) -> set[int]:
    """The ids of the earlier questions that ``likes`` names."""
    return {pk for like in likes.values() for pk, _, _ in like}


def standing_on(questions: Q, actor: User) -> list[DecisionQuestion]:
    """Which decisions, drafts among them, stand on which questions; the last comes last."""
    standing = Decision.objects.visible_to(actor).standing()
    rows = DecisionQuestion.objects.filter(questions, decision__in=standing.order_by())
    links = rows.select_related("decision").order_by("decision__made_at", "decision__pk")
    return list(links)


def differing(question: Question, meant: str, actor: User) -> list[Differing]:
    """The near duplicates of ours that were answered otherwise than ``meant``.

    ``meant`` is a kind of outcome ("refused", "full"). Both ways: more open and less.
    """
    return differing_of(answered_before(question, actor), meant)


def differing_of(earlier: Iterable[Answered], meant: str) -> list[Differing]:
    """The same among answers that were read already."""
    near = {each.question.public_id: each for each in earlier if each.near and each.kind}
    compared = [Entry(key, each.question.text, outcome=each.kind) for key, each in near.items()]
    return [
        Differing(
            (then := near[entry.id]).reference, staff_url("case", then.reference), then.on,
            then.outcome, words,
        )
        for entry, words in _otherwise(compared, meant)
    ]  # fmt: skip


def differing_elsewhere(found: Iterable[Other], meant: str) -> list[Differing]:
    """The other bodies that answered nearly the same question otherwise than ``meant``."""
    known = {str(n): each for n, each in enumerate(found) if kind_of_outcome(each.outcome)}
    compared = [Entry(key, "", outcome=each.outcome, body=each.body) for key, each in known.items()]
    return [
        Differing((then := known[entry.id]).body, "", then.on, then.outcome, words)
        for entry, words in _otherwise(compared, meant)
    ]


def _otherwise(compared: list[Entry], meant: str) -> list[tuple[Entry, str]]:
    likes = [Similar(each, 1.0, "near duplicate") for each in compared]
    found = consistency(likes, meant, the_authority().name)
    return [(each.entry, WAYS[each.way]) for each in found.differing]


def otherwise(decision: Decision, actor: User) -> list[tuple[Question, Differing]]:
    """The questions of a decision that were answered otherwise, by us before or by others."""
    case, meant = decision.case, kind_of(decision)
    questions = [link.question for link in decision.links.all()]
    for question in questions:
        question.case = case
    answered = answered_like(case, {each.pk: like_question(each) for each in questions}, actor)
    found = others(case, actor, questions)
    return [
        (question, each)
        for question in questions
        for each in (
            *differing_of(answered[question.pk], meant),
            *differing_elsewhere([x for x in found if x.question == question], meant),
        )
    ]


def kind_of(decision: Decision) -> str:
    """The outcome of a decision as the core compares them."""
    if decision.body.get("supplied"):
        return "partial"
    return _KINDS.get(decision.kind, decision.kind)


def _answered(each: Question, decision: Decision | None, kind: str, words: str) -> Answered:
    case = each.case
    if decision is not None:
        outcome, compared = in_few_words(decision), kind_of(decision)
    else:
        outcome = OUTCOMES.get(case.outcome, "not answered yet")
        compared = case.outcome if case.outcome != "other" else ""
    return Answered(
        each, outcome, compared, case.sent_on or case.received_on, LABELS[kind],
        why_shown(kind, words), kind == "near", decision,
    )  # fmt: skip
