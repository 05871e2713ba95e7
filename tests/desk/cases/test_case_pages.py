"""The work page and the page of a case: what is due, why, what comes next, who sees what."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from answerable.desk.cases import views
from answerable.desk.cases.actions import add_note, move, note_clock
from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Mark, Panel, Step
from answerable.desk.people.models import User

Browser = Callable[[User], Client]
TODAY = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def _a_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "today", lambda: TODAY)


def _page(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_three_numbers_stand_above_the_work(case: Case, officer: User, as_: Browser) -> None:
    page = _page(as_(officer), "/desk/work")
    assert page.count("<dd class=") == 3
    for words in ("due this week", "late", "waiting for the applicant"):
        assert words in page


def test_a_row_says_in_words_when_it_is_due(case: Case, officer: User, as_: Browser) -> None:
    assert f"due {case.due_on:%-d %B %Y}" in _page(as_(officer), "/desk/work")


def test_a_late_row_says_so_in_words(
    case: Case, officer: User, as_: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "today", lambda: date(2026, 12, 10))
    assert "days late" in _page(as_(officer), "/desk/work")


def test_a_case_that_waits_for_the_applicant_is_never_late(
    case: Case, officer: User, as_: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(case, "ask_to_clarify", by=officer)
    monkeypatch.setattr(views, "today", lambda: date(2027, 3, 1))
    page = _page(as_(officer), "/desk/work")
    assert "clock not running" in page
    assert "days late" not in page
    assert "days late" not in _page(as_(officer), f"/desk/cases/{case.reference}")


def test_work_is_found_by_its_words(case: Case, officer: User, as_: Browser) -> None:
    browser = as_(officer)
    assert case.reference in _page(browser, "/desk/work?q=parking")
    assert case.reference not in _page(browser, "/desk/work?q=swimming")


def test_the_words_looked_for_come_back_as_words(officer: User, as_: Browser) -> None:
    page = _page(as_(officer), "/desk/work?q=<script>alert(1)</script>")
    assert "<script>alert" not in page


def test_an_unknown_view_or_page_shows_my_work(case: Case, officer: User, as_: Browser) -> None:
    assert case.reference in _page(as_(officer), "/desk/work?view=zzz&page=-7")


def test_the_case_says_the_day_it_is_on(case: Case, officer: User, as_: Browser) -> None:
    page = _page(as_(officer), f"/desk/cases/{case.reference}")
    assert "Day 10 of 20" in page
    assert "Why this date?" in page


def test_the_strip_has_a_text_that_says_the_same(case: Case, officer: User, as_: Browser) -> None:
    page = _page(as_(officer), f"/desk/cases/{case.reference}")
    assert 'role="img" aria-label="9 of 20 working days are gone' in page


def test_why_this_date_goes_day_by_day(case: Case, officer: User, as_: Browser) -> None:
    page = _page(as_(officer), f"/desk/cases/{case.reference}/why")
    assert "working day 20" in page
    assert "not counted: Saturday" in page
    assert "<strong>today</strong>" in page
    assert "FOIA" in page


def test_what_moved_the_clock_is_told(case: Case, officer: User, as_: Browser) -> None:
    note_clock(case, "clarification_requested_s1_3", by=officer, on=date(2026, 11, 4))
    note_clock(case, "clarification_received", by=officer, on=date(2026, 11, 9))
    page = _page(as_(officer), f"/desk/cases/{case.reference}/why")
    assert "Clarification received, 9 November 2026" in page


@pytest.mark.parametrize(("role", "sees"), [("officer", True), ("publisher", False)])
def test_only_who_may_sees_who_asked(
    role: str, sees: bool, case: Case, person: Callable[..., User], as_: Browser
) -> None:
    page = _page(as_(person(role, name="zed")), f"/desk/cases/{case.reference}")
    assert ("reader@example.org" in page) is sees
    assert ("A. Reader" in page) is sees


def test_dates_on_the_timeline_are_in_words(case: Case, officer: User, as_: Browser) -> None:
    page = _page(as_(officer), f"/desk/cases/{case.reference}")
    assert f"Request received by our form; answer due {case.due_on:%-d %B %Y}" in page


def test_the_timeline_shows_one_kind(case: Case, officer: User, as_: Browser) -> None:
    add_note(case, "Rang the applicant.", by=officer)
    add_note(case, "By ward, please.", by=None, title="E-mail", direction="in")
    browser, path = as_(officer), f"/desk/cases/{case.reference}"
    people, came = _page(browser, f"{path}?show=people"), _page(browser, f"{path}?show=in")
    assert "Rang the applicant." in people
    assert "By ward, please." not in people
    assert "By ward, please." in came
    assert "Rang the applicant." not in came
    assert "Rang the applicant." in _page(browser, f"{path}?show=nonsense")


def test_a_note_is_added_by_a_plain_form(case: Case, officer: User, as_: Browser) -> None:
    browser = as_(officer)
    answer = browser.post(
        f"/desk/cases/{case.reference}/note", {"text": "Asked <b>Housing</b>."}, follow=True
    )
    page = answer.content.decode()
    assert "The note was added." in page
    assert "Asked &lt;b&gt;Housing&lt;/b&gt;." in page


def test_an_empty_note_is_refused_in_words(case: Case, officer: User, as_: Browser) -> None:
    answer = as_(officer).post(f"/desk/cases/{case.reference}/note", {"text": "  "}, follow=True)
    assert "The note is empty." in answer.content.decode()
    assert not case.notes.exists()


@pytest.mark.parametrize("role", ["auditor", "publisher", "qualified_person"])
def test_who_changes_nothing_is_offered_no_note(
    role: str, case: Case, person: Callable[..., User], as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    page = _page(browser, f"/desk/cases/{case.reference}")
    if role != "qualified_person":
        assert "Add a note" not in page
        answer = browser.post(f"/desk/cases/{case.reference}/note", {"text": "Hello"})
        assert answer.status_code == 403
        assert not case.notes.exists()
    assert browser.get(f"/desk/cases/{case.reference}/give").status_code == 403


def test_a_case_is_given_to_an_officer(
    case: Case, approver: User, person: Callable[..., User], as_: Browser
) -> None:
    ben = person("officer", name="ben")
    path = f"/desk/cases/{case.reference}/give"
    page = _page(as_(approver), path)
    assert "Ben" in page
    assert "Approver</label>" not in page
    as_(approver).post(path, {"to": ben.public_id})
    assert Case.objects.get(pk=case.pk).owner == ben


def test_a_case_is_not_given_to_who_cannot_work_on_it(
    case: Case, approver: User, contributor: User, as_: Browser
) -> None:
    answer = as_(approver).post(f"/desk/cases/{case.reference}/give", {"to": contributor.public_id})
    assert "That person cannot work on cases." in answer.content.decode()
    assert Case.objects.get(pk=case.pk).owner != contributor


def test_what_slices_offer_stands_on_the_page(
    case: Case, officer: User, as_: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "next_steps", lambda *_: [Step("Write the letter", "/desk/x")])
    monkeypatch.setattr(views, "marks", lambda *_: [Mark("decided", "/desk/y", "green")])
    monkeypatch.setattr(views, "panels", lambda *_: [Panel("Why", "cases/strip.html", side=True)])
    page = _page(as_(officer), f"/desk/cases/{case.reference}")
    assert "Write the letter" in page
    assert "decided" in page
    assert '<h2 class="govuk-heading-s">Why</h2>' in page


@pytest.mark.parametrize("path", ["/desk/work", "/desk/cases/{}", "/desk/cases/{}/why"])
def test_a_page_asks_the_database_at_most_eight_times(
    path: str,
    case: Case,
    officer: User,
    as_: Browser,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: Any,
) -> None:
    for name in ("panels", "marks", "next_steps"):
        monkeypatch.setattr(views, name, lambda *_: [])
    browser = as_(officer)
    with django_assert_max_num_queries(8):
        assert browser.get(path.format(case.reference)).status_code == 200
