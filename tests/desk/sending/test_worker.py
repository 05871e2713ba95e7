"""The outbox against a mail server: accepted, refused, put off, cut in the middle."""

import socket
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core import mail as outbox
from django.test import override_settings
from tests.desk.letters.fixtures import TODAY, Clock

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.actions import take_back
from answerable.desk.events.models import Event
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.actions import close_sign_in
from answerable.desk.people.models import User
from answerable.desk.sending import worker
from answerable.desk.sending.answer import note_sent, send_by_mail
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sending.panel import next_steps
from answerable.desk.sending.queue import queue_mail
from answerable.desk.sending.worker import send_waiting


class Server:
    """A mail server that answers as it is told; it keeps what reached it."""

    def __init__(self) -> None:
        self.rcpt, self.cut, self.got = "", False, list[Message]()

    async def handle_RCPT(  # noqa: N802 - the name that the server calls
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.rcpt:
            return self.rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.got.append(message_from_bytes(envelope.content))
        if self.cut:
            server.transport.abort()
        return "250 OK"


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(made, hostname="127.0.0.1", port=port)
    controller.start()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_USE_TLS=False,
        EMAIL_HOST_USER="",
    ):
        yield made
    controller.stop()


@pytest.fixture
def queued(cleared: Case, officer: User) -> OutgoingMail:
    return send_by_mail(cleared, by=officer)


def fresh(mail: OutgoingMail) -> OutgoingMail:
    return OutgoingMail.objects.get(pk=mail.pk)


def case_of(mail: OutgoingMail) -> Case:
    assert mail.case_id
    return Case.objects.get(pk=mail.case_id)


def test_the_first_acceptance_is_the_day_of_sending(
    queued: OutgoingMail, server: Server, clock: Clock
) -> None:
    assert case_of(queued).where is State.CLEARED
    assert case_of(queued).sent_on is None
    moment = clock.set(date(2026, 11, 23))
    assert send_waiting(moment) == 1
    case = case_of(queued)
    assert case.where is State.SENT
    assert case.sent_on == date(2026, 11, 23)
    assert case.outcome == "partial"
    assert LetterVersion.objects.get().sent_on == date(2026, 11, 23)
    assert fresh(queued).state == "sent"
    assert send_waiting(moment + timedelta(days=1)) == 0
    assert len(server.got) == 1


def test_the_message_has_the_letter_as_text_and_as_pdf(
    queued: OutgoingMail, server: Server, clock: Clock
) -> None:
    send_waiting()
    message = server.got[0]
    parts = list(message.walk())
    body = next(part for part in parts if part.get_content_type() == "text/plain")
    text = body.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert "the names of the people who complained" in text.replace("\r\n", "\n")
    pdf = next(part for part in parts if part.get_content_type() == "application/pdf")
    assert pdf.get_payload(decode=True)[:5] == b"%PDF-"  # type: ignore[index]
    assert message["Message-ID"] == queued.message_id
    assert message["To"] == "reader@example.org"
    assert not [name for name in message if name.lower().startswith("x-")]
    assert "Auto-Submitted" not in message


def test_what_the_program_sends_by_itself_says_so(
    cleared: Case, server: Server, clock: Clock
) -> None:
    queue_mail(by=None, case=cleared, kind="chaser", to="h@b.example", subject="Due", body="Due.")
    send_waiting()
    assert server.got[0]["Auto-Submitted"] == "auto-generated"
    assert case_of_only(cleared).where is State.CLEARED  # a chaser is no answer


