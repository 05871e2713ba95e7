"""What an internal review says on the page of a case."""

from django.db.models import prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import TRANSITIONS, State
from answerable.desk.db.at_once import Lookup
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.reviews.actions import took_part
from answerable.desk.reviews.models import Review
from answerable.desk.sites import staff_url


def reads(case: Case, actor: User) -> list[Lookup]:
    """The reviews of the case."""
    return [] if nothing(case, "reviews") else ["reviews"]


def for_case(case: Case, actor: User) -> list[Panel]:
    """The reviews of the case, and where to note one that was asked for."""
    reviews = _reviews(case)
    asks = (
        can(actor, Permission.WRITE_CASES) and case.where in TRANSITIONS["ask_for_review"].sources
    )
    if not reviews and not asks:
        return []
    context = {"case": case, "reviews": reviews, "asks": asks}
    return [Panel("Internal review", "reviews/panel.html", context, side=not reviews)]


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
