"""Writing an event, inside the transaction of what it tells about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from answerable.desk.db.insert import insert_each
from answerable.desk.events.chain import digest, plain
from answerable.desk.events.head import take_the_head
from answerable.desk.events.models import Event
from answerable.desk.today import now


@dataclass(frozen=True, slots=True)
class ToRecord:
    """An event that is to be written; the fields are those of ``record``."""

    kind: str
    by: str
    case: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def record(kind: str, *, by: str, case: str = "", **facts: object) -> Event:
    """Append an event.

    Args:
        kind: a slug, "case.received"; its sentence stands in the slice's ``words``.
        by: the actor's random id, "public" or "system".
        case: the reference of the case, if it is about one.
        facts: slugs, numbers, dates, cites, commitments; never words of people.

    Raises:
        TransactionManagementError: not called inside a transaction.
        ValueError: a fact is text.
    """
    return record_each([ToRecord(kind, by, case, facts)])[0]


def record_each(these: Sequence[ToRecord], *, to_the_disk: bool = False) -> list[Event]:
    """Append events in this order; as ``record`` for one.

    ``to_the_disk``: see ``take_the_head``.

    Raises:
        TransactionManagementError: not called inside a transaction.
        ValueError: a fact is text.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an event is written with what it tells of")
    seq, before = take_the_head(to_the_disk=to_the_disk)
    events = []
    for each in these:
        event = _after(seq, before, each)
        seq, before = event.seq, event.digest
        events.append(event)
    insert_each(events)
    return events


def _after(seq: int, before: str, this: ToRecord) -> Event:
    """The event that follows event ``seq``, whose digest is ``before``."""
    kept, at = plain(this.facts), now()
    made = digest(seq + 1, at, this.case, this.kind, this.by, kept, before)
    return Event(
        seq=seq + 1,
        at=at,
        case=this.case,
        kind=this.kind,
        actor=this.by,
        facts=kept,
        before=before,
        digest=made,
    )
