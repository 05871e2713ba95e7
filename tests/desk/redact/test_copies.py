"""Redacted copies: the applicant's goes, the log's stands in the log, the schedule stays with them."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.letters.fixtures import TODAY
from tests.desk.redact.made import NAME, letter, words

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.models import Event
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import (
    add_file,
    clean_copy,
    put_back,
    redacted_copy,
    take_out,
)
from answerable.desk.letters.current import going_out, problems
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.publish.files import publishable
from answerable.desk.redact.actions import Area, add_mark, for_regulator, make_copies, remove_mark
from answerable.desk.redact.models import RedactedCopy
from answerable.gate.cleaning.proof import holds
from answerable.model import UnusableInputError


@pytest.fixture
def marked(pdf: Attachment, officer: User) -> Attachment:
    """The name goes from all copies, the price from the log's only."""
    add_mark(pdf, by=officer, provision="s.40(2)", words="Oakeshott")
    add_mark(pdf, by=officer, provision="s.43(2)", whom="log", words="Ninety")
    return pdf


def _copies(file: Attachment) -> dict[str, Attachment]:
    return {each.audience: each.copy for each in RedactedCopy.objects.filter(file=file)}


def test_each_audience_gets_a_copy_of_its_own(marked: Attachment, officer: User) -> None:
    make_copies(marked, by=officer)
    copies = _copies(marked)
    assert set(copies) == {"applicant", "log"}
    assert "Ninety" in words(copies["applicant"]) and "Ninety" not in words(copies["log"])
    for copy in copies.values():
        assert copy.verdict == "pass" and not holds(store.read(copy.stored_as), ["Oakeshott"])
        assert "all is well" in words(copy)


def test_the_applicants_copy_goes_in_the_place_of_the_file_and_the_logs_goes_with_no_answer(
    marked: Attachment, officer: User, written: LetterVersion
) -> None:
    make_copies(marked, by=officer)
    assert [file.name for file in going_out(marked.case)] == ["minutes (redacted).pdf"]
    assert problems(written, on=TODAY) == []
    with pytest.raises(UnusableInputError, match="for the disclosure log"):
        put_back(_copies(marked)["log"], by=officer)


def test_the_log_shows_the_logs_copy_and_never_the_applicants(
    marked: Attachment, officer: User
) -> None:
    make_copies(marked, by=officer)
    assert [file.name for file in publishable(marked.case)] == ["minutes (for the log).pdf"]


def test_a_clean_copy_of_the_applicants_copy_is_followed_back_to_the_logs(
    marked: Attachment, officer: User
) -> None:
    make_copies(marked, by=officer)
    clean_copy(_copies(marked)["applicant"], by=officer)
    assert [file.name for file in publishable(marked.case)] == ["minutes (for the log).pdf"]


def test_a_log_copy_that_the_gate_holds_is_not_replaced_by_the_applicants(
    marked: Attachment, officer: User
) -> None:
    make_copies(marked, by=officer)
    Attachment.objects.filter(pk=_copies(marked)["log"].pk).update(verdict="hold")
    assert publishable(marked.case) == []


def test_the_file_cannot_go_beside_its_redacted_copy(marked: Attachment, officer: User) -> None:
    copy = make_copies(marked, by=officer)[0].copy
    with pytest.raises(UnusableInputError, match="goes in its place"):
        put_back(marked, by=officer)
    take_out(copy, by=officer)
    put_back(marked, by=officer)
    assert going_out(marked.case) == [marked]
    assert [file.name for file in publishable(marked.case)] == ["minutes (for the log).pdf"]


def test_words_are_not_taken_from_the_applicants_copy_alone(
    marked: Attachment, officer: User
) -> None:
    copy = make_copies(marked, by=officer)[0].copy
    with pytest.raises(UnusableInputError, match=r"on minutes\.pdf instead"):
        redacted_copy(copy, by=officer, terms="well | s.40(2)")


