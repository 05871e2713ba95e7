"""Keeping the words of cases, and finding once what is like each.

The work is done when a case is first looked at, or by the worker; pages only read what was found.
"""

import math
from collections import defaultdict

from django.db import transaction
from django.db.models import Count, Subquery, Value

from answerable.desk.asked_before.models import Asked, AskedWord
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.precedents.clean import clean
from answerable.precedents.near import likeness, shingles
from answerable.precedents.words import content, words

NEAR = 0.6  # of words and pairs of words: the same request but for a few words
ALIKE = 0.35  # of the weight of its rare words
_WORDS, _RARE, _POSTINGS, _KEPT = 300, 8, 2_000, 10
#: Every other request speaks of these, and of years.
_SAYS_LITTLE = frozenset(
    [
        "total",
        "number",
        "numbers",
        "figure",
        "figures",
        "breakdown",
        "year",
        "years",
        "month",
        "months",
        "cost",
        "amount",
    ]
)
Like = tuple[int, str, str]  # a case's id, "near" or "words", and what they share


def index_new(limit: int = 200) -> int:
    """Take in cases that are not in the index yet, the oldest first; returns how many."""
    new = list(Case.objects.filter(asked__isnull=True).order_by("pk")[:limit])
    for case in new:
        index_case(case)
    return len(new)


def index_case(case: Case) -> Asked:
    """The case's words, kept, with the earlier cases like it; as they are if kept before."""
    try:
        return case.asked
    except Asked.DoesNotExist:
        return _indexed(case)


@transaction.atomic
def _indexed(case: Case) -> Asked:
    own = asked_words(case)
    made, is_new = Asked.objects.get_or_create(
        case=case, defaults={"words": " ".join(own), "like": _like(case, own)}
    )
    if is_new:
        AskedWord.objects.bulk_create(
            AskedWord(word=word, asked=made) for word in dict.fromkeys(own) if len(word) <= 40
        )
    return made


def asked_words(case: Case) -> list[str]:
    """The words of the request that say what is asked, in order."""
    authority = the_authority()
    kept = clean(case.text, (authority.name, authority.short_name))
    return (content(kept) or words(kept))[:_WORDS]


def candidates(own: list[str]) -> tuple[dict[str, float], dict[int, list[str]]]:
    """The rare words of ``own`` with their weights, and who has most of them: id to those words."""
    weights = _rarest(own)
    shared: dict[int, dict[str, float]] = defaultdict(dict)
    rows = AskedWord.objects.filter(word__in=weights).values_list("asked_id", "word")
    for asked_id, word in rows[:_POSTINGS]:
        shared[asked_id][word] = weights[word]
    best = sorted(shared, key=lambda each: (-sum(shared[each].values()), each))[:40]
    return weights, {each: list(shared[each]) for each in best}


def _like(case: Case, own: list[str]) -> list[Like]:
    weights, best = candidates(own)
    whole = sum(weights.values())
    pieces, found = shingles(own), []
    for asked in Asked.objects.filter(pk__in=best).exclude(case=case):
        near = likeness(pieces, shingles(asked.words.split()))
        score = sum(weights[word] for word in best[asked.pk]) / whole
        if near >= NEAR:
            found.append((1 + near, (asked.case_id, "near", f"{near:.0%}")))
        elif score >= ALIKE and len(best[asked.pk]) > 1:
            both = sorted(best[asked.pk], key=lambda word: -weights[word])
            found.append((score, (asked.case_id, "words", ", ".join(both[:5]))))
    return [like for _, like in sorted(found, key=lambda each: (-each[0], each[1]))[:_KEPT]]


def _rarest(own: list[str]) -> dict[str, float]:
    telling = {word for word in own if not word.isdigit()} - _SAYS_LITTLE
    every = Asked.objects.order_by().values(all=Value(1)).annotate(n=Count("pk")).values("n")
    times = AskedWord.objects.filter(word__in=telling).values_list("word")
    counted = times.annotate(Count("pk"), total=Subquery(every))  # both in one question
    weights = {word: math.log(1 + total / n) for word, n, total in counted}
    return dict(sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:_RARE])
