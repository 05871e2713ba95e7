"""What is handed out is what came in and was looked at, or nothing."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from answerable.desk.cases.models import Case
from answerable.desk.files import store
from answerable.desk.files.actions import clean_name, keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.people.models import User
from answerable.desk.publish.models import Publication
from answerable.model import UnusableInputError


@pytest.fixture
def file(case: Case, officer: User) -> Attachment:
    made = keep(
        by=officer, case=case, name="counts.csv", content=b"a,b\n1,2\n", purpose=Purpose.RELEASE
    )
    Attachment.objects.filter(pk=made.pk).update(verdict="pass")
    return Attachment.objects.get(pk=made.pk)


@pytest.fixture
def entry(file: Attachment, case: Case, officer: User) -> Publication:
    made = Publication.objects.create(
        case=case,
        reference=case.reference,
        title="Parking fines",
        request="How many?",
        answer="12.",
        subject="Other",
        regime="FOIA",
        outcome="full",
        received_on=date(2026, 11, 2),
        answered_on=date(2026, 11, 20),
        published_on=date(2026, 11, 21),
        state="published",
        proposed_by=officer,
    )
    made.files.add(file)
    return made


def _swap(file: Attachment) -> None:
    Path(default_storage.path(file.stored_as)).write_bytes(b"names,addresses\n")


def test_a_file_comes_back_as_it_came(
    file: Attachment, officer: User, as_: Callable[[User], Client]
) -> None:
    answer = as_(officer).get(f"/desk/files/{file.public_id}")
    assert answer.content == b"a,b\n1,2\n"
    assert answer["Content-Disposition"].startswith("attachment")


def test_other_bytes_under_its_address_are_not_handed_to_staff(
    file: Attachment, officer: User, as_: Callable[[User], Client]
) -> None:
    _swap(file)
    answer = as_(officer).get(f"/desk/files/{file.public_id}")
    assert answer.status_code == 409
    assert b"names,addresses" not in answer.content


def test_the_log_hands_out_what_went_through_the_gate(entry: Publication, file: Attachment) -> None:
    answer = Client().get(f"/log/{entry.public_id}/files/{file.public_id}")
    assert (answer.status_code, answer.content) == (200, b"a,b\n1,2\n")


def test_other_bytes_are_not_there_for_the_public(entry: Publication, file: Attachment) -> None:
    _swap(file)
    answer = Client().get(f"/log/{entry.public_id}/files/{file.public_id}")
    assert answer.status_code == 404
    assert b"names,addresses" not in answer.content


def test_bytes_that_are_gone_are_said_to_be_gone(file: Attachment) -> None:
    default_storage.delete(file.stored_as)
    with pytest.raises(FileNotFoundError):
        store.as_kept(file.stored_as, file.sha256)


def test_an_empty_file_is_refused_and_leaves_nothing(case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="empty"):
        keep(by=officer, case=case, name="x.csv", content=b"", purpose=Purpose.RELEASE)
    assert not case.files.exists()


def test_a_name_is_data_and_never_a_path() -> None:
    assert clean_name("../../etc/passwd") == "passwd"
    assert clean_name("c:\\temp\\a\u202egnp.exe\x00") == "agnp.exe"
    assert clean_name("\x00") == "a file without a name"
