"""The pages of work and cases: who sees them and what they say."""

from collections.abc import Callable

import pytest
from django.test import Client

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User

Browser = Callable[[User], Client]


def test_the_desk_leads_to_sign_in(authority: object) -> None:
    answer = Client().get("/desk/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/accounts/login/")


def test_an_officer_sees_their_work(case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).get("/desk/")
    assert case.reference in page.content.decode()


def test_the_page_of_a_case_names_it(case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).get(f"/desk/cases/{case.reference}")
    assert page.status_code == 200
    assert "Parking fines" in page.content.decode()


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_cases_is_refused(
    role: str, case: Case, person: Callable[..., User], as_: Browser
) -> None:
    page = as_(person(role, name="zed")).get(f"/desk/cases/{case.reference}")
    assert page.status_code == 403
    assert "Parking fines" not in page.content.decode()


def test_a_case_that_does_not_exist_is_not_found(officer: User, as_: Browser) -> None:
    assert as_(officer).get("/desk/cases/FOI-2222-2222").status_code == 404


def test_staff_pages_are_stored_nowhere(case: Case, officer: User, as_: Browser) -> None:
    assert as_(officer).get("/desk/")["Cache-Control"] == "no-store"
