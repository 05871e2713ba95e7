"""What an internal review says on the page of a case."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.transitions import State
from answerable.desk.people.models import User
from answerable.desk.reviews.actions import took_part
from answerable.desk.sites import staff_url


def for_case(case: Case, actor: User) -> list[Panel]:
    """The reviews of the case, if there were any."""
    reviews = list(case.reviews.all())
    if not reviews:
        return []
    return [Panel("Internal review", "reviews/panel.html", {"case": case, "reviews": reviews})]


def next_steps(case: Case, actor: User) -> list[Step]:
    """A review that waits for its outcome, and for whom."""
    if case.where not in (State.REVIEW, State.OPEN):
        return []
    going = case.reviews.filter(ended_on__isnull=True, decided_at__isnull=True).first()
    if going is None:
        return []
    words = f"Internal review to be decided by {going.due_on:%-d %B %Y}"
    if took_part(case, actor):
        words += ", by somebody who had no part in the first answer"
    return [Step(words, staff_url("review", case.reference))]
