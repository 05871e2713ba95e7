"""Cases at the stages of triage."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import Arrived, move, receive
from answerable.desk.cases.models import Case
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User

Ask = Callable[..., Case]


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Let it be noon of a day: ``on(date(2026, 11, 16))``."""

    def be(day: date) -> None:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: noon)

    return be


@pytest.fixture
def opened(case: Case, officer: User) -> Case:
    """The case, triaged."""
    return move(case, "triage", by=officer)


@pytest.fixture
def asked(officer: User) -> Ask:
    """A new case whose request is a text."""

    def make(text: str, on: date = date(2026, 11, 2), **more: str) -> Case:
        fields = {"email": "reader@example.org", **more}
        return receive(Arrived(text=text, on=on, **fields), by=officer)  # type: ignore[arg-type]

    return make


@pytest.fixture
def returnees(officer: User, approver: User) -> NcndClass:
    """The class of the demo, in force."""
    return seed_class(officer, approver)


@pytest.fixture
def governed(returnees: NcndClass, asked: Ask) -> Case:
    """A case that the class governs."""
    case = asked("How many returnees from Syria do you help?")
    Case.objects.filter(pk=case.pk).update(ncnd_class=returnees)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def scottish(authority: Authority) -> Authority:
    """The authority, in Scotland."""
    authority.scottish = True
    authority.save()
    return authority
