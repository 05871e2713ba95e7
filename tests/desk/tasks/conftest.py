"""A case past triage, a second service area, and a day on which all of it happens."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.tasks.actions import Searched, give_out
from answerable.desk.tasks.models import Task
from answerable.desk.today import as_if

TODAY = date(2026, 11, 3)
LOOKED = Searched(
    place="the parking system", terms="fine, notice", minutes=20, result="found", on=TODAY
)
NOTHING = Searched(place="the shared folder", minutes=10, result="nothing", on=TODAY)


@pytest.fixture(autouse=True)
def third_of_november() -> Iterator[None]:
    with as_if(datetime(2026, 11, 3, 10, tzinfo=UTC)):
        yield


@pytest.fixture
def open_case(case: Case, officer: User) -> Case:
    return move(case, "triage", by=officer)


@pytest.fixture
def parking(db: None) -> ServiceArea:
    return ServiceArea.objects.create(name="Parking", mailbox="parking@northmere.example")


@pytest.fixture
def task(open_case: Case, officer: User, contributor: User, housing: ServiceArea) -> Task:
    """Both questions, given to Housing."""
    return give_out(open_case, list(open_case.questions.all()), housing, by=officer)


@pytest.fixture
def silent(open_case: Case, officer: User) -> Callable[[], Case]:
    """Let a class of the register govern the case."""
    from answerable.desk.ncnd.models import NcndClass

    def set_class() -> Case:
        ruling = NcndClass.objects.create(
            name="Prevent caseload", subject="people", regime="FOIA", proposed_by=officer
        )
        Case.objects.filter(pk=open_case.pk).update(ncnd_class=ruling)
        return Case.objects.get(pk=open_case.pk)

    return set_class
