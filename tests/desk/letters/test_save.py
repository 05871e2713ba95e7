"""Saving a letter: who may, when, from what; every changed word is a new version."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.letters.fixtures import TODAY, Decided, sample

from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.models import Event
from answerable.desk.letters.actions import save_letter
from answerable.desk.letters.as_data import as_data
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import bundle, current, in_step, problems
from answerable.desk.letters.documents import FORMS, document
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.letters.files import open_bytes
from answerable.model import UnusableInputError

BEING_WRITTEN = {State.OPEN, State.REVIEW}


def save(case: Case, by: User, **free: str) -> LetterVersion:
    newest = case.letters.order_by("number").last()
    return save_letter(
        case, by=by, free=Free(**free), dated=TODAY, based_on=newest.number if newest else 0
    )


def test_a_letter_is_written_from_the_decisions(written: LetterVersion) -> None:
    assert written.number == 1
    assert written.kind == "foia_partial"
    assert written.case.reference in written.text
    assert "the names of the people who complained" in written.text
    assert problems(written, on=TODAY) == []


def test_saving_leaves_an_event_without_words(written: LetterVersion) -> None:
    event = Event.objects.get(kind="letters.written")
    assert event.facts["sha256"] == written.sha256
    assert "complained" not in str(event.facts)


def test_a_changed_word_is_a_new_version_and_the_old_one_stays(
    written: LetterVersion, officer: User
) -> None:
    second = save(written.case, officer, opening="Thank you.")
    assert second.number == 2
    assert "Thank you." not in LetterVersion.objects.get(pk=written.pk).text
    assert current(written.case) == second


def test_saving_the_same_words_again_makes_no_version(
    written: LetterVersion, officer: User
) -> None:
    assert save(written.case, officer) == written
    assert LetterVersion.objects.count() == 1


def test_of_two_who_write_at_once_the_second_is_told(written: LetterVersion, officer: User) -> None:
    save(written.case, officer, opening="First.")
    with pytest.raises(StaleError, match="while you were writing"):
        save_letter(written.case, by=officer, free=Free(opening="Second."), dated=TODAY, based_on=1)
    assert LetterVersion.objects.count() == 2


def test_without_decisions_no_letter_is_kept(
    open_case: Case, officer: User, decided: Decided
) -> None:
    decided.record = None
    with pytest.raises(UnusableInputError, match="no decision"):
        save(open_case, officer)
    assert not LetterVersion.objects.exists()


def test_a_character_that_no_font_can_print_is_refused_at_once(
    open_case: Case, officer: User
) -> None:
    with pytest.raises(UnusableInputError, match="PDF"):
        save(open_case, officer, opening="\U00013000")
    assert not LetterVersion.objects.exists()


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_who_writes_letters_saves_one(
    role: Role, open_case: Case, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    if Permission.WRITE_LETTERS in role.may:
        assert save(open_case, by).made_by == by
    else:
        with pytest.raises(PermissionDenied):
            save(open_case, by)
        assert not LetterVersion.objects.exists()


@pytest.mark.parametrize("state", State)
def test_a_letter_changes_only_while_it_is_written(
    state: State, open_case: Case, officer: User
) -> None:
    Case.objects.filter(pk=open_case.pk).update(state=state)
    if state in BEING_WRITTEN:
        assert save(open_case, officer).number == 1
    else:
        with pytest.raises(UnusableInputError, match="stay as they are"):
            save(open_case, officer)
        assert not LetterVersion.objects.exists()


def test_a_decision_that_changes_leaves_the_letter_behind(
    written: LetterVersion, decided: Decided
) -> None:
    assert in_step(written)
    decided.record = sample("foia_ncnd")
    assert not in_step(written)
    assert "decisions changed" in problems(written, on=TODAY)[0]


def test_a_decision_that_was_taken_back_stops_the_letter(
    written: LetterVersion, decided: Decided
) -> None:
    decided.record = None
    assert "decisions changed" in problems(written, on=TODAY)[0]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_the_letter_is_the_same_each_time(form: str, written: LetterVersion) -> None:
    assert document(written, form) == document(written, form)


def _words(text: str) -> list[str]:
    return [word for word in text.replace("\xad", "").split() if any(c.isalnum() for c in word)]


@pytest.mark.parametrize("form", ["docx", "html"])
def test_every_form_has_the_words_of_the_record(form: str, written: LetterVersion) -> None:
    opened = open_bytes(document(written, form), f"letter.{form}")
    assert _words(opened.text) == _words(written.text)


def test_the_pdf_has_the_words_of_the_record(written: LetterVersion) -> None:
    found = set(_words(open_bytes(document(written, "pdf"), "letter.pdf").text))
    assert set(_words(written.text)) - found == set()


def test_what_is_bound_changes_with_a_word_and_with_a_file(
    written: LetterVersion, officer: User
) -> None:
    before = bundle(written, [])
    second = save(written.case, officer, opening="Thank you.")
    assert bundle(second, []) != before
    assert bundle(written, []) == before


def test_the_record_that_is_kept_is_that_of_the_decisions(
    written: LetterVersion, decided: Decided
) -> None:
    assert written.record == as_data(decided.notice_record(written.case, TODAY))
