"""The mailbox, by IMAP: each mail is kept before it is marked, and none is taken twice.

A mail is known by its folder, the folder's UIDVALIDITY and its UID; whether somebody has read it
elsewhere does not matter. The junk folder is looked into as well.
"""

import imaplib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from time import mktime
from typing import Protocol

from answerable.desk import env
from answerable.desk.intake.actions import take_in
from answerable.desk.intake.drop import Fetched
from answerable.desk.intake.models import MailboxMark
from answerable.model import UnusableInputError

SECONDS = 30
A_LOOK = 200  # mails of one folder at one look


class Box(Protocol):
    """What is needed of a mailbox."""

    def open(self, folder: str) -> int:
        """Go into a folder; gives its UIDVALIDITY. Raises OSError if there is none."""

    def after(self, uid: int) -> list[int]:
        """The UIDs above ``uid``, in order."""

    def raw(self, uid: int) -> tuple[bytes, datetime | None]:
        """The mail as it came, without marking it, and when the server received it."""

    def mark(self, uid: int) -> None:
        """Mark it as taken."""


def fetch_folder(box: Box, folder: str, fetched: Fetched) -> None:
    """Take in what is new in a folder, in order; stops at the first mail that cannot be kept."""
    validity = box.open(folder)
    mark, _ = MailboxMark.objects.get_or_create(folder=folder, validity=validity)
    for uid in box.after(mark.uid)[:A_LOOK]:
        content, at = box.raw(uid)
        try:
            kept = take_in(by=None, name=f"mail-{uid}.eml", content=content, source="mail", at=at)
        except UnusableInputError as error:  # empty, or beyond what can be kept
            fetched.problems.append(f"{folder}, mail {uid}: {error}")
        else:
            fetched.new += not kept.again
            fetched.again += kept.again
        MailboxMark.objects.filter(pk=mark.pk, uid__lt=uid).update(uid=uid)
        box.mark(uid)


class Imap:
    """A mailbox of an IMAP server."""

    def __init__(self, server: imaplib.IMAP4) -> None:
        self._server = server

    def open(self, folder: str) -> int:
        """Go into a folder; gives its UIDVALIDITY. Raises OSError if there is none."""
        status, _ = self._server.select(f'"{folder}"')
        _, data = self._server.response("UIDVALIDITY")
        if status != "OK" or not data or data[0] is None:
            raise OSError(f"The mailbox has no folder “{folder}”.")
        return int(data[0])

    def after(self, uid: int) -> list[int]:
        """The UIDs above ``uid``, in order. A range up to * gives the last one always."""
        _, data = self._server.uid("SEARCH", "UID", f"{uid + 1}:*")
        found = [int(each) for each in (data[0] or b"").split()] if data else []
        return sorted(each for each in found if each > uid)

    def raw(self, uid: int) -> tuple[bytes, datetime | None]:
        """The mail as it came, without marking it, and when the server received it."""
        _, data = self._server.uid("FETCH", str(uid), "(INTERNALDATE BODY.PEEK[])")
        for each in data or ():
            if isinstance(each, tuple):
                came = imaplib.Internaldate2tuple(each[0])
                at = datetime.fromtimestamp(mktime(came), UTC) if came else None
                return bytes(each[1]), at
        return b"", None

    def mark(self, uid: int) -> None:
        """Mark it as taken."""
        self._server.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)")


@contextmanager
def connected() -> Iterator[Imap]:
    """The mailbox of the settings, signed in. Raises OSError or imaplib's error."""
    host, port = env.text("ANSWERABLE_IMAP_HOST"), env.number("ANSWERABLE_IMAP_PORT", 993)
    server = imaplib.IMAP4_SSL(host, port, timeout=SECONDS)
    try:
        server.login(env.text("ANSWERABLE_IMAP_USER"), env.text("ANSWERABLE_IMAP_PASSWORD"))
        yield Imap(server)
    finally:
        server.logout()


def folders() -> list[str]:
    """The folders to look into: the inbox, and junk if it is named."""
    return [
        name
        for name in ["INBOX", *env.words("ANSWERABLE_IMAP_JUNK")]
        if re.fullmatch(r"[^\"\\\r\n]{1,200}", name)
    ]


def fetch_mailbox(fetched: Fetched) -> None:
    """Look into every folder, if a mailbox is set; trouble with the server is a problem in words."""
    if not env.text("ANSWERABLE_IMAP_HOST"):
        return
    try:
        with connected() as box:
            for folder in folders():
                fetch_folder(box, folder, fetched)
    except (OSError, imaplib.IMAP4.error) as error:
        fetched.problems.append(f"The mailbox could not be read: {error}")
