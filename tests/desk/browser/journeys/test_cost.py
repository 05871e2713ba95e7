"""Journey (d): the work would cost more than the law asks, and the letter says how to narrow it."""

from django.core import mail
from playwright.sync_api import expect
from tests.desk.browser.journeys.common import (
    Walks,
    keep_and_sign,
    take_in,
    write_and_clear,
)
from tests.desk.browser.journeys.walking import Walker

from answerable.desk.people.models import User

TEXT = """Dear Council,

Please send me every repair report for council homes since 2001 that mentions damp.

Yours,
A. Reader"""
ADVICE = "You could ask for the reports of the last two years, which can be searched by computer."


def test_a_request_over_the_limit_is_refused_with_the_estimate_and_advice(
    walks: Walks, officer: User, approver: User
) -> None:
    by = walks(officer)
    case = take_in(by, "Damp in council homes", TEXT)
    by.press("Triage is done")
    by.follow("Estimate the cost")
    _line(by, 0, "locating", "paper repair files", "4200", "3")
    by.press("Keep the estimate")
    by.sees("Over the limit", "210 hours", "a refusal for cost without advice")
    by.fill("How could the request be narrowed?", ADVICE)
    by.press("Keep the estimate")
    by.follow("Decide that it would cost too much")
    expect(by.main.get_by_label("Hours it would take")).to_have_value("210.0")
    keep_and_sign(by)
    write_and_clear(by, walks, approver, case)
    letter = mail.outbox[-1].body
    assert "section 12" in letter
    assert "210" in letter
    assert "last two years" in letter


def _line(by: Walker, place: int, work: str, what: str, number: str, minutes: str) -> None:
    row = by.main.locator("tbody tr").nth(place)
    row.locator("select").select_option(work)
    for at, words in enumerate((what, number, minutes)):
        row.locator("input").nth(at).fill(words)
