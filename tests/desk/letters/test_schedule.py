"""The schedule of a redacted copy, as a table to take away."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.desk.letters.test_files import document

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file, redacted_copy
from answerable.desk.people.models import User

As = Callable[[User], Client]


@pytest.fixture
def original(open_case: Case, officer: User) -> Attachment:
    content = document("Written by Ann Example.")
    return add_file(open_case, by=officer, name="r.docx", content=content)


def _path(file: Attachment) -> str:
    return f"/desk/release/{file.public_id}/schedule.csv"


def test_it_says_what_was_withheld_and_under_what(
    original: Attachment, officer: User, as_: As
) -> None:
    copy = redacted_copy(original, by=officer, terms="Ann Example | s.40(2)")
    told = as_(officer).get(_path(copy)).content.decode("utf-8-sig")
    assert told.startswith("Where,Withheld under,Passages\r\n")
    assert "FOIA s.40(2)" in told
    assert "Ann Example" not in told
    page = as_(officer).get(f"/desk/cases/{copy.case.reference}/release").content.decode()
    assert _path(copy) in page


def test_a_place_that_looks_like_a_formula_is_none(
    original: Attachment, officer: User, as_: As
) -> None:
    copy = redacted_copy(original, by=officer, terms="Ann Example | s.40(2)")
    copy.release.schedule = [{"place": "=1+1", "provision": "FOIA s.40(2)", "count": 1}]
    copy.release.save()
    assert b"\n'=1+1," in as_(officer).get(_path(copy)).content


def test_a_file_that_was_not_redacted_has_none(
    original: Attachment, officer: User, as_: As
) -> None:
    assert as_(officer).get(_path(original)).status_code == 404


@pytest.mark.parametrize("who", ["contributor", "administrator"])
def test_those_who_read_no_cases_get_none(
    who: str, original: Attachment, officer: User, as_: As, request: pytest.FixtureRequest
) -> None:
    copy = redacted_copy(original, by=officer, terms="Ann Example | s.40(2)")
    assert as_(request.getfixturevalue(who)).get(_path(copy)).status_code == 404
