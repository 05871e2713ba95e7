"""Earlier questions like one question of a case, found once and kept with the case's words."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from answerable.desk.asked_before.index import ALIKE, NEAR, candidates
from answerable.desk.asked_before.models import Asked
from answerable.desk.asked_before.search import asked_of
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.there import nothing
from answerable.precedents.clean import clean
from answerable.precedents.entry import Entry
from answerable.precedents.meaning.subject import interleaved
from answerable.precedents.near import differing, likeness, shingles
from answerable.precedents.similar import Similar, Why
from answerable.precedents.words import content, words

_KEPT, _WORDS = 10, 300
LikeQuestion = tuple[int, str, str]  # an earlier question's id, "near", "words" or "subject", why
_WHY: dict[str, Why] = {"near": "near duplicate", "words": "same words", "subject": "same subject"}


def index_questions(case: Case) -> None:
    """Keep with the case's words what is like each of its questions.

    What was found by meaning stays with a question whose words stay; else the worker looks again.
    """
    asked = Asked.objects.filter(case=case).first()
    if asked is None:
        return
    found: dict[str, Any] = {}
    for each in case.questions.all():
        of = digest(each.text)
        found[each.public_id] = {"of": of, "like": find_like(each)}
        before = asked.by_question.get(each.public_id, {})
        if before.get("of") == of and "subject" in before:
            found[each.public_id]["subject"] = before["subject"]
    searched = all("subject" in each for each in found.values())
    model = asked.model if searched and found.keys() >= asked.by_question.keys() else ""
    Asked.objects.filter(pk=asked.pk).update(by_question=found, bodies=None, model=model)
    asked.by_question, asked.bodies, asked.model = found, None, model
    case.asked = asked


def is_current(asked: Asked, questions: Iterable[Question]) -> bool:
    """Whether what is kept was found for these questions in these words."""
    kept = {key: each["of"] for key, each in asked.by_question.items()}
    return kept == {each.public_id: digest(each.text) for each in questions}


def like_question(question: Question) -> list[LikeQuestion]:
    """Earlier questions like this one; looked for again where its words were changed since."""
    asked = asked_of(question.case)
    kept = asked.by_question.get(question.public_id) if asked else None
    if asked and kept and kept["of"] == digest(question.text):
        return dealt(kept, asked)
    return find_like(question)


def kept_like(case: Case) -> dict[int, list[LikeQuestion]]:
    """What was found for every question of a case, by the question's id, in one reading.

    A question whose words were changed since is left out until it is looked for again.
    """
    asked = None if nothing(case, "asked") else asked_of(case)
    if asked is None:
        return {}
    like, found = {}, asked.by_question
    for question in case.questions.all():
        kept = found.get(question.public_id)
        if kept and kept["of"] == digest(question.text) and (some := dealt(kept, asked)):
            like[question.pk] = some
    return like


def dealt(kept: dict[str, Any], asked: Asked) -> list[LikeQuestion]:
    """What has the words and what has the subject, dealt in turn after what is nearly the same.

    The two are never averaged: words and meaning fail on different questions. Nothing is shown by
    meaning while it is off.
    """
    subjects = kept.get("subject", ()) if asked.model else ()
    likes: list[LikeQuestion] = [(pk, kind, why) for pk, kind, why in (*kept["like"], *subjects)]
    by_words = [_similar(each) for each in likes if each[1] != "subject"]
    by_subject = [_similar(each) for each in likes if each[1] == "subject"]
    said = {(str(pk), _WHY[kind]): (pk, kind, why) for pk, kind, why in likes}
    order = interleaved(by_words, by_subject, _KEPT)
    return [said[each.entry.id, each.why] for each in order]


def _similar(like: LikeQuestion) -> Similar:
    return Similar(Entry(str(like[0]), ""), 0.0, _WHY[like[1]])


def find_like(question: Question) -> list[LikeQuestion]:
    """Earlier questions of earlier cases, one a case, the most alike first."""
    names = our_names()
    own = question_words(question.text, names)
    weights, best = candidates(own)
    pieces, whole = shingles(own), sum(weights.values())
    found: dict[int, tuple[float, LikeQuestion]] = {}
    cases = Asked.objects.filter(pk__in=best, case__lt=question.case_id).values("case")
    for each in Question.objects.filter(case__in=cases).order_by("pk"):
        theirs = question_words(each.text, names)
        near = likeness(pieces, shingles(theirs))
        shared = [word for word in weights if word in set(theirs)]
        score = sum(weights[word] for word in shared) / whole
        if near >= NEAR:
            scored = (1 + near, (each.pk, "near", f"{near:.0%}"))
        elif score >= ALIKE and len(shared) > 1:
            scored = (score, (each.pk, "words", ", ".join(shared[:5])))
        else:
            continue
        if each.case_id not in found or scored[0] > found[each.case_id][0]:
            found[each.case_id] = scored
    best_first = sorted(found.values(), key=lambda each: (-each[0], each[1]))
    return [like for _, like in best_first[:_KEPT]]


def question_words(text: str, names: tuple[str, ...]) -> list[str]:
    """The words of a question that say what is asked, in order; not ``names``, which are ours."""
    kept = clean(text, names)
    return (content(kept) or words(kept))[:_WORDS]


def differs(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that only ``one`` and only ``other`` has."""
    names = our_names()
    return differing(question_words(one, names), question_words(other, names))


def our_names() -> tuple[str, str]:
    """What we are called, which says nothing of what is asked."""
    authority = the_authority()
    return authority.name, authority.short_name


def digest(text: str) -> str:
    """What tells the words of a question from others."""
    return blake2b(text.encode(), digest_size=8).hexdigest()
