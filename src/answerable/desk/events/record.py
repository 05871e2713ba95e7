"""Writing an event, inside the transaction of what it tells about."""

from django.db import connection, transaction

from answerable.desk.db.insert import insert
from answerable.desk.db.prepared import Prepared
from answerable.desk.events.chain import START, digest, plain
from answerable.desk.events.head import take_the_head
from answerable.desk.events.models import Event
from answerable.desk.today import now

_HEAD = Prepared(lambda: Event.objects.order_by("-seq").values_list("seq", "digest")[:1], 0)


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
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an event is written with what it tells of")
    if connection.vendor == "postgresql":
        take_the_head()
    head = _HEAD.rows()
    seq, before = (head[0][0] + 1, head[0][1]) if head else (1, START)
    kept, at = plain(facts), now()
    event = Event(
        seq=seq,
        at=at,
        case=case,
        kind=kind,
        actor=by,
        facts=kept,
        before=before,
        digest=digest(seq, at, case, kind, by, kept, before),
    )
    insert(event)
    return event
