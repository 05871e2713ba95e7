"""Between sending and the case: the receipt is good, and the case comes by whichever road is first."""

from typing import Any

import pytest
from tests.desk.ask.conftest import Asker

from answerable.desk.ask import arrivals
from answerable.desk.ask.actions import take_in, take_in_arrived, take_in_waiting
from answerable.desk.ask.bucket import Rate
from answerable.desk.ask.keys import public_key
from answerable.desk.ask.models import PrivateLink
from answerable.desk.ask.receipt import as_file, check
from answerable.desk.cases.models import Case
from answerable.desk.events.models import Event
from answerable.desk.events.verify import broken_at

TREES = "How many trees were felled for the new road, and what are the emissions of the works?"
LAMPS = "How many lamps were mended in 2025?"


def send(asker: Asker, text: str) -> PrivateLink:
    """Send, and do not look at the receipt."""
    asker.fill_in(text)
    key = asker.get("/ask/check").split('name="form" value="')[1].split('"')[0]
    asker.page = asker.client.post("/ask/send", {"form": key})
    return PrivateLink.objects.latest("pk")


@pytest.mark.parametrize("text", [LAMPS, TREES])
def test_the_case_has_the_reference_and_the_day_that_the_receipt_promised(
    text: str, asker: Asker
) -> None:
    link = send(asker, text)
    assert not Case.objects.exists()
    receipt = link.receipt
    assert take_in_arrived() == 1
    case = Case.objects.get()
    assert case.reference == link.reference
    assert receipt["reference"] == case.reference
    assert case.due_on is not None
    assert receipt["due_on"] == case.due_on.isoformat()
    assert case.reference.startswith(case.regime[:3])
    assert PrivateLink.objects.get().receipt == receipt
    assert check(as_file(receipt).encode(), public_key(), text).genuine


def test_whoever_looks_at_the_receipt_finds_the_case(asker: Asker) -> None:
    link = send(asker, LAMPS)
    page = asker.get(asker.page["Location"])
    case = Case.objects.get()
    assert case.reference == link.reference
    assert case.reference in page
    assert f"{case.due_on:%-d %B %Y}" in page
    asker.get(f"/status/{asker.token}")
    assert take_in_arrived() == 0
    assert Case.objects.count() == 1


def test_two_that_take_the_same_in_make_one_case(asker: Asker) -> None:
    link = send(asker, LAMPS)
    assert take_in(link.pk)
    assert not take_in(link.pk)
    assert Case.objects.count() == 1


def test_the_arrival_stands_in_the_chain_before_the_case(asker: Asker) -> None:
    link = send(asker, LAMPS)
    arrived = Event.objects.get(kind="ask.arrived")
    assert (arrived.case, arrived.actor) == (link.reference, "public")
    assert "lamps" not in str(arrived.facts)
    take_in_arrived()
    received = Event.objects.get(kind="case.received")
    assert (received.case, received.facts["due"]) == (arrived.case, arrived.facts["due"])
    assert received.seq > arrived.seq
    assert broken_at() is None


def test_what_is_in_line_waits_for_its_turn(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrivals, "SENDING", Rate(most=0, an_hour=0))
    link = send(asker, LAMPS)
    asker.get(asker.page["Location"])
    assert take_in_arrived() == 0
    assert not Case.objects.exists()
    assert link.receipt["reference"] == ""
    assert take_in_waiting() == 1
    assert PrivateLink.objects.get().receipt["reference"] == Case.objects.get().reference


def test_one_that_cannot_be_taken_in_holds_nobody_up_and_is_logged_without_its_words(
    asker: Asker, another: Any, caplog: pytest.LogCaptureFixture
) -> None:
    bad = send(asker, LAMPS)
    good = send(another(), TREES)
    PrivateLink.objects.filter(pk=bad.pk).update(waiting={"text": "  ", "secret": "Lamps"})
    assert take_in_arrived() == 1
    assert Case.objects.get().reference == good.reference
    assert f"link {bad.pk} could not be taken in" in caplog.text
    assert "Lamps" not in caplog.text
    assert PrivateLink.objects.get(pk=bad.pk).waiting is not None
