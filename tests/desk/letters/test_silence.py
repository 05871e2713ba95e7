"""Under a class of the register the letter goes alone, and nothing here tells what is held."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.desk.letters.fixtures import TODAY, Decided, sample
from tests.desk.letters.test_pages import Browser, body

from answerable.desk.cases.models import Case
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions import add_file, save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import problems
from answerable.desk.letters.models import LetterVersion
from answerable.desk.letters.panel import for_case
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url
from answerable.model import UnusableInputError


@pytest.fixture
def silent(open_case: Case, officer: User, approver: User, decided: Decided) -> Case:
    """The case, governed by a class, its letter the lawful one."""
    decided.record = sample("foia_ncnd")
    ruling = NcndClass.objects.create(
        name="Cameras", subject="s", regime="FOIA", proposed_by=officer, approved_by=approver
    )
    Case.objects.filter(pk=open_case.pk).update(ncnd_class=ruling)
    return Case.objects.get(pk=open_case.pk)


def test_an_ncnd_letter_that_is_lawful_is_not_blocked(silent: Case, officer: User) -> None:
    letter = save_letter(silent, by=officer, free=Free(), dated=TODAY)
    assert problems(letter, on=TODAY) == []


def test_no_file_goes_with_it(silent: Case, officer: User, as_: Browser) -> None:
    with pytest.raises(UnusableInputError, match="goes alone"):
        add_file(silent, by=officer, name="a.csv", content=b"a\n1\n")
    address = staff_url("release_files", silent.reference)
    as_(officer).post(address, {"file": SimpleUploadedFile("a.csv", b"a\n1\n")})
    assert not Attachment.objects.exists()
    page = body(as_(officer).get(address))
    assert "goes alone" in page
    assert "Add a file" not in page


def test_files_from_before_the_class_was_set_stop_the_letter(silent: Case, officer: User) -> None:
    keep(by=officer, case=silent, name="a.csv", content=b"a", purpose=Purpose.RELEASE)
    letter = save_letter(silent, by=officer, free=Free(), dated=TODAY)
    assert "goes alone" in problems(letter, on=TODAY)[0]


def test_the_case_offers_no_files_to_send(silent: Case, officer: User) -> None:
    assert [panel.title for panel in for_case(silent, officer)] == ["Letter"]


def test_what_lies_in_the_case_changes_no_byte_of_its_letter_and_pages(
    silent: Case, officer: User, as_: Browser
) -> None:
    save_letter(silent, by=officer, free=Free(), dated=TODAY)
    one = LetterVersion.objects.get()
    addresses = [
        staff_url("letter_arrives", one.public_id),
        staff_url("letter_file", one.public_id, "pdf"),
        staff_url("letter_file", one.public_id, "docx"),
        staff_url("case_clearance", silent.reference),
        staff_url("send", silent.reference),
    ]
    before = [_same(as_(officer).get(each).content) for each in addresses]
    keep(by=officer, case=silent, name="found.csv", content=b"a", purpose=Purpose.FOUND)
    assert [_same(as_(officer).get(each).content) for each in addresses] == before


def _same(page: bytes) -> bytes:
    """A page without the check that each form carries anew."""
    return b"\n".join(line for line in page.split(b"\n") if b"csrfmiddlewaretoken" not in line)
