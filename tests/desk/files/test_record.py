"""The record of the gate: each file with its hash, findings and decisions, to read or download."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.desk.letters.fixtures import clock, decided, open_case
from tests.desk.letters.test_files import workbook

from answerable.desk.cases.models import Case
from answerable.desk.files.actions import keep
from answerable.desk.files.inspection import GATE, inspect
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions import add_file, clean_copy, consent, keep_despite, take_out
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User

__all__ = ["clock", "decided", "open_case"]
As = Callable[[User], Client]
REASON = "The sheet is what they asked for."


@pytest.fixture
def exposing(open_case: Case, officer: User) -> Attachment:
    content = workbook(hidden=True, people=True)
    return add_file(open_case, by=officer, name="staff.xlsx", content=content)


def _record(case: Case, user: User, as_: As) -> dict[str, Any]:
    answer = as_(user).get(f"/desk/cases/{case.reference}/gate.json")
    assert answer["Content-Disposition"].startswith("attachment")
    record: dict[str, Any] = json.loads(answer.content)
    return record


def test_it_says_which_bytes_which_gate_and_what_was_found(
    exposing: Attachment, officer: User, as_: As
) -> None:
    (file,) = _record(exposing.case, officer, as_)["files"]
    assert file["sha256"] == exposing.sha256
    assert (file["gate"], file["verdict"]) == (GATE, "hold")
    assert file["people"] > 0
    assert any("Working" in finding["where"] for finding in file["findings"])
    assert all(finding["what"] and finding["what_to_do"] for finding in file["findings"])


def test_it_says_who_decided_what_and_why(
    exposing: Attachment, officer: User, approver: User, as_: As
) -> None:
    keep_despite(exposing, by=officer, reason=REASON)
    consent(exposing, by=approver, reason=REASON)
    (file,) = _record(exposing.case, officer, as_)["files"]
    told = [(each["what"], each["who"], each["why"]) for each in file["decisions"]]
    assert ("Kept as it is", "Officer", REASON) in told
    assert ("Agreed that it is kept as it is", "Approver", "") in told
    assert ("Inspected", "Officer", "") in told


def test_a_replacement_names_what_it_replaces(exposing: Attachment, officer: User, as_: As) -> None:
    copy = clean_copy(exposing, by=officer)
    old, new = _record(exposing.case, officer, as_)["files"]
    assert (new["sha256"], new["made_from"]) == (copy.sha256, exposing.sha256)
    assert (new["made_how"], new["verdict"]) == ("clean", "pass")
    assert (old["goes"], new["goes"]) == (False, True)


def test_a_file_left_out_stays_on_the_record(exposing: Attachment, officer: User, as_: As) -> None:
    take_out(exposing, by=officer)
    (file,) = _record(exposing.case, officer, as_)["files"]
    assert "Taken out of the answer" in [each["what"] for each in file["decisions"]]


def test_no_sample_of_what_is_hidden_stands_in_it(
    exposing: Attachment, officer: User, as_: As
) -> None:
    told = json.dumps(_record(exposing.case, officer, as_))
    assert all(finding["excerpt"] not in told for finding in exposing.report["findings"])
    assert any(finding["excerpt"] for finding in exposing.report["findings"])


def test_the_page_says_the_same(
    exposing: Attachment, officer: User, approver: User, as_: As
) -> None:
    keep_despite(exposing, by=officer, reason=REASON)
    page = as_(officer).get(f"/desk/cases/{exposing.case.reference}/gate").content.decode()
    for words in (exposing.sha256, "HELD", "People exposed", "Kept as it is", REASON, GATE):
        assert words in page


def test_a_case_without_files_says_so(case: Case, officer: User, as_: As) -> None:
    page = as_(officer).get(f"/desk/cases/{case.reference}/gate").content.decode()
    assert "This case has no files." in page


def test_it_is_the_same_whatever_is_held_where_nothing_is_confirmed(
    case: Case, officer: User, approver: User, as_: As
) -> None:
    keep(by=None, case=case, name="letter.txt", content=b"words", purpose=Purpose.RECEIVED)
    Case.objects.filter(pk=case.pk).update(
        ncnd_class=NcndClass.objects.create(
            name="Some", subject="x", regime="FOIA", proposed_by=officer, approved_by=approver
        )
    )
    before = _record(case, officer, as_)["files"]
    keep(by=officer, case=case, name="found.csv", content=b"a,b\n1,2\n", purpose=Purpose.FOUND)
    keep(by=officer, case=case, name="send.csv", content=b"a,b\n1,2\n", purpose=Purpose.RELEASE)
    assert _record(case, officer, as_)["files"] == before


@pytest.mark.parametrize("who", ["contributor", "administrator"])
@pytest.mark.parametrize("path", ["gate", "gate.json"])
def test_those_who_read_no_cases_read_no_record(
    who: str, path: str, case: Case, as_: As, request: pytest.FixtureRequest
) -> None:
    answer = as_(request.getfixturevalue(who)).get(f"/desk/cases/{case.reference}/{path}")
    assert answer.status_code == 403


def test_what_came_with_the_request_is_for_those_who_may_read_who_asked(
    case: Case, officer: User, publisher: User, as_: As
) -> None:
    inspect(keep(by=None, case=case, name="my.csv", content=b"a\n1\n", purpose=Purpose.RECEIVED))
    assert len(_record(case, officer, as_)["files"]) == 1
    assert _record(case, publisher, as_)["files"] == []


def _with_names(file: Attachment, told: str) -> Attachment:
    file.report = file.report | {"names": told}
    file.save()
    return file


def test_it_says_whether_names_were_looked_for(
    exposing: Attachment, officer: User, as_: As
) -> None:
    (file,) = _record(exposing.case, officer, as_)["files"]
    assert file["names"].startswith("Names in running text were not looked for: no model is set")
    for page in ("gate", "release"):
        told = as_(officer).get(f"/desk/cases/{exposing.case.reference}/{page}")
        assert "Names in running text were not looked for" in told.content.decode()


def test_it_says_that_a_model_looked_and_misses_some(
    exposing: Attachment, officer: User, as_: As
) -> None:
    _with_names(exposing, "names in running text were looked for by a model, which misses some")
    told = as_(officer).get(f"/desk/cases/{exposing.case.reference}/gate").content.decode()
    assert "Names in running text were looked for by a model, which misses some." in told
    assert "not looked for" not in told


def test_it_names_no_folder_of_the_model(exposing: Attachment, officer: User, as_: As) -> None:
    off = "names in running text were not looked for: “/srv/secret/en” is no folder of a pipeline"
    _with_names(exposing, off)
    (file,) = _record(exposing.case, officer, as_)["files"]
    assert "/srv/secret" not in file["names"]
    assert file["names"].endswith("what is set is no folder of a pipeline.")


def test_of_a_file_looked_into_before_that_was_asked_nothing_is_said(
    exposing: Attachment, officer: User, as_: As
) -> None:
    _with_names(exposing, "")
    told = as_(officer).get(f"/desk/cases/{exposing.case.reference}/gate").content.decode()
    assert "Names of people" not in told
