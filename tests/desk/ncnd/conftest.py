"""The demo's class, approved, and cases made of one request each."""

from collections.abc import Callable
from datetime import date

import pytest

from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User


@pytest.fixture
def returnees(officer: User, approver: User) -> NcndClass:
    """The class of the demo, in force."""
    return seed_class(officer, approver)


@pytest.fixture
def asked(officer: User) -> Callable[[str], Case]:
    """A case whose request is a text: ``asked("How many ...?")``."""

    def make(text: str) -> Case:
        return receive(Arrived(text=text, on=date(2026, 11, 2)), by=officer)

    return make
