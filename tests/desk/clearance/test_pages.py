"""The queue of an approver and the page on which a letter is cleared."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.desk.letters.fixtures import now_digest

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.models import Clearing, Comment
from answerable.desk.clearance.panel import for_case, next_steps
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url

Browser = Callable[[User], Client]


def test_the_queue_shows_what_waits_for_the_approver(
    asked: Case, approver: User, as_: Browser
) -> None:
    page = as_(approver).get(staff_url("clearance")).content.decode()
    assert asked.reference in page
    assert "You (approver)" in page


def test_the_queue_does_not_ask_who_may_not_clear_it(
    asked: Case, qualified_person: User, as_: Browser
) -> None:
    page = as_(qualified_person).get(staff_url("clearance")).content.decode()
    assert asked.reference in page
    assert "You (" not in page


def test_the_queue_is_empty_when_nothing_waits(
    written: LetterVersion, approver: User, as_: Browser
) -> None:
    page = as_(approver).get(staff_url("clearance")).content.decode()
    assert "No letter waits" in page
    assert written.case.reference not in page


@pytest.mark.parametrize(
    "role", ["officer", "contributor", "publisher", "auditor", "administrator"]
)
def test_the_queue_is_for_who_clears(
    role: str, asked: Case, person: Callable[..., User], as_: Browser
) -> None:
    assert as_(person(role, name="zed")).get(staff_url("clearance")).status_code == 403


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_the_page_of_a_case_is_for_who_reads_cases(
    role: str, asked: Case, person: Callable[..., User], as_: Browser
) -> None:
    page = as_(person(role, name="zed")).get(staff_url("case_clearance", asked.reference))
    assert page.status_code == 403
    assert b"complained" not in page.content


def test_an_approver_sees_letter_decisions_and_files_and_clears(
    asked: Case, approver: User, as_: Browser
) -> None:
    browser, address = as_(approver), staff_url("case_clearance", asked.reference)
    page = browser.get(address).content.decode()
    assert "the names of the people who complained" in page
    assert "Decisions" in page
    assert "Files that go with it" in page
    assert now_digest(asked) in page
    done = browser.post(
        staff_url("clearance_act", asked.reference, "clear"), {"digest": now_digest(asked)}
    )
    assert done["Location"] == address
    assert Clearing.objects.get().by == approver
    assert "Cleared" in browser.get(address).content.decode()


def test_a_letter_that_changed_says_so_in_words(asked: Case, approver: User, as_: Browser) -> None:
    browser = as_(approver)
    browser.post(staff_url("clearance_act", asked.reference, "clear"), {"digest": "old"})
    page = browser.get(staff_url("case_clearance", asked.reference)).content.decode()
    assert "changed since you opened it" in page
    assert not Clearing.objects.exists()


def test_an_officer_asks_takes_back_and_sees_the_comments(
    written: LetterVersion, officer: User, approver: User, as_: Browser
) -> None:
    case, browser = written.case, as_(officer)
    browser.post(staff_url("clearance_act", case.reference, "ask"))
    as_(approver).post(
        staff_url("clearance_act", case.reference, "return"), {"comments": "Shorten it."}
    )
    assert (
        "Shorten it." in browser.get(staff_url("case_clearance", case.reference)).content.decode()
    )
    browser.post(staff_url("clearance_act", case.reference, "ask"))
    browser.post(staff_url("clearance_act", case.reference, "take-back"))
    assert Case.objects.get(pk=case.pk).where is State.OPEN
    assert Comment.objects.count() == 1


def test_an_officer_cannot_clear_by_calling_the_address(
    asked: Case, officer: User, as_: Browser
) -> None:
    answer = as_(officer).post(
        staff_url("clearance_act", asked.reference, "clear"), {"digest": now_digest(asked)}
    )
    assert answer.status_code == 403
    assert Case.objects.get(pk=asked.pk).where is State.CLEARANCE


def test_a_case_without_a_letter_says_so(open_case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).get(staff_url("case_clearance", open_case.reference))
    assert "No letter is being written" in page.content.decode()


def test_the_case_says_for_whom_it_waits(asked: Case, officer: User, approver: User) -> None:
    assert [step.words for step in next_steps(asked, officer)] == [
        "Waiting for clearance: approver"
    ]
    assert for_case(asked, officer) == []


def test_the_case_shows_the_history(cleared: Case, officer: User, as_: Browser) -> None:
    assert [panel.title for panel in for_case(cleared, officer)] == ["Clearance"]
    page = as_(officer).get(staff_url("case", cleared.reference)).content.decode()
    assert "Version 1: approver" in page


def test_a_letter_being_written_waits_for_nobody(written: LetterVersion, officer: User) -> None:
    assert next_steps(written.case, officer) == []
