"""Making the figures of quarters that are closed."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from answerable.clock import Event as ClockEvent
from answerable.clock import due
from answerable.desk.cases.models import Case, Cases, ClockNote
from answerable.desk.cases.transitions import FINISHED
from answerable.desk.decide.models import Decision
from answerable.desk.events.models import Event
from answerable.desk.events.record import record
from answerable.desk.stats.figures import Asked, figures
from answerable.desk.stats.models import Quarter
from answerable.desk.stats.quarters import QuarterOf, closed

_NEEDED = ("regime", "state", "outcome", "received_on", "due_on", "sent_on")
# A longer time that the law allows, and the clock that gives its end.
_LONGER = {
    "s10_3_extension_notice": "pit_extension_outer_limit_ico",
    "reg_7_3_notice": "response_extended_reg7",
}


def close_quarters(today: date) -> int:
    """Make the figures of every closed quarter that has none; how many. Safe at any time."""
    first = Case.objects.order_by("received_on").values_list("received_on", flat=True).first()
    if first is None:
        return 0
    done = set(Quarter.objects.values_list("year", "number"))
    wanted = [q for q in closed(first, today) if (q.year, q.number) not in done]
    for quarter in wanted:
        _close(quarter)
    return len(wanted)


@transaction.atomic
def _close(quarter: QuarterOf) -> None:
    cases = Case.objects.filter(received_on__gte=quarter.first, received_on__lte=quarter.last)
    relied: dict[int, list[str]] = {}
    for pk, body in Decision.objects.signed().filter(case__in=cases).values_list("case", "body"):
        relied.setdefault(pk, []).extend(_provisions(body))
    reviews = Event.objects.filter(
        kind="case.ask_for_review", at__date__gte=quarter.first, at__date__lte=quarter.last
    ).count()
    longer = _longer(cases)
    asked = [
        _asked(case, longer.get(case.pk, []), tuple(relied.get(case.pk, ())))
        for case in cases.order_by("pk").only(*_NEEDED)
    ]
    Quarter.objects.create(
        year=quarter.year, number=quarter.number, figures=figures(asked, reviews)
    )
    record("stats.quarter", by="system", quarter=f"{quarter.year} Q{quarter.number}")


def _longer(cases: Cases) -> dict[int, list[ClockEvent]]:
    """What was written about the clocks of those answered after their day; most were not."""
    late = cases.filter(sent_on__gt=F("due_on"))
    notes: dict[int, list[ClockEvent]] = {}
    for note in ClockNote.objects.filter(case__in=late).order_by("pk"):
        notes.setdefault(note.case_id, []).append(note.event)
    return notes


def _asked(case: Case, events: Sequence[ClockEvent], provisions: tuple[str, ...]) -> Asked:
    in_time = None if case.sent_on is None else _in_time(case, case.sent_on, events)
    return Asked(case.outcome, in_time, case.where in FINISHED, provisions)


def _in_time(case: Case, sent: date, events: Sequence[ClockEvent]) -> bool:
    if case.due_on is None or sent <= case.due_on:
        return True
    clocks = [_LONGER[event.type] for event in events if event.type in _LONGER]
    return any(sent <= due(case.received_on, case.law, clock, events).due for clock in clocks)


def _provisions(body: object) -> list[str]:
    """The provisions of a decision's grounds, as far as they are written there."""
    grounds = body.get("grounds", []) if isinstance(body, dict) else []
    found = [ground.get("provision") for ground in grounds if isinstance(ground, dict)]
    return [cite for cite in found if isinstance(cite, str)]
