"""A case whose decisions are those of a sample record, on a day that stands still."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest

from answerable.desk.cases.actions import move
from answerable.desk.cases.models import Case
from answerable.desk.clearance.actions import ask_clearance, clear
from answerable.desk.clearance.standing import digest_of
from answerable.desk.letters.actions import save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import current
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.letters.draft import read_record
from answerable.model import UnusableInputError
from answerable.model.decision import NoticeRecord

TODAY = date(2026, 11, 20)
SAMPLES = files("answerable.letters.samples") / "decisions"


def sample(name: str) -> NoticeRecord:
    """A sample record by the name of its file."""
    return read_record((SAMPLES / f"{name}.yaml").read_text(encoding="utf-8"), name)


class Decided:
    """What the decisions of every case say: set ``record``; None while a question is undecided."""

    record: NoticeRecord | None

    def __init__(self) -> None:
        self.record = sample("foia_partial")

    def notice_record(self, case: Case, sent: date) -> NoticeRecord:
        if self.record is None:
            raise UnusableInputError("Question 2 has no decision yet.")
        return replace(self.record, reference=case.reference, received=case.received_on, sent=sent)


class Clock:
    """The day that everything believes it is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.set(TODAY)

    def set(self, day: date, hour: int = 10) -> datetime:
        moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        self._patch.setattr("django.utils.timezone.now", lambda: moment)
        return moment


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture(autouse=True)
def decided(monkeypatch: pytest.MonkeyPatch) -> Decided:
    made = Decided()
    for module in ("letters", "reviews"):
        monkeypatch.setattr(f"answerable.desk.{module}.record.notice_record", made.notice_record)
    return made


@pytest.fixture
def open_case(case: Case, officer: User, clock: Clock) -> Case:
    """The case, being answered."""
    return move(case, "triage", by=officer)


@pytest.fixture
def written(open_case: Case, officer: User) -> LetterVersion:
    """Its letter, saved by the officer."""
    return save_letter(open_case, by=officer, free=Free(), dated=TODAY)


@pytest.fixture
def asked(written: LetterVersion, officer: User) -> Case:
    """The case, waiting for clearance."""
    return ask_clearance(written.case, by=officer)


@pytest.fixture
def cleared(asked: Case, approver: User) -> Case:
    """The case, its letter cleared."""
    clear(asked, by=approver, digest=now_digest(asked))
    return asked


def now_digest(case: Case) -> str:
    """What an approver who opened the page now would clear."""
    letter = current(case)
    assert letter is not None
    return digest_of(letter)


Saver = Callable[..., LetterVersion]
