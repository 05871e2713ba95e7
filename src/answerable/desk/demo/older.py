"""What lies before the demonstration's own past: answers taken over from an older log.

Their letters went before this program was there, so none are kept; the public reads them as any other.
"""

from dataclasses import replace
from datetime import date, timedelta

from answerable.desk.cases.actions import Arrived, move, receive
from answerable.desk.cases.models import Case
from answerable.desk.demo.world import World
from answerable.desk.log.demo import arrivals, publish_some
from answerable.desk.publish.models import Publication

REASON = "Taken over from the log kept before this program"
_OLDER_THAN = timedelta(days=300)
_ANSWERED_AFTER = timedelta(days=18)


def take_over(world: World, present: date) -> list[Publication]:
    """Take in, close and publish the oldest requests of the made-up log."""
    told = [each for each in arrivals(present) if each.on and each.on < present - _OLDER_THAN]
    cases = [_closed(each, number, world) for number, each in enumerate(told, start=1)]
    return publish_some(cases, world.publisher)


def _closed(arrived: Arrived, number: int, world: World) -> Case:
    told = replace(
        arrived,
        how="post",
        reason=REASON,
        name=f"Enquirer No. {number}",
        email=f"enquirer{number}@mail.example",
    )
    case = receive(told, by=world.officer)
    for step in ("triage", "clear_alone", "send", "close"):
        move(case, step, by=world.officer)
    answered = case.received_on + _ANSWERED_AFTER
    case.sent_on = answered
    Case.objects.filter(pk=case.pk).update(
        sent_on=answered, acknowledged_on=case.received_on, closed_on=answered
    )
    return case
