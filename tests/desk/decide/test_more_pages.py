"""Drafts and second thoughts on the pages of decisions: changed, taken back, asked anew."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from tests.desk.decide.conftest import OPINIONS, PRICES

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import marks, next_steps
from answerable.desk.decide.actions import ask_opinion, sign
from answerable.desk.decide.models import Decision, Opinion
from answerable.desk.people.models import User
from answerable.desk.triage.actions.estimate import Wanted, case_rules, save_estimate
from answerable.desk.triage.cost import Work

Browser = Callable[[User], Client]
Draft = Callable[..., Decision]
SUPPLIED = {"decision": "supplied", "answer": "There were 12 of them"}
S36 = "FOIA s.36(2)(b)(i)"
FILLED = {
    "what": "the unit prices",
    "g0-threshold": "would be likely to",
    "g0-reasons": "A competitor could bid just below each price",
    "g0-whose": "Acme Ltd",
    "g0-factors_for": "Residents could see the cost",
    "g0-factors_against": "The next contract would cost more\r\nBidders would stay away",
    "g0-weighing": "The totals are published and tell residents what they need",
}


def at(case: Case, *pairs: tuple[str, str]) -> str:
    questions = "&".join(f"q={q.public_id}" for q in case.questions.all())
    return f"/desk/cases/{case.reference}/decide?{questions}" + "".join(
        f"&{k}={v}" for k, v in pairs
    )


def test_another_ground_is_added_without_losing_what_was_written(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser = as_(officer)
    posted = browser.post(
        at(open_case, ("kind", "withheld"), ("limb", "foia-43-2")), {**FILLED, "another": "yes"}
    )
    assert "words=" in posted["Location"]
    page = browser.get(posted["Location"]).content.decode()
    assert "Chosen so far" in page
    assert f"draft={Decision.objects.get().public_id}" in page
    second = browser.get(posted["Location"].replace("words=", "limb=foia-41"))
    assert "A competitor could bid just below each price" in second.content.decode()
    assert 'name="g1-obtained_from"' in second.content.decode()


def test_a_draft_of_before_the_class_is_shown_nowhere(
    governed: Case, draft: Draft, officer: User, auditor: User, as_: Browser
) -> None:
    Case.objects.filter(pk=governed.pk).update(ncnd_class=None)
    kept = draft(
        Case.objects.get(pk=governed.pk),
        "not_held",
        [],
        {"decision": "not_held", "searches": "CANARY-SEARCHES"},
    )
    Case.objects.filter(pk=governed.pk).update(ncnd_class=governed.ncnd_class)
    for person in (officer, auditor):
        assert as_(person).get(f"/desk/decisions/{kept.public_id}").status_code == 404
    case = Case.objects.get(pk=governed.pk)
    assert [
        mark.words for mark in marks(case.questions.all()[0], officer) if "held" in mark.words
    ] == []
    assert "CANARY" not in as_(officer).get(f"/desk/cases/{case.reference}").content.decode()
    assert "Sign the decision of the class" in [step.words for step in next_steps(case, officer)]


def test_a_signed_answer_of_before_the_class_can_be_taken_back(
    governed: Case, draft: Draft, officer: User, as_: Browser
) -> None:
    Case.objects.filter(pk=governed.pk).update(ncnd_class=None)
    signed = sign(draft(Case.objects.get(pk=governed.pk), "supplied", [], SUPPLIED), by=officer)
    Case.objects.filter(pk=governed.pk).update(ncnd_class=governed.ncnd_class)
    browser = as_(officer)
    assert browser.post(f"/desk/cases/{governed.reference}/decide").status_code == 409
    back = browser.post(f"/desk/decisions/{signed.public_id}/take-back", {"because": "The class"})
    assert back["Location"] == f"/desk/cases/{governed.reference}"
    assert browser.post(f"/desk/cases/{governed.reference}/decide").status_code == 302
    assert Decision.objects.signed().get().kind == "neither_confirm_nor_deny"


def test_the_estimate_made_at_triage_is_proposed_for_the_cost_limit(
    open_case: Case, officer: User, as_: Browser
) -> None:
    activity = case_rules(open_case).counted[0]
    work = Work(activity, "paper files", 1200, Decimal(2))
    save_estimate(open_case, Wanted((work,), advice="Ask for one year"), by=officer)
    text = as_(officer).get(at(open_case, ("kind", "cost_limit"))).content.decode()
    assert "1,200 paper files at 2 minutes each" in text
    assert 'value="40.0"' in text


def test_the_qualified_person_can_be_asked_no_longer_and_then_anew(
    open_case: Case, draft: Draft, officer: User, qualified_person: User, as_: Browser
) -> None:
    kept = draft(open_case, "withheld", [S36], OPINIONS)
    opinion = ask_opinion(kept, "Would it?", by=officer)
    browser = as_(officer)
    assert browser.post(f"/desk/decisions/{kept.public_id}/unask").status_code == 302
    assert (
        "Give this opinion"
        not in as_(qualified_person).get(f"/desk/opinions/{opinion.public_id}").content.decode()
    )
    again = browser.post(f"/desk/decisions/{kept.public_id}/ask", {"submission": "Would it now?"})
    assert again.status_code == 302
    assert Opinion.objects.wanted().get().submission == "Would it now?"


def test_a_second_decision_on_a_question_is_pointed_out_and_may_be_meant(
    open_case: Case, draft: Draft, officer: User, as_: Browser
) -> None:
    sign(draft(open_case, "supplied", [], SUPPLIED), by=officer)
    second = draft(open_case, "withheld", ["FOIA s.43(2)"], PRICES)
    page = as_(officer).get(f"/desk/decisions/{second.public_id}").content.decode()
    assert "has a signed decision already: given" in page
    assert "Sign in my name" in page


def test_a_draft_is_the_next_step_with_where_to_sign_it(
    open_case: Case, draft: Draft, officer: User
) -> None:
    kept = draft(open_case, "supplied", [], SUPPLIED)
    case = Case.objects.get(pk=open_case.pk)
    assert (
        "Two questions have a decision that is not signed",
        f"/desk/decisions/{kept.public_id}",
    ) in [(step.words, step.url) for step in next_steps(case, officer)]


@pytest.mark.parametrize("forged", ["%00", "'", "a b", "../x"])
def test_a_forged_draft_is_no_draft(
    forged: str, open_case: Case, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(f"/desk/cases/{open_case.reference}/decide?draft={forged}")
    assert page.status_code == 200
    assert "What is the answer?" in page.content.decode()
