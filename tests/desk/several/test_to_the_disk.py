"""On PostgreSQL nobody is told that an event is kept before it is on the disk."""

import pytest
from django.db import connection, transaction

from answerable.desk.events.record import ToRecord, record, record_each

pytestmark = pytest.mark.django_db(transaction=True)


def asked(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_the_transaction_does_not_wait_and_its_caller_does() -> None:
    with transaction.atomic():
        record("log.opened", by="system")
        record("log.opened", by="system")
        assert asked("SHOW synchronous_commit") == "off"
        written = asked("SELECT pg_current_wal_insert_lsn()")
    assert asked("SHOW synchronous_commit") == "on"
    assert asked(f"SELECT pg_current_wal_flush_lsn() >= '{written}'::pg_lsn") is True


def test_it_waits_once_a_transaction() -> None:
    with transaction.atomic():
        record("log.opened", by="system")
        record("log.opened", by="system")
        assert len(connection.run_on_commit) == 1


def test_a_failure_to_reach_the_disk_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OSError("no disk")

    monkeypatch.setattr("answerable.desk.events.head._to_the_disk", refuse)
    with pytest.raises(OSError, match="no disk"), transaction.atomic():
        record("log.opened", by="system")


def test_events_of_many_who_wait_together_are_on_the_disk_with_their_transaction() -> None:
    with transaction.atomic():
        record_each([ToRecord("log.opened", by="system")] * 3, to_the_disk=True)
        assert asked("SHOW synchronous_commit") == "on"
        assert connection.run_on_commit == []
        written = asked("SELECT pg_current_wal_insert_lsn()")
    assert asked(f"SELECT pg_current_wal_flush_lsn() >= '{written}'::pg_lsn") is True