def case_of_only(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def test_put_off_it_is_tried_again_until_it_is_taken(
    queued: OutgoingMail, server: Server, clock: Clock
) -> None:
    moment = clock.set(TODAY)
    server.rcpt = "451 come back later"
    assert send_waiting(moment) == 0
    waiting = fresh(queued)
    assert (waiting.state, waiting.tries) == ("waiting", 1)
    assert waiting.last_answer == "451 come back later"
    assert waiting.next_try == moment + timedelta(minutes=5)
    assert send_waiting(moment + timedelta(minutes=4)) == 0
    assert fresh(queued).tries == 1  # not before its time
    server.rcpt = ""
    assert send_waiting(moment + timedelta(minutes=6)) == 1
    assert case_of(queued).where is State.SENT


def test_put_off_for_two_days_it_is_given_up_and_the_case_says_so(
    queued: OutgoingMail, server: Server, officer: User, clock: Clock
) -> None:
    server.rcpt = "451 come back later"
    assert send_waiting(queued.queued_at + timedelta(hours=48)) == 0
    assert fresh(queued).state == "failed"
    assert Event.objects.filter(kind="sending.failed").count() == 1
    assert case_of(queued).where is State.CLEARED
    steps = [step.words for step in next_steps(case_of(queued), officer)]
    assert steps == ["NOT SENT: answer. The mail server said: 451 come back later"]


def test_refused_for_good_the_case_says_so_at_once(
    queued: OutgoingMail, server: Server, officer: User, clock: Clock
) -> None:
    server.rcpt = "550 no such mailbox"
    assert send_waiting() == 0
    assert fresh(queued).state == "failed"
    assert case_of(queued).sent_on is None
    assert "NOT SENT" in next_steps(case_of(queued), officer)[0].words
    server.rcpt = ""
    assert send_waiting(queued.queued_at + timedelta(hours=1)) == 0
    assert server.got == []


def test_after_a_failure_it_can_be_sent_anew(
    queued: OutgoingMail, server: Server, officer: User, clock: Clock
) -> None:
    server.rcpt = "550 no such mailbox"
    send_waiting()
    server.rcpt = ""
    Case.objects.update(applicant_email="other@example.org")
    again = send_by_mail(case_of(queued), by=officer)
    assert again.message_id != queued.message_id
    assert send_waiting() == 1
    assert case_of(queued).where is State.SENT
    assert not [s for s in next_steps(case_of(queued), officer) if "NOT SENT" in s.words]


def test_cut_in_the_middle_it_goes_again_under_the_same_identity(
    queued: OutgoingMail, server: Server, clock: Clock
) -> None:
    moment = clock.set(TODAY)
    server.cut = True
    assert send_waiting(moment) == 0
    assert fresh(queued).state == "waiting"
    assert "may have arrived" in fresh(queued).last_answer
    server.cut = False
    assert send_waiting(moment + timedelta(minutes=6)) == 1
    first, second = server.got
    assert first["Message-ID"] == second["Message-ID"] == queued.message_id
    assert first["Date"] == second["Date"]
    assert case_of(queued).where is State.SENT


def test_no_server_at_all_is_waited_for(queued: OutgoingMail, clock: Clock) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = probe.getsockname()[1]
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=closed,
        EMAIL_USE_TLS=False,
    ):
        assert send_waiting() == 0
    assert fresh(queued).state == "waiting"
    assert fresh(queued).last_answer == "the mail server cannot be reached"


def test_where_no_mail_server_is_set_up_nothing_counts_as_sent(
    queued: OutgoingMail, clock: Clock
) -> None:
    with override_settings(
        DEMO=False, EMAIL_BACKEND="django.core.mail.backends.filebased.EmailBackend"
    ):
        assert send_waiting() == 0
    assert case_of(queued).sent_on is None
    assert fresh(queued).last_answer == "no mail server is set up"


def test_a_made_up_authority_needs_no_server(queued: OutgoingMail, clock: Clock) -> None:
    assert send_waiting() == 1
    assert outbox.outbox[0].subject == f"{case_of(queued).reference}: our reply to your request"


def test_what_another_worker_holds_is_not_sent_twice(
    queued: OutgoingMail, server: Server, clock: Clock
) -> None:
    moment = clock.set(TODAY)
    assert worker._take(queued.pk, moment) is not None
    assert worker._take(queued.pk, moment) is None
    assert send_waiting(moment) == 0
    assert server.got == []


def test_what_a_dead_worker_held_is_taken_up_later(
    queued: OutgoingMail, server: Server, clock: Clock
) -> None:
    moment = clock.set(TODAY)
    worker._take(queued.pk, moment)
    assert send_waiting(moment + timedelta(minutes=16)) == 1
    assert fresh(queued).tries == 2


def test_one_bad_message_does_not_stop_the_others(
    cleared: Case, server: Server, clock: Clock
) -> None:
    bad = queue_mail(
        by=None, case=None, kind="chaser", to="bad\nBcc: x@y.example", subject="s", body="b"
    )
    good = queue_mail(by=None, case=None, kind="chaser", to="h@b.example", subject="s", body="b")
    assert send_waiting() == 1
    assert (fresh(bad).state, fresh(good).state) == ("failed", "sent")
    assert len(server.got) == 1


def test_a_case_moved_by_others_meanwhile_keeps_what_is_so(
    queued: OutgoingMail,
    officer: User,
    administrator: User,
    person: Callable[..., User],
    clock: Clock,
) -> None:
    """Who sent it has left before the server took it: the day is kept, another notes it."""
    close_sign_in(by=administrator, user=officer)
    assert send_waiting() == 1
    case = case_of(queued)
    assert (case.sent_on, case.where) == (TODAY, State.CLEARED)
    other = person("officer", name="other")
    assert "note it" in next_steps(case, other)[0].words
    note_sent(case, by=other)
    assert case_of(queued).where is State.SENT


def test_headers_do_not_tell_outcomes_apart(
    queued: OutgoingMail, server: Server, clock: Clock
) -> None:
    queue_mail(
        by=queued.queued_by,
        case=queued.case,
        kind="clarification",
        to="reader@example.org",
        subject="s",
        body="b",
        attachments=tuple(queued.attachments.all()),
    )
    send_waiting()
    first, second = server.got
    assert sorted(first.keys()) == sorted(second.keys())


def test_taking_back_is_refused_while_it_is_being_sent(
    queued: OutgoingMail, officer: User, clock: Clock
) -> None:
    worker._take(queued.pk, datetime.now(tz=queued.queued_at.tzinfo))
    with pytest.raises(Exception, match="in the outbox"):
        take_back(case_of(queued), by=officer)
