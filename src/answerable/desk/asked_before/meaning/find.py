"""The worker's part: read what is new, and keep with each request what has its subject."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache

from django.db import transaction
from django.db.models import QuerySet

from answerable.desk.asked_before.meaning.model import encoder
from answerable.desk.asked_before.meaning.state import note
from answerable.desk.asked_before.meaning.vectors import Known, read
from answerable.desk.asked_before.models import Asked, QuestionVector
from answerable.desk.asked_before.questions import is_current
from answerable.desk.cases.models import Question
from answerable.model import UnusableInputError
from answerable.precedents.meaning import Encoder
from answerable.precedents.meaning.encoder import Vectors

_LOT, _LONGEST = 20, 5.0  # requests at once; seconds before other jobs have their turn


def search_by_meaning(clock: Callable[[], float] = time.monotonic) -> int:
    """Read and compare the requests that the model has not seen yet; returns how many."""
    try:
        model = encoder()
    except UnusableInputError as problem:
        Asked.objects.exclude(model="").update(model="")
        note(off=str(problem))
        return 0
    Asked.objects.exclude(model__in=("", model.name)).update(model="")
    until, last, done = clock() + _LONGEST, 0, 0
    while lot := list(_waiting().filter(pk__gt=last)[:_LOT]):
        last = lot[-1].pk
        done += _search(lot, model)
        if clock() >= until:
            break
    left = _waiting().count()
    note(model=model.name, read=Asked.objects.exclude(by_question={}).count() - left, left=left)
    return done


def _waiting() -> QuerySet[Asked]:
    rows = Asked.objects.filter(model="").exclude(by_question={}).order_by("pk")
    return rows.select_related("case").prefetch_related("case__questions")


def _search(lot: list[Asked], model: Encoder) -> int:
    questions = {asked.pk: list(asked.case.questions.all()) for asked in lot}
    vectors = read([each for some in questions.values() for each in some], model)
    known = _known(model.name)
    known.refresh()
    return sum(_keep(asked, questions[asked.pk], vectors, known) for asked in lot)


@lru_cache(maxsize=1)
def _known(model: str) -> Known:
    return Known(model)


def _keep(
    asked: Asked, questions: list[Question], vectors: dict[int, Vectors], known: Known
) -> bool:
    """Keep what was found, unless the questions were changed meanwhile."""
    found = {
        each.public_id: [
            (pk, "subject", f"{score:.0%}")
            for pk, score in known.nearest(vectors[each.pk], asked.case_id)
        ]
        for each in questions
    }
    with transaction.atomic():
        now = Asked.objects.select_for_update().get(pk=asked.pk)
        if not is_current(now, questions):
            return False
        by_question = {key: kept | {"subject": found[key]} for key, kept in now.by_question.items()}
        Asked.objects.filter(pk=now.pk).update(by_question=by_question, model=known.model)
        gone = QuestionVector.objects.filter(case=asked.case_id)
        gone.exclude(question__in=[each.pk for each in questions]).delete()
    return True
