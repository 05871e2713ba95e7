"""Keeping what was sent. Those who send at the same moment are kept in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from answerable.desk.ask.bucket import SENDING, take_each
from answerable.desk.ask.drafts import delete_each
from answerable.desk.ask.models import PrivateLink
from answerable.desk.cases.actions import Promise
from answerable.desk.db.insert import insert_each
from answerable.desk.db.together import Together
from answerable.desk.events.record import ToRecord, record_each
from answerable.desk.today import now


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request as it was sent, with all that can be worked out of it by itself.

    Args:
        draft: the number of the row in which it was typed.
        link: its private link with the signed receipt of what was ``promised``.
        unpromised: gives the receipt for when too much came from its ``network`` and it is in line.
    """

    draft: int
    network: str
    received: date
    promised: Promise
    link: PrivateLink
    unpromised: Callable[[], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of an arrival: whether it was kept (or had been before), whether it is in line."""

    now: bool
    in_line: bool = False


@transaction.atomic
def _keep_each(arrivals: Sequence[Arrival]) -> list[Kept]:
    """Keep each, once: deleting its draft is the compare-and-set."""
    mine = delete_each([each.draft for each in arrivals])
    first = {each.draft: each for each in reversed(arrivals) if each.draft in mine}
    these = list(first.values())
    free = take_each([each.network for each in these], now(), SENDING)
    events = [
        _promised(each) if may else _put_in_line(each)
        for each, may in zip(these, free, strict=True)
    ]
    insert_each([each.link for each in these])
    if events:
        record_each(events, to_the_disk=True)
    return [
        Kept(first.get(each.draft) is each, in_line=not each.link.reference) for each in arrivals
    ]


def _promised(arrival: Arrival) -> ToRecord:
    told = arrival.promised
    facts = {"received": arrival.received, "due": told.due_on}
    return ToRecord("ask.arrived", by="public", case=told.reference, facts=facts)


def _put_in_line(arrival: Arrival) -> ToRecord:
    arrival.link.reference, arrival.link.receipt = "", arrival.unpromised()
    return ToRecord("ask.in_line", by="public", facts={"received": arrival.received})


#: Keep an arrival; whether it was kept now, by this call.
keep = Together(_keep_each)
