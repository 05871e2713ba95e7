"""Earlier questions like one question of a case, found once and kept with the case's words."""

from __future__ import annotations

from hashlib import blake2b

from answerable.desk.asked_before.index import ALIKE, NEAR, candidates
from answerable.desk.asked_before.models import Asked
from answerable.desk.asked_before.search import asked_of
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.there import nothing
from answerable.precedents.clean import clean
from answerable.precedents.near import differing, likeness, shingles
from answerable.precedents.words import content, words

_KEPT, _WORDS = 10, 300
LikeQuestion = tuple[int, str, str]  # an earlier question's id, "near" or "words", and why


def index_questions(case: Case) -> None:
    """Keep with the case's words what is like each of its questions."""
    asked = Asked.objects.filter(case=case).first()
    if asked is not None:
        found = {
            each.public_id: {"of": _digest(each.text), "like": find_like(each)}
            for each in case.questions.all()
        }
        Asked.objects.filter(pk=asked.pk).update(by_question=found)


def like_question(question: Question) -> list[LikeQuestion]:
    """Earlier questions like this one; looked for again where its words were changed since."""
    asked = asked_of(question.case)
    kept = asked.by_question.get(question.public_id) if asked else None
    if kept and kept["of"] == _digest(question.text):
        return [(pk, kind, why) for pk, kind, why in kept["like"]]
    return find_like(question)


def kept_like(case: Case) -> dict[int, list[LikeQuestion]]:
    """What was found for every question of a case, by the question's id, in one reading.

    A question whose words were changed since is left out until it is looked for again.
    """
    asked = None if nothing(case, "asked") else asked_of(case)
    found = asked.by_question if asked else {}
    like = {}
    for question in case.questions.all():
        kept = found.get(question.public_id)
        if kept and kept["like"] and kept["of"] == _digest(question.text):
            like[question.pk] = [(pk, kind, why) for pk, kind, why in kept["like"]]
    return like


def find_like(question: Question) -> list[LikeQuestion]:
    """Earlier questions of earlier cases, one a case, the most alike first."""
    names = _names()
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
    names = _names()
    return differing(question_words(one, names), question_words(other, names))


def _names() -> tuple[str, str]:
    authority = the_authority()
    return authority.name, authority.short_name


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
