"""Keeping the words of cases up to date, and the logs of other bodies."""

from answerable.desk.asked_before.index import index_new
from answerable.desk.asked_before.logs.taking import work_on_logs
from answerable.desk.asked_before.meaning.find import search_by_meaning
from answerable.desk.asked_before.models import Asked
from answerable.desk.asked_before.others import bodies
from answerable.desk.asked_before.questions import index_questions, is_current
from answerable.desk.cases.transitions import FINISHED


def compare_new(limit: int = 200) -> int:
    """Take in new cases, then compare the questions of those not compared yet; how many cases."""
    done = index_new(limit)
    every = Asked.objects.select_related("case").prefetch_related("case__questions")
    for asked in every.filter(by_question={}).order_by("-pk")[:limit]:
        index_questions(asked.case)
    for asked in every.exclude(case__state__in=FINISHED).exclude(by_question={}):
        if not is_current(asked, asked.case.questions.all()):  # split or put in other words since
            index_questions(asked.case)
    return done


def look_who_else_was_asked(limit: int = 100) -> int:
    """Keep beside cases which other bodies were asked the same; how many cases were looked at."""
    waiting = Asked.objects.filter(bodies__isnull=True).select_related("case").order_by("-pk")
    looked = list(waiting[:limit])
    for asked in looked:
        Asked.objects.filter(pk=asked.pk).update(bodies=bodies(asked.case))
    return len(looked)


JOBS = [
    ("compare new cases with earlier ones", 30.0, compare_new),
    ("take in logs of other bodies", 0.5, work_on_logs),
    ("look who else was asked", 5.0, look_who_else_was_asked),
    ("search by meaning", 5.0, search_by_meaning),
]
