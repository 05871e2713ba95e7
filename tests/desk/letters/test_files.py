"""Files to go with an answer: looked into, copied clean, kept with a reason, or left out."""

import io
from collections.abc import Callable
from itertools import pairwise

import docx
import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.letters.fixtures import TODAY

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.models import Event
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import (
    add_file,
    clean_copy,
    consent,
    keep_despite,
    put_back,
    redacted_copy,
    take_out,
)
from answerable.desk.letters.current import going_out, held, problems
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.model import UnusableInputError


def workbook(*, hidden: bool, people: bool = False) -> bytes:
    """A small workbook, with a hidden sheet or without."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Fines"
    sheet.append(["Year", "Fines"])
    sheet.append([2025, 1204])
    if hidden:
        secret = book.create_sheet("Working")
        secret.sheet_state = "hidden"
        secret.append(["Note"])
        secret.append(["Estimate before the committee saw it"])
        for number in range(12 if people else 0):
            secret.append([f"Ann{chr(97 + number)} Example", f"AB1234{number:02d}C"])
    box = io.BytesIO()
    book.save(box)
    return box.getvalue()


def document(*paragraphs: str) -> bytes:
    made = docx.Document()
    made.core_properties.author = ""
    for words in paragraphs:
        made.add_paragraph(words)
    box = io.BytesIO()
    made.save(box)
    return box.getvalue()


@pytest.fixture
def held_file(open_case: Case, officer: User) -> Attachment:
    return add_file(open_case, by=officer, name="fines.xlsx", content=workbook(hidden=True))


def test_a_file_that_shows_all_it_carries_passes(open_case: Case, officer: User) -> None:
    file = add_file(open_case, by=officer, name="fines.csv", content=b"Year,Fines\n2025,1204\n")
    assert file.verdict == "pass"
    assert held(file) == ""


def test_a_hidden_sheet_holds_the_file_and_the_letter(
    held_file: Attachment, written: LetterVersion
) -> None:
    assert held_file.verdict == "hold"
    assert "fines.xlsx is held" in problems(written, on=TODAY)[0]


def test_what_the_gate_found_names_no_path_of_the_machine(held_file: Attachment) -> None:
    assert held_file.report["path"] == "fines.xlsx"
    assert "/tmp" not in str(held_file.report)


def test_the_worst_comes_first(open_case: Case, officer: User) -> None:
    content = workbook(hidden=True, people=True)
    file = add_file(open_case, by=officer, name="staff.xlsx", content=content)
    order = ["info", "low", "medium", "high", "critical"]
    weights = [order.index(finding["severity"]) for finding in file.report["findings"]]
    assert all(first >= second for first, second in pairwise(weights))
    assert file.report["counts"]["people"] > 0


def test_a_clean_copy_takes_the_place_of_the_file(held_file: Attachment, officer: User) -> None:
    copy = clean_copy(held_file, by=officer)
    assert copy.verdict == "pass"
    assert going_out(held_file.case) == [copy]
    book = openpyxl.load_workbook(io.BytesIO(store.read(copy.stored_as)))
    assert book.sheetnames == ["Fines"]
    assert copy.release.made_from == held_file


def test_words_are_taken_out_under_their_provision(open_case: Case, officer: User) -> None:
    content = document("The report was written by Ann Example.", "It has twelve pages.")
    file = add_file(open_case, by=officer, name="report.docx", content=content)
    copy = redacted_copy(file, by=officer, terms="Ann Example | s.40(2)")
    text = "\n".join(
        p.text for p in docx.Document(io.BytesIO(store.read(copy.stored_as))).paragraphs
    )
    assert "Ann Example" not in text
    assert "twelve pages" in text
    assert [mark["provision"] for mark in copy.release.schedule] == ["FOIA s.40(2)"]
    assert going_out(open_case) == [copy]


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ("", "at least one term"),
        ("x | s.40(2)", "two characters"),
        ("Ann Example", "provision"),
        ("Ann Example | s.999", "provision"),
        ("Bob Nowhere | s.40(2)", "none of the terms was found"),
    ],
)
def test_a_redaction_that_cannot_be_made_leaves_the_file_as_it_was(
    terms: str, words: str, open_case: Case, officer: User
) -> None:
    file = add_file(open_case, by=officer, name="r.docx", content=document("By Ann Example."))
    with pytest.raises(UnusableInputError, match=words) as refused:
        redacted_copy(file, by=officer, terms=terms)
    assert "/tmp" not in str(refused.value)
    assert going_out(open_case) == [file]


def test_a_file_kept_with_a_reason_may_go(
    held_file: Attachment, officer: User, written: LetterVersion
) -> None:
    keep_despite(held_file, by=officer, reason="The sheet is meant to be seen.")
    assert problems(written, on=TODAY) == []
    assert held_file.release.kept_by_id is None  # as it was read; the row has it
    assert Attachment.objects.get(pk=held_file.pk).release.kept_by == officer
    assert Event.objects.get(kind="files.released").facts["verdict"] == "hold"


def test_a_file_is_not_kept_without_a_reason(held_file: Attachment, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="reason"):
        keep_despite(held_file, by=officer, reason=" ")


def test_what_passed_needs_no_reason(open_case: Case, officer: User) -> None:
    file = add_file(open_case, by=officer, name="a.csv", content=b"a,b\n1,2\n")
    with pytest.raises(UnusableInputError, match="holds nothing against"):
        keep_despite(file, by=officer, reason="Just so.")


def _grave(case: Case, by: User, verdict: str, severity: str) -> Attachment:
    file = add_file(case, by=by, name="a.csv", content=b"a,b\n1,2\n")
    file.verdict, file.report = verdict, {"findings": [{"severity": severity}]}
    file.save()
    return file


@pytest.mark.parametrize(("verdict", "severity"), [("refuse", "high"), ("hold", "critical")])
def test_what_is_grave_takes_a_second_person_who_may_let_gaps_go(
    verdict: str,
    severity: str,
    open_case: Case,
    officer: User,
    approver: User,
    person: Callable[..., User],
) -> None:
    file = _grave(open_case, officer, verdict, severity)
    keep_despite(file, by=officer, reason="I am sure.")
    assert held(Attachment.objects.get(pk=file.pk))
    with pytest.raises(PermissionDenied):
        consent(file, by=person("officer", name="zed"), reason="I am sure.")
    assert consent(file, by=approver, reason="I am sure.").released_despite == "I am sure."
    assert not held(Attachment.objects.get(pk=file.pk))


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_each_role_adds_and_keeps_files_as_it_may(
    role: Role, held_file: Attachment, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    if Permission.WRITE_LETTERS not in role.may:
        for action in (take_out, put_back, clean_copy):
            with pytest.raises(PermissionDenied):
                action(held_file, by=by)
        with pytest.raises(PermissionDenied):
            add_file(held_file.case, by=by, name="b.csv", content=b"a\n1\n")
        with pytest.raises(PermissionDenied):
            redacted_copy(held_file, by=by, terms="Ann Example | s.40(2)")
    if not role.may & {Permission.RELEASE_FILES, Permission.OVERRIDE}:
        with pytest.raises(PermissionDenied):
            keep_despite(held_file, by=by, reason="I am sure.")
    assert going_out(held_file.case) == [held_file]


def test_a_file_left_out_stops_nothing_and_can_be_put_back(
    held_file: Attachment, officer: User, written: LetterVersion
) -> None:
    take_out(held_file, by=officer)
    assert problems(written, on=TODAY) == []
    put_back(held_file, by=officer)
    assert problems(written, on=TODAY)


def test_once_handed_over_files_stay_as_they_are(held_file: Attachment, officer: User) -> None:
    Case.objects.filter(pk=held_file.case.pk).update(state=State.CLEARANCE)
    for action in (take_out, put_back, clean_copy):
        with pytest.raises(UnusableInputError, match="stay as they are"):
            action(held_file, by=officer)
    with pytest.raises(UnusableInputError, match="stay as they are"):
        add_file(held_file.case, by=officer, name="b.csv", content=b"a\n1\n")


def test_a_file_nobody_looked_into_stops_the_letter(
    held_file: Attachment, written: LetterVersion
) -> None:
    Attachment.objects.filter(pk=held_file.pk).update(verdict="")
    assert "not been looked into" in problems(written, on=TODAY)[0]
