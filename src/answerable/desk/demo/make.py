"""Letting the made-up past happen: every act in the order of its day, as officers would do it."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction

from answerable.desk.asked_before.demo import seed_log
from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.demo.asked import Asked, requests
from answerable.desk.demo.older import take_over
from answerable.desk.demo.stories import STORIES
from answerable.desk.demo.world import World, make_authority, make_people
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.redact.demo import mark_minutes
from answerable.desk.tables.demo import seed_picture, table_case
from answerable.desk.today import as_if, now

_OFFICE_OPENS, _OFFICE_CLOSES = 8, 16  # in UTC: nine to five and a bit, in summer
_BEFORE_EVERYTHING = 90


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that is to happen at a moment."""

    at: datetime
    place: int  # of the request
    step: int
    does: Callable[[], None]


@transaction.atomic
def make(password: str) -> int:
    """Make the authority and everything that happened to it, and say how many cases there are.

    All of it or nothing: one transaction, so a first start that was cut off begins anew.
    """
    present = now()
    with as_if(present - timedelta(days=_BEFORE_EVERYTHING)):
        make_authority()
        world = make_people(password)
        of_returnees = seed_class(world.officer, world.approver)
        take_over(world, present.date())
    for happening in sorted(_happenings(world, present), key=lambda h: (h.at, h.place, h.step)):
        with as_if(happening.at):
            happening.does()
    counted, _ = table_case(world.officer)
    mark_minutes(counted, world.officer)
    seed_picture(of_returnees, world.officer)
    seed_log(world.officer)
    return Case.objects.count()


def is_made() -> bool:
    """Whether there is an authority already."""
    return Authority.objects.exists()


def _happenings(world: World, present: datetime) -> list[Happening]:
    found = []
    dice = random.Random(20)  # noqa: S311 - the same past at every first start, not a secret
    for place, asked in enumerate(requests()):
        found += _story(world, asked, place, present, dice)
    return found


def _story(
    world: World, asked: Asked, place: int, present: datetime, dice: random.Random
) -> list[Happening]:
    received = _moment(present - timedelta(days=asked.ago), present, dice)
    keys: list[int] = []

    def arrive() -> None:
        keys.append(_receive(asked, world).pk)

    happenings = [Happening(received, place, 0, arrive)]
    last = received
    for step, (days, act) in enumerate(STORIES[asked.story], start=1):
        at = max(_moment(received + timedelta(days=days), present, dice), last)
        if at >= present and days > 0:
            break  # it has not happened yet
        last = at + timedelta(minutes=7)

        def do(act: Callable[..., None] = act) -> None:
            act(Case.objects.get(pk=keys[0]), world, asked)

        happenings.append(Happening(at, place, step, do))
    return happenings


def _receive(asked: Asked, world: World) -> Case:
    return receive(
        Arrived(
            text=asked.words,
            title=asked.title,
            name=asked.by,
            email=asked.email,
            how=asked.how,
            reason="Opened by the post room on this day" if asked.how == "post" else "",
            questions=asked.ask,
        ),
        by=None if asked.how == "form" else world.officer,
    )


def _moment(day: datetime, present: datetime, dice: random.Random) -> datetime:
    """A time in office hours on ``day``, or on the Monday after; never in the future."""
    day = day.astimezone(UTC)
    day += timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))
    hour, minute = dice.randrange(_OFFICE_OPENS, _OFFICE_CLOSES), dice.randrange(60)
    at = day.replace(hour=hour, minute=minute, second=dice.randrange(60), microsecond=0)
    return min(at, present)
