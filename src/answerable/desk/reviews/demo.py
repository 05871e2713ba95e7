"""An internal review in the made-up authority, through the real actions."""

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.reviews import actions
from answerable.desk.reviews.models import Review
from answerable.desk.today import today


def ask_for_review(case: Case, officer: User) -> Review:
    """Note that the applicant asked for one today."""
    points = "I do not think that you looked everywhere. Please look again at what you hold back."
    return actions.ask_for_review(case, by=officer, asked_on=today(), points=points)
