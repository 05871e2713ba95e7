"""An open case that asks for counts, a table with small numbers, and ways to send one."""

from collections.abc import Callable
from datetime import date

import pytest

from answerable.desk.cases.actions import Arrived, move, receive
from answerable.desk.cases.models import Case, Question
from answerable.desk.letters.models import LetterVersion
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.models import TableDraft

TEXT = "How many people were helped by the housing support service in 2025, by kind and by sex?"
TABLE = "Help,Men,Women,Total\nHousing,12,3,15\nHealth,15,18,33\nSchool,22,14,36\nTotal,49,35,84\n"


@pytest.fixture
def counted(officer: User) -> Callable[[], Case]:
    """Make an open case that asks for counts."""

    def make() -> Case:
        made = receive(
            Arrived(text=TEXT, title="Housing support", on=date(2026, 11, 2)), by=officer
        )
        Case.objects.filter(pk=made.pk).update(owner=officer)
        made = move(Case.objects.get(pk=made.pk), "triage", by=officer)
        return Case.objects.get(pk=made.pk)

    return make


@pytest.fixture
def open_case(counted: Callable[[], Case]) -> Case:
    return counted()


@pytest.fixture
def question(open_case: Case) -> Question:
    return open_case.questions.get()


@pytest.fixture
def draft(question: Question, officer: User) -> TableDraft:
    """The table, read in; nothing chosen yet."""
    return actions.start(
        question, TABLE.encode(), "counts.csv", by=officer, title="People helped, 2025"
    )


@pytest.fixture
def returnees(officer: User, approver: User) -> NcndClass:
    return seed_class(officer, approver)


@pytest.fixture
def send_table(counted: Callable[[], Case], officer: User) -> Callable[[list[list[str]]], Case]:
    """Let a letter with a table have gone out."""

    def send(rows: list[list[str]]) -> Case:
        case = counted()
        number = case.questions.get().number
        LetterVersion.objects.create(
            case=case,
            number=1,
            kind="foia_full_disclosure",
            record={"decisions": [{"decision": "supplied", "questions": [number], "table": rows}]},
            text="Dear reader",
            sha256="0" * 64,
            made_by=officer,
            sent_on=date(2026, 11, 20),
        )
        Case.objects.filter(pk=case.pk).update(sent_on=date(2026, 11, 20), state="sent")
        return case

    return send
