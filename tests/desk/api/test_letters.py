"""Letters that were sent, with their bytes: to whom the list is open, and nobody else."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from tests.desk.api.conftest import Call
from tests.desk.letters.fixtures import TODAY, asked, cleared, clock, decided, open_case, written

from answerable.desk.cases.models import Case
from answerable.desk.files import store
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.documents import document
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User

__all__ = ["asked", "cleared", "clock", "decided", "open_case", "written"]
SCOPES = ("read:letters", "read:cases")


@pytest.fixture
def sent(written: LetterVersion, officer: User) -> LetterVersion:
    pdf = keep(
        by=officer,
        case=written.case,
        name="reply.pdf",
        content=document(written, "pdf"),
        purpose=Purpose.LETTER,
    )
    LetterVersion.objects.filter(pk=written.pk).update(pdf=pdf, sent_on=TODAY)
    return LetterVersion.objects.get(pk=written.pk)


def _path(letter: LetterVersion) -> str:
    assert letter.pdf is not None
    return f"/api/v1/letters/{letter.pdf.public_id}/file"


def test_the_pdf_is_the_one_that_went(sent: LetterVersion, call: Call, officer: User) -> None:
    answer = call(officer, *SCOPES).get(_path(sent))
    assert sent.pdf is not None
    assert answer.content == store.read(sent.pdf.stored_as)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''reply.pdf"


@pytest.mark.parametrize("form", ["docx", "html", "txt"])
def test_the_same_words_in_another_form(
    form: str, sent: LetterVersion, call: Call, officer: User
) -> None:
    answer = call(officer, *SCOPES).get(f"{_path(sent)}?format={form}")
    assert answer.content == document(sent, form)
    assert answer["Content-Disposition"].endswith(f"reply.{form}")


def test_the_list_leads_to_the_file(sent: LetterVersion, call: Call, officer: User) -> None:
    client = call(officer, *SCOPES)
    (listed,) = client.get(f"/api/v1/cases/{sent.case.reference}/letters").json()
    content = client.get(f"/api/v1/letters/{listed['id']}/file").content
    assert len(content) == listed["size"]


def test_other_bytes_under_its_address_are_not_handed_out(
    sent: LetterVersion, call: Call, officer: User
) -> None:
    assert sent.pdf is not None
    Path(default_storage.path(sent.pdf.stored_as)).write_bytes(b"something else")
    answer = call(officer, *SCOPES).get(_path(sent))
    assert answer.status_code == 409
    assert b"something else" not in answer.content


def test_a_form_that_there_is_none_of_is_refused(
    sent: LetterVersion, call: Call, officer: User
) -> None:
    assert call(officer, *SCOPES).get(f"{_path(sent)}?format=exe").status_code == 422


def test_a_file_that_is_no_letter_is_not_there(case: Case, call: Call, officer: User) -> None:
    other = keep(by=officer, case=case, name="x.csv", content=b"a", purpose=Purpose.RELEASE)
    answer = call(officer, *SCOPES).get(f"/api/v1/letters/{other.public_id}/file")
    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["contributor", "administrator", "publisher", "qualified_person"])
def test_those_who_may_not_read_who_asked_read_no_letter(
    who: str, sent: LetterVersion, call: Call, request: pytest.FixtureRequest
) -> None:
    answer = call(request.getfixturevalue(who), *SCOPES).get(_path(sent))
    assert answer.status_code == 403


@pytest.mark.parametrize("who", ["officer", "approver", "auditor"])
def test_those_who_may_read_them(
    who: str, sent: LetterVersion, call: Call, request: pytest.FixtureRequest
) -> None:
    assert call(request.getfixturevalue(who), *SCOPES).get(_path(sent)).status_code == 200


def test_the_list_of_cases_alone_opens_no_letter(
    sent: LetterVersion, call: Call, officer: User
) -> None:
    assert call(officer, "read:cases").get(_path(sent)).status_code == 403
    assert Attachment.objects.filter(purpose=Purpose.LETTER).exists()
