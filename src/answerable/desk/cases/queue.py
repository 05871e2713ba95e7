"""The list of work: which cases, in which order, and three numbers that mean something."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from answerable.desk.cases.models import Case, Cases
from answerable.desk.cases.transitions import FINISHED, RUNNING, WAITING, State
from answerable.desk.people.models import User

VIEWS = {
    "mine": "My work",
    "all": "All open",
    "nobody": "Nobody's",
    "waiting": "Waiting for the applicant",
    "clearance": "For clearance",
    "finished": "Finished",
}


@dataclass(frozen=True, slots=True)
class Found:
    """The cases of a view, by due date, with the three numbers of the page."""

    view: str
    words: str
    cases: Cases
    due_this_week: int
    late: int
    waiting: int


def queue(actor: User, asked: Mapping[str, str], today: date) -> Found:
    """The cases ``actor`` asked for by ``view`` and ``q``; what they may not see is not there."""
    view = asked.get("view", "mine")
    view = view if view in VIEWS else "mine"
    words = asked.get("q", "").strip()[:100]
    every = Case.objects.visible_to(actor)
    cases = (
        _of(view, every, actor)
        .select_related("owner", "ncnd_class")
        .prefetch_related("clock_notes")
    )
    if words:
        cases = cases.filter(Q(title__icontains=words) | Q(reference__icontains=words))
    return Found(
        view=view,
        words=words,
        cases=cases.order_by("due_on", "reference"),
        **_numbers(every, today),
    )


def _numbers(every: Cases, today: date) -> dict[str, int]:
    """The three numbers, in one question to the database."""
    running, sunday = Q(state__in=RUNNING), today + timedelta(days=6 - today.weekday())
    return every.aggregate(
        due_this_week=Count("pk", filter=running & Q(due_on__gte=today, due_on__lte=sunday)),
        late=Count("pk", filter=running & Q(due_on__lt=today)),
        waiting=Count("pk", filter=Q(state__in=WAITING)),
    )


def _of(view: str, every: Cases, actor: User) -> Cases:
    unfinished = every.exclude(state__in=FINISHED)
    return {
        "mine": lambda: unfinished.filter(owner=actor),
        "all": lambda: unfinished,
        # Work of somebody who left is nobody's until it is given to somebody.
        "nobody": lambda: unfinished.filter(Q(owner__isnull=True) | Q(owner__is_active=False)),
        "waiting": lambda: every.filter(state__in=WAITING),
        "clearance": lambda: every.filter(state=State.CLEARANCE),
        "finished": lambda: every.filter(state__in=FINISHED),
    }[view]()
