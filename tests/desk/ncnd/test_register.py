"""Classes: proposed by one person, approved by another once the audit finds no gap, withdrawn."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from answerable.desk.cases.models import Case
from answerable.desk.ncnd.actions import Wanted, approve, change, propose, withdraw
from answerable.desk.ncnd.checking import check
from answerable.desk.ncnd.demo import GROUNDS
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.ncnd.standing import standing
from answerable.desk.people.actions import give_role
from answerable.desk.people.models import User
from answerable.desk.today import today
from answerable.model import Regime, UnusableInputError

Browser = Callable[[User], Client]
Person = Callable[..., User]
SOON = timedelta(days=300)
WANTED = Wanted(
    name="Covert cameras",
    subject="Whether hidden cameras watch a street, and on which nights",
    lines="hidden/covert camera",
    regime=Regime.FOIA,
    grounds=[GROUNDS[1]],
)


@pytest.fixture
def proposed(officer: User) -> NcndClass:
    return propose(WANTED, by=officer)


def _with(**changed: object) -> list[dict[str, object]]:
    ground = {**GROUNDS[1], **changed}
    return [{name: value for name, value in ground.items() if value is not None}]


def test_a_sound_class_is_approved_and_in_force(proposed: NcndClass, approver: User) -> None:
    assert check(proposed).flaws == ()
    made = approve(proposed, by=approver, review_on=today() + SOON)
    assert list(NcndClass.objects.in_force(today())) == [made]


def test_a_proposed_class_governs_nothing(proposed: NcndClass) -> None:
    assert not NcndClass.objects.in_force(today()).exists()


def test_nobody_approves_their_own(proposed: NcndClass, officer: User, administrator: User) -> None:
    give_role(by=administrator, user=officer, role_id="approver")
    with pytest.raises(PermissionDenied, match="Whoever proposed"):
        approve(proposed, by=officer, review_on=today() + SOON)


def test_whoever_changed_it_last_may_not_approve_it_either(
    proposed: NcndClass, approver: User, administrator: User
) -> None:
    give_role(by=administrator, user=approver, role_id="officer")
    change(proposed, replace(WANTED, subject="Whether cameras are hidden"), by=approver)
    with pytest.raises(PermissionDenied, match="Whoever proposed"):
        approve(proposed, by=approver, review_on=today() + SOON)


@pytest.mark.parametrize(
    ("grounds", "words"),
    [
        ([], "lacks"),
        (_with(matter=None), "needs the matter"),
        (_with(balance=None), "no public interest balance"),
        (_with(provision="s.31(1)(a)"), "does not remove the duty"),
        (_with(provision="s.999"), "the law has no such provision|not a provision"),
        (_with(threshold="perhaps"), "allowed are"),
        (_with(balance={**GROUNDS[1]["balance"], "subject": "disclosure"}), "disclosure"),
        (_with(balance={**GROUNDS[1]["balance"], "factors_for": []}), "one side"),
    ],
)
def test_a_class_with_a_defective_notice_cannot_be_approved(
    grounds: list[dict[str, object]], words: str, proposed: NcndClass, officer: User, approver: User
) -> None:
    flawed = change(proposed, replace(WANTED, grounds=grounds), by=officer)
    grave = " ".join(flaw.words for flaw in check(flawed).flaws if flaw.grave)
    assert re.search(words, grave)
    with pytest.raises(UnusableInputError):
        approve(flawed, by=approver, review_on=today() + SOON)
    assert not NcndClass.objects.in_force(today()).exists()


@pytest.mark.parametrize("days", [0, -1, 5000])
def test_the_day_of_review_is_to_come_and_near(
    days: int, proposed: NcndClass, approver: User
) -> None:
    with pytest.raises(UnusableInputError, match="within three years"):
        approve(proposed, by=approver, review_on=today() + timedelta(days=days))


def test_an_approved_class_is_not_changed(returnees: NcndClass, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="is not changed"):
        change(returnees, WANTED, by=officer)


def test_a_class_is_withdrawn_once(returnees: NcndClass, approver: User) -> None:
    withdraw(returnees, by=approver)
    with pytest.raises(UnusableInputError, match="withdrawn before"):
        withdraw(returnees, by=approver)


def test_a_name_is_taken_once(proposed: NcndClass, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="Choose another name"):
        propose(WANTED, by=officer)
    assert NcndClass.objects.count() == 1


def test_there_is_no_such_notice_under_the_scottish_regulations(officer: User) -> None:
    with pytest.raises(UnusableInputError, match="no notice under EISR"):
        propose(replace(WANTED, regime=Regime.EISR), by=officer)


@pytest.mark.parametrize(
    ("days", "word", "warned"),
    [(300, "in force", False), (30, "in force", True), (-1, "review overdue", True)],
)
def test_the_review_is_warned_of(days: int, word: str, warned: bool, returnees: NcndClass) -> None:
    returnees.review_on = today() + timedelta(days=days)
    stands = standing(returnees, today())
    assert (stands.word, bool(stands.warning)) == (word, warned)


@pytest.mark.parametrize("role", ["contributor", "qualified_person", "publisher", "administrator"])
def test_who_may_not_read_the_register_does_not(
    role: str, returnees: NcndClass, person: Person, as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    for url in ("/desk/ncnd", f"/desk/ncnd/{returnees.public_id}"):
        page = browser.get(url)
        assert page.status_code == 403
        assert "Returnees" not in page.content.decode()


@pytest.mark.parametrize("role", ["approver", "auditor"])
def test_who_may_not_propose_does_not(role: str, person: Person, as_: Browser) -> None:
    assert as_(person(role, name="zed")).get("/desk/ncnd/propose").status_code == 403


def test_the_page_shows_limbs_both_columns_and_cases(
    returnees: NcndClass, case: Case, officer: User, as_: Browser
) -> None:
    Case.objects.filter(pk=case.pk).update(ncnd_class=returnees)
    page = as_(officer).get(f"/desk/ncnd/{returnees.public_id}").content.decode()
    for words in ("s.24(2)", "s.31(1)(a)", "For</h4>", "Against</h4>", "statutory guidance"):
        assert words in page
    assert 'Cases under it</dt><dd class="govuk-summary-list__value">1<' in page


def test_a_class_is_proposed_and_approved_by_plain_posts(
    officer: User, approver: User, as_: Browser
) -> None:
    ground = GROUNDS[1]
    data = {
        "name": "Covert cameras",
        "regime": "FOIA",
        "subject": WANTED.subject,
        "lines": WANTED.lines,
        "published": "",
        "form-TOTAL_FORMS": "4",
        "form-INITIAL_FORMS": "0",
        "form-0-provision": ground["provision"],
        "form-0-matter": ground["matter"],
        "form-0-threshold": ground["threshold"],
        "form-0-reasons": ground["reasons"],
        "form-0-factors_for": "\n".join(ground["balance"]["factors_for"]),
        "form-0-factors_against": "\n".join(ground["balance"]["factors_against"]),
        "form-0-weighing": ground["balance"]["weighing"],
    }
    as_(officer).post("/desk/ncnd/propose", data)
    made = NcndClass.objects.get()
    assert made.grounds == [ground]
    review = today() + SOON
    as_(approver).post(f"/desk/ncnd/{made.public_id}/approve", {"review_on": review.isoformat()})
    assert NcndClass.objects.in_force(today()).get() == made


def test_a_bad_day_of_review_is_said_on_the_page(
    proposed: NcndClass, approver: User, as_: Browser
) -> None:
    url = f"/desk/ncnd/{proposed.public_id}/approve"
    page = as_(approver).post(url, {"review_on_day": "31", "review_on_month": "2"}).content.decode()
    assert "must include a year" in page
    assert not NcndClass.objects.in_force(today()).exists()
