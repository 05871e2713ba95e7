"""The pages of tables: who sees them, what they say, and that plain posting works."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from answerable.desk.cases.models import Case, Question
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.models import TableDraft, TableRelease
from answerable.desk.tables.versions import How

As = Callable[[User], Client]
RULE = "fewer-than-5"
TABLE = "Help,Men,Women,Total\nHousing,12,3,15\nHealth,15,18,33\nTotal,27,21,48\n"


def address(question: Question, what: str = "") -> str:
    return f"/desk/cases/{question.case.reference}/tables/{question.public_id}{what}"


def text_of(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_the_whole_way_by_plain_posts(question: Question, officer: User, as_: As) -> None:
    page = as_(officer)
    read = {"title": "People helped, 2025", "pasted": TABLE}
    assert page.post(address(question, "/read"), read).status_code == 302
    chosen = {"rule": RULE, "how": "protect"}
    assert page.post(address(question, "/choose"), chosen).status_code == 302
    shown = text_of(page.get(address(question)))
    assert "unsafe by itself, a reader can tell that it is between" in shown
    assert "withheld so that another cell cannot be worked out" in shown
    assert "What the arithmetic proves" in shown
    seen = TableDraft.objects.get().version
    assert page.post(address(question, "/accept"), {"seen": seen}).status_code == 302
    assert not TableDraft.objects.exists()
    assert "[c]" in text_of(page.get(address(question)))


def test_the_accepted_table_stands_in_the_form_of_the_decision(
    question: Question, draft: TableDraft, officer: User, as_: As
) -> None:
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    rows = actions.accept(draft, by=officer, seen=draft.version).rows
    where = f"/desk/cases/{question.case.reference}/decide?q={question.public_id}&kind=supplied"
    page = text_of(as_(officer).get(where))
    assert all(" | ".join(row) in page for row in rows)


def test_the_decision_without_a_table_starts_empty(
    question: Question, officer: User, as_: As
) -> None:
    where = f"/desk/cases/{question.case.reference}/decide?q={question.public_id}&kind=supplied"
    page = text_of(as_(officer).get(where))
    assert " | " not in page
    assert address(question) in page


def test_a_file_can_be_attached_and_is_not_kept(question: Question, officer: User, as_: As) -> None:
    file = SimpleUploadedFile("counts.csv", TABLE.encode())
    as_(officer).post(address(question, "/read"), {"title": "People", "file": file})
    assert TableDraft.objects.get().raw["values"][1] == 3
    assert not question.case.files.exists()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"title": "T"}, "one of the two"),
        ({"title": "", "pasted": TABLE}, "This field is required"),
        ({"title": "T", "pasted": "A,b\nc,few"}, "not a whole count"),
    ],
)
def test_what_is_wrong_is_said_on_the_page(
    sent: dict[str, str], says: str, question: Question, officer: User, as_: As
) -> None:
    answer = as_(officer).post(address(question, "/read"), sent)
    assert answer.status_code == 200
    assert says in text_of(answer)
    assert not TableDraft.objects.exists()


def test_without_a_rule_the_page_asks_for_one(draft: TableDraft, officer: User, as_: As) -> None:
    answer = as_(officer).post(address(draft.question, "/choose"), {"how": "protect"})
    assert "Choose a rule" in text_of(answer)


def test_no_rule_is_chosen_beforehand(draft: TableDraft, officer: User, as_: As) -> None:
    page = text_of(as_(officer).get(address(draft.question)))
    assert 'value="fewer-than-5"' in page
    assert "checked" not in page


def test_a_stale_page_accepts_nothing(draft: TableDraft, officer: User, as_: As) -> None:
    actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    answer = as_(officer).post(address(draft.question, "/accept"), {"seen": 1})
    assert answer.status_code in (200, 409)
    assert not TableRelease.objects.exists()


@pytest.mark.parametrize("what", ["", "/read", "/choose", "/accept", "/drop", "/take-back"])
@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_cases_sees_nothing(
    role: str, what: str, draft: TableDraft, person: Callable[..., User], as_: As
) -> None:
    page = as_(person(role, name="zed"))
    where = address(draft.question, what)
    answer = page.post(where, {}) if what else page.get(where)
    assert answer.status_code in (403, 404)
    assert TableDraft.objects.exists()


@pytest.mark.parametrize("role", ["approver", "qualified_person", "publisher", "auditor"])
def test_who_reads_cases_sees_the_accepted_table_and_never_the_true_one(
    role: str, draft: TableDraft, officer: User, person: Callable[..., User], as_: As
) -> None:
    page = as_(person(role, name="zed"))
    assert page.get(address(draft.question)).status_code == 404
    draft = actions.choose(draft, How.PROTECT, by=officer, rule=RULE)
    question = draft.question
    assert page.get(address(question)).status_code == 404
    actions.accept(draft, by=officer, seen=draft.version)
    shown = text_of(page.get(address(question)))
    assert "[c]" in shown
    assert "Take it back" not in shown


@pytest.mark.parametrize("what", ["", "/read", "/choose", "/accept", "/drop", "/take-back"])
def test_under_a_class_there_is_no_such_page(
    what: str, draft: TableDraft, officer: User, returnees: NcndClass, as_: As
) -> None:
    Case.objects.update(ncnd_class=returnees)
    where = address(draft.question, what)
    answer = as_(officer).post(where, {}) if what else as_(officer).get(where)
    assert answer.status_code == 404


def test_under_a_class_the_case_shows_no_trace(
    draft: TableDraft, officer: User, returnees: NcndClass, as_: As
) -> None:
    where = f"/desk/cases/{draft.question.case.reference}"
    assert "/tables" in text_of(as_(officer).get(where))
    Case.objects.update(ncnd_class=returnees)
    page = text_of(as_(officer).get(where))
    assert "/tables" not in page
    assert "asks for counts" not in page
    assert "People helped, 2025" not in page


def test_the_case_asks_for_the_table(question: Question, officer: User, as_: As) -> None:
    page = text_of(as_(officer).get(f"/desk/cases/{question.case.reference}"))
    assert f"Question {question.number} asks for counts: check the table" in page


def test_a_question_that_asks_for_no_counts_is_not_asked_about(
    question: Question, officer: User, as_: As
) -> None:
    Question.objects.update(wants_counts=False)
    page = text_of(as_(officer).get(f"/desk/cases/{question.case.reference}"))
    assert "asks for counts" not in page


def test_an_auditor_is_not_told_what_to_do(question: Question, auditor: User, as_: As) -> None:
    page = text_of(as_(auditor).get(f"/desk/cases/{question.case.reference}"))
    assert "asks for counts" not in page


def test_the_register_lists_what_went(
    send_table: Callable[[list[list[str]]], Case], auditor: User, as_: As
) -> None:
    from answerable.desk.tables.gather import gather

    case = send_table([["Help", "Men", "Women", "Total"], ["Housing", "12", "[c]", "15"]])
    gather()
    assert case.reference in text_of(as_(auditor).get("/desk/tables"))
    one = TableRelease.objects.get()
    page = text_of(as_(auditor).get(f"/desk/tables/{one.public_id}"))
    assert "exactly 3" in page


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_the_register_is_for_who_reads_cases(
    role: str, person: Callable[..., User], as_: As
) -> None:
    assert as_(person(role, name="zed")).get("/desk/tables").status_code == 403
