"""Where people are exposed a file goes as it is only when a second person agreed."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from tests.desk.letters.fixtures import TODAY
from tests.desk.letters.test_files import workbook

from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.events.models import Event
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file, consent, keep_despite
from answerable.desk.letters.current import held, problems
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.model import UnusableInputError

WHY = "They are named in the published structure chart."
Person = Callable[..., User]


@pytest.fixture
def exposing(open_case: Case, officer: User) -> Attachment:
    """A file that tells of one person, in a finding of low severity; the officer added it."""
    file = add_file(open_case, by=officer, name="fines.xlsx", content=workbook(hidden=True))
    file.report = {"findings": [{"severity": "low", "slug": "comment"}], "counts": {"people": 1}}
    file.save()
    return file


@pytest.fixture
def kept(exposing: Attachment, officer: User) -> Attachment:
    return keep_despite(exposing, by=officer, reason=WHY)


def _now(file: Attachment) -> Attachment:
    return Attachment.objects.get(pk=file.pk)


def test_one_person_alone_does_not_let_it_go(kept: Attachment, written: LetterVersion) -> None:
    assert _now(kept).released_despite == ""
    assert "waits for a second person" in problems(written, on=TODAY)[0]


def test_with_a_second_person_it_goes(
    kept: Attachment, written: LetterVersion, person: Person
) -> None:
    second = person("officer", name="zed")
    consent(kept, by=second, reason=WHY)
    assert problems(written, on=TODAY) == []
    assert _now(kept).released_despite == WHY
    release = _now(kept).release
    assert (release.kept_by, release.consented_by) == (kept.added_by, second)
    assert release.consented_at is not None
    assert Event.objects.get(kind="files.consented").actor == second.public_id


def test_where_nobody_is_exposed_one_is_enough(open_case: Case, officer: User) -> None:
    file = add_file(open_case, by=officer, name="fines.xlsx", content=workbook(hidden=True))
    assert not file.report["counts"]["people"]
    assert keep_despite(file, by=officer, reason=WHY).released_despite == WHY
    with pytest.raises(UnusableInputError, match="Nobody asked"):
        consent(file, by=officer, reason=WHY)


@pytest.mark.parametrize(
    "report",
    [
        {"counts": {"people": 1}, "findings": [{"severity": "info"}]},
        {"counts": {"people": 0}, "findings": [{"severity": "low", "people": 2}]},
        {"findings": [{"severity": "medium", "slug": "visible_personal_data"}]},
    ],
)
def test_people_are_people_whatever_the_severity(
    report: dict[str, object], exposing: Attachment, officer: User
) -> None:
    exposing.report = report
    exposing.save()
    keep_despite(exposing, by=officer, reason=WHY)
    assert held(_now(exposing))


def test_who_kept_it_does_not_agree_with_themselves(
    exposing: Attachment, approver: User, officer: User
) -> None:
    keep_despite(exposing, by=approver, reason=WHY)
    with pytest.raises(PermissionDenied, match="You kept"):
        consent(exposing, by=approver, reason=WHY)
    with pytest.raises(PermissionDenied, match="You added"):
        consent(exposing, by=officer, reason=WHY)
    assert held(_now(exposing))


def test_a_third_person_agrees_where_another_than_the_adder_kept_it(
    exposing: Attachment, approver: User, person: Person
) -> None:
    keep_despite(exposing, by=approver, reason=WHY)
    consent(exposing, by=person("officer", name="zed"), reason=WHY)
    assert not held(_now(exposing))


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_each_role_agrees_as_it_may(role: Role, kept: Attachment, person: Person) -> None:
    by = person(role.id, name="zed")
    if role.may & {Permission.RELEASE_FILES, Permission.OVERRIDE}:
        consent(kept, by=by, reason=WHY)
        assert not held(_now(kept))
    else:
        with pytest.raises(PermissionDenied):
            consent(kept, by=by, reason=WHY)
        assert held(_now(kept))


def test_nobody_agrees_with_what_nobody_asked(exposing: Attachment, approver: User) -> None:
    with pytest.raises(UnusableInputError, match="Nobody asked"):
        consent(exposing, by=approver, reason=WHY)


def test_a_reason_that_changed_meanwhile_is_not_agreed_with(
    kept: Attachment, officer: User, approver: User
) -> None:
    keep_despite(kept, by=officer, reason="Another reason altogether.")
    with pytest.raises(StaleError):
        consent(kept, by=approver, reason=WHY)
    assert held(_now(kept))


def test_a_new_reason_takes_a_new_agreement(
    kept: Attachment, officer: User, approver: User
) -> None:
    consent(kept, by=approver, reason=WHY)
    keep_despite(kept, by=officer, reason="Another reason altogether.")
    assert held(_now(kept))


def test_the_second_agreement_of_two_at_once_is_refused(
    kept: Attachment, approver: User, person: Person
) -> None:
    consent(kept, by=approver, reason=WHY)
    with pytest.raises(StaleError):
        consent(kept, by=person("officer", name="zed"), reason=WHY)
    assert _now(kept).release.consented_by == approver


def test_once_handed_over_nobody_agrees_any_more(kept: Attachment, approver: User) -> None:
    Case.objects.filter(pk=kept.case.pk).update(state=State.CLEARANCE)
    with pytest.raises(UnusableInputError, match="stay as they are"):
        consent(_now(kept), by=approver, reason=WHY)


def test_the_page_asks_the_second_person_and_nobody_else(
    kept: Attachment, officer: User, approver: User, as_: Callable[[User], Client]
) -> None:
    path = f"/desk/cases/{kept.case.reference}/release"
    first, second = as_(officer).get(path), as_(approver).get(path)
    assert WHY in first.content.decode()
    assert "I agree" not in first.content.decode()
    assert "I agree" in second.content.decode()


@pytest.mark.parametrize("words", [WHY, "First line.\r\nSecond line."])
def test_it_works_by_plain_forms(
    words: str,
    exposing: Attachment,
    officer: User,
    approver: User,
    as_: Callable[[User], Client],
) -> None:
    path = f"/desk/release/{exposing.public_id}"
    said = as_(officer).post(f"{path}/keep", {"reason": words}, follow=True)
    assert "second person has agreed" in said.content.decode()
    as_(approver).post(f"{path}/consent", {"reason": words}, follow=True)
    assert not held(_now(exposing))
