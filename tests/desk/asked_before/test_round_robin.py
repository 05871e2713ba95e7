"""From the banner of a round robin to the picture: every answer named as the mosaic names it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.desk.asked_before.conftest import FINES, PRICES
from tests.desk.asked_before.test_other_logs import bring

from answerable.desk.asked_before.mosaic.said import answers_to, as_table, count_in, said_by
from answerable.desk.asked_before.others import Other, others
from answerable.desk.cases.models import Case, Question
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.people.models import User
from answerable.desk.tables.models import MosaicEvidence

Asks = Callable[..., Case]
Browser = Callable[[User], Client]
LOG = "id,request,body,outcome,answer,date\n" + "".join(
    f'{n},"{FINES}",{body},{outcome},"{answer}",2026-10-0{n}\n'
    for n, (body, outcome, answer) in enumerate(
        [
            ("Ashby Council", "Full disclosure", "There were 9 in 2025."),
            ("Brook Council", "Disclosed in part", "Fewer than 5."),
            ("Cole Council", "Successful", "None."),
            ("Dene Council", "NCND", ""),
            ("Elm Council", "Refused", "Section 31 applies."),
            ("Fern Council", "Awaiting response", ""),
            ("Glen Council", "Full disclosure", "See the attached spreadsheet."),
        ],
        1,
    )
)


def other(outcome: str, answer: str = "", question: Question | None = None) -> Other:
    return Other("Ashby Council", outcome, answer, date(2026, 10, 1), question, (), ())


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("There were 9.", "9"),
        ("Since 2017 the Council helped 12 people (1 April 2017 to 31 March 2024).", "12"),
        ("1,204", "1204"),
        ("Seven people.", "7"),
        ("<5", "<5"),
        ("Fewer than five", "<5"),
        ("less than 10 in each year", "<10"),
        ("None", "none"),
        ("0", "none"),
        ("There were no fines in that year.", "none"),
        ("Nil return.", "none"),
        ("Under section 40(2) the rest is withheld; 14 were issued. Ref: 1183", "14"),
        ("It cost £4,000 for 3 vans.", "3"),
        # Not told, or told more than once: a person reads it.
        ("2 in spring and 3 in summer", ""),
        ("fewer than 5 in one ward and 8 in another", ""),
        ("Please see the attached spreadsheet.", ""),
        ("There is no information held.", ""),
        ("No information is recorded.", ""),
        ("Section 12 of the Act applies.", ""),
        ("12.5 on average", ""),
        ("25% of them", ""),
        ("999,999,999", ""),
        ("In 2019.", ""),
        ("No one was fined, or one of us would know.", ""),
        ("None of the information is exempt.", ""),
        ("", ""),
    ],
)
def test_the_one_count_of_an_answer_is_read_and_no_other(answer: str, count: str) -> None:
    assert count_in(answer) == count


@pytest.mark.parametrize(
    ("outcome", "answer", "named"),
    [
        ("NCND", "", "ncnd"),
        ("Refused", "We neither confirm nor deny that we hold it.", "ncnd"),
        ("Refused", "There were 9.", "refused"),
        ("Exceeds cost limit", "", "refused"),
        ("Vexatious", "", "refused"),
        ("Full disclosure", "9", "9"),
        ("Partially disclosed", "<5", "<5"),
        ("", "9", "9"),
        ("", "", "silent"),
        ("waiting_response", "", "silent"),
        ("Full disclosure", "", ""),
        ("Information not held", "", ""),  # none, or not recorded? The log does not say
        ("Clarification sought", "", ""),
        ("Strange", "", ""),
    ],
)
def test_an_outcome_is_named_as_the_mosaic_names_it(outcome: str, answer: str, named: str) -> None:
    assert said_by(other(outcome, answer)).answer == named


def test_a_number_in_the_answer_to_a_longer_letter_is_not_trusted() -> None:
    question = Question(pk=1, text=FINES)
    [told] = answers_to(question, [other("Full disclosure", "9")], several=True)
    assert (told.answer, told.words) == ("", "Full disclosure: 9")
    [told] = answers_to(question, [other("NCND")], several=True)
    assert told.answer == "ncnd"
    [told] = answers_to(question, [other("Full disclosure", "9")], several=False)
    assert told.answer == "9"


def test_the_table_is_one_that_the_mosaic_reads() -> None:
    told = said_by(Other('Ash, "Elm"\nand Oak', "Strange", "", None, None, (), ()))
    assert as_table([told]) == 'body,answer\n"Ash, ""Elm"" and Oak",silent\n'


@pytest.fixture
def robin(asks: Asks, officer: User) -> Case:
    bring(officer, LOG, body="Several", mapping="body: body")
    return asks(FINES)


def test_the_banner_opens_the_picture_filled_in(robin: Case, officer: User, as_: Browser) -> None:
    browser, address = as_(officer), f"/desk/cases/{robin.reference}/before"
    page = browser.get(address).content.decode()
    assert "7 other bodies were asked nearly the same" in page
    assert f'href="{address}/together"' in page
    page = browser.get(f"{address}/together").content.decode()
    for line in ("Ashby Council,9", "Brook Council,&lt;5", "Cole Council,none", "Dene Council,ncnd",
                 "Elm Council,refused", "Fern Council,silent", "Glen Council,silent"):  # fmt: skip
        assert line in page
    assert "1 could not be read as a number" in page
    assert "Glen Council: “Full disclosure: See the attached spreadsheet.”" in page
    assert "&lt;5 stands among the answers" in page


@pytest.fixture
def given(robin: Case, officer: User) -> dict[str, str]:
    [question] = robin.questions.all()
    said = answers_to(question, others(robin, officer), several=False)
    return {"title": "Fines", "answers": as_table(said), "us": "Northmere", "markers": "<5=1..4"}


def test_it_is_drawn_without_being_kept(
    robin: Case, given: dict[str, str], officer: User, as_: Browser
) -> None:
    address = f"/desk/cases/{robin.reference}/before/together"
    page = as_(officer).post(address, given | {"draw": "1"}).content.decode()
    assert "Who seems to have cases" in page
    assert "3 answered openly and 1 neither confirmed nor denied" in page
    assert not MosaicEvidence.objects.exists()


def test_it_is_kept_with_a_class_that_is_chosen(
    robin: Case, given: dict[str, str], officer: User, approver: User, as_: Browser
) -> None:
    chosen = seed_class(officer, approver)
    address, browser = f"/desk/cases/{robin.reference}/before/together", as_(officer)
    page = browser.post(address, given | {"keep": "1"}).content.decode()
    assert "Choose the class with which the picture is kept." in page
    assert not MosaicEvidence.objects.exists()
    answer = browser.post(address, given | {"keep": "1", "ncnd_class": chosen.public_id})
    made = MosaicEvidence.objects.get()
    assert answer.headers["Location"] == f"/desk/pictures/{made.public_id}"
    assert (made.ncnd_class, made.result["bodies"]) == (chosen, 8)


def test_a_marker_without_a_range_is_said_and_the_answers_stay(
    robin: Case, given: dict[str, str], officer: User, as_: Browser
) -> None:
    address = f"/desk/cases/{robin.reference}/before/together"
    page = as_(officer).post(address, given | {"markers": "", "draw": "1"}).content.decode()
    assert "is a marker whose range is not declared" in page
    assert "Ashby Council,9" in page


def test_another_question_of_the_request_can_be_chosen(
    asks: Asks, officer: User, as_: Browser
) -> None:
    bring(officer, LOG, body="Several", mapping="body: body")
    case = asks(PRICES, FINES)
    prices = case.questions.all()[0]
    address = f"/desk/cases/{case.reference}/before/together"
    page = as_(officer).get(address).content.decode()
    assert "Ashby Council,9" in page  # the question that most bodies answered
    page = as_(officer).get(f"{address}?question={prices.public_id}").content.decode()
    assert "Ashby Council" not in page


@pytest.mark.parametrize("role", ["contributor", "auditor", "publisher", "administrator"])
def test_who_does_not_decide_draws_no_picture(
    role: str, robin: Case, person: Callable[..., User], as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    assert browser.get(f"/desk/cases/{robin.reference}/before/together").status_code == 403


def test_without_other_bodies_there_is_no_picture(
    asks: Asks, robin: Case, officer: User, approver: User, as_: Browser
) -> None:
    alone = asks("Which solicitors does the authority instruct?")
    assert as_(officer).get(f"/desk/cases/{alone.reference}/before/together").status_code == 404
    Case.objects.filter(pk=robin.pk).update(ncnd_class=seed_class(officer, approver))
    assert as_(officer).get(f"/desk/cases/{robin.reference}/before/together").status_code == 404


def test_what_others_answered_otherwise_is_shown_at_the_decision_both_ways(
    robin: Case, decides: Callable[..., Any], officer: User, as_: Browser
) -> None:
    made = decides(robin, 0, "supplied", {"decision": "supplied", "answer": "There were 2."}, False)
    page = as_(officer).get(f"/desk/decisions/{made.public_id}").content.decode()
    assert "Elm Council, 5 October 2026, Refused. It gave less than is meant now." in page
    assert "Ashby Council" not in page


def test_the_page_asks_at_most_eight(
    robin: Case, officer: User, as_: Browser, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    browser = as_(officer)
    with django_assert_max_num_queries(8):
        browser.get(f"/desk/cases/{robin.reference}/before/together")


def test_of_many_bodies_the_first_are_shown_and_the_rest_folded(
    asks: Asks, officer: User, as_: Browser, decides: Callable[..., Any]
) -> None:
    rows = "".join(f'{n},"{FINES}",Body {n:03},Refused\n' for n in range(150))
    bring(officer, f"id,request,body,outcome\n{rows}", body="All", mapping="body: body")
    case = asks(FINES)
    decides(case, 0, "supplied", {"decision": "supplied", "answer": "There were 2."}, False)
    page = as_(officer).get(f"/desk/cases/{case.reference}/before").content.decode()
    assert "150 other bodies were asked" in page
    assert "and 130 more" in page
    assert "140 more" in page
    assert "And 138 more." in page
    assert page.count("Body 149") >= 1


def test_a_governed_page_names_no_body(
    robin: Case, officer: User, approver: User, as_: Browser
) -> None:
    Case.objects.filter(pk=robin.pk).update(ncnd_class=seed_class(officer, approver))
    page = as_(officer).get(f"/desk/cases/{robin.reference}/before").content.decode()
    assert "Ashby" not in page
    assert "together" not in page
