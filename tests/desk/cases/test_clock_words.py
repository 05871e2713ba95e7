"""What happened to the clock is said in words, never by the name that the law's data has for it."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from answerable import law
from answerable.desk.cases.actions import note_clock
from answerable.desk.cases.models import Case
from answerable.desk.cases.words import CLOCK
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url


def test_every_event_of_the_clock_has_words() -> None:
    assert set(CLOCK) == set(law.table("clock_table")["events"])


def test_timeline_and_workings_say_it_in_words(
    case: Case, officer: User, as_: Callable[[User], Client]
) -> None:
    note_clock(case, "clarification_requested_s1_3", by=officer, on=date(2026, 11, 9))
    for name in ("case", "why"):
        page = as_(officer).get(staff_url(name, case.reference)).content.decode().lower()
        assert "clarification asked for" in page
        assert "clarification_requested" not in page
        assert "s1 3" not in page
