"""Letters of the made-up authority, through the real actions."""

from answerable.desk.cases.models import Case
from answerable.desk.letters.actions import save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.today import today

_LATE = "The papers had to be fetched from our store outside the town"


def write_letter(case: Case, officer: User) -> LetterVersion:
    """Write the letter from the case's signed decisions, dated today."""
    newest = case.letters.order_by("number").last()
    late = case.due_on is not None and today() > case.due_on
    return save_letter(
        case,
        by=officer,
        free=Free(
            opening="Thank you for your request.",
            closing="Please tell us if anything in this letter is not clear.",
            late_because=_LATE if late else "",
        ),
        dated=today(),
        based_on=newest.number if newest else 0,
    )
