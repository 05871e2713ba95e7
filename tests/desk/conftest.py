"""An authority, a person of each role, and a case, for the tests of the site."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import Client

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.people.actions import add_person
from answerable.desk.people.models import ServiceArea, User

REQUEST = (
    "Dear Council,\n\nUnder the Freedom of Information Act please tell me:\n"
    "1. How many parking fines were issued in 2025?\n"
    "2. How much was paid to contractors for parking enforcement in 2025?\n\nYours,\nA. Reader"
)


@pytest.fixture
def authority(db: None) -> Authority:
    return Authority.objects.create(
        name="Northmere Borough Council",
        short_name="Northmere",
        address="Town Hall\nMarket Street\nNorthmere NM1 1AA",
        email="foi@northmere.example",
        review_contact="Head of Information Governance, Town Hall, Northmere NM1 1AA",
    )


@pytest.fixture
def housing(db: None) -> ServiceArea:
    return ServiceArea.objects.create(name="Housing", mailbox="housing@northmere.example")


def _person(role: str, *areas: ServiceArea, name: str = "") -> User:
    return add_person(
        by=None,
        email=f"{name or role}@northmere.example",
        name=(name or role).replace("_", " ").title(),
        post=role.replace("_", " ").title(),
        password="correct horse battery",
        roles=(role,),
        service_areas=areas,
    )


@pytest.fixture
def person(authority: Authority) -> Callable[..., User]:
    """Make a person with a role: ``person("officer", name="ann")``."""
    return _person


@pytest.fixture
def officer(authority: Authority) -> User:
    return _person("officer")


@pytest.fixture
def approver(authority: Authority) -> User:
    return _person("approver")


@pytest.fixture
def qualified_person(authority: Authority) -> User:
    return _person("qualified_person")


@pytest.fixture
def publisher(authority: Authority) -> User:
    return _person("publisher")


@pytest.fixture
def auditor(authority: Authority) -> User:
    return _person("auditor")


@pytest.fixture
def administrator(authority: Authority) -> User:
    return _person("administrator")


@pytest.fixture
def contributor(authority: Authority, housing: ServiceArea) -> User:
    return _person("contributor", housing)


@pytest.fixture
def case(officer: User) -> Case:
    """A request that came by our form on 2 November 2026 and belongs to the officer."""
    made = receive(
        Arrived(
            text=REQUEST,
            title="Parking fines",
            name="A. Reader",
            email="reader@example.org",
            on=date(2026, 11, 2),
        ),
        by=officer,
    )
    Case.objects.filter(pk=made.pk).update(owner=officer)
    return Case.objects.get(pk=made.pk)


@pytest.fixture
def as_(authority: Authority) -> Callable[[User], Client]:
    """A browser in which ``user`` is signed in: ``as_(officer).get("/desk/")``."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture(scope="session", autouse=True)
def _emptied_despite_the_triggers() -> Iterator[None]:
    """Let Django empty the tables after a test with real transactions: events refuse it else."""
    protect = import_module("answerable.desk.events.migrations.0002_append_only")
    plain = BaseDatabaseOperations.execute_sql_flush
    lift, restore = (
        (["SET session_replication_role = replica"], ["SET session_replication_role = DEFAULT"])
        if connection.vendor == "postgresql"
        else (["DROP TRIGGER events_no_update", "DROP TRIGGER events_no_delete"], protect._SQLITE)
    )

    def flush(self: BaseDatabaseOperations, statements: list[str]) -> None:
        plain(self, [*lift, *statements, *restore] if statements else [])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush)
        yield