def test_a_file_in_whose_place_another_copy_goes_is_not_redacted_past_it(
    marked: Attachment, officer: User
) -> None:
    other = redacted_copy(marked, by=officer, terms="well | s.40(2)")
    with pytest.raises(UnusableInputError, match="mark the copy that goes"):
        make_copies(Attachment.objects.get(pk=marked.pk), by=officer)
    add_mark(other, by=officer, provision="s.40(2)", words="Oakeshott")
    copies = {each.audience: each.copy for each in make_copies(other, by=officer)}
    assert not any("well" in words(copy) for copy in copies.values())
    assert publishable(marked.case) == [copies["log"]]


def test_a_file_without_marks_is_published_as_it_went(pdf: Attachment) -> None:
    assert publishable(pdf.case) == [pdf]


def test_the_schedule_stays_with_the_case_and_has_no_words(
    marked: Attachment, officer: User
) -> None:
    make_copies(marked, by=officer)
    log = _copies(marked)["log"].release
    assert log.made_from == marked
    assert {(row["place"], row["provision"], row["count"]) for row in log.schedule} == {
        ("page 1", "FOIA s.40(2)", 1),
        ("page 2", "FOIA s.40(2)", 1),
        ("page 1", "FOIA s.43(2)", 1),
    }
    assert "Oakeshott" not in str(log.schedule)
    made = Event.objects.filter(kind="redact.made").order_by("seq")
    assert [(event.facts["audience"], event.facts["passages"]) for event in made] == [
        ("applicant", 2), ("log", 3),
    ]  # fmt: skip


def test_made_again_the_new_copy_goes_and_the_old_one_does_not(
    marked: Attachment, officer: User
) -> None:
    first = make_copies(marked, by=officer)[0].copy
    add_mark(marked, by=officer, provision="s.38(1)(a)", words="well")
    second = make_copies(marked, by=officer)[0].copy
    assert going_out(marked.case) == [second] and first != second
    assert "well" not in words(publishable(marked.case)[0])


def test_when_only_the_log_withholds_the_file_itself_goes_again(
    marked: Attachment, officer: User
) -> None:
    make_copies(marked, by=officer)
    for mark in marked.marks.filter(whom="both"):
        remove_mark(mark, by=officer)
    assert [each.audience for each in make_copies(marked, by=officer)] == ["log"]
    assert going_out(marked.case) == [marked]
    assert "Ninety" not in words(publishable(marked.case)[0])


def test_an_area_of_a_picture_is_taken_out(picture: Attachment, officer: User) -> None:
    add_mark(picture, by=officer, provision="s.40(2)", area=Area(1, 38, 38, 60, 30))
    copy = make_copies(picture, by=officer)[0].copy
    assert copy.name == "scan (redacted).png" and copy.release.schedule[0]["count"] == 1


def test_a_name_that_tells_what_was_taken_out_is_not_the_name_of_the_copy(
    open_case: Case, officer: User
) -> None:
    file = add_file(open_case, by=officer, name="Letter to Oakeshott.pdf", content=letter())
    add_mark(file, by=officer, provision="s.40(2)", area=NAME)
    add_mark(file, by=officer, provision="s.40(2)", words="Oakeshott")
    names = [each.copy.name for each in make_copies(file, by=officer)]
    assert names == ["Document (redacted).pdf", "Document (for the log).pdf"]


@pytest.mark.parametrize(
    ("area", "text", "said"),
    [
        (Area(7, 10, 10, 10, 10), "", "on page 7"),
        (Area(1, 4000, 10, 10, 10), "", "outside"),
        (None, "Nowhere", "none of the terms was found"),
    ],
)
def test_a_copy_that_cannot_be_made_leaves_all_as_it_was(
    area: Area | None, text: str, said: str, pdf: Attachment, officer: User
) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=area, words=text)
    with pytest.raises(UnusableInputError, match=said) as refused:
        make_copies(pdf, by=officer)
    assert "/tmp" not in str(refused.value)
    assert going_out(pdf.case) == [pdf] and not RedactedCopy.objects.exists()


