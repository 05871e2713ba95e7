"""Internal reviews: a clock of their own, another person, a letter of their own."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from tests.desk.letters.fixtures import TODAY, Clock, now_digest
from tests.desk.publish.test_actions import sent

from answerable.clock import due
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.actions import ask_clearance, clear
from answerable.desk.decide.models import Decision
from answerable.desk.events.models import Event
from answerable.desk.letters.actions import save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import problems
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.people.roles import Role, roles
from answerable.desk.reviews.actions import ask_for_review, decide_review
from answerable.desk.reviews.due import review_due, review_kind
from answerable.desk.reviews.models import Review
from answerable.desk.reviews.panel import for_case, next_steps
from answerable.desk.reviews.record import review_record
from answerable.desk.sending.answer import mark_posted
from answerable.desk.sites import staff_url
from answerable.desk.today import now
from answerable.model import Regime, UnusableInputError

Browser = Callable[[User], Client]
__all__ = ["sent"]
ASKED = date(2026, 11, 25)
POINTS = "You withheld the names without saying why."
FOUND = ["You said that no reason was given. The review finds that the letter gave it"]


@pytest.fixture
def review(sent: Case, officer: User, clock: Clock) -> Review:
    clock.set(ASKED)
    return ask_for_review(sent, by=officer, asked_on=ASKED, points=POINTS)


@pytest.fixture
def reviewer(person: Callable[..., User]) -> User:
    return person("approver", name="reviewer")


def test_a_review_has_a_clock_of_its_own(review: Review) -> None:
    assert review.due_on == due(ASKED, Regime.FOIA, "internal_review_target").due
    case = Case.objects.get()
    assert (case.where, case.due_on) == (State.REVIEW, review.due_on)
    assert POINTS not in str(list(Event.objects.values_list("facts", flat=True)))


@pytest.mark.parametrize("regime", Regime)
def test_every_law_has_a_time_for_reviews(regime: Regime) -> None:
    assert review_due(ASKED, regime) > ASKED


def test_a_law_without_a_letter_for_reviews_says_so() -> None:
    assert review_kind(Regime.FOISA) == "foisa_review"
    with pytest.raises(UnusableInputError, match="by hand"):
        review_kind(Regime.EISR)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_only_who_works_on_cases_notes_that_one_was_asked_for(
    role: Role, sent: Case, person: Callable[..., User], clock: Clock
) -> None:
    by = person(role.id, name="zed")
    if Permission.WRITE_CASES in role.may:
        assert ask_for_review(sent, by=by, asked_on=TODAY, points=POINTS).due_on
    else:
        with pytest.raises(PermissionDenied):
            ask_for_review(sent, by=by, asked_on=TODAY, points=POINTS)
        assert not Review.objects.exists()


@pytest.mark.parametrize("state", State)
def test_only_what_was_answered_is_reviewed(state: State, sent: Case, officer: User) -> None:
    Case.objects.filter(pk=sent.pk).update(state=state)
    case = Case.objects.get(pk=sent.pk)
    if state in (State.SENT, State.CLOSED):
        assert ask_for_review(case, by=officer, asked_on=TODAY, points=POINTS).case == case
    else:
        with pytest.raises(UnusableInputError):
            ask_for_review(case, by=officer, asked_on=TODAY, points=POINTS)
        assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("on", "points"), [(date(2026, 11, 21), POINTS), (date(2026, 11, 19), POINTS), (TODAY, " ")]
)
def test_a_review_that_cannot_be_is_refused(
    on: date, points: str, sent: Case, officer: User
) -> None:
    with pytest.raises(UnusableInputError):
        ask_for_review(sent, by=officer, asked_on=on, points=points)
    assert Case.objects.get(pk=sent.pk).where is State.SENT


def test_who_wrote_or_cleared_or_signed_the_answer_does_not_decide_the_review(
    review: Review, officer: User, approver: User, reviewer: User
) -> None:
    for by in (officer, approver):
        with pytest.raises(PermissionDenied, match="Somebody who did not"):
            decide_review(review, by=by, outcome="upheld", findings=FOUND)
    Decision.objects.create(
        case=review.case, kind="withheld", made_by=reviewer, signed_by=reviewer, signed_at=now()
    )
    with pytest.raises(PermissionDenied):
        decide_review(review, by=reviewer, outcome="upheld", findings=FOUND)


@pytest.mark.parametrize(
    ("outcome", "findings"), [("nonsense", FOUND), ("upheld", []), ("upheld", [" "])]
)
def test_an_outcome_without_its_findings_is_refused(
    outcome: str, findings: list[str], review: Review, reviewer: User
) -> None:
    with pytest.raises(UnusableInputError, match="Choose the outcome"):
        decide_review(review, by=reviewer, outcome=outcome, findings=findings)


def test_without_a_review_the_decisions_make_the_letter(sent: Case) -> None:
    assert review_record(sent, TODAY) is None


def test_an_undecided_review_has_no_letter(review: Review) -> None:
    with pytest.raises(UnusableInputError, match="no outcome yet"):
        review_record(review.case, ASKED)


def test_the_outcome_goes_out_by_the_way_of_every_letter(
    review: Review, officer: User, approver: User, reviewer: User, person: Callable[..., User]
) -> None:
    decide_review(review, by=reviewer, outcome="upheld", findings=FOUND)
    case = Case.objects.get(pk=review.case_id)
    letter = save_letter(case, by=officer, free=Free(), dated=ASKED, based_on=1)
    assert letter.kind == "foia_internal_review"
    assert "the letter gave it" in letter.text
    assert problems(letter, on=ASKED) == []
    ask_clearance(case, by=officer)
    with pytest.raises(PermissionDenied, match="their own work"):
        clear(case, by=reviewer, digest=now_digest(case))
    clear(case, by=approver, digest=now_digest(case))
    mark_posted(case, by=officer, on=ASKED)
    case.refresh_from_db()
    assert (case.where, case.sent_on, case.outcome) == (State.SENT, TODAY, "partial")
    assert Review.objects.get().ended_on == ASKED
    with pytest.raises(UnusableInputError, match="sent already"):
        decide_review(Review.objects.get(), by=reviewer, outcome="overturned", findings=FOUND)


def test_the_page_notes_and_decides_by_plain_forms(
    sent: Case, officer: User, reviewer: User, as_: Browser, clock: Clock
) -> None:
    clock.set(ASKED)
    address = staff_url("review", sent.reference)
    as_(officer).post(address, {"asked_on": "2026-11-25", "points": POINTS})
    assert "Somebody who had no part" in as_(officer).get(address).content.decode()
    page = as_(reviewer).get(address).content.decode()
    assert POINTS in page
    as_(reviewer).post(
        address, {"outcome": "partly upheld", "findings": "First point.\n\nSecond\npoint."}
    )
    assert Review.objects.get().findings == ["First point.", "Second point."]
    assert "Write the letter" in as_(officer).get(address).content.decode()


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_who_reads_no_cases_sees_nothing(
    role: str, review: Review, person: Callable[..., User], as_: Browser
) -> None:
    page = as_(person(role, name="zed")).get(staff_url("review", review.case.reference))
    assert page.status_code == 403
    assert POINTS.encode() not in page.content


def test_the_case_says_by_when_and_by_whom(
    review: Review, officer: User, reviewer: User, as_: Browser
) -> None:
    assert "had no part" in next_steps(review.case, officer)[0].words
    assert "had no part" not in next_steps(review.case, reviewer)[0].words
    assert [panel.title for panel in for_case(review.case, officer)] == ["Internal review"]
    assert as_(officer).get(staff_url("case", review.case.reference)).status_code == 200


def test_a_case_without_a_review_shows_only_where_to_note_one(
    sent: Case, officer: User, auditor: User
) -> None:
    assert next_steps(sent, officer) == []
    (panel,) = for_case(sent, officer)
    assert panel.side
    assert panel.context["reviews"] == []
    assert for_case(sent, auditor) == []


def test_an_answered_case_leads_to_where_a_review_is_noted(
    sent: Case, officer: User, auditor: User, as_: Browser
) -> None:
    link = f'href="{staff_url("review", sent.reference)}"'
    address = staff_url("case", sent.reference)
    assert link in as_(officer).get(address).content.decode()
    assert link not in as_(auditor).get(address).content.decode()


def test_a_case_that_is_not_answered_does_not(case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).get(staff_url("case", case.reference)).content.decode()
    assert staff_url("review", case.reference) not in page
