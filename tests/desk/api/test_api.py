"""The API shows what its token's person may see, within its scopes, and nothing else."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.desk.api.conftest import Call

from answerable.desk.api.actions import end_token, make_token
from answerable.desk.api.models import ApiToken
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.decide.models import Decision
from answerable.desk.events.models import Event
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Purpose
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.actions import close_sign_in, end_role
from answerable.desk.people.models import User
from answerable.desk.publish.models import Publication
from answerable.desk.today import now, today

PROBLEM = "application/problem+json"
GETS = (
    "/api/v1/cases",
    "/api/v1/cases/FOI-2222-3333",
    "/api/v1/cases/FOI-2222-3333/questions",
    "/api/v1/cases/FOI-2222-3333/decisions",
    "/api/v1/cases/FOI-2222-3333/letters",
    "/api/v1/log",
    "/api/v1/log/0123456789abcdef0123",
    "/api/v1/statistics",
)


def _is_problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response["Content-Type"] == PROBLEM
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["title"]
    return problem


@pytest.mark.django_db
@pytest.mark.parametrize("path", GETS)
def test_nobody_without_a_token_gets_anything(path: str) -> None:
    assert _is_problem(Client().get(path), 401)["detail"].startswith("Send a token")


@pytest.mark.parametrize("path", GETS)
def test_a_token_that_nobody_made_is_refused(path: str, case: Case) -> None:
    response = Client(headers={"authorization": "Bearer answerable_x"}).get(path)
    _is_problem(response, 401)
    assert response["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("path", GETS)
def test_a_token_without_the_scope_is_refused(
    path: str, case: Case, call: Call, officer: User
) -> None:
    _is_problem(call(officer, "write:cases").get(path), 403)


def test_being_signed_in_at_the_desk_opens_nothing_here(
    case: Case, as_: Any, officer: User
) -> None:
    _is_problem(as_(officer).get("/api/v1/cases"), 401)


def test_cases_are_listed_without_who_asked(case: Case, call: Call, officer: User) -> None:
    response = call(officer, "read:cases").get("/api/v1/cases")
    (item,) = response.json()["items"]
    assert item["reference"] == case.reference
    assert item["due_on"] == "2026-12-01"
    assert item["applicant"] is None
    assert b"reader@example.org" not in response.content
    assert b"A. Reader" not in response.content


def test_who_asked_needs_a_scope_of_its_own(case: Case, call: Call, officer: User) -> None:
    response = call(officer, "read:cases", "read:applicant").get(f"/api/v1/cases/{case.reference}")
    assert response.json()["applicant"]["email"] == "reader@example.org"


def test_a_scope_gives_no_more_than_the_person_may(case: Case, call: Call, publisher: User) -> None:
    response = call(publisher, "read:cases", "read:applicant").get(
        f"/api/v1/cases/{case.reference}"
    )
    assert response.status_code == 200
    assert response.json()["applicant"] is None


@pytest.mark.parametrize("who", ["contributor", "administrator"])
def test_those_who_read_no_cases_read_none_here(
    who: str, case: Case, call: Call, request: pytest.FixtureRequest
) -> None:
    client = call(request.getfixturevalue(who), *("read:cases", "read:applicant", "read:letters"))
    for path in ("", f"/{case.reference}", f"/{case.reference}/letters"):
        _is_problem(client.get(f"/api/v1/cases{path}"), 403)


def test_a_case_that_is_not_there_is_a_plain_404(case: Case, call: Call, officer: User) -> None:
    _is_problem(call(officer, "read:cases").get("/api/v1/cases/FOI-2222-9999"), 404)


def test_questions_stand_in_their_order(case: Case, call: Call, officer: User) -> None:
    found = call(officer, "read:cases").get(f"/api/v1/cases/{case.reference}/questions").json()
    assert [each["number"] for each in found] == ["1", "2"]


def test_only_signed_decisions_are_told(case: Case, call: Call, officer: User) -> None:
    body = {"grounds": [{"provision": "s.31(1)(a)"}]}
    Decision.objects.create(case=case, kind="draft", made_by=officer)
    signed = Decision.objects.create(
        case=case, kind="withheld", body=body, made_by=officer, signed_by=officer, signed_at=now()
    )
    signed.questions.set(case.questions.all()[:1])
    found = call(officer, "read:cases").get(f"/api/v1/cases/{case.reference}/decisions").json()
    assert [(each["kind"], each["provisions"]) for each in found] == [("withheld", ["s.31(1)(a)"])]


def test_letters_are_listed_and_other_files_are_not(case: Case, call: Call, officer: User) -> None:
    for purpose in (Purpose.LETTER, Purpose.FOUND, Purpose.RECEIVED):
        keep(by=officer, case=case, name=f"{purpose}.pdf", content=b"x", purpose=purpose)
    client = call(officer, "read:cases", "read:letters")
    found = client.get(f"/api/v1/cases/{case.reference}/letters").json()
    assert [each["name"] for each in found] == ["letter.pdf"]


def test_pages_follow_each_other_without_gap_or_repeat(officer: User, call: Call) -> None:
    first = {
        receive(Arrived(text="How many?", on=today() - timedelta(days=n // 3)), by=None).reference
        for n in range(7)
    }
    client, seen, after = call(officer, "read:cases"), [], ""
    while True:
        body = client.get(f"/api/v1/cases?limit=2&after={after}").json()
        seen += [item["reference"] for item in body["items"]]
        after = body["next"]
        if after is None:
            break
        receive(Arrived(text="Another?"), by=None)  # a newcomer shifts no page
    assert len(seen) == len(set(seen))
    assert first <= set(seen)  # newcomers of today may be among them, or not


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "after=!!", "state=lost", "received_from=soon"]
)
def test_a_query_that_cannot_be_used_is_said_to_be(
    query: str, case: Case, call: Call, officer: User
) -> None:
    problem = _is_problem(call(officer, "read:cases").get(f"/api/v1/cases?{query}"), 422)
    assert problem["errors"][0]["where"].endswith(query.split("=")[0])


def test_a_key_of_another_place_is_no_page(case: Case, call: Call, officer: User) -> None:
    _is_problem(call(officer, "read:cases").get("/api/v1/cases?after=abcd"), 404)


def _post(client: Client, **body: Any) -> Any:
    return client.post("/api/v1/cases", json.dumps(body), content_type="application/json")


def test_a_request_is_taken_in_and_its_clock_starts(call: Call, officer: User) -> None:
    response = _post(
        call(officer, "write:cases"), text="How many lamps are there?", name="B. Reader",
        received_on="2026-11-02", how="counter",
    )  # fmt: skip
    assert response.status_code == 201
    made = Case.objects.get(reference=response.json()["reference"])
    assert (made.applicant_name, made.due_on) == ("B. Reader", date(2026, 12, 1))
    assert response.json()["applicant"] is None
    assert Event.objects.get(kind="case.received").actor == officer.public_id


@pytest.mark.parametrize("who", ["auditor", "contributor", "publisher"])
def test_nobody_takes_requests_in_who_may_not_work_on_cases(
    who: str, call: Call, request: pytest.FixtureRequest
) -> None:
    client = call(request.getfixturevalue(who), "write:cases")
    _is_problem(_post(client, text="How many lamps?"), 403)
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": ""}, 422),
        ({"text": "   "}, 422),
        ({}, 422),
        ({"text": "How many?", "held": True}, 422),
        ({"text": "How many?", "email": "nobody"}, 422),
        ({"text": "How many?", "received_on": "2099-01-01"}, 409),
    ],
)
def test_a_request_that_cannot_be_taken_in_leaves_nothing(
    body: dict[str, Any], status: int, call: Call, officer: User
) -> None:
    _is_problem(_post(call(officer, "write:cases"), **body), status)
    assert not Case.objects.exists()


def test_what_is_no_json_is_refused(call: Call, officer: User) -> None:
    client = call(officer, "write:cases")
    response = client.post("/api/v1/cases", "{", content_type="application/json")
    _is_problem(response, 400)


def _publication(case: Case, publisher: User, state: str) -> Publication:
    return Publication.objects.create(
        case=case,
        reference=case.reference,
        title="Parking fines",
        request="How many?",
        answer="Twelve.",
        subject="Other",
        regime="FOIA",
        outcome="full",
        received_on=date(2026, 9, 1),
        answered_on=date(2026, 9, 20),
        proposed_by=publisher,
        state=state,
        published_on=date(2026, 9, 22),
    )


@pytest.mark.parametrize(("state", "number"), [("published", 1), ("proposed", 0), ("withdrawn", 0)])
def test_the_log_is_what_the_public_sees_even_for_a_publisher(
    state: str, number: int, case: Case, call: Call, publisher: User
) -> None:
    entry = _publication(case, publisher, state)
    client = call(publisher, "read:log")
    assert len(client.get("/api/v1/log").json()["items"]) == number
    response = client.get(f"/api/v1/log/{entry.public_id}")
    assert response.status_code == (200 if number else 404)


def test_a_case_of_the_register_answers_with_the_same_fields_as_any_other(
    case: Case, call: Call, officer: User, approver: User
) -> None:
    client = call(officer, "read:cases", "read:applicant")
    before = client.get(f"/api/v1/cases/{case.reference}").json()
    made = NcndClass.objects.create(
        name="Some", subject="x", regime="FOIA", proposed_by=officer, approved_by=approver
    )
    Case.objects.filter(pk=case.pk).update(ncnd_class=made)
    assert client.get(f"/api/v1/cases/{case.reference}").json() == before


@pytest.mark.django_db
def test_nothing_that_goes_out_has_a_field_about_holding_or_searching() -> None:
    names = json.dumps(Client().get("/api/v1/openapi.json").json()["components"]).lower()
    assert not any(word in names for word in ('"held', '"search', '"ncnd_class', '"task'))


def test_a_token_ends_at_once(case: Case, officer: User, administrator: User) -> None:
    token, secret = make_token(by=administrator, person=officer, name="x", scopes=["read:cases"])
    client = Client(headers={"authorization": f"Bearer {secret}"})
    assert client.get("/api/v1/cases").status_code == 200
    end_token(token, by=administrator)
    _is_problem(client.get("/api/v1/cases"), 401)


def test_a_token_ends_when_its_person_leaves(
    case: Case, call: Call, officer: User, administrator: User
) -> None:
    client = call(officer, "read:cases")
    close_sign_in(by=administrator, user=officer)
    _is_problem(client.get("/api/v1/cases"), 401)


def test_a_token_loses_what_its_person_loses(
    case: Case, call: Call, officer: User, administrator: User
) -> None:
    client = call(officer, "read:cases")
    end_role(by=administrator, user=officer, role_id="officer")
    _is_problem(client.get("/api/v1/cases"), 403)


def test_a_token_runs_out(case: Case, officer: User, administrator: User) -> None:
    _, secret = make_token(
        by=administrator, person=officer, name="x", scopes=["read:cases"],
        good_until=today() - timedelta(days=1),
    )  # fmt: skip
    client = Client(headers={"authorization": f"Bearer {secret}"})
    _is_problem(client.get("/api/v1/cases"), 401)


def test_the_secret_is_kept_nowhere(officer: User, administrator: User) -> None:
    _, secret = make_token(by=administrator, person=officer, name="x", scopes=["read:cases"])
    row = ApiToken.objects.values().get()
    events = json.dumps(list(Event.objects.values("kind", "facts")))
    assert secret not in f"{row} {events}"


@pytest.mark.django_db
def test_the_description_needs_no_token_and_names_every_error() -> None:
    schema = Client().get("/api/v1/openapi.json").json()
    for path in schema["paths"].values():
        for operation in path.values():
            assert {"401", "403", "422"} <= set(operation["responses"])
            assert list(operation["responses"]["401"]["content"]) == [PROBLEM]
