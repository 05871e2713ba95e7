"""Entries of the log, in any state."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.log.index import refresh
from answerable.desk.people.models import User
from answerable.desk.publish.models import Publication

Publish = Callable[..., Publication]


@pytest.fixture
def publish(publisher: User) -> Publish:
    """Make an entry: ``publish("Parking fines", answer="...", state="withdrawn")``."""

    def make(title: str = "Parking fines", **fields: Any) -> Publication:
        received = fields.pop("received_on", date(2026, 3, 2))
        case = receive(Arrived(text=title, title=title, on=received), by=None)
        Case.objects.filter(pk=case.pk).update(state="closed", sent_on=received)
        defaults = {
            "reference": case.reference,
            "request": f"Please tell me about {title.lower()}.",
            "answer": "There were forty-two.",
            "subject": "Housing",
            "regime": "FOIA",
            "outcome": "full",
            "answered_on": received + timedelta(days=14),
            "published_on": received + timedelta(days=20),
            "state": "published",
            "proposed_by": publisher,
        }
        entry = Publication.objects.create(
            case=case, title=title, received_on=received, **{**defaults, **fields}
        )
        refresh(entry)
        return entry

    return make
