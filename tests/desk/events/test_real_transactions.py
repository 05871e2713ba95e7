"""Events in transactions that really commit: what one test writes, the next does not see."""

import pytest
from django.db import transaction

from answerable.desk.events.models import Event
from answerable.desk.events.record import record
from answerable.desk.events.verify import broken_at


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_events_commit_and_the_next_test_begins_empty(turn: int) -> None:
    assert not Event.objects.exists()
    with transaction.atomic():
        record("case.clock", by="system", event="x", number=turn)
    assert broken_at() is None
