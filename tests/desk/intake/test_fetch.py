"""The drop folder and the mailbox: nothing lost, nothing twice, whatever breaks."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.desk.intake.actions import keep_raw
from answerable.desk.intake.drop import TAKEN, Fetched, fetch_dropped
from answerable.desk.intake.fetch import fetch_once
from answerable.desk.intake.mailbox import fetch_folder, folders
from answerable.desk.intake.models import MailboxMark, RawMessage

Mail = Callable[..., bytes]
pytestmark = pytest.mark.usefixtures("authority")


class Box:
    """A mailbox in memory; ``breaks`` is the mail at which the line is cut."""

    def __init__(self, mails: dict[int, bytes], validity: int = 1, breaks: int = 0) -> None:
        self.mails, self.validity, self.breaks = mails, validity, breaks
        self.marked: list[int] = []

    def open(self, folder: str) -> int:
        return self.validity

    def after(self, uid: int) -> list[int]:
        return sorted(each for each in self.mails if each > uid)

    def raw(self, uid: int) -> tuple[bytes, datetime | None]:
        if uid == self.breaks:
            raise OSError("connection cut")
        return self.mails[uid], datetime(2026, 11, 2, 9, tzinfo=UTC)

    def mark(self, uid: int) -> None:
        assert MailboxMark.objects.filter(uid__gte=uid).exists()  # only after it is kept
        self.marked.append(uid)


def _mails(mail: Mail, n: int) -> dict[int, bytes]:
    return {
        uid: mail(text=f"How many fines in {2000 + uid}?", message_id=f"<{uid}@example.org>")
        for uid in range(1, n + 1)
    }


def test_new_mail_is_taken_once(mail: Mail) -> None:
    box, fetched = Box(_mails(mail, 3)), Fetched()
    fetch_folder(box, "INBOX", fetched)
    fetch_folder(box, "INBOX", fetched)
    assert (fetched.new, fetched.again) == (3, 0)
    assert RawMessage.objects.count() == 3
    assert box.marked == [1, 2, 3]
    assert RawMessage.objects.earliest("pk").arrived_at == datetime(2026, 11, 2, 9, tzinfo=UTC)


def test_a_cut_line_loses_nothing(mail: Mail) -> None:
    mails = _mails(mail, 4)
    with pytest.raises(OSError, match="cut"):
        fetch_folder(Box(mails, breaks=3), "INBOX", Fetched())
    assert RawMessage.objects.count() == 2
    fetch_folder(Box(mails), "INBOX", Fetched())
    assert RawMessage.objects.count() == 4


def test_numbers_that_begin_anew_bring_no_second_copy(mail: Mail) -> None:
    mails = _mails(mail, 2)
    fetch_folder(Box(mails), "INBOX", Fetched())
    fetched = Fetched()
    fetch_folder(Box(mails, validity=2), "INBOX", fetched)
    assert (fetched.new, fetched.again) == (0, 2)


def test_the_same_mail_in_junk_is_one_message(mail: Mail) -> None:
    mails = _mails(mail, 1)
    fetch_folder(Box(mails), "INBOX", Fetched())
    fetch_folder(Box(mails), "Junk", Fetched())
    assert RawMessage.objects.count() == 1


def test_a_mail_that_cannot_be_kept_does_not_stop_the_others(mail: Mail) -> None:
    fetched = Fetched()
    fetch_folder(Box({1: b"", 2: mail()}), "INBOX", fetched)
    assert fetched.new == 1
    assert "is empty" in fetched.problems[0]


def test_junk_is_looked_into_when_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert folders() == ["INBOX"]
    monkeypatch.setenv("ANSWERABLE_IMAP_JUNK", 'Junk, Spam, bad"name')
    assert folders() == ["INBOX", "Junk", "Spam"]


def test_dropped_files_are_taken_and_moved(mail: Mail, tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(mail())
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 broken")
    fetched = Fetched()
    fetch_dropped(tmp_path, fetched, settled=0)
    assert (fetched.new, fetched.problems) == (2, [])
    assert {raw.state for raw in RawMessage.objects.all()} == {"read", "unreadable"}
    assert [path.name for path in tmp_path.iterdir()] == [TAKEN]
    assert len(list((tmp_path / TAKEN).iterdir())) == 2


def test_a_crash_before_the_move_takes_nothing_twice(mail: Mail, tmp_path: Path) -> None:
    for _ in range(2):
        (tmp_path / "one.eml").write_bytes(mail())
        fetch_dropped(tmp_path, Fetched(), settled=0)
    assert RawMessage.objects.count() == 1


def test_what_is_still_growing_hidden_or_a_link_is_left(mail: Mail, tmp_path: Path) -> None:
    (tmp_path / "growing.eml").write_bytes(mail())
    fetch_dropped(tmp_path, Fetched(), settled=3600)
    (tmp_path / "growing.eml").rename(tmp_path / "growing.eml.part")
    (tmp_path / ".hidden").write_bytes(b"x")
    (tmp_path / "link.eml").symlink_to("/etc/hostname")
    fetch_dropped(tmp_path, Fetched(), settled=0)
    assert not RawMessage.objects.exists()


def test_one_look_with_nothing_set_up_brings_nothing() -> None:
    fetched = fetch_once()
    assert (fetched.new, fetched.again, fetched.problems) == (0, 0, [])


def test_a_mailbox_that_is_away_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSWERABLE_IMAP_HOST", "127.0.0.1")
    monkeypatch.setenv("ANSWERABLE_IMAP_PORT", "1")
    [problem] = fetch_once().problems
    assert problem.startswith("The mailbox could not be read")


def test_what_was_kept_and_not_read_is_read_later(mail: Mail) -> None:
    keep_raw(by=None, name="one.eml", content=mail(), source="mail")
    assert RawMessage.objects.get().state == "kept"
    fetch_once()
    assert RawMessage.objects.get().state == "read"
