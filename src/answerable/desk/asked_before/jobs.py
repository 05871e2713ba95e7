"""Keeping the words of cases up to date."""

from answerable.desk.asked_before.index import index_new
from answerable.desk.asked_before.models import Asked
from answerable.desk.asked_before.questions import index_questions


def compare_new(limit: int = 200) -> int:
    """Take in new cases, then compare the questions of those not compared yet; how many cases."""
    done = index_new(limit)
    for asked in (
        Asked.objects.filter(by_question={}).select_related("case").order_by("-pk")[:limit]
    ):
        index_questions(asked.case)
    return done


JOBS = [("compare new cases with earlier ones", 30.0, compare_new)]
