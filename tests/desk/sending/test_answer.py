"""Sending a letter: only what was cleared, and only when all is clear; posting, closing, undoing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.desk.letters.fixtures import TODAY, Clock, Decided, sample

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import StaleError
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.actions import ask_clearance, take_back
from answerable.desk.clearance.models import Clearing
from answerable.desk.events.models import Event
from answerable.desk.files import store
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions import save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import current
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.sending.answer import (
    close,
    mark_posted,
    reopen,
    send_by_mail,
    stop_sending,
)
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sending.worker import send_waiting
from answerable.desk.today import now
from answerable.model import UnusableInputError


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def nothing_went(case: Case) -> None:
    assert not OutgoingMail.objects.exists()
    assert not Attachment.objects.filter(purpose=Purpose.LETTER).exists()
    assert fresh(case).sent_on is None


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
@pytest.mark.parametrize("state", State)
def test_each_role_sends_only_a_cleared_case(
    state: State, role: Role, cleared: Case, person: Callable[..., User]
) -> None:
    by = person(role.id, name="zed")
    Case.objects.filter(pk=cleared.pk).update(state=state)
    if Permission.SEND in role.may and state is State.CLEARED:
        assert send_by_mail(fresh(cleared), by=by).state == "waiting"
        return
    for send in (
        lambda: send_by_mail(fresh(cleared), by=by),
        lambda: mark_posted(fresh(cleared), by=by, on=TODAY),
    ):
        with pytest.raises((PermissionDenied, UnusableInputError)):
            send()
    nothing_went(cleared)


def test_the_letter_is_kept_as_pdf(cleared: Case, officer: User) -> None:
    send_by_mail(cleared, by=officer)
    kept = Attachment.objects.get(purpose=Purpose.LETTER)
    assert store.read(kept.stored_as).startswith(b"%PDF-")
    assert current(cleared).pdf == kept  # type: ignore[union-attr]


def test_sent_twice_it_goes_once(cleared: Case, officer: User) -> None:
    send_by_mail(cleared, by=officer)
    with pytest.raises(StaleError, match="already"):
        send_by_mail(fresh(cleared), by=officer)
    assert OutgoingMail.objects.count() == 1


def test_without_a_clearing_nothing_goes(cleared: Case, officer: User) -> None:
    Clearing.objects.update(void_at=now())
    with pytest.raises(UnusableInputError, match="not what was cleared"):
        send_by_mail(cleared, by=officer)
    nothing_went(cleared)


def test_what_differs_from_what_was_cleared_does_not_go(cleared: Case, officer: User) -> None:
    Clearing.objects.update(digest="0" * 64)
    with pytest.raises(UnusableInputError, match="not what was cleared"):
        mark_posted(cleared, by=officer, on=TODAY)
    nothing_went(cleared)


def test_a_file_slipped_in_after_clearing_stops_the_letter(cleared: Case, officer: User) -> None:
    from answerable.desk.files.actions import keep

    file = keep(by=officer, case=cleared, name="a.csv", content=b"a", purpose=Purpose.RELEASE)
    Attachment.objects.filter(pk=file.pk).update(verdict="pass")
    with pytest.raises(UnusableInputError, match="not what was cleared"):
        send_by_mail(cleared, by=officer)


def test_a_decision_changed_after_clearing_stops_the_letter(
    cleared: Case, officer: User, decided: Decided
) -> None:
    decided.record = sample("foia_ncnd")
    with pytest.raises(UnusableInputError, match="decisions changed"):
        send_by_mail(cleared, by=officer)
    nothing_went(cleared)


def test_a_letter_that_became_late_does_not_go_as_if_in_time(
    cleared: Case, officer: User, clock: Clock
) -> None:
    clock.set(date(2026, 12, 4))  # due on 1 December
    with pytest.raises(UnusableInputError, match=r"due by 1 December 2026|late"):
        send_by_mail(fresh(cleared), by=officer)
    nothing_went(cleared)


def test_without_an_address_it_is_posted(cleared: Case, officer: User) -> None:
    Case.objects.update(applicant_email="")
    with pytest.raises(UnusableInputError, match="Post it"):
        send_by_mail(fresh(cleared), by=officer)
    nothing_went(cleared)
    mark_posted(fresh(cleared), by=officer, on=TODAY)
    assert fresh(cleared).where is State.SENT


def test_posted_is_sent_on_the_day_of_posting(cleared: Case, officer: User, clock: Clock) -> None:
    clock.set(date(2026, 11, 24))
    mail = mark_posted(cleared, by=officer, on=date(2026, 11, 23))
    assert fresh(cleared).sent_on == date(2026, 11, 23)
    assert fresh(cleared).where is State.SENT
    assert OutgoingMail.objects.get().state == "posted"
    assert send_waiting(mail.queued_at + timedelta(days=1)) == 0
    assert Event.objects.get(kind="sending.posted").facts["on"] == "2026-11-23"


@pytest.mark.parametrize("on", [date(2026, 11, 19), date(2026, 11, 21)])
def test_a_day_of_posting_that_cannot_be_is_refused(on: date, cleared: Case, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="cannot have been posted"):
        mark_posted(cleared, by=officer, on=on)
    nothing_went(cleared)


def test_stopped_in_time_it_does_not_go_and_can_be_taken_back(cleared: Case, officer: User) -> None:
    mail = send_by_mail(cleared, by=officer)
    stop_sending(mail, by=officer)
    assert send_waiting() == 0
    take_back(fresh(cleared), by=officer)
    assert fresh(cleared).where is State.OPEN


def test_what_went_cannot_be_stopped(cleared: Case, officer: User, clock: Clock) -> None:
    mail = send_by_mail(cleared, by=officer)
    send_waiting()
    with pytest.raises(UnusableInputError, match="cannot be stopped"):
        stop_sending(mail, by=officer)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_closing_by_mistake_can_be_undone_by_an_approver_only(
    role: Role, cleared: Case, officer: User, person: Callable[..., User]
) -> None:
    mark_posted(cleared, by=officer, on=TODAY)
    close(fresh(cleared), by=officer)
    assert fresh(cleared).closed_on == TODAY
    by = person(role.id, name="zed")
    if Permission.UNDO in role.may:
        reopen(fresh(cleared), by=by, reason="The wrong case was closed.")
        assert fresh(cleared).where is State.OPEN
        assert fresh(cleared).closed_on is None
        assert "wrong" not in str(Event.objects.get(kind="case.reopen").facts)
    else:
        with pytest.raises(PermissionDenied):
            reopen(fresh(cleared), by=by, reason="The wrong case was closed.")
        assert fresh(cleared).where is State.CLOSED


def test_only_the_approver_role_may_undo() -> None:
    assert [role.id for role in roles() if Permission.UNDO in role.may] == ["approver"]


def test_opening_again_takes_a_reason(cleared: Case, officer: User, approver: User) -> None:
    mark_posted(cleared, by=officer, on=TODAY)
    with pytest.raises(UnusableInputError, match="reason"):
        reopen(fresh(cleared), by=approver, reason=" ")
    assert fresh(cleared).where is State.SENT


def test_opened_again_another_letter_is_written_and_the_first_day_of_answer_stays(
    cleared: Case, officer: User, approver: User, clock: Clock
) -> None:
    mark_posted(cleared, by=officer, on=TODAY)
    reopen(fresh(cleared), by=approver, reason="A page was missing.")
    clock.set(date(2026, 11, 24))
    letter = save_letter(
        fresh(cleared),
        by=officer,
        free=Free(opening="Here is the missing page."),
        dated=date(2026, 11, 24),
        based_on=1,
    )
    assert letter.number == 2
    Authority.objects.update(clearance="officer")
    ask_clearance(fresh(cleared), by=officer)
    mark_posted(fresh(cleared), by=officer, on=date(2026, 11, 24))
    assert fresh(cleared).sent_on == TODAY
    assert LetterVersion.objects.get(number=2).sent_on == date(2026, 11, 24)


def test_where_the_officer_alone_clears_only_the_version_cleared_goes(
    written: LetterVersion, officer: User
) -> None:
    Authority.objects.update(clearance="officer")
    case = written.case
    ask_clearance(case, by=officer)
    LetterVersion.objects.filter(pk=written.pk).update(sha256="0" * 64)
    with pytest.raises(UnusableInputError, match="not what was cleared"):
        mark_posted(case, by=officer, on=TODAY)
    LetterVersion.objects.filter(pk=written.pk).update(sha256=written.sha256)
    mark_posted(case, by=officer, on=TODAY)
    assert fresh(case).where is State.SENT


def test_nothing_of_who_asked_stands_in_an_event(cleared: Case, officer: User) -> None:
    send_by_mail(cleared, by=officer)
    send_waiting()
    told = str(list(Event.objects.values_list("facts", flat=True)))
    assert "reader" not in told.lower()
