"""A made-up disclosure log: requests to take in, and entries made of them once they are closed."""

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from answerable.desk.cases.actions import Arrived
from answerable.desk.cases.models import Case
from answerable.desk.log.index import refresh
from answerable.desk.people.models import User
from answerable.desk.publish.models import Publication
from answerable.desk.today import today


@cache
def _made_up() -> tuple[dict[str, Any], ...]:
    text = files("answerable.desk.log").joinpath("demo.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))


def arrivals(on: date | None = None) -> list[Arrived]:
    """The requests behind the log, to be taken in, answered and closed by the demo."""
    day = on or today()
    return [
        Arrived(text=each["request"], title=each["title"], on=day - timedelta(days=each["days"]))
        for each in _made_up()
    ]


@transaction.atomic
def publish_some(cases: list[Case], publisher: User) -> list[Publication]:
    """Publish those of ``cases`` that came from ``arrivals``, each on the day it was answered."""
    told = {each["title"]: each for each in _made_up()}
    return [_entry(case, told[case.title], publisher) for case in cases if case.title in told]


def _entry(case: Case, told: dict[str, Any], publisher: User) -> Publication:
    answered = case.sent_on or case.received_on + timedelta(days=18)
    Case.objects.filter(pk=case.pk).update(outcome=told["outcome"])
    entry = Publication.objects.create(
        case=case,
        reference=case.reference,
        title=told["title"],
        request=told["request"],
        answer=told["answer"],
        subject=told["subject"],
        service=next((q.service for q in case.questions.all() if q.service), None),
        regime=case.regime,
        outcome=told["outcome"],
        provisions=told.get("provisions", []),
        received_on=case.received_on,
        answered_on=answered,
        state="published",
        proposed_by=publisher,
        published_by=publisher,
        published_on=answered,
    )
    refresh(entry)
    return entry
