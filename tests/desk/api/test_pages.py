"""The pages about the API: tokens are made and ended by administrators; the secret is shown once."""

from typing import Any

import pytest
from django.test import Client

from answerable.desk.api.models import ApiToken
from answerable.desk.people.models import User


def _make(client: Client, person: User, **more: Any) -> Any:
    form = {"name": "Contact centre", "person": person.pk, "scopes": ["read:cases"], **more}
    return client.post("/desk/api/add", form)


def test_an_administrator_makes_a_token_and_sees_its_secret_once(
    as_: Any, administrator: User, officer: User
) -> None:
    client = as_(administrator)
    page = _make(client, officer)
    assert page.status_code == 200
    assert "answerable_" in page.text
    assert page["Cache-Control"] == "no-store"
    listed = client.get("/desk/api").text
    assert "Contact centre" in listed
    assert page.text.split("answerable_")[1][:20] not in listed


def test_an_administrator_ends_a_token(as_: Any, administrator: User, officer: User) -> None:
    client = as_(administrator)
    _make(client, officer)
    token = ApiToken.objects.get()
    assert client.post(f"/desk/api/{token.public_id}/end").status_code == 302
    assert ApiToken.objects.get().ended_at is not None
    assert "no longer works" in client.get("/desk/api").text


@pytest.mark.parametrize("who", ["officer", "approver", "auditor", "publisher", "contributor"])
def test_nobody_else_sees_or_makes_tokens(
    who: str, as_: Any, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(who)
    client = as_(user)
    assert client.get("/desk/api").status_code == 403
    assert _make(client, user).status_code == 403
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"scopes": []}, {"scopes": ["all"]}, {"good_until": "1/1/2020"}]
)
def test_a_form_that_is_not_right_makes_no_token(
    wrong: dict[str, Any], as_: Any, administrator: User, officer: User
) -> None:
    page = _make(as_(administrator), officer, **wrong)
    assert "There is a problem" in page.text
    assert not ApiToken.objects.exists()


def test_ending_needs_a_post(as_: Any, administrator: User, officer: User) -> None:
    client = as_(administrator)
    _make(client, officer)
    assert client.get(f"/desk/api/{ApiToken.objects.get().public_id}/end").status_code == 405
    assert ApiToken.objects.get().ended_at is None


def test_the_description_is_a_page_of_ours_without_scripts_from_elsewhere(authority: Any) -> None:
    page = Client().get("/api/v1/docs")
    assert page.status_code == 200
    assert "GET /api/v1/cases/{reference}" in page.text
    assert "https://" not in page.text.split("<main")[1]
