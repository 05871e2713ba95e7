"""How often the public was shown published answers before asking, opened one, and had enough."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum
from django.db.models.functions import TruncMonth

from answerable.desk.ask.models import Tally

_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Month:
    """The counts of a month: times, not people."""

    on: date
    shown: int
    opened: int
    satisfied: int


def by_month() -> list[Month]:
    """The last months in which anything was shown, the newest first."""
    rows = (
        Tally.objects.order_by()
        .annotate(month=TruncMonth("day"))
        .values_list("month")
        .annotate(Sum("shown"), Sum("opened"), Sum("satisfied"))
        .order_by("-month")
    )
    return [Month(*row) for row in rows[:_MONTHS]]
