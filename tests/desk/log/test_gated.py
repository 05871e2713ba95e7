"""The public site serves only bytes that the gate judged: on every one of its addresses."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from tests.desk.api.conftest import call

from answerable.desk.cases.models import Case
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.models import ReleaseFile
from answerable.desk.log.urls_public import urlpatterns
from answerable.desk.people.models import User
from answerable.desk.publish.models import Publication

__all__ = ["call"]
SECRET = b"never,meant,to,leave\n1,2,3,4\n"
NAME = "left-in.csv"

#: What stops a file from being public, each as fields of the file.
NOT_GATED = {
    "nobody looked into it": {"verdict": ""},
    "the gate held it": {"verdict": "hold"},
    "the gate refused it": {"verdict": "refuse"},
    "it was found by a service and not made to be sent": {"purpose": Purpose.FOUND},
    "it came with the request": {"purpose": Purpose.RECEIVED},
    "it is correspondence": {"purpose": Purpose.CORRESPONDENCE},
    "other bytes than those judged": {"sha256": "0" * 64},
}


@pytest.fixture
def entry(case: Case, officer: User) -> Publication:
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
    file = keep(by=officer, case=case, name=NAME, content=SECRET, purpose=Purpose.RELEASE)
    Attachment.objects.filter(pk=file.pk).update(verdict="pass")
    made.files.add(file)
    return made


def _addresses(entry: Publication) -> Iterator[str]:
    """Every address of the log, with the entry and its file put in."""
    (file,) = entry.files.all()
    for pattern in urlpatterns:
        route = str(pattern.pattern)
        yield "/" + route.replace("<slug:public_id>", entry.public_id).replace(
            "<slug:file_id>", file.public_id
        )


def _all_bytes(client: Client, addresses: list[str]) -> bytes:
    answers = (client.get(each) for each in addresses)
    return b"".join(b"".join(each) for each in answers)


def test_a_file_that_passed_is_served_and_named(entry: Publication) -> None:
    found = _all_bytes(Client(), list(_addresses(entry)))
    assert SECRET in found
    assert NAME.encode() in found


@pytest.mark.parametrize("why", NOT_GATED)
def test_no_address_of_the_log_serves_what_did_not_pass(why: str, entry: Publication) -> None:
    Attachment.objects.update(**NOT_GATED[why])
    assert SECRET not in _all_bytes(Client(), list(_addresses(entry)))


@pytest.mark.parametrize("why", [each for each in NOT_GATED if "bytes" not in each])
def test_no_page_feed_or_export_names_what_did_not_pass(why: str, entry: Publication) -> None:
    Attachment.objects.update(**NOT_GATED[why])
    assert NAME.encode() not in _all_bytes(Client(), list(_addresses(entry)))


def test_bytes_swapped_in_the_store_are_served_nowhere(entry: Publication) -> None:
    (file,) = entry.files.all()
    Path(default_storage.path(file.stored_as)).write_bytes(b"swapped" + SECRET)
    assert SECRET not in _all_bytes(Client(), list(_addresses(entry)))


def test_what_waits_for_a_second_person_is_not_public(entry: Publication, officer: User) -> None:
    (file,) = entry.files.all()
    Attachment.objects.update(verdict="hold")
    ReleaseFile.objects.create(attachment=file, keep_because="Meant so.", kept_by=officer)
    assert SECRET not in _all_bytes(Client(), list(_addresses(entry)))


@pytest.mark.parametrize("state", ["proposed", "withdrawn"])
def test_the_files_of_an_entry_that_is_not_published_are_not_there(
    state: str, entry: Publication
) -> None:
    Publication.objects.update(state=state)
    assert SECRET not in _all_bytes(Client(), list(_addresses(entry)))


@pytest.mark.parametrize("why", NOT_GATED)
def test_the_api_serves_none_of_it_either(
    why: str, entry: Publication, officer: User, call: Callable[..., Client]
) -> None:
    Attachment.objects.update(**NOT_GATED[why])
    client = call(officer, "read:log", "read:letters", "read:cases")
    (file,) = entry.files.all()
    found = _all_bytes(
        client,
        [
            "/api/v1/log",
            f"/api/v1/log/{entry.public_id}",
            f"/api/v1/letters/{file.public_id}/file",
            f"/api/v1/cases/{entry.reference}/letters",
        ],
    )
    assert SECRET not in found
    assert NAME.encode() not in found


def test_the_public_has_no_other_way_to_a_file(entry: Publication) -> None:
    (file,) = entry.files.all()
    client = Client()
    for path in (f"/files/{file.public_id}", f"/desk/files/{file.public_id}", f"/{file.stored_as}"):
        assert SECRET not in client.get(path).content
