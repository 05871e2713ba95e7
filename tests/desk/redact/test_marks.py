"""Marking a file: an area or words, under a provision, for somebody; and taking a mark back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.redact.made import NAME

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.models import Event
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions import add_file
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.redact.actions import add_mark, remove_mark
from answerable.desk.redact.marks import digest, regions_of, terms_of
from answerable.desk.redact.models import Mark
from answerable.model import UnusableInputError


def test_an_area_is_kept_with_its_provision_in_full(pdf: Attachment, officer: User) -> None:
    mark = add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    assert (mark.page, mark.provision, mark.audiences) == (1, "FOIA s.40(2)", ("applicant", "log"))
    assert regions_of([mark]) == [
        {"page": 1, "box": [59, 28, 117, 45], "provision": "FOIA s.40(2)",
         "audiences": ["applicant", "log"]}
    ]  # fmt: skip
    assert terms_of([mark]) == []


def test_words_are_kept_for_those_they_are_withheld_from(pdf: Attachment, officer: User) -> None:
    mark = add_mark(pdf, by=officer, provision="s.43(2)", whom="log", words="  Ninety  pounds ")
    assert terms_of([mark]) == [("Ninety pounds", "FOIA s.43(2)", ["log"])]
    assert regions_of([mark]) == []


def test_the_record_of_events_has_no_word_of_a_mark(pdf: Attachment, officer: User) -> None:
    mark = add_mark(pdf, by=officer, provision="s.40(2)", words="Oakeshott")
    remove_mark(mark, by=officer)
    events = Event.objects.filter(kind__startswith="redact.")
    assert [event.kind for event in events.order_by("seq")] == ["redact.marked", "redact.unmarked"]
    assert not any("Oakeshott" in str(event.facts) for event in events)
    assert not Mark.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"provision": "s.999"}, "Choose the provision"),
        ({"provision": ""}, "Choose the provision"),
        ({"whom": "everybody"}, "for whom"),
        ({"area": replace(NAME, width=0)}, "no width"),
        ({"area": replace(NAME, page=0)}, "no page"),
        ({"area": replace(NAME, left=float("nan"))}, "cannot be"),
        ({"area": replace(NAME, top=1e300)}, "cannot be"),
        ({"area": None, "words": "x"}, "two characters"),
        ({"area": None, "words": ""}, "two characters"),
    ],
)
def test_a_mark_that_says_nothing_is_not_kept(
    change: dict[str, object], said: str, pdf: Attachment, officer: User
) -> None:
    given: dict[str, object] = {"provision": "s.40(2)", "area": NAME} | change
    with pytest.raises(UnusableInputError, match=said):
        add_mark(pdf, by=officer, **given)  # type: ignore[arg-type]
    assert not Mark.objects.exists()


def test_the_words_of_a_picture_cannot_be_marked(picture: Attachment, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="not read"):
        add_mark(picture, by=officer, provision="s.40(2)", words="Oakeshott")
    assert add_mark(picture, by=officer, provision="s.40(2)", area=NAME).pk


def test_a_file_without_pages_cannot_be_marked(open_case: Case, officer: User) -> None:
    table = add_file(open_case, by=officer, name="a.csv", content=b"a,b\n1,2\n")
    with pytest.raises(UnusableInputError, match="no PDF, Word document or picture"):
        add_mark(table, by=officer, provision="s.40(2)", area=NAME)


def test_a_file_that_came_in_cannot_be_marked(pdf: Attachment, officer: User) -> None:
    pdf.purpose = Purpose.RECEIVED
    with pytest.raises(UnusableInputError, match="goes with the answer"):
        add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_those_who_write_letters_mark_and_nobody_else(
    role: Role, pdf: Attachment, officer: User, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    mine = add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    if Permission.WRITE_LETTERS in role.may:
        assert add_mark(pdf, by=by, provision="s.40(2)", area=NAME).made_by == by
        return
    with pytest.raises(PermissionDenied):
        add_mark(pdf, by=by, provision="s.40(2)", area=NAME)
    with pytest.raises(PermissionDenied):
        remove_mark(mine, by=by)
    assert Mark.objects.count() == 1


def test_once_handed_over_marks_stay_as_they_are(pdf: Attachment, officer: User) -> None:
    mark = add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    Case.objects.filter(pk=pdf.case.pk).update(state=State.CLEARANCE)
    with pytest.raises(UnusableInputError, match="stay as they are"):
        add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    with pytest.raises(UnusableInputError, match="stay as they are"):
        remove_mark(mark, by=officer)


def test_marks_are_the_same_whatever_their_order(pdf: Attachment, officer: User) -> None:
    one = add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    two = add_mark(pdf, by=officer, provision="s.43(2)", words="Ninety")
    assert digest([one, two]) == digest([two, one])
    assert digest([one]) != digest([one, two])