def test_a_copy_that_fails_for_one_audience_is_made_for_none(
    pdf: Attachment, officer: User
) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", words="Oakeshott")
    add_mark(pdf, by=officer, provision="s.40(2)", whom="log", area=Area(9, 1, 1, 9, 9))
    with pytest.raises(UnusableInputError):
        make_copies(pdf, by=officer)
    assert going_out(pdf.case) == [pdf] and not RedactedCopy.objects.exists()


def test_without_a_mark_there_is_no_copy(pdf: Attachment, officer: User) -> None:
    for make in (make_copies, for_regulator):
        with pytest.raises(UnusableInputError, match="no mark yet"):
            make(pdf, by=officer)  # type: ignore[operator]


def test_the_regulators_copy_shows_what_others_do_not_get_and_is_not_kept(
    marked: Attachment, officer: User
) -> None:
    name, content = for_regulator(marked, by=officer)
    assert name == "minutes (for the regulator).pdf"
    assert holds(content, ["Oakeshott", "Ninety"]) == ["Oakeshott", "Ninety"]
    assert not RedactedCopy.objects.exists() and going_out(marked.case) == [marked]
    assert Event.objects.filter(kind="redact.for_regulator").count() == 1


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_those_who_write_letters_make_copies_and_nobody_else(
    role: Role, marked: Attachment, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    if Permission.WRITE_LETTERS in role.may:
        assert make_copies(marked, by=by)
        return
    for make in (make_copies, for_regulator):
        with pytest.raises(PermissionDenied):
            make(marked, by=by)  # type: ignore[operator]
    assert not RedactedCopy.objects.exists()


def test_once_handed_over_no_copy_is_made(marked: Attachment, officer: User) -> None:
    Case.objects.filter(pk=marked.case.pk).update(state=State.CLEARANCE)
    with pytest.raises(UnusableInputError, match="stay as they are"):
        make_copies(marked, by=officer)


# Once the answer went


def _sent(file: Attachment) -> Attachment:
    Case.objects.filter(pk=file.case.pk).update(state=State.SENT)
    return Attachment.objects.select_related("case").get(pk=file.pk)


def test_once_the_answer_went_the_log_still_gets_a_copy_and_nothing_else_changes(
    pdf: Attachment, officer: User
) -> None:
    file = _sent(pdf)
    add_mark(file, by=officer, provision="s.40(2)", whom="log", words="Oakeshott")
    made = make_copies(file, by=officer)
    assert [each.audience for each in made] == ["log"]
    assert going_out(file.case) == [file]
    assert [each.name for each in publishable(file.case)] == ["minutes (for the log).pdf"]


def test_once_the_answer_went_the_applicants_copy_is_not_made_again(
    marked: Attachment, officer: User
) -> None:
    went = make_copies(marked, by=officer)[0].copy
    file = _sent(marked)
    add_mark(file, by=officer, provision="s.38(1)(a)", whom="log", words="well")
    (log,) = make_copies(file, by=officer)
    assert going_out(file.case) == [went]
    assert publishable(file.case) == [log.copy]
    assert not holds(store.read(log.copy.stored_as), ["Oakeshott", "Ninety", "well"])


def test_once_the_answer_went_nothing_is_marked_for_the_applicant(
    marked: Attachment, officer: User
) -> None:
    file = _sent(marked)
    with pytest.raises(UnusableInputError, match="Only the log's copy"):
        add_mark(file, by=officer, provision="s.40(2)", words="well")
    both = marked.marks.get(whom="both")
    with pytest.raises(UnusableInputError, match="Only the log's copy"):
        remove_mark(both, by=officer)
    remove_mark(marked.marks.get(whom="log"), by=officer)
    assert list(marked.marks.all()) == [both]
