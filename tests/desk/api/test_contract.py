"""Generated requests against the whole application: it answers as its description says."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings

from answerable.desk.api.actions import make_token
from answerable.desk.api.scopes import SCOPES
from answerable.desk.cases.models import Case
from answerable.desk.people.models import User

pytestmark = pytest.mark.slow
Contract = tuple[schemathesis.BaseSchema, dict[str, str]]


@pytest.fixture
def _connection_kept() -> Iterator[None]:
    """Keep the test's connection, with its open transaction, from one request to the next.

    A web server's requests close it at either end; Django's own test client holds that off in
    the same way. SQLite in memory ignores the closing, PostgreSQL does not.
    """
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def contract(_connection_kept: None, case: Case, officer: User, administrator: User) -> Contract:
    from answerable.desk.wsgi import application

    _, secret = make_token(by=administrator, person=officer, name="x", scopes=list(SCOPES))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    return schema, {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
def test_every_answer_is_as_described(
    mode: schemathesis.GenerationMode, contract: Contract
) -> None:
    schema, headers = contract
    if mode is schemathesis.GenerationMode.NEGATIVE:  # what is generated may leave the token out
        schema.config.update(headers=headers)
        headers = {}
    operations = [each.ok() for each in schema.get_all_operations()]
    assert len(operations) >= 11
    for operation in operations:
        takes_nothing = not (operation.definition.raw.get("parameters") or operation.body)
        if mode is schemathesis.GenerationMode.POSITIVE or not takes_nothing:
            _check(operation.as_strategy(generation_mode=mode), headers)


def _check(strategy: Any, headers: dict[str, str]) -> None:
    @settings(
        max_examples=int(os.environ.get("ANSWERABLE_EXAMPLES", "25")),
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def check(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=headers or None)

    check()
