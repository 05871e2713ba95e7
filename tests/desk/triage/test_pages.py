"""The pages of triage: what an officer sees and does, and who is kept out."""

from collections.abc import Callable

import pytest
from django.test import Client

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User

Browser = Callable[[User], Client]
PAGES = ("triage", "acknowledge", "clarify", "transfer", "estimate", "fee", "more-time")


@pytest.mark.parametrize("page", PAGES)
def test_an_officer_opens_every_page(page: str, opened: Case, officer: User, as_: Browser) -> None:
    answer = as_(officer).get(f"/desk/cases/{opened.reference}/{page}")
    assert answer.status_code == 200
    assert opened.reference in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "role", ["contributor", "approver", "qualified_person", "publisher", "auditor", "administrator"]
)
def test_nobody_else_does(
    page: str, role: str, opened: Case, person: Callable[..., User], as_: Browser
) -> None:
    answer = as_(person(role, name="zed")).get(f"/desk/cases/{opened.reference}/{page}")
    assert answer.status_code == 403
    assert "Parking fines" not in answer.content.decode()
