"""The seed request from its signed decisions to a sent letter, with nothing pretended."""

import json
from datetime import date

import pytest
import yaml
from django.test import Client
from tests.desk.letters.fixtures import Clock, Decided, now_digest

from answerable.desk.cases.actions import Arrived, move, receive
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.decide.models import Decision
from answerable.desk.decide.record import notice_record
from answerable.desk.people.models import User
from answerable.desk.sending.worker import send_waiting
from answerable.desk.sites import staff_url
from answerable.desk.today import now
from answerable.letters.samples import sample


@pytest.fixture
def seed(officer: User, clock: Clock, decided: Decided, monkeypatch: pytest.MonkeyPatch) -> Case:
    """The seed request, every question decided and signed."""
    monkeypatch.setattr("answerable.desk.letters.record.notice_record", notice_record)
    record = yaml.safe_load(sample("seed_decision.yaml"))
    asked = tuple(question["text"] for question in record["questions"])
    case = receive(
        Arrived(
            text="\n".join(asked),
            title="Returnees",
            email="reader@example.org",
            on=date(2026, 11, 2),
            questions=asked,
        ),
        by=officer,
    )
    move(case, "triage", by=officer)
    questions = {question.number: question for question in case.questions.all()}
    for entry in json.loads(json.dumps(record["decisions"], default=str)):
        kind, numbers = entry.pop("decision"), entry.pop("questions")
        decision = Decision.objects.create(
            case=case, kind=kind, body=entry, made_by=officer, signed_by=officer, signed_at=now()
        )
        for number in numbers:
            decision.links.create(question=questions[number])
    return case


def test_the_seed_request_goes_from_decisions_to_a_sent_notice(
    seed: Case, officer: User, approver: User, as_: object
) -> None:
    desk: Client = as_(officer)  # type: ignore[operator]
    head: Client = as_(approver)  # type: ignore[operator]
    reference = seed.reference
    page = desk.get(staff_url("letter", reference)).content.decode()
    assert "Nothing found to put right" in page
    typed = {"dated": "2026-11-20", "based_on": "0", "opening": "Thank you.", "save": "1"}
    desk.post(staff_url("letter", reference), typed)
    desk.post(staff_url("clearance_act", reference, "ask"))
    head.post(staff_url("clearance_act", reference, "clear"), {"digest": now_digest(seed)})
    assert Case.objects.get(pk=seed.pk).where is State.CLEARED
    desk.post(staff_url("send_act", reference, "mail"))
    assert send_waiting() == 1
    case = Case.objects.get(pk=seed.pk)
    assert (case.where, case.outcome, case.sent_on) == (State.SENT, "ncnd", date(2026, 11, 20))


def test_without_a_signature_the_letter_is_not_written(
    seed: Case, officer: User, as_: object
) -> None:
    Decision.objects.filter(case=seed).update(signed_by=None, signed_at=None)
    desk: Client = as_(officer)  # type: ignore[operator]
    page = desk.get(staff_url("letter", seed.reference)).content.decode()
    assert "no signed decision" in page
    desk.post(
        staff_url("letter", seed.reference), {"dated": "2026-11-20", "based_on": "0", "save": "1"}
    )
    assert not seed.letters.exists()
