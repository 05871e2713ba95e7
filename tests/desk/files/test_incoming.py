"""Nobody opens what other people sent before the gate has looked, and then sees what it found."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from tests.desk.letters.test_files import workbook

from answerable.desk.cases.models import Case
from answerable.desk.events.models import Event
from answerable.desk.files.actions import keep
from answerable.desk.files.inspection import GATE, inspect, inspect_waiting
from answerable.desk.files.models import INCOMING, Attachment, Purpose
from answerable.desk.jobs import jobs
from answerable.desk.people.models import User

As = Callable[[User], Client]
PLAIN = b"Year,Fines\n2025,1204\n"
_MACRO = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"
PAGE = b"<!doctype html>"


def with_macro() -> bytes:
    """A workbook that leads to a macro project."""
    box = io.BytesIO()
    link = b'<Relationship Id="rIdM" Type="%s" Target="vbaProject.bin"/></Relationships>' % _MACRO
    with (
        zipfile.ZipFile(io.BytesIO(workbook(hidden=False))) as old,
        zipfile.ZipFile(box, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                content = content.replace(b"</Relationships>", link)
            new.writestr(name, content)
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"Sub AutoOpen()\0" * 40)
    return box.getvalue()


def _kept(case: Case, by: User | None, content: bytes, purpose: Purpose, name: str) -> Attachment:
    return keep(by=by, case=case, name=name, content=content, purpose=purpose)


@pytest.fixture
def plain(case: Case) -> Attachment:
    return _kept(case, None, PLAIN, Purpose.RECEIVED, "list.csv")


@pytest.fixture
def dangerous(case: Case) -> Attachment:
    return inspect(_kept(case, None, with_macro(), Purpose.RECEIVED, "list.xlsm"))


@pytest.mark.parametrize("purpose", INCOMING)
def test_a_file_not_yet_inspected_is_never_served(
    purpose: Purpose, case: Case, officer: User, as_: As
) -> None:
    file = _kept(case, None, PLAIN, purpose, "list.csv")
    for answer in (
        as_(officer).get(f"/desk/files/{file.public_id}"),
        as_(officer).post(f"/desk/files/{file.public_id}/open", follow=True),
    ):
        assert b"Not yet inspected" in answer.content
        assert b"1204" not in answer.content


def test_after_the_gate_has_looked_it_is_served(plain: Attachment, officer: User, as_: As) -> None:
    assert inspect_waiting() == 1
    assert as_(officer).get(f"/desk/files/{plain.public_id}").content == PLAIN


def test_an_officer_who_cannot_wait_lets_it_look_at_once(
    plain: Attachment, officer: User, as_: As
) -> None:
    answer = as_(officer).post(f"/desk/files/{plain.public_id}/look")
    assert b"found nothing that the file does not show" in answer.content
    assert as_(officer).get(f"/desk/files/{plain.public_id}").content == PLAIN


def test_looking_is_a_job_of_the_worker() -> None:
    assert "look into files" in {job.name for job in jobs()}


def test_what_was_found_is_kept_with_the_gate_that_found_it(plain: Attachment) -> None:
    inspect(plain)
    kept = Attachment.objects.get(pk=plain.pk)
    assert (kept.verdict, kept.gate, kept.report["path"]) == ("pass", GATE, "list.csv")
    assert kept.inspected_at is not None
    assert Event.objects.filter(kind="files.inspected").count() == 1


def test_a_file_is_looked_into_once(plain: Attachment) -> None:
    again = Attachment.objects.get(pk=plain.pk)
    inspect(plain)
    inspect(again)
    inspect(again)
    assert Event.objects.filter(kind="files.inspected").count() == 1
    assert inspect_waiting() == 0


def test_our_own_letters_do_not_wait_for_the_gate(case: Case, officer: User, as_: As) -> None:
    letter = _kept(case, officer, b"%PDF-1.4", Purpose.LETTER, "reply.pdf")
    assert inspect_waiting() == 0
    assert as_(officer).get(f"/desk/files/{letter.public_id}").content == b"%PDF-1.4"


def test_bytes_that_changed_are_not_judged_and_stop_nothing_else(
    plain: Attachment, case: Case
) -> None:
    Path(default_storage.path(plain.stored_as)).write_bytes(b"swapped")
    _kept(case, None, b"a,b\n3,4\n", Purpose.RECEIVED, "other.csv")
    assert inspect_waiting() == 1
    assert Attachment.objects.get(pk=plain.pk).verdict == ""


def test_what_runs_when_opened_needs_a_click_on_a_plain_page(
    dangerous: Attachment, officer: User, as_: As
) -> None:
    page = as_(officer).get(f"/desk/files/{dangerous.public_id}")
    assert b"macros" in page.content
    assert b"Open it all the same" in page.content
    assert b"AutoOpen" not in page.content
    answer = as_(officer).post(f"/desk/files/{dangerous.public_id}/open")
    assert b"vbaProject" in answer.content
    assert Event.objects.get(kind="files.opened").actor == officer.public_id


@pytest.mark.parametrize(
    ("name", "content"),
    [("scan.bin", b"\x01\x02\x03\x04" * 50), ("broken.xlsx", b"PK\x03\x04 this is no package")],
)
def test_what_nobody_can_see_into_needs_a_click(
    name: str, content: bytes, case: Case, officer: User, as_: As
) -> None:
    file = inspect(_kept(case, None, content, Purpose.FOUND, name))
    assert file.dangers
    assert as_(officer).get(f"/desk/files/{file.public_id}").content.count(PAGE)


def test_a_hidden_sheet_is_told_beside_the_link_and_opens_at_once(
    case: Case, officer: User, as_: As
) -> None:
    content = workbook(hidden=True)
    file = inspect(_kept(case, None, content, Purpose.RECEIVED, "fines.xlsx"))
    assert (
        "Found: a hidden sheet"
        in as_(officer).get(f"/desk/cases/{case.reference}").content.decode()
    )
    assert as_(officer).get(f"/desk/files/{file.public_id}").content == content


def test_the_case_says_what_waits_and_what_to_take_care_of(
    plain: Attachment, dangerous: Attachment, case: Case, officer: User, as_: As
) -> None:
    page = as_(officer).get(f"/desk/cases/{case.reference}").content.decode()
    assert "not yet inspected" in page
    assert "open with care" in page


def test_a_plain_file_is_not_warned_of(
    plain: Attachment, case: Case, officer: User, as_: As
) -> None:
    inspect(plain)
    page = as_(officer).get(f"/desk/cases/{case.reference}").content.decode()
    assert "list.csv" in page
    assert "not yet inspected" not in page
    assert "open with care" not in page


def test_what_we_send_ourselves_is_not_warned_of(case: Case, officer: User) -> None:
    file = inspect(_kept(case, officer, with_macro(), Purpose.RELEASE, "list.xlsm"))
    assert file.told
    assert not file.dangers


def test_a_contributor_opens_what_they_sent_and_nothing_else(
    plain: Attachment, case: Case, contributor: User, as_: As
) -> None:
    mine = inspect(_kept(case, contributor, PLAIN, Purpose.FOUND, "mine.csv"))
    inspect(plain)
    browser = as_(contributor)
    assert browser.get(f"/desk/files/{mine.public_id}").content == PLAIN
    for path in ("", "/look", "/open"):
        call = browser.post if path else browser.get
        assert call(f"/desk/files/{plain.public_id}{path}").status_code == 404


def test_an_administrator_opens_none(plain: Attachment, administrator: User, as_: As) -> None:
    inspect(plain)
    for path in ("", "/look", "/open"):
        call = as_(administrator).post if path else as_(administrator).get
        assert call(f"/desk/files/{plain.public_id}{path}").status_code == 403
