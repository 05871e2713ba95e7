"""The gate by itself: a file in, the report out, nothing kept."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desk.api.conftest import Call
from tests.desk.letters.test_files import workbook

from answerable.desk.api import uploads
from answerable.desk.api.routes import gate
from answerable.desk.events.models import Event
from answerable.desk.files.models import Attachment
from answerable.desk.people.models import User
from answerable.gate import inspect_bytes, report

PATH = "/api/v1/inspect"
SCOPE = "inspect:files"
RAW = "application/octet-stream"


@pytest.fixture
def client(call: Call, officer: User) -> Client:
    made: Client = call(officer, SCOPE)
    return made


def test_the_report_is_that_of_the_command_line(client: Client) -> None:
    content = workbook(hidden=True)
    sent = client.post(f"{PATH}?name=fines.xlsx", content, content_type=RAW)
    expected = json.loads(report.to_json([inspect_bytes(content, "fines.xlsx")]))
    assert (sent.status_code, sent.json()) == (200, expected)
    assert expected["files"][0]["verdict"] == "hold"


def test_a_file_in_a_form_is_looked_into_under_its_name(client: Client) -> None:
    file = SimpleUploadedFile("fines.xlsx", workbook(hidden=True))
    (found,) = client.post(PATH, {"file": file}).json()["files"]
    assert (found["path"], found["verdict"]) == ("fines.xlsx", "hold")


def test_a_file_that_shows_all_it_carries_passes(client: Client) -> None:
    (found,) = client.post(PATH, b"Year,Fines\n2025,1204\n", content_type="text/csv").json()[
        "files"
    ]
    assert (found["path"], found["verdict"]) == ("file", "pass")


def test_what_cannot_be_seen_into_is_held(client: Client) -> None:
    (found,) = client.post(PATH, b"PK\x03\x04 broken", content_type=RAW).json()["files"]
    assert found["verdict"] != "pass"


def test_nothing_is_kept_of_a_file(client: Client) -> None:
    events = Event.objects.count()
    client.post(PATH, workbook(hidden=True), content_type=RAW)
    assert not Attachment.objects.exists()
    assert Event.objects.count() == events


def test_people_are_told_of_and_not_shown(client: Client) -> None:
    sent = client.post(PATH, workbook(hidden=True, people=True), content_type=RAW)
    assert sent.json()["files"][0]["counts"]["people"] > 0
    assert b"AB123400C" not in sent.content


def test_a_name_is_data_and_never_a_path(client: Client) -> None:
    sent = client.post(f"{PATH}?name=../../etc/fines.csv", b"a,b\n1,2\n", content_type=RAW)
    assert sent.json()["files"][0]["path"] == "fines.csv"


@pytest.mark.parametrize("scope", ["read:cases", "write:cases", "read:log"])
def test_another_scope_does_not_open_the_gate(scope: str, call: Call, officer: User) -> None:
    assert call(officer, scope).post(PATH, b"a", content_type=RAW).status_code == 403


def test_nobody_without_a_token_uses_it(db: None) -> None:
    assert Client().post(PATH, b"a", content_type=RAW).status_code == 401


def test_the_scope_of_the_gate_opens_nothing_else(client: Client) -> None:
    assert client.get("/api/v1/cases").status_code == 403


@pytest.mark.parametrize("form", [False, True])
def test_an_empty_file_is_one_plain_sentence(client: Client, form: bool) -> None:
    body = {"file": SimpleUploadedFile("x.csv", b"")}
    sent = client.post(PATH, body) if form else client.post(PATH, b"", content_type=RAW)
    assert sent.status_code == 400
    assert sent.json()["detail"].startswith("There is no file")


def test_a_form_without_a_file_says_so(client: Client) -> None:
    sent = client.post(PATH, {"other": SimpleUploadedFile("x.csv", b"a")})
    assert (sent.status_code, sent["Content-Type"]) == (400, "application/problem+json")


def test_two_files_at_once_are_refused(client: Client) -> None:
    two = [SimpleUploadedFile("x.csv", b"a"), SimpleUploadedFile("y.csv", b"b")]
    assert client.post(PATH, {"file": two}).status_code == 400


@pytest.mark.parametrize("form", [False, True])
def test_a_file_over_the_limit_is_not_read_to_its_end(
    client: Client, form: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 100)
    content = b"a" * 101
    body = {"file": SimpleUploadedFile("x.csv", content)}
    sent = client.post(PATH, body) if form else client.post(PATH, content, content_type=RAW)
    assert (sent.status_code, sent.json()["title"]) == (413, "Request Entity Too Large")


def test_a_length_that_is_too_large_is_refused_before_anything_is_read(client: Client) -> None:
    long = str(uploads.LARGEST + 2 * 1024 * 1024)
    sent = client.post(PATH, b"a", content_type=RAW, headers={"content-length": long})
    assert sent.status_code == 413


def test_more_at_once_than_the_machine_bears_are_asked_to_wait(client: Client) -> None:
    for _ in range(gate.AT_ONCE):
        gate._turns.acquire()
    try:
        assert client.post(PATH, b"a", content_type=RAW).status_code == 503
    finally:
        gate._turns.release(gate.AT_ONCE)
    assert client.post(PATH, b"a", content_type=RAW).status_code == 200


def test_a_failure_gives_its_turn_back(client: Client) -> None:
    for _ in range(gate.AT_ONCE + 1):
        assert client.post(PATH, b"", content_type=RAW).status_code == 400
