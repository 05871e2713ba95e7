"""What officers complain of in the systems that others made, and that must not happen here.

Issue 3, section 4. Those that one slice can show alone have their tests there:

* "a street request is not environmental because tree is in it": cases, triage
* "a lawful NCND letter is not blocked": letters, clearance, ncnd
* "clarification restarts, not pauses": cases, triage; by the private link: browser/journeys
* "a request waiting for the applicant is not shown as overdue": cases
* "closing by mistake can be undone by an approver": sending
* "hidden cases answer as if they did not exist": log (feeds, files, search), letters (previews)
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from answerable.desk.authority.models import Authority
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Purpose
from answerable.desk.people.actions import close_sign_in
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.sites import staff_url
from answerable.desk.tasks.actions import give_out

Browser = Callable[[User], Client]

#: A day that one nation keeps and England and Wales do not, and the request whose time runs over it.
ONE_NATIONS_OWN = {
    "Scotland, St Andrew's Day": (date(2026, 11, 2), date(2026, 12, 1)),
    "Northern Ireland, St Patrick's Day": (date(2026, 3, 2), date(2026, 3, 31)),
    "Northern Ireland, Battle of the Boyne": (date(2026, 6, 22), date(2026, 7, 21)),
    "England, Wales and Northern Ireland, Easter Monday": (date(2026, 3, 20), date(2026, 4, 21)),
}


@pytest.mark.parametrize("day", ONE_NATIONS_OWN)
def test_the_holidays_of_all_four_nations_are_no_working_days(
    day: str, authority: Authority
) -> None:
    received, due = ONE_NATIONS_OWN[day]
    case = receive(Arrived(text="How many staff are there?", on=received, reason="post"), by=None)
    assert case.due_on == due


def test_a_many_department_request_shows_who_still_owes_what(
    case: Case, officer: User, contributor: User, housing: ServiceArea, as_: Browser
) -> None:
    Case.objects.filter(pk=case.pk).update(state="open")
    case.refresh_from_db()
    parking = ServiceArea.objects.create(name="Parking")
    first, second = case.questions.all()
    give_out(case, [first], parking, by=officer)
    give_out(case, [second], housing, by=officer)
    page = as_(officer).get(staff_url("case", case.reference)).content.decode()
    assert "waiting for Parking since" in page
    assert "waiting for Housing since" in page
    assert "Who owes what" in page


def test_assignment_survives_the_person_leaving(
    case: Case, officer: User, administrator: User, approver: User, as_: Browser
) -> None:
    close_sign_in(by=administrator, user=officer)
    case.refresh_from_db()
    assert case.owner == officer
    page = as_(approver).get(f"{staff_url('work')}?view=all").content.decode()
    assert case.reference in page
    assert f"{officer.name}, who has left" in page


def test_what_belongs_to_a_case_answers_a_stranger_as_if_it_did_not_exist(
    case: Case, officer: User, contributor: User, as_: Browser
) -> None:
    """Pages, files and searches of a case that is not theirs, for staff and for the public."""
    kept: Any = keep(
        by=officer, case=case, name="draft.txt", content=b"a draft", purpose=Purpose.RELEASE
    )
    nothing = "0" * 20
    for browser in (as_(contributor), Client()):
        for name, real, unknown in (
            ("file", kept.public_id, nothing),
            ("case", case.reference, "FOI-0000-0000"),
            ("letter", case.reference, "FOI-0000-0000"),
            ("release_files", case.reference, "FOI-0000-0000"),
        ):
            hidden = browser.get(staff_url(name, real))
            none = browser.get(staff_url(name, unknown))
            assert hidden.status_code == none.status_code
            assert hidden.status_code in (302, 403, 404)
            assert _without(hidden, real) == _without(none, unknown)


def _without(answer: Any, words: str) -> tuple[bytes, str]:
    location = answer.headers.get("Location", "").replace(words, "")
    return answer.content.replace(words.encode(), b""), location


def test_the_search_of_staff_finds_nothing_for_a_contributor(
    case: Case, contributor: User, as_: Browser
) -> None:
    browser = as_(contributor)
    found = browser.get(f"{staff_url('work')}?view=all&q=parking")
    assert case.reference not in found.content.decode()
    assert found.status_code == 403
