"""Events: appended with what they tell of, never changed, never holding anybody's words."""

import pytest
from django.db import DatabaseError, connection, transaction

from answerable.desk.events.chain import commitment, matches, plain
from answerable.desk.events.models import Event
from answerable.desk.events.record import record
from answerable.desk.events.verify import broken_at, head

pytestmark = pytest.mark.django_db


def _three() -> None:
    with transaction.atomic():
        for number in range(3):
            record("case.clock", by="system", case="FOI-2222-3333", event="x", number=number)


def test_a_chain_as_written_holds() -> None:
    _three()
    assert broken_at() is None
    assert head()[0] == 3


def test_an_empty_chain_holds() -> None:
    assert broken_at() is None
    assert head() == (0, "")


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE events_event SET actor = 'somebody' WHERE seq = 2",
        "UPDATE events_event SET facts = '{}' WHERE seq = 2",
        "UPDATE events_event SET case = 'FOI-9999-9999' WHERE seq = 2",
        "DELETE FROM events_event WHERE seq = 2",
        "INSERT OR REPLACE INTO events_event SELECT id, seq, at, case, kind, 'x', facts, before, "
        "digest FROM events_event WHERE seq = 2",
    ],
)
def test_the_database_itself_refuses_a_change(tamper: str) -> None:
    if connection.vendor == "postgresql":
        tamper = tamper.replace("case", '"case"')
    _three()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(tamper)
    assert broken_at() is None


def test_a_change_behind_the_triggers_is_found_and_named() -> None:
    _three()
    with connection.cursor() as cursor:
        _without_triggers(cursor)
        cursor.execute("UPDATE events_event SET actor = 'somebody' WHERE seq = 2")
    assert broken_at() == (2, "it was changed after it was written")


def test_a_missing_event_is_found_and_named() -> None:
    _three()
    with connection.cursor() as cursor:
        _without_triggers(cursor)
        cursor.execute("DELETE FROM events_event WHERE seq = 2")
    assert broken_at() == (2, "event 2 is missing")


def _without_triggers(cursor: object) -> None:
    if connection.vendor == "postgresql":
        cursor.execute("ALTER TABLE events_event DISABLE TRIGGER USER")  # type: ignore[attr-defined]
    else:
        cursor.execute("DROP TRIGGER events_no_update")  # type: ignore[attr-defined]
        cursor.execute("DROP TRIGGER events_no_delete")  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record("case.clock", by="system")
    assert not Event.objects.exists()


def test_words_of_people_are_refused() -> None:
    with pytest.raises(ValueError, match="no words of people"):
        plain({"reason": "The applicant rang us and said that she no longer wants this."})


def test_an_object_is_refused() -> None:
    with pytest.raises(ValueError, match="is a list"):
        plain({"names": ["a"]})


def test_slugs_numbers_dates_and_cites_are_kept() -> None:
    facts = {"cite": "FOIA s.31(1)(a)", "days": 20, "due": "2026-12-10", "held": True}
    assert plain(facts) == facts


def test_a_commitment_tells_whether_words_are_the_same_and_not_what_they_were() -> None:
    kept = commitment("withdrawn by the applicant")
    assert matches("withdrawn by the applicant", kept)
    assert not matches("withdrawn by the applicant.", kept)
    assert "withdrawn" not in kept
