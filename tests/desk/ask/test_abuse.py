"""Floods, programs and hostile words: a person can always go on, nothing runs, nothing breaks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.ask.conftest import TEXT, Asker

from answerable.desk.ask import arrivals, guard
from answerable.desk.ask.actions import acknowledge_waiting, take_in_waiting
from answerable.desk.ask.bucket import SENDING, Rate, left_after, network_key, take
from answerable.desk.ask.drafts import purge
from answerable.desk.ask.models import Bucket, Draft, PrivateLink
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.sending.models import OutgoingMail

PAYLOADS = [
    "<script>alert(1)</script> how many trees",
    '"><img src=x onerror=alert(1)> how many trees',
    "{{ 7*7 }}{% raw %} how many trees",
    "</textarea><svg onload=alert(1)> how many trees",
    "javascript:alert(1) how many trees",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_come_out_as_words_wherever_they_are_shown(payload: str, asker: Asker) -> None:
    check = asker.fill_in(payload, name=payload[:100], email="a@example.org")
    what = asker.get("/ask/what")
    asker.send()
    status = asker.get(f"/status/{asker.token}")
    for page in (check, what, status):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<svg onload" not in page
        assert "49{%" not in page
    assert "how many trees" in status


def test_a_program_that_fills_in_everything_is_stopped_and_a_person_told(asker: Asker) -> None:
    page = asker.post("/ask/what", text=TEXT, subject_2="http://spam.example")
    assert "hidden field empty" in page
    assert not Draft.objects.exists()


def test_what_comes_back_at_once_is_stopped(authority: Authority) -> None:
    browser = Asker()
    assert "very quick" in browser.post("/ask/what", text=TEXT)
    assert not Draft.objects.exists()


def test_a_forged_mark_of_time_is_stopped(asker: Asker) -> None:
    assert "very quick" in asker.post("/ask/what", text=TEXT, began="ask:1a2b3c:forged")


def test_an_old_mark_is_a_person_who_took_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    mark = guard.began()
    assert guard.too_quick(mark)
    monkeypatch.setattr(guard, "QUICKEST", timedelta(seconds=-1))
    assert not guard.too_quick(mark)


def test_too_many_from_one_network_are_put_in_line_not_refused(
    another: Callable[[], Asker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "SENDING", Rate(most=1, an_hour=0))
    first, second = another(), another()
    first.fill_in()
    first.send()
    second.fill_in("How many benches stand in the parks of Northmere?")
    page = second.send()
    assert "is in line" in page
    assert "counts as received on" in page
    assert Case.objects.count() == 1
    assert PrivateLink.objects.filter(case=None).count() == 1
    assert second.client.get(f"/status/{second.token}/receipt.json").status_code == 200


def test_what_waits_in_line_is_taken_in_as_of_when_it_was_sent(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "SENDING", Rate(most=0, an_hour=0))
    asker.fill_in()
    asker.send()
    sent = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    PrivateLink.objects.update(made_at=sent)
    assert take_in_waiting() == 1
    assert take_in_waiting() == 0
    acknowledge_waiting()
    case = Case.objects.get()
    assert (case.received_on.isoformat(), case.received_at) == ("2026-11-02", sent)
    assert PrivateLink.objects.get().waiting is None
    assert case.reference in asker.get(f"/status/{asker.token}")
    mail = OutgoingMail.objects.get()
    assert mail.to == "a@example.org"
    assert asker.token in mail.body


def test_a_request_in_line_that_is_sent_again_waits_once(
    asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "SENDING", Rate(most=0, an_hour=0))
    asker.fill_in()
    check = asker.get("/ask/check")
    key = check.split('name="form" value="')[1].split('"')[0]
    first = asker.client.post("/ask/send", {"form": key})
    second = asker.client.post("/ask/send", {"form": key})
    assert first["Location"] == second["Location"]
    assert PrivateLink.objects.count() == 1


@given(
    left=st.floats(0, 10), hours=st.floats(0, 10_000), most=st.floats(1, 50), rate=st.floats(0, 50)
)
def test_a_bucket_never_holds_more_than_it_may(
    left: float, hours: float, most: float, rate: float
) -> None:
    after, allowed = left_after(left, timedelta(hours=hours), Rate(most, rate))
    assert after <= most
    assert not allowed or after <= most - 1 + 1e-9
    assert after >= 0


def test_a_bucket_fills_with_time(db: None) -> None:
    at = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    given_ = [take("k", at, SENDING) for _ in range(11)]
    assert given_ == [True] * 10 + [False]
    assert take("k", at + timedelta(minutes=6), SENDING)
    assert not take("k", at + timedelta(minutes=6), SENDING)
    assert take("other", at, SENDING)


def test_a_network_is_neighbours_together_and_no_address_at_all() -> None:
    assert network_key("192.0.2.7") == network_key("192.0.2.200")
    assert network_key("192.0.2.7") != network_key("192.0.3.7")
    assert network_key("2001:db8:1::1") == network_key("2001:db8:1:ffff::2")
    assert network_key("rubbish") == network_key("")
    assert "192" not in network_key("192.0.2.7")


def test_drafts_and_buckets_older_than_a_day_go(asker: Asker) -> None:
    asker.fill_in()
    take("k", datetime(2026, 1, 1, tzinfo=UTC), SENDING)
    Draft.objects.update(made_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert "What do you want to know?" in asker.get("/ask/check")
    purge()
    assert not Draft.objects.exists()
    assert not Bucket.objects.filter(key="k").exists()


def test_a_draft_of_today_stays(asker: Asker) -> None:
    asker.fill_in()
    purge()
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("cookie", ["", "x", "0" * 32, "' OR 1=1 --", "\\x00", "é"])
def test_a_made_up_cookie_opens_nothing(cookie: str, asker: Asker) -> None:
    asker.fill_in()
    stranger = Client()
    stranger.cookies["ask"] = cookie
    assert stranger.get("/ask/check").status_code == 302
    assert stranger.post("/ask/you", {"form": "", "name": "x"}).status_code == 302


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud83d\ude00 trees", "x" * 19_999])
def test_odd_text_breaks_nothing(text: str, authority: Authority) -> None:
    body = text.encode("utf-8", "surrogatepass")
    answer = Client().post(
        "/ask/what", b"text=" + body, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 200
    assert Client().post("/ask/while-typing", {"text": "trees " * 3000}).status_code == 200
