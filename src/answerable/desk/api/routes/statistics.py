"""The statistics as they were published: figures that give no single request away."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from ninja import Router

from answerable.desk.api.bearer import person
from answerable.desk.api.problems import EVERYWHERE
from answerable.desk.api.schemas import QuarterOut

_MODEL = "quarter"
router = Router(tags=["Statistics"])


@router.get(
    "/statistics", response={200: list[QuarterOut], **EVERYWHERE}, operation_id="statistics"
)
def statistics(request: HttpRequest) -> list[QuarterOut]:
    """Every published quarter, the newest first. Scope: read:statistics."""
    person(request, "read:statistics")
    return [QuarterOut(year=each.year, quarter=each.number, **each.figures) for each in _quarters()]


def _quarters() -> Iterable[Any]:
    try:
        model: Any = apps.get_model("stats", _MODEL)
    except LookupError:
        return ()  # this installation publishes none
    found: Iterable[Any] = model.objects.all()
    return found
