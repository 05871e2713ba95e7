"""Clearing: by others, step by step, exactly what was looked at, and only once."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.letters.fixtures import TODAY, Decided, now_digest, sample
from tests.desk.letters.test_checking import without_balance
from tests.desk.letters.test_files import workbook

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import StaleError, move
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.actions import (
    ask_clearance,
    clear,
    return_with_comments,
    take_back,
)
from answerable.desk.clearance.models import Clearing, Comment
from answerable.desk.decide.models import Decision
from answerable.desk.events.models import Event
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file, save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.actions import give_role
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.today import now
from answerable.model import UnusableInputError


def state_of(case: Case) -> State:
    return Case.objects.get(pk=case.pk).where


def again(user: User) -> User:
    """As read anew, with the roles given since."""
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
@pytest.mark.parametrize("state", State)
def test_each_role_clears_in_the_one_state_and_no_other(
    state: State, role: Role, written: LetterVersion, person: Callable[..., User]
) -> None:
    case, by = written.case, person(role.id, name="zed")
    Case.objects.filter(pk=case.pk).update(state=state)
    case.refresh_from_db()
    events = Event.objects.count()
    approves = {Permission.CLEAR, Permission.OVERRIDE} <= role.may
    if approves and state is State.CLEARANCE:
        clear(case, by=by, digest=now_digest(case))
        assert state_of(case) is State.CLEARED
        return
    with pytest.raises((PermissionDenied, UnusableInputError)):
        clear(case, by=by, digest=now_digest(case))
    assert state_of(case) is state
    assert not Clearing.objects.exists()
    assert Event.objects.count() == events


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
@pytest.mark.parametrize("state", State)
def test_each_role_hands_over_and_returns_and_takes_back_as_the_table_allows(
    state: State, role: Role, written: LetterVersion, person: Callable[..., User]
) -> None:
    case, by = written.case, person(role.id, name="zed")
    writes, clears = Permission.WRITE_LETTERS in role.may, Permission.CLEAR in role.may
    for action, allowed, target in (
        (lambda c: ask_clearance(c, by=by), writes and state in (State.OPEN, State.REVIEW), State.CLEARANCE),
        (lambda c: return_with_comments(c, by=by, comments="No."), clears and state is State.CLEARANCE, State.OPEN),
        (lambda c: take_back(c, by=by), writes and state in (State.CLEARANCE, State.CLEARED), State.OPEN),
    ):  # fmt: skip
        Case.objects.filter(pk=case.pk).update(state=state)
        fresh = Case.objects.get(pk=case.pk)
        if allowed:
            action(fresh)
            assert state_of(case) is target
        else:
            with pytest.raises((PermissionDenied, UnusableInputError)):
                action(fresh)
            assert state_of(case) is state


def test_nobody_clears_a_letter_they_wrote(asked: Case, officer: User, administrator: User) -> None:
    give_role(by=administrator, user=officer, role_id="approver")
    with pytest.raises(PermissionDenied, match="their own work"):
        clear(asked, by=again(officer), digest=now_digest(asked))
    assert state_of(asked) is State.CLEARANCE


def test_nobody_clears_a_decision_they_signed(asked: Case, approver: User) -> None:
    Decision.objects.create(
        case=asked, kind="withheld", made_by=approver, signed_by=approver, signed_at=now()
    )
    with pytest.raises(PermissionDenied, match="their own work"):
        clear(asked, by=approver, digest=now_digest(asked))


def test_a_decision_taken_back_binds_nobody(asked: Case, approver: User) -> None:
    Decision.objects.create(
        case=asked,
        kind="withheld",
        made_by=approver,
        signed_by=approver,
        signed_at=now(),
        ended_at=now(),
    )
    clear(asked, by=approver, digest=now_digest(asked))
    assert state_of(asked) is State.CLEARED


def test_clearing_binds_the_letter_and_its_files(cleared: Case) -> None:
    clearing = Clearing.objects.get()
    assert clearing.digest == now_digest(cleared)
    assert Event.objects.get(kind="case.clear").facts["sha256"] == clearing.digest


def test_approving_an_edited_draft_is_impossible(
    asked: Case, officer: User, approver: User
) -> None:
    looked_at = now_digest(asked)
    take_back(asked, by=officer)
    save_letter(asked, by=officer, free=Free(opening="Changed."), dated=TODAY, based_on=1)
    ask_clearance(asked, by=officer)
    with pytest.raises(StaleError, match="changed since you opened"):
        clear(asked, by=approver, digest=looked_at)
    assert state_of(asked) is State.CLEARANCE
    assert not Clearing.objects.exists()


def test_a_file_that_came_in_between_is_not_approved_with_the_letter(
    written: LetterVersion, officer: User, approver: User
) -> None:
    case = ask_clearance(written.case, by=officer)
    looked_at = now_digest(case)
    take_back(case, by=officer)
    add_file(case, by=officer, name="a.csv", content=b"a\n1\n")
    ask_clearance(case, by=officer)
    with pytest.raises(StaleError):
        clear(case, by=approver, digest=looked_at)


def test_a_decision_that_changed_in_between_stops_the_clearing(
    asked: Case, approver: User, decided: Decided
) -> None:
    decided.record = sample("foia_ncnd")
    with pytest.raises(UnusableInputError, match="decisions changed"):
        clear(asked, by=approver, digest=now_digest(asked))
    assert not Clearing.objects.exists()


def test_of_two_approvers_at_once_exactly_one_clears(
    asked: Case, approver: User, person: Callable[..., User]
) -> None:
    other = person("approver", name="second")
    mine, theirs = Case.objects.get(pk=asked.pk), Case.objects.get(pk=asked.pk)
    digest = now_digest(asked)
    clear(mine, by=approver, digest=digest)
    with pytest.raises(StaleError):
        clear(theirs, by=other, digest=digest)
    assert Clearing.objects.count() == 1
    assert Event.objects.filter(kind="case.clear").count() == 1


def test_two_steps_take_two_people(
    asked: Case, approver: User, qualified_person: User, administrator: User
) -> None:
    Authority.objects.update(clearance="qualified")
    digest = now_digest(asked)
    with pytest.raises(PermissionDenied, match="somebody else"):
        clear(asked, by=qualified_person, digest=digest)
    clear(asked, by=approver, digest=digest)
    assert state_of(asked) is State.CLEARANCE
    give_role(by=administrator, user=approver, role_id="qualified_person")
    with pytest.raises(PermissionDenied, match="another person"):
        clear(asked, by=again(approver), digest=digest)
    clear(asked, by=qualified_person, digest=digest)
    assert state_of(asked) is State.CLEARED


def test_the_press_office_sees_it_first(asked: Case, approver: User) -> None:
    Authority.objects.update(press_sight=True)
    digest = now_digest(asked)
    clear(asked, by=approver, digest=digest)
    assert Clearing.objects.get().step == "press"
    assert state_of(asked) is State.CLEARANCE
    clear(asked, by=approver, digest=digest)  # sight is no clearance, so one person may do both
    assert state_of(asked) is State.CLEARED


def test_where_the_officer_alone_decides_nobody_else_is_asked(
    written: LetterVersion, officer: User
) -> None:
    Authority.objects.update(clearance="officer")
    ask_clearance(written.case, by=officer)
    assert state_of(written.case) is State.CLEARED
    assert Event.objects.get(kind="case.clear_alone").facts["sha256"] == now_digest(written.case)


def test_without_a_letter_there_is_nothing_to_clear(open_case: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="no letter yet"):
        ask_clearance(open_case, by=officer)


def test_a_gap_is_not_handed_over(open_case: Case, officer: User, decided: Decided) -> None:
    decided.record = without_balance()
    save_letter(open_case, by=officer, free=Free(), dated=TODAY)
    with pytest.raises(UnusableInputError, match="cannot go yet"):
        ask_clearance(open_case, by=officer)
    assert state_of(open_case) is State.OPEN


def test_an_ncnd_letter_that_is_lawful_is_cleared(
    open_case: Case, officer: User, approver: User, decided: Decided
) -> None:
    decided.record = sample("foia_ncnd")
    save_letter(open_case, by=officer, free=Free(), dated=TODAY)
    ask_clearance(open_case, by=officer)
    clear(open_case, by=approver, digest=now_digest(open_case))
    assert state_of(open_case) is State.CLEARED


def test_a_held_file_is_not_handed_over(
    open_case: Case, written: LetterVersion, officer: User
) -> None:
    add_file(open_case, by=officer, name="fines.xlsx", content=workbook(hidden=True))
    with pytest.raises(UnusableInputError, match="is held"):
        ask_clearance(open_case, by=officer)


def test_a_file_whose_verdict_changed_is_not_cleared(
    open_case: Case, written: LetterVersion, officer: User, approver: User
) -> None:
    file = add_file(open_case, by=officer, name="a.csv", content=b"a\n1\n")
    ask_clearance(open_case, by=officer)
    Attachment.objects.filter(pk=file.pk).update(verdict="hold")
    with pytest.raises(UnusableInputError, match="is held"):
        clear(open_case, by=approver, digest=now_digest(open_case))


def test_returned_with_comments_it_has_to_be_cleared_anew(
    asked: Case, approver: User, officer: User
) -> None:
    Authority.objects.update(press_sight=True)
    clear(asked, by=approver, digest=now_digest(asked))
    return_with_comments(asked, by=approver, comments="Say which outcomes are in the list.")
    assert state_of(asked) is State.OPEN
    assert Comment.objects.get().text == "Say which outcomes are in the list."
    assert not Clearing.objects.standing().exists()
    assert "outcomes" not in str(Event.objects.get(kind="case.return").facts)
    ask_clearance(asked, by=officer)
    clear(asked, by=approver, digest=now_digest(asked))
    assert Clearing.objects.standing().count() == 1


@pytest.mark.parametrize("comments", ["", " \n "])
def test_without_comments_nothing_is_returned(comments: str, asked: Case, approver: User) -> None:
    with pytest.raises(UnusableInputError, match="what should change"):
        return_with_comments(asked, by=approver, comments=comments)
    assert state_of(asked) is State.CLEARANCE


def test_comments_never_enter_the_letter(asked: Case, approver: User, officer: User) -> None:
    return_with_comments(asked, by=approver, comments="The leader is nervous about this.")
    save_letter(asked, by=officer, free=Free(opening="Thank you."), dated=TODAY, based_on=1)
    assert "nervous" not in LetterVersion.objects.get(number=2).text


def test_taking_back_makes_the_clearing_void(cleared: Case, officer: User) -> None:
    take_back(cleared, by=officer)
    assert state_of(cleared) is State.OPEN
    assert not Clearing.objects.standing().exists()


def test_a_letter_in_the_outbox_is_not_taken_back(cleared: Case, officer: User) -> None:
    mail = OutgoingMail.objects.create(
        case=cleared, kind="answer", to="a@b.example", subject="x", body="y", message_id="<1@x>"
    )
    with pytest.raises(UnusableInputError, match="in the outbox"):
        take_back(cleared, by=officer)
    mail.state = "failed"
    mail.save()
    take_back(cleared, by=officer)
    assert state_of(cleared) is State.OPEN


def test_a_stale_page_does_not_hand_over_twice(written: LetterVersion, officer: User) -> None:
    first, second = (Case.objects.get(pk=written.case.pk) for _ in range(2))
    ask_clearance(first, by=officer)
    with pytest.raises(StaleError):
        move(second, "ask_for_clearance", by=officer)
