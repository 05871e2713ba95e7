"""What an internal review says on the page of a case."""

from django.db.models import prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import State
from answerable.desk.people.models import User
from answerable.desk.reviews.actions import took_part
from answerable.desk.reviews.models import Review
from answerable.desk.sites import staff_url


def for_case(case: Case, actor: User) -> list[Panel]:
    """The reviews of the case, if there were any."""
    reviews = _reviews(case)
    if not reviews:
        return []
    return [Panel("Internal review", "reviews/panel.html", {"case": case, "reviews": reviews})]


def next_steps(case: Case, actor: User) -> list[Step]:
    """A review that waits for its outcome, and for whom."""
    if case.where not in (State.REVIEW, State.OPEN):
        return []
    going = next((r for r in _reviews(case) if r.ended_on is None and r.decided_at is None), None)
    if going is None:
        return []
    words = f"Internal review to be decided by {going.due_on:%-d %B %Y}"
    if took_part(case, actor):
        words += ", by somebody who had no part in the first answer"
    return [Step(words, staff_url("review", case.reference))]


def _reviews(case: Case) -> list[Review]:
    """The reviews of a case, read once a page."""
    if nothing(case, "reviews"):
        return []
    prefetch_related_objects([case], "reviews")
    return list(case.reviews.all())
