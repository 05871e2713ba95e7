"""Lines of the search log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from answerable.desk.cases.models import Case
from answerable.desk.decide.ncnd_gate import refuse_if_silent
from answerable.desk.events.record import record
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.tasks.models import ACTIVITIES, RESULTS, Search, Task
from answerable.desk.today import today
from answerable.model import UnusableInputError

_LONGEST = 60 * 24 * 30  # minutes: a month of nights and days


@dataclass(frozen=True, slots=True)
class Searched:
    """One place searched; ``on`` is today if it is not said."""

    place: str
    minutes: int
    result: str  # "found" or "nothing"
    custodian: str = ""
    terms: str = ""
    activity: str = "locating"
    on: date | None = None


@transaction.atomic
def add_search(case: Case, searched: Searched, *, by: User) -> Search:
    """Log a search that the officer made.

    Raises:
        UnusableInputError: a case in which nothing may be searched, or a line that says too little.
    """
    require(by, Permission.WRITE_CASES)
    refuse_if_silent(case, "No search can be logged")
    return write_searches(case, [searched], by=by)[0]


def write_searches(
    case: Case, searches: Sequence[Searched], *, by: User, task: Task | None = None
) -> list[Search]:
    """Write lines of the log, inside the transaction of what they belong to."""
    made = []
    for each in searches:
        _check(each)
        made.append(
            Search.objects.create(
                case=case,
                task=task,
                place=each.place.strip()[:200],
                custodian=each.custodian.strip()[:120],
                terms=each.terms.strip()[:300],
                activity=each.activity,
                minutes=each.minutes,
                result=each.result,
                on=each.on or today(),
                by=by,
            )
        )
        record(
            "tasks.searched",
            by=by.public_id,
            case=case.reference,
            minutes=each.minutes,
            result=each.result,
        )
    return made


def _check(searched: Searched) -> None:
    if not searched.place.strip():
        raise UnusableInputError("Say where you looked: a system, a shared folder, a cabinet.")
    if not 0 <= searched.minutes <= _LONGEST:
        raise UnusableInputError("Write the minutes as a whole number, 0 or more.")
    if searched.result not in RESULTS or searched.activity not in ACTIVITIES:
        raise UnusableInputError("Say whether something was found, and what the time went on.")
    if searched.on and searched.on > today():
        raise UnusableInputError("The day of the search lies in the future. Check the date.")
