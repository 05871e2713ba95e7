"""What is proposed or withdrawn answers exactly as if it did not exist.

Two worlds: one has only the published entries, the other also hidden ones about the same things.
The ids and references of the published entries are the same in both; every byte must be, too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.desk.log.conftest import Publish

from answerable.desk.files.actions import keep
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.log.index import refresh
from answerable.desk.log.search import how_many
from answerable.desk.people.models import ServiceArea
from answerable.desk.publish.models import Publication

PATHS = [
    "/", "/log/", "/log/?q=informants", "/log/?q=parking", "/log/?q=parking+fines",
    "/log/?q=parking+informants", "/log/?subject=Other", "/log/?service=Secret+Service",
    "/log/?outcome=ncnd", "/log/?year=2020", "/log/feed.atom", "/log/disclosure-log.csv",
    "/log/disclosure-log.json", "/sitemap.xml", "/robots.txt", "/opensearch.xml", "/statistics",
    "/log/00000000000000000000",
]  # fmt: skip


class _UndoError(Exception):
    """Ends a world."""


@contextmanager
def world() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise _UndoError
    except _UndoError:
        pass


def answers(*more: str) -> dict[str, tuple[int, bytes, dict[str, str]]]:
    found = {}
    for path in (*PATHS, *more):
        answer: Any = Client().get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found[path] = (answer.status_code, body, dict(answer.headers))
    for text in ("informants paid by the police for parking", "parking fines in the town"):
        typed = Client().post("/ask/while-typing", {"text": text})
        found[text] = (typed.status_code, typed.content, dict(typed.headers))
    return found


def hide(publish: Publish, state: str, **fields: Any) -> Publication:
    """An entry that was indexed while it was published, and then disappeared."""
    service, _ = ServiceArea.objects.get_or_create(name="Secret Service")
    entry = publish(
        "Informants and parking fines",
        request="Informants paid by the police for parking fines in the town",
        subject="Other",
        outcome="ncnd",
        service=service,
        received_on=date(2020, 1, 6),
    )
    refresh(entry)
    Publication.objects.filter(pk=entry.pk).update(state=state, **fields)
    made = keep(by=None, case=entry.case, name="x.csv", content=b"x", purpose=Purpose.RELEASE)
    Attachment.objects.filter(pk=made.pk).update(verdict="pass")
    entry.files.add(made)
    return entry


@pytest.mark.parametrize(
    ("state", "fields"),
    [
        ("proposed", {"published_on": None}),
        ("proposed", {}),
        ("withdrawn", {"withdrawn_on": date(2026, 5, 1), "withdrawn_because": "A name was in it."}),
    ],
)
def test_no_byte_tells_of_it(state: str, fields: dict[str, Any], publish: Publish) -> None:
    ServiceArea.objects.create(name="Secret Service")
    for title in ("Parking fines in the town", "Parking permits", "Empty homes"):
        publish(title)
    with world():
        without = answers()
    with world():
        hide(publish, state, **fields)
        with_ = answers()
    for path, answer in without.items():
        assert with_[path] == answer, path


def test_the_test_sees_a_difference_where_there_is_one(publish: Publish) -> None:
    publish("Parking permits")
    with world():
        without = answers()
    with world():
        publish("Parking fines in the town")
        with_ = answers()
    assert without != with_
    assert without["/log/?q=parking"] != with_["/log/?q=parking"]


def test_a_proposed_entry_and_its_file_answer_like_an_unknown_one(publish: Publish) -> None:
    entry = hide(publish, "proposed", published_on=None)
    file = entry.files.get().public_id
    for path, nothing in (
        (f"/log/{entry.public_id}", "/log/00000000000000000000"),
        (f"/log/{entry.public_id}/files/{file}", f"/log/00000000000000000000/files/{file}"),
    ):
        one, other = Client().get(path), Client().get(nothing)
        assert one.status_code == other.status_code == 404
        assert one.content.replace(entry.public_id.encode(), b"0" * 20) == other.content


def test_an_entry_withdrawn_before_it_was_published_never_was(publish: Publish) -> None:
    entry = hide(publish, "withdrawn", published_on=None, withdrawn_on=date(2026, 5, 1))
    assert Client().get(f"/log/{entry.public_id}").status_code == 404


def test_a_withdrawn_entry_leaves_day_and_reason_and_nothing_else(publish: Publish) -> None:
    entry = hide(
        publish, "withdrawn", withdrawn_on=date(2026, 5, 1), withdrawn_because="A name was in it."
    )
    answer = Client().get(f"/log/{entry.public_id}")
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "1 May 2026" in page
    assert "A name was in it." in page
    assert "Informants" not in page
    assert entry.reference not in page
    file = entry.files.get().public_id
    assert Client().get(f"/log/{entry.public_id}/files/{file}").status_code == 404


def test_every_question_to_the_database_is_about_what_is_published(publish: Publish) -> None:
    hide(publish, "withdrawn", withdrawn_on=date(2026, 5, 1))
    publish("Parking fines in the town")
    with CaptureQueriesContext(connection) as queries:
        answers()
    asked = [q["sql"] for q in queries if "publish_publication" in q["sql"]]
    asked = [sql for sql in asked if "'withdrawn'" not in sql]  # for the page that says so
    assert len(asked) >= 20
    assert [sql for sql in asked if "'published'" not in sql] == []


def test_words_of_hidden_entries_are_counted_nowhere(publish: Publish) -> None:
    publish("Parking permits")
    assert how_many(["informant", "parking"]) == {"parking": 1}
    hide(publish, "withdrawn", withdrawn_on=date(2026, 5, 1))
    assert how_many(["informant", "parking"]) == {"parking": 1}


def test_a_service_without_published_answers_is_not_offered(publish: Publish) -> None:
    publish("Parking permits", service=ServiceArea.objects.create(name="Streets"))
    hide(publish, "proposed")
    page = Client().get("/log/").content.decode()
    assert '<option value="Streets">' in page
    assert "Secret Service" not in page
