"""The questions of a case, as the officer settles them."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, ProtectedError

from answerable.desk.cases.models import Case, Question
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError

_BEYOND = 10_000


@dataclass(frozen=True, slots=True)
class Settled:
    """A question as it shall stand; ``public_id`` if it stood before."""

    text: str
    number: str = ""
    public_id: str = ""
    wants_counts: bool = False


@transaction.atomic
def set_questions(case: Case, settled: list[Settled], *, by: User) -> list[Question]:
    """Let exactly these questions stand, in this order; kept ones keep what was done for them.

    Raises:
        UnusableInputError: none is left, one is empty, or work was done on one that would go.
    """
    require(by, Permission.WRITE_CASES)
    if not settled or not all(each.text.strip() for each in settled):
        raise UnusableInputError("Every question needs words, and there must be at least one.")
    before = {question.public_id: question for question in case.questions.all()}
    gone = [before[id_] for id_ in before if id_ not in {each.public_id for each in settled}]
    for question in gone:
        try:
            question.delete()
        except ProtectedError as error:
            raise UnusableInputError(
                f"Question {question.number} has been worked on and cannot be removed. "
                "Take back what was done for it first."
            ) from error
    case.questions.update(position=F("position") + _BEYOND)  # out of the way of the new ones
    made = []
    for place, each in enumerate(settled, start=1):
        question = before.get(each.public_id) or Question(case=case)
        question.position, question.number = place, each.number or str(place)
        question.text, question.wants_counts = each.text.strip(), each.wants_counts
        question.save()
        made.append(question)
    record("case.questions", by=by.public_id, case=case.reference, number=len(made))
    return made
