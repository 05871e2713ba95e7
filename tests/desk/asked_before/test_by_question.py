"""Question by question: earlier answers, other bodies, repeats, what differs, used again."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from tests.desk.asked_before.conftest import FINES, GROUND, PRICES, WITHHELD

from answerable.desk.asked_before.actions import reuse
from answerable.desk.asked_before.answers import answered_before, differing
from answerable.desk.asked_before.jobs import compare_new
from answerable.desk.asked_before.models import Asked
from answerable.desk.asked_before.others import bodies, others
from answerable.desk.asked_before.panel import for_case, for_question
from answerable.desk.asked_before.questions import find_like, index_questions
from answerable.desk.asked_before.repeats import repeats
from answerable.desk.cases.models import Case, Question
from answerable.desk.decide.models import Decision
from answerable.desk.events.models import Event
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.people.models import User
from answerable.model import UnusableInputError

Asks = Callable[..., Case]
Browser = Callable[[User], Client]
VANS = "How many vans does the depot lease?"


def test_each_question_has_its_own_earlier_answers(
    earlier: Case, asks: Asks, officer: User
) -> None:
    case = asks(VANS, PRICES)
    vans, prices = case.questions.all()
    assert answered_before(vans, officer) == []
    [found] = answered_before(prices, officer)
    assert (found.reference, found.outcome) == (earlier.reference, "withheld s.43(2)")
    assert found.near
    assert found.question.text == PRICES


def test_the_mark_beside_a_question_names_the_answer(
    earlier: Case, asks: Asks, officer: User
) -> None:
    case = asks(VANS, FINES)
    compare_new()
    vans, fines = case.questions.all()
    assert for_question(vans, officer) == []
    [mark] = for_question(fines, officer)
    assert mark.words == "asked before: given"
    assert mark.url.endswith(f"/{case.reference}/before#q{fines.position}")


def test_what_was_found_is_kept_and_looked_for_again_when_the_words_change(
    earlier: Case, asks: Asks, officer: User
) -> None:
    case = asks(PRICES)
    compare_new()
    [kept] = Asked.objects.get(case=case).by_question.values()
    assert [like[1] for like in kept["like"]] == ["near"]
    Question.objects.filter(case=case).update(text=VANS)
    assert answered_before(case.questions.get(), officer) == []


def test_comparing_again_finds_no_work(earlier: Case, asks: Asks) -> None:
    case = asks(PRICES)
    index_questions(case)
    compare_new()
    assert not Asked.objects.filter(by_question={}).exists()
    assert compare_new() == 0


def test_later_questions_are_not_earlier_ones(earlier: Case, asks: Asks) -> None:
    asks(FINES)
    assert find_like(earlier.questions.all()[0]) == []


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_cases_is_told_nothing(
    role: str, earlier: Case, asks: Asks, person: Callable[..., User], logs: Path
) -> None:
    case, actor = asks(FINES, email="reader@example.org"), person(role, name="zed")
    assert answered_before(case.questions.get(), actor) == []
    assert others(case, actor) == []
    assert repeats(case, actor) == []


def test_other_bodies_of_a_round_robin_are_named_with_their_answers(
    asks: Asks, officer: User, logs: Path
) -> None:
    case = asks(VANS, FINES)
    found = {each.body: each for each in others(case, officer)}
    assert set(found) == {"Wexcombe Council", "Larkfield Council"}
    assert found["Wexcombe Council"].answer == "There were 9."
    assert found["Wexcombe Council"].question.text.endswith(FINES)


def test_without_logs_there_is_no_round_robin(asks: Asks, officer: User) -> None:
    assert others(asks(FINES), officer) == []


def test_a_damaged_index_of_logs_does_not_break_the_page(
    asks: Asks, officer: User, logs: Path, as_: Browser
) -> None:
    (logs / "history" / "letters.db").write_bytes(b"no database")
    assert others(asks(FINES), officer) == []


def test_the_same_applicant_again_is_shown_with_dates_and_differences(
    earlier: Case, asks: Asks, officer: User
) -> None:
    case = asks(FINES.replace("Quay", "Mill"), email="Reader@Example.org", day=18)
    [found] = repeats(case, officer)
    assert (found.earlier.case.reference, found.days) == (earlier.reference, 6)
    assert (found.only_now, found.only_then) == (("mill",), ("quay",))


def test_another_applicant_or_none_is_no_repeat(earlier: Case, asks: Asks, officer: User) -> None:
    assert repeats(asks(FINES, email="someone@example.org"), officer) == []
    assert repeats(asks(FINES), officer) == []
    assert repeats(asks(VANS, email="reader@example.org"), officer) == []


def test_who_may_not_read_who_asked_is_shown_no_repeat(
    earlier: Case, asks: Asks, publisher: User
) -> None:
    assert repeats(asks(FINES, email="reader@example.org"), publisher) == []


def test_an_answer_that_differs_is_shown_both_ways(
    earlier: Case, asks: Asks, officer: User
) -> None:
    fines, prices = asks(FINES, PRICES).questions.all()
    assert [each.words for each in differing(fines, "refused", officer)] == [
        "It gave more than is meant now."
    ]
    assert [each.words for each in differing(prices, "full", officer)] == [
        "It gave less than is meant now."
    ]
    assert differing(fines, "full", officer) == []
    assert differing(prices, "refused", officer) == []


def test_the_decision_page_says_that_it_was_answered_otherwise(
    earlier: Case, asks: Asks, decides: Callable[..., Decision], officer: User, as_: Browser
) -> None:
    case = asks(FINES, PRICES)
    other = decides(case, 0, "withheld", WITHHELD, signed=False)
    same = decides(case, 1, "withheld", WITHHELD, signed=False)
    browser = as_(officer)
    page = browser.get(f"/desk/decisions/{other.public_id}").content.decode()
    assert "Answered otherwise before" in page
    assert "It gave more than is meant now." in page
    assert (
        "otherwise before" not in browser.get(f"/desk/decisions/{same.public_id}").content.decode()
    )


def test_decisions_are_copied_as_drafts_on_the_like_questions(
    earlier: Case, asks: Asks, officer: User
) -> None:
    case = asks(VANS, PRICES, FINES)
    made = reuse(case, earlier, by=officer)
    assert sorted((each.kind, each.numbers) for each in made) == [
        ("supplied", ("3",)),
        ("withheld", ("2",)),
    ]
    assert not any(each.is_signed for each in made)
    withheld = next(each for each in made if each.kind == "withheld")
    assert withheld.body["grounds"][0]["reasons"] == GROUND["reasons"]
    event = Event.objects.filter(kind="asked_before.reused").get()
    assert event.facts["earlier"] == earlier.reference


def test_no_name_signature_opinion_or_search_goes_along(
    earlier: Case, asks: Asks, officer: User
) -> None:
    old = Decision.objects.get(case=earlier, kind="withheld")
    ground = {**GROUND, "reasons": "As Ada Reader knows", "opinion": {"by": "The Mayor"}}
    body = {**WITHHELD, "grounds": [ground], "searches": "We asked Housing"}
    Decision.objects.filter(pk=old.pk).update(body=body)
    [made] = reuse(asks(PRICES), earlier, by=officer)
    assert made.signed_by is None
    for gone in ("Ada", "Mayor", "Housing"):
        assert gone not in str(made.body)
    assert made.body["grounds"][0]["reasons"] == ""
    assert made.body["what"] == "the unit prices"


@pytest.mark.parametrize(
    "reasons",
    ["As ada  reader knows", "Ms Reader was told so", "As Mrs. Reader wrote", "reader@example.org"],
)
def test_a_text_that_names_who_asked_is_left_empty(
    reasons: str, earlier: Case, asks: Asks, officer: User
) -> None:
    old = Decision.objects.get(case=earlier, kind="withheld")
    body = {**WITHHELD, "grounds": [{**GROUND, "reasons": reasons}]}
    Decision.objects.filter(pk=old.pk).update(body=body)
    [made] = reuse(asks(PRICES), earlier, by=officer)
    assert made.body["grounds"][0]["reasons"] == ""


@pytest.mark.parametrize("reasons", ["A reader could bid below it", "Readers of the Herald know"])
def test_a_text_that_names_nobody_goes_along(
    reasons: str, earlier: Case, asks: Asks, officer: User
) -> None:
    old = Decision.objects.get(case=earlier, kind="withheld")
    body = {**WITHHELD, "grounds": [{**GROUND, "reasons": reasons}]}
    Decision.objects.filter(pk=old.pk).update(body=body)
    [made] = reuse(asks(PRICES), earlier, by=officer)
    assert made.body["grounds"][0]["reasons"] == reasons


def test_a_question_with_a_decision_is_left_as_it_is(
    earlier: Case, asks: Asks, decides: Callable[..., Decision], officer: User
) -> None:
    case = asks(PRICES)
    decides(case, 0, "withheld", WITHHELD, signed=False)
    with pytest.raises(UnusableInputError, match="still without one"):
        reuse(case, earlier, by=officer)
    assert Decision.objects.filter(case=case).count() == 1


def test_an_answer_under_another_law_is_not_used_again(
    earlier: Case, asks: Asks, officer: User
) -> None:
    case = asks(PRICES)
    Case.objects.filter(pk=earlier.pk).update(regime="EIR")
    earlier.refresh_from_db()
    with pytest.raises(UnusableInputError, match="Decide it afresh"):
        reuse(case, earlier, by=officer)
    assert not Decision.objects.filter(case=case).exists()


@pytest.mark.parametrize("role", ["approver", "publisher", "auditor", "contributor"])
def test_who_does_not_decide_cannot_use_an_answer_again(
    role: str, earlier: Case, asks: Asks, person: Callable[..., User]
) -> None:
    case = asks(PRICES)
    with pytest.raises(PermissionDenied):
        reuse(case, earlier, by=person(role, name="zed"))
    assert not Decision.objects.filter(case=case).exists()


def govern(case: Case, ncnd_class: object) -> Case:
    Case.objects.filter(pk=case.pk).update(ncnd_class=ncnd_class)
    return Case.objects.get(pk=case.pk)


def test_beside_a_governed_case_nothing_is_shown_or_used(
    earlier: Case, asks: Asks, officer: User, approver: User, logs: Path, as_: Browser
) -> None:
    case = govern(asks(FINES, email="reader@example.org"), seed_class(officer, approver))
    question = case.questions.get()
    assert answered_before(question, officer) == []
    assert differing(question, "ncnd", officer) == []
    assert others(case, officer) == []
    assert repeats(case, officer) == []
    assert for_case(case, officer) == []
    with pytest.raises(UnusableInputError, match="class of the register"):
        reuse(case, earlier, by=officer)
    page = as_(officer).get(f"/desk/cases/{case.reference}/before").content.decode()
    assert earlier.reference not in page
    assert "round robin" not in page


def test_a_governed_case_is_not_shown_to_who_may_not_read_the_register(
    earlier: Case, asks: Asks, officer: User, approver: User, publisher: User
) -> None:
    govern(earlier, seed_class(officer, approver))
    assert answered_before(asks(FINES).questions.get(), publisher) == []


def test_the_page_shows_all_and_the_button_copies(
    earlier: Case, asks: Asks, officer: User, logs: Path, as_: Browser
) -> None:
    case = asks(FINES, PRICES, email="reader@example.org", day=18)
    browser = as_(officer)
    address = f"/desk/cases/{case.reference}/before"
    page = browser.get(address).content.decode()
    for words in (
        "withheld s.43(2)",
        "This looks like a round robin",
        "There were 9.",
        "The same applicant asked before",
        "12 November 2026, 6 days before this request",
        f"Use {earlier.reference} again",
    ):
        assert words in page
    gone = browser.post(f"{address}/reuse", {"earlier": earlier.reference})
    assert gone.status_code == 302
    assert Decision.objects.filter(case=case, signed_at__isnull=True).count() == 2
    page = browser.get(address).content.decode()
    assert "Larkfield Council, 2 October 2026, refused. It gave less than is meant now." in page
    assert "It gave more than is meant now." not in page
    assert "Wexcombe Council, 1 October 2026, successful. It" not in page


def test_the_button_is_not_for_those_who_do_not_decide(
    earlier: Case, asks: Asks, approver: User, as_: Browser
) -> None:
    case = asks(FINES)
    browser = as_(approver)
    page = browser.get(f"/desk/cases/{case.reference}/before").content.decode()
    assert "again</button>" not in page
    sent = browser.post(
        f"/desk/cases/{case.reference}/before/reuse", {"earlier": earlier.reference}
    )
    assert sent.status_code == 403


@pytest.mark.parametrize("other", ["", "no-such", "../x"])
def test_an_earlier_case_that_is_none_is_not_found(
    other: str, earlier: Case, asks: Asks, officer: User, as_: Browser
) -> None:
    case = asks(FINES)
    sent = as_(officer).post(f"/desk/cases/{case.reference}/before/reuse", {"earlier": other})
    assert sent.status_code == 404


def test_an_index_of_an_older_form_is_made_again_by_the_worker_and_by_no_page(
    logs: Path, asks: Asks, officer: User
) -> None:
    case = asks(FINES)
    with sqlite3.connect(logs / "history" / "letters.db") as database:
        database.execute("UPDATE about SET value='0' WHERE name='format'")
    assert others(case, officer) == []
    assert bodies(case) == ["Larkfield Council", "Wexcombe Council"]
    assert {each.body for each in others(case, officer)} == {
        "Larkfield Council", "Wexcombe Council",
    }  # fmt: skip
