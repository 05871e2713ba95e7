"""A request sent twice with one key is taken in once."""

from datetime import timedelta
from typing import Any

import pytest
from tests.desk.api.conftest import Call

from answerable.desk.api import once as once_module
from answerable.desk.api.actions import make_token
from answerable.desk.api.models import Answered, ApiToken
from answerable.desk.api.once import forget, once
from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.today import now
from answerable.model import UnusableInputError

PATH = "/api/v1/cases"
BODY = {"text": "How many trees were felled in 2025?", "name": "Ann Example"}
KEY = {"idempotency-key": "contact-centre-17"}


@pytest.fixture
def token(administrator: User, officer: User) -> ApiToken:
    made, _ = make_token(by=administrator, person=officer, name="x", scopes=["write:cases"])
    return made


def _post(client: Any, body: dict[str, str] = BODY, **headers: str) -> Any:
    return client.post(PATH, body, content_type="application/json", headers=headers)


def test_the_same_request_again_gets_the_same_answer(call: Call, officer: User) -> None:
    client = call(officer, "write:cases")
    first, second = _post(client, **KEY), _post(client, **KEY)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert Case.objects.count() == 1


def test_the_answer_stays_the_same_when_the_case_moved(call: Call, officer: User) -> None:
    client = call(officer, "write:cases")
    first = _post(client, **KEY)
    Case.objects.update(state="open", version=9)
    assert _post(client, **KEY).json() == first.json()


def test_another_body_under_the_key_is_refused(call: Call, officer: User) -> None:
    client = call(officer, "write:cases")
    _post(client, **KEY)
    second = _post(client, BODY | {"text": "How many bins?"}, **KEY)
    assert second.status_code == 409
    assert "another body" in second.json()["detail"]
    assert Case.objects.count() == 1


def test_without_a_key_each_is_a_request_of_its_own(call: Call, officer: User) -> None:
    client = call(officer, "write:cases")
    _post(client)
    _post(client)
    assert Case.objects.count() == 2
    assert not Answered.objects.exists()


def test_keys_of_two_tokens_have_nothing_to_do_with_each_other(call: Call, officer: User) -> None:
    _post(call(officer, "write:cases"), **KEY)
    _post(call(officer, "write:cases"), BODY | {"text": "How many bins?"}, **KEY)
    assert Case.objects.count() == 2


def test_nothing_of_who_asked_is_kept_with_the_key(call: Call, officer: User) -> None:
    client = call(officer, "write:cases", "read:applicant")
    first = _post(client, **KEY)
    assert first.json()["applicant"]["name"] == "Ann Example"
    assert _post(client, **KEY).json() == first.json()
    assert "Ann Example" not in str(Answered.objects.get().__dict__)


def test_a_request_that_was_refused_leaves_its_key_free(call: Call, officer: User) -> None:
    client = call(officer, "write:cases")
    late = BODY | {"received_on": "2999-01-01"}
    assert _post(client, late, **KEY).status_code == 409
    assert not Answered.objects.exists()
    assert _post(client, **KEY).status_code == 201


@pytest.mark.parametrize("key", ["", "two words", "x" * 201])
def test_a_key_that_is_none_is_refused(key: str, call: Call, officer: User) -> None:
    assert _post(call(officer, "write:cases"), **{"idempotency-key": key}).status_code == 422


def test_a_key_is_forgotten_after_a_day(call: Call, officer: User) -> None:
    client = call(officer, "write:cases")
    _post(client, **KEY)
    Answered.objects.update(at=now() - timedelta(hours=23))
    _post(client, **KEY)
    assert Case.objects.count() == 1
    Answered.objects.update(at=now() - timedelta(hours=25))
    _post(client, **KEY)
    assert Case.objects.count() == 2


def test_the_job_deletes_what_is_old_and_nothing_else(token: ApiToken) -> None:
    for key, age in (("old", 25), ("new", 1)):
        at = now() - timedelta(hours=age)
        Answered.objects.create(token=token, key=key, body="x", at=at)
    forget()
    assert [each.key for each in Answered.objects.all()] == ["new"]


def test_the_second_of_two_at_once_gets_the_answer_of_the_first(
    token: ApiToken, monkeypatch: pytest.MonkeyPatch
) -> None:
    once(token, "a", "body", lambda: {"n": 1})
    Answered.objects.update(key="b")

    def the_other_is_first(**of: object) -> None:
        Answered.objects.filter(key="b").update(key="a")  # between our look and our write

    monkeypatch.setattr(once_module, "forget", the_other_is_first)
    assert once(token, "a", "body", lambda: pytest.fail("taken in twice")) == {"n": 1}
    with pytest.raises(UnusableInputError, match="another body"):
        once(token, "a", "other", lambda: pytest.fail("taken in"))
