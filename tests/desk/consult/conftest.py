"""A case past triage, on a day of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case
from answerable.desk.consult.actions import Party, add_party
from answerable.desk.consult.models import ThirdParty
from answerable.desk.people.models import User
from answerable.desk.today import as_if


@pytest.fixture(autouse=True)
def fifth_of_november() -> Iterator[None]:
    with as_if(datetime(2026, 11, 5, 10, tzinfo=UTC)):
        yield


@pytest.fixture
def open_case(case: Case, officer: User) -> Case:
    return move(case, "triage", by=officer)


@pytest.fixture
def party(open_case: Case, officer: User) -> ThirdParty:
    who = Party(
        "Acme Ltd",
        "The prices of your contract are in what was asked for",
        "contracts@acme.example",
        "1 Acme Way",
    )
    return add_party(open_case, who, by=officer)
