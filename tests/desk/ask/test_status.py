"""Following a request: what the link shows, and what it must never show."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from answerable.desk.ask import actions
from answerable.desk.ask.bucket import Rate
from answerable.desk.ask.models import PrivateLink
from answerable.desk.ask.public_words import standing
from answerable.desk.ask.tokens import digest, new_token
from answerable.desk.cases.actions import add_note, move, note_clock
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.models import Event
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sending.queue import queue_mail
from answerable.desk.today import today


@pytest.fixture
def token(case: Case) -> str:
    made = new_token()
    PrivateLink.objects.create(token_hash=digest(made), case=case)
    return made


def read(token: str) -> str:
    return str(Client().get(f"/status/{token}").content.decode())


def test_it_says_what_was_asked_when_and_by_when_the_answer_is_due(case: Case, token: str) -> None:
    page = read(token)
    for said in (case.reference, "2 November 2026", "1 December 2026", "parking fines"):
        assert said in page
    assert "We are working on it" in page


def test_the_page_is_stored_and_passed_on_nowhere(token: str) -> None:
    for path in (f"/status/{token}", f"/status/{token}/receipt"):
        answer = Client().get(path)
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        assert not answer.cookies


@pytest.mark.parametrize("token_", ["0" * 32, "x", "0" * 200, "a-b_c"])
def test_a_made_up_link_opens_nothing(token_: str, token: str) -> None:
    for path in (
        f"/status/{token_}",
        f"/status/{token_}/receipt",
        f"/status/{token_}/receipt.json",
    ):
        assert Client().get(path).status_code == 404


def test_the_token_itself_is_not_kept(token: str) -> None:
    assert not PrivateLink.objects.filter(token_hash=token).exists()


def test_the_digest_is_no_key(token: str) -> None:
    assert Client().get(f"/status/{digest(token)}").status_code == 404


def test_the_link_ends_ninety_days_after_the_answer(case: Case, token: str) -> None:
    Case.objects.update(state="closed", sent_on=today() - timedelta(days=90))
    assert Client().get(f"/status/{token}").status_code == 200
    Case.objects.update(sent_on=today() - timedelta(days=91))
    ended, never = Client().get(f"/status/{token}"), Client().get(f"/status/{'0' * 32}")
    assert ended.status_code == 404
    assert ended.content.replace(token.encode(), b"0" * 32) == never.content


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_public_words(state: State, case: Case, token: str) -> None:
    Case.objects.update(state=state)
    page = read(token)
    assert standing(state).words in page
    for inside in ("clearance", "cleared", "triage", "held", "search", "approver"):
        assert inside not in page.lower().replace("research", "")


def test_work_and_clearance_look_the_same(case: Case, token: str) -> None:
    pages = set()
    for state in (State.RECEIVED, State.OPEN, State.CLEARANCE, State.CLEARED):
        Case.objects.update(state=state)
        pages.add(read(token))
    assert len(pages) == 1


def test_a_class_of_the_register_changes_no_byte(case: Case, token: str, officer: User) -> None:
    before = read(token)
    register = NcndClass.objects.create(
        name="Informants", subject="Informants", regime="FOIA", proposed_by=officer
    )
    Case.objects.update(ncnd_class=register)
    assert read(token) == before


def _mail(case: Case, kind: str, to: str, state: str = "sent", body: str = "The words") -> None:
    made = queue_mail(by=None, case=case, kind=kind, to=to, subject=f"About {kind}", body=body)
    OutgoingMail.objects.filter(pk=made.pk).update(state=state)


def test_it_shows_what_we_sent_to_the_applicant(case: Case, token: str) -> None:
    _mail(case, "acknowledgement", "reader@example.org")
    _mail(case, "answer", "A. Reader, 1 High Street", state="posted", body="Here it is.")
    page = read(token)
    assert "About acknowledgement" in page
    assert "Here it is." in page


@pytest.mark.parametrize(
    ("kind", "to", "state"),
    [
        ("chaser", "reader@example.org", "sent"),
        ("consultation", "supplier@example.org", "sent"),
        ("consultation", "A supplier", "posted"),
        ("answer", "somebody.else@example.org", "sent"),
        ("answer", "reader@example.org", "waiting"),
        ("answer", "reader@example.org", "failed"),
    ],
)
def test_other_mail_is_not_shown(kind: str, to: str, state: str, case: Case, token: str) -> None:
    before = read(token)
    _mail(case, kind, to, state)
    assert read(token) == before


def test_notes_of_officers_are_not_shown(case: Case, token: str, officer: User) -> None:
    before = read(token)
    add_note(case, "Ask Housing whether anything is held.", by=officer)
    add_note(case, "Letter to a supplier", by=officer, direction="out")
    assert read(token) == before


# --- writing to us


def test_a_message_goes_onto_the_timeline(case: Case, token: str) -> None:
    answer = Client().post(f"/status/{token}", {"text": "I also mean 2024."}, follow=True)
    assert "We have your message" in answer.content.decode()
    note = case.notes.get()
    assert (note.direction, note.text, note.by) == ("in", "I also mean 2024.", None)
    assert Case.objects.get().state == "received"


def test_a_double_click_makes_one_message(case: Case, token: str) -> None:
    for _ in range(2):
        Client().post(f"/status/{token}", {"text": "I also mean 2024."})
    assert case.notes.count() == 1


@pytest.mark.parametrize("text", ["", "   ", "x" * 20_001])
def test_an_empty_or_endless_message_is_sent_back(text: str, case: Case, token: str) -> None:
    page = Client().post(f"/status/{token}", {"text": text}).content.decode()
    assert "There is a problem" in page
    assert not case.notes.exists()


def test_many_messages_are_slowed_down(
    case: Case, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MESSAGES", Rate(most=2, an_hour=0))
    for n in range(3):
        page = Client().post(f"/status/{token}", {"text": f"Message {n}"}, follow=True)
    assert "in an hour" in page.content.decode()
    assert case.notes.count() == 2


def test_the_awaited_clarification_starts_the_clock_again(
    case: Case, token: str, officer: User
) -> None:
    move(case, "ask_to_clarify", by=officer)
    note_clock(case, "clarification_requested_s1_3", by=officer, on=date(2026, 11, 5))
    assert "Answer our question" in read(token)
    Client().post(f"/status/{token}", {"text": "I mean fines for parking on pavements."})
    after = Case.objects.get()
    assert after.state == "open"
    assert after.due_on is not None
    assert after.due_on > date(2026, 12, 1)
    kinds = list(Event.objects.filter(case=case.reference).values_list("kind", flat=True))
    assert {"case.note_in", "case.clarified", "case.clock"} <= set(kinds)
    assert after.clock_notes.last().type == "clarification_received"  # type: ignore[union-attr]


@pytest.mark.parametrize("state", ["withdrawn", "lapsed", "transferred"])
def test_where_nothing_more_happens_nothing_can_be_written(
    state: str, case: Case, token: str
) -> None:
    Case.objects.update(state=state)
    assert 'name="text"' not in read(token)
    Client().post(f"/status/{token}", {"text": "Hello?"})
    assert not case.notes.exists()


def test_hostile_words_are_shown_as_words(case: Case, token: str) -> None:
    Case.objects.update(text="<script>alert(1)</script>")
    _mail(case, "answer", "reader@example.org", body="<img src=x onerror=alert(1)>")
    page = read(token)
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_state_that_changes_between_reading_and_writing_is_said_plainly(
    case: Case, token: str, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(case, "ask_to_clarify", by=officer)
    real = actions.move

    def meanwhile(stale: Case, *args: Any, **more: Any) -> Case:
        Case.objects.filter(pk=stale.pk).update(version=99)
        return real(stale, *args, **more)

    monkeypatch.setattr(actions, "move", meanwhile)
    page = Client().post(f"/status/{token}", {"text": "I mean pavements."}).content.decode()
    assert "There is a problem" in page
    assert not case.notes.exists()
