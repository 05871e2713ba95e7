"""The page from which a letter is sent, closed and opened again."""

from collections.abc import Callable

import pytest
from django.test import Client, override_settings

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sending.panel import for_case, next_steps
from answerable.desk.sites import staff_url

Browser = Callable[[User], Client]


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def test_an_officer_sends_by_a_plain_form(cleared: Case, officer: User, as_: Browser) -> None:
    browser, address = as_(officer), staff_url("send", cleared.reference)
    assert "Send by e-mail" in browser.get(address).content.decode()
    browser.post(staff_url("send_act", cleared.reference, "mail"))
    page = browser.get(address).content.decode()
    assert "waiting to be sent" in page
    assert "Send by e-mail" not in page


def test_an_officer_marks_as_posted_and_closes(cleared: Case, officer: User, as_: Browser) -> None:
    browser = as_(officer)
    browser.post(staff_url("send_act", cleared.reference, "posted"), {"on": "2026-11-20"})
    assert fresh(cleared).where is State.SENT
    assert "Close the request" in browser.get(staff_url("send", cleared.reference)).content.decode()
    browser.post(staff_url("send_act", cleared.reference, "close"))
    assert fresh(cleared).where is State.CLOSED


@pytest.mark.parametrize("typed", [{}, {"on_day": "40", "on_month": "11", "on_year": "2026"}])
def test_a_day_that_is_none_is_refused_in_words(
    typed: dict[str, str], cleared: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    browser.post(staff_url("send_act", cleared.reference, "posted"), typed)
    page = browser.get(staff_url("send", cleared.reference)).content.decode()
    assert "There is no such day" in page or "Write the day" in page
    assert fresh(cleared).where is State.CLEARED


def test_what_stops_the_letter_is_said(written: object, officer: User, as_: Browser) -> None:
    case = Case.objects.get()
    page = as_(officer).get(staff_url("send", case.reference)).content.decode()
    assert "It cannot go yet" in page
    assert "not cleared" in page
    assert "Send by e-mail" not in page


def test_an_approver_opens_again_with_a_reason(
    cleared: Case, officer: User, approver: User, as_: Browser
) -> None:
    as_(officer).post(staff_url("send_act", cleared.reference, "posted"), {"on": "2026-11-20"})
    address = staff_url("send", cleared.reference)
    assert "Open it again" not in as_(officer).get(address).content.decode()
    assert "Open it again" in as_(approver).get(address).content.decode()
    as_(approver).post(
        staff_url("send_act", cleared.reference, "reopen"), {"reason": "Wrong case."}
    )
    assert fresh(cleared).where is State.OPEN


def test_an_officer_cannot_open_again_by_calling_the_address(
    cleared: Case, officer: User, as_: Browser
) -> None:
    as_(officer).post(staff_url("send_act", cleared.reference, "posted"), {"on": "2026-11-20"})
    answer = as_(officer).post(staff_url("send_act", cleared.reference, "reopen"), {"reason": "x"})
    assert answer.status_code == 403
    assert fresh(cleared).where is State.SENT


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_cases_sees_nothing(
    role: str, cleared: Case, person: Callable[..., User], as_: Browser
) -> None:
    page = as_(person(role, name="zed")).get(staff_url("send", cleared.reference))
    assert page.status_code == 403
    assert b"reader@example.org" not in page.content


@pytest.mark.parametrize("role", ["publisher", "qualified_person"])
def test_who_may_not_read_who_asked_sees_no_address(
    role: str, cleared: Case, person: Callable[..., User], as_: Browser
) -> None:
    page = as_(person(role, name="zed")).get(staff_url("send", cleared.reference))
    assert page.status_code == 200
    assert b"reader@example.org" not in page.content


def test_without_a_mail_server_only_post_is_offered(
    cleared: Case, officer: User, as_: Browser
) -> None:
    with override_settings(
        DEMO=False, EMAIL_BACKEND="django.core.mail.backends.filebased.EmailBackend"
    ):
        page = as_(officer).get(staff_url("send", cleared.reference)).content.decode()
    assert "No mail server is set up" in page
    assert "Send by e-mail" not in page


def test_a_verb_that_is_none_is_not_found(cleared: Case, officer: User, as_: Browser) -> None:
    assert as_(officer).post(staff_url("send_act", cleared.reference, "burn")).status_code == 404


def test_a_message_of_another_case_is_not_stopped_from_here(
    cleared: Case, officer: User, as_: Browser
) -> None:
    other = OutgoingMail.objects.create(
        kind="chaser", to="a@b.example", subject="x", body="y", message_id="<1@x>"
    )
    answer = as_(officer).post(
        staff_url("send_act", cleared.reference, "stop"), {"mail": other.public_id}
    )
    assert answer.status_code == 404
    assert OutgoingMail.objects.get(pk=other.pk).state == "waiting"


def test_the_case_says_what_is_to_be_sent(cleared: Case, officer: User, as_: Browser) -> None:
    assert [step.words for step in next_steps(cleared, officer)] == ["Cleared: send the letter"]
    assert for_case(cleared, officer) == []
    as_(officer).post(staff_url("send_act", cleared.reference, "mail"))
    assert [s.words for s in next_steps(fresh(cleared), officer)] == ["The letter is in the outbox"]
    page = as_(officer).get(staff_url("case", cleared.reference)).content.decode()
    assert "Answer:" in page


def test_a_case_being_answered_has_nothing_to_send(open_case: Case, officer: User) -> None:
    assert next_steps(open_case, officer) == []
