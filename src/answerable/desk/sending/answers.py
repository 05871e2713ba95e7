"""What a mail server's answer means: accepted, try again, or never. No database here."""

import smtplib
from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=4)
GIVE_UP_AFTER = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done after an attempt failed, and what the server said."""

    again: bool
    said: str


def verdict_on(problem: Exception) -> Verdict:
    """Read an attempt's failure.

    A code of 400 to 499, a server that is away, and a line cut in the middle are tried again;
    a code from 500 is not. A wrong password for the server is our own trouble, not the letter's,
    and is tried again until somebody has mended it.
    """
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(problem.recipients.values()), (550, b"refused"))
        return Verdict(400 <= code < 500, _said(code, words))
    if isinstance(
        problem, smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError | smtplib.SMTPHeloError
    ):
        return Verdict(True, _said(problem.smtp_code, problem.smtp_error))
    if isinstance(problem, smtplib.SMTPResponseException):
        return Verdict(problem.smtp_code < 500, _said(problem.smtp_code, problem.smtp_error))
    if isinstance(problem, smtplib.SMTPServerDisconnected):
        return Verdict(True, "the connection was cut; it may have arrived")
    if isinstance(problem, FileNotFoundError):
        return Verdict(False, "a file of the message is missing from the storage")
    if isinstance(problem, OSError):
        return Verdict(True, "the mail server cannot be reached")
    return Verdict(False, f"the message cannot be made ({type(problem).__name__})")


def next_try(queued: datetime, tries: int, now: datetime) -> datetime | None:
    """When to try again after ``tries`` attempts; None when it is time to give up."""
    if now - queued >= GIVE_UP_AFTER:
        return None
    wait: timedelta = min(FIRST_WAIT * (1 << min(tries - 1, 10)), LONGEST_WAIT)
    return min(now + wait, queued + GIVE_UP_AFTER)


def _said(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"{code} {shown}"[:300]
