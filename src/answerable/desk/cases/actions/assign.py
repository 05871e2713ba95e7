"""Who looks after a case."""

from django.db import transaction

from answerable.desk.cases.models import Case
from answerable.desk.events.record import record
from answerable.desk.people.can import can, require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.model import UnusableInputError


@transaction.atomic
def assign(case: Case, to: User, *, by: User) -> Case:
    """Give the case to an officer.

    Raises:
        UnusableInputError: that person has left, or may not work on cases.
    """
    require(by, Permission.ASSIGN)
    if not can(to, Permission.WRITE_CASES):
        raise UnusableInputError(f"{to.name} cannot work on cases. Choose an information officer.")
    Case.objects.filter(pk=case.pk).update(owner=to)
    case.owner = to
    record("case.assigned", by=by.public_id, case=case.reference, to=to.public_id)
    return case
