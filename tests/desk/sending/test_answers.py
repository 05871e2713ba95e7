"""What a mail server's answer means, and when to try again."""

import smtplib
from datetime import UTC, datetime, timedelta

import pytest

from answerable.desk.sending.answers import GIVE_UP_AFTER, next_try, verdict_on

START = datetime(2026, 11, 20, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("problem", "again"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (451, b"greylisted")}), True),
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no such user")}), False),
        (smtplib.SMTPDataError(452, b"full"), True),
        (smtplib.SMTPDataError(554, b"spam"), False),
        (smtplib.SMTPSenderRefused(421, b"busy", "b"), True),
        (smtplib.SMTPSenderRefused(553, b"who", "b"), False),
        (smtplib.SMTPServerDisconnected("gone"), True),
        (smtplib.SMTPAuthenticationError(535, b"wrong password"), True),
        (smtplib.SMTPConnectError(554, b"closed"), True),
        (ConnectionRefusedError("no"), True),
        (TimeoutError("slow"), True),
        (FileNotFoundError("gone"), False),
        (ValueError("odd"), False),
    ],
)
def test_what_may_pass_is_tried_again_and_what_may_not_is_not(
    problem: Exception, again: bool
) -> None:
    assert verdict_on(problem).again is again


def test_what_the_server_said_is_one_short_line() -> None:
    said = verdict_on(smtplib.SMTPDataError(554, b"no\r\nX-Bad: 1\x07 " + b"x" * 900)).said
    assert said.startswith("554 no X-Bad: 1 x")
    assert len(said) == 300


def test_an_error_of_ours_does_not_repeat_its_words() -> None:
    assert "reader@example.org" not in verdict_on(ValueError("reader@example.org")).said


def test_waits_grow_to_four_hours_and_end_after_two_days() -> None:
    now, tries, waits = START, 0, []
    while True:
        tries += 1
        again = next_try(START, tries, now)
        if again is None:
            break
        waits.append(again - now)
        now = again
    assert waits[0] == timedelta(minutes=5)
    assert max(waits) == timedelta(hours=4)
    assert now - START == GIVE_UP_AFTER
    assert waits[:6] == sorted(waits[:6])
