"""Earlier cases beside a new one: which, in what order, with what reason, and for whom."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from answerable.desk.asked_before.index import index_case, index_new
from answerable.desk.asked_before.models import Asked, AskedWord
from answerable.desk.asked_before.panel import for_case
from answerable.desk.asked_before.search import asked_before
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.cases.models import Case
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.people.models import User

Ask = Callable[..., Case]
Browser = Callable[[User], Client]
OTHERS = (
    "How many teachers left the schools last year?",
    "Please send the minutes of the harbour committee.",
    "What was spent on agency nurses in the care homes?",
    "Which solicitors does the authority instruct?",
    "How many allotments are vacant in the northern wards?",
)
BINS = "How many missed refuse collections were reported in each ward in 2025?"


@pytest.fixture
def asked(officer: User) -> Ask:
    def make(text: str, title: str = "", **changed: object) -> Case:
        case = receive(Arrived(text=text, title=title, on=date(2026, 11, 2)), by=officer)
        Case.objects.filter(pk=case.pk).update(**changed)
        return Case.objects.get(pk=case.pk)

    return make


@pytest.fixture
def history(asked: Ask) -> Case:
    """Several cases, one of them about missed collections, answered in full."""
    for text in OTHERS:
        asked(text)
    earlier = asked(BINS, "Missed bins", state="sent", outcome="full", sent_on=date(2026, 11, 20))
    index_new()
    return earlier


def test_the_same_request_again_is_shown_with_outcome_date_and_why(
    history: Case, asked: Ask, officer: User
) -> None:
    case = asked(BINS.replace("2025", "2026"))
    index_case(case)
    first = asked_before(case, officer)[0]
    assert first.reference == history.reference
    assert (first.outcome, first.date) == ("everything supplied", date(2026, 11, 20))
    assert "the same request but for a few words" in first.why


def test_shared_rare_words_are_named(history: Case, asked: Ask, officer: User) -> None:
    case = asked("Who collects refuse, and what were the missed collections by ward and crew?")
    index_case(case)
    [earlier] = asked_before(case, officer)
    assert "both speak of" in earlier.why
    assert "missed" in earlier.why


def test_another_subject_shows_nothing(history: Case, asked: Ask, officer: User) -> None:
    case = asked("Please give me the salary of the chief executive.")
    index_case(case)
    assert asked_before(case, officer) == []
    assert for_case(case, officer) == []


def test_later_cases_are_not_earlier_ones(history: Case, asked: Ask, officer: User) -> None:
    index_case(asked(BINS))
    assert asked_before(history, officer) == []


def test_a_case_is_taken_in_once(history: Case) -> None:
    words = AskedWord.objects.count()
    index_case(history)
    assert index_new() == 0
    assert (Asked.objects.count(), AskedWord.objects.count()) == (len(OTHERS) + 1, words)


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_cases_is_shown_none(
    role: str, history: Case, asked: Ask, person: Callable[..., User]
) -> None:
    case = asked(BINS)
    index_case(case)
    assert asked_before(case, person(role, name="zed")) == []


def test_a_governed_case_shows_only_others_of_its_class(
    history: Case, asked: Ask, officer: User, approver: User
) -> None:
    ncnd_class = seed_class(officer, approver)
    case = asked(BINS, ncnd_class=ncnd_class)
    index_case(case)
    assert asked_before(case, officer) == []  # how it was once answered must not bear on it
    other = asked(BINS, ncnd_class=ncnd_class)
    index_case(other)
    assert [each.reference for each in asked_before(other, officer)] == [case.reference]


def test_a_governed_case_is_not_shown_to_who_may_not_read_the_register(
    history: Case, asked: Ask, officer: User, approver: User, publisher: User
) -> None:
    governed = asked(BINS, ncnd_class=seed_class(officer, approver))
    index_case(governed)
    case = asked(BINS)
    index_case(case)
    seen = {each.reference for each in asked_before(case, publisher)}
    assert seen == {history.reference}
    assert governed.reference in {each.reference for each in asked_before(case, officer)}


def test_the_case_page_counts_them(history: Case, asked: Ask, officer: User, as_: Browser) -> None:
    case = asked(BINS)
    index_case(case)
    assert for_case(case, officer)[0].title == "Asked before (1)"
    page = as_(officer).get(f"/desk/cases/{case.reference}/triage").content.decode()
    assert "Missed bins" in page


def test_reading_takes_few_questions_of_the_database(
    history: Case, asked: Ask, officer: User, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    case = asked(BINS)
    index_case(case)
    assert officer.may
    with django_assert_max_num_queries(3):  # type: ignore[attr-defined]
        asked_before(case, officer)
