"""The public side in a real browser: journey (a), every page accessible, with and without scripts."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from answerable.desk.ask import guard
from answerable.desk.authority.models import Authority
from answerable.desk.cases.models import Case
from answerable.desk.log.index import refresh
from answerable.desk.people.models import User
from answerable.desk.publish.models import Publication
from answerable.desk.stats.actions import close_quarters

Visit = Callable[..., Page]
Clean = Callable[[Page], None]

QUESTION = "How many parking fines were issued in Northmere town centre in 2025?"
PAGES = [
    "/", "/log/", "/log/?q=parking", "/log/?q=nothing", "ENTRY", "WITHDRAWN", "/statistics",
    "/ask/", "/ask/what", "/accessibility", "/privacy", "/cookies", "/contact", "/check-receipt",
    "/cy/", "/cy/log/", "/cy/ask/what",
]  # fmt: skip


@pytest.fixture
def entry(case: Case, publisher: User) -> Publication:
    """An answer about parking fines, published."""
    Case.objects.filter(pk=case.pk).update(
        state="closed", outcome="full", received_on=date(2026, 1, 5), sent_on=date(2026, 1, 20)
    )
    made = Publication.objects.create(
        case=case,
        reference=case.reference,
        title="Parking fines in the town centre",
        request="How many parking fines were issued in the town centre?",
        answer="We issued 4,812 parking fines.\n\nThe table has the months.",
        subject="Parking, roads and transport",
        regime="FOIA",
        outcome="full",
        received_on=date(2026, 1, 5),
        answered_on=date(2026, 1, 20),
        published_on=date(2026, 1, 25),
        state="published",
        proposed_by=publisher,
    )
    refresh(made)
    return made


@pytest.fixture(autouse=True)
def at_a_persons_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser of a test types quicker than anybody."""
    monkeypatch.setattr(guard, "QUICKEST", timedelta(seconds=-1))


def _sees_suggestion(page: Page, script: bool) -> None:
    """With scripts it stands there while one types; without, on the next page."""
    box = page.get_by_label("What do you want to know?")
    if script:
        box.press_sequentially(QUESTION)
        expect(page.locator("#while-typing")).to_contain_text("Parking fines in the town centre")
    else:
        box.fill(QUESTION)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is your answer here already?")
    expect(page.get_by_role("main")).to_contain_text("Parking fines in the town centre")


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
def test_a_member_of_the_public_asks_and_follows(
    script: bool, visit: Visit, clean: Clean, entry: Publication
) -> None:
    page = visit("/", script=script)
    page.get_by_role("button", name="Ask for information").click()
    page.get_by_role("button", name="Start now").click()
    _sees_suggestion(page, script)
    clean(page)
    page.get_by_role("button", name="No, go on with my request").click()
    clean(page)
    page.get_by_label("By e-mail, or as a file").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Continue").click()  # nothing typed yet
    expect(page.get_by_role("alert")).to_contain_text("Enter your name")
    clean(page)
    page.get_by_label("Your name").fill("A. Reader")
    page.get_by_label("E-mail address").fill("reader@example.org")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("main")).to_contain_text(QUESTION)
    clean(page)
    page.get_by_role("button", name="Send my request").click()
    case = Case.objects.exclude(pk=entry.case_id).get()
    main = page.get_by_role("main")
    expect(main).to_contain_text(case.reference)
    expect(main).to_contain_text("20 working days after")
    clean(page)
    assert page.context.cookies() == []  # the one cookie went with the request
    page.locator("main a[href*='/status/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("We are working on it")
    page.get_by_label("Your message").fill("I mean penalty charge notices.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("main")).to_contain_text("We have your message")
    clean(page)
    assert case.notes.get().text == "I mean penalty charge notices."


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
def test_later_they_find_the_published_answer(
    script: bool, visit: Visit, clean: Clean, entry: Publication
) -> None:
    page = visit("/", script=script)
    page.get_by_label("Search published answers").fill("parking fine")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("mark").first).to_have_text("Parking")
    page.get_by_role("link", name="Parking fines in the town centre").click()
    expect(page.get_by_role("main")).to_contain_text("We issued 4,812 parking fines.")
    clean(page)
    assert page.context.cookies() == []


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
def test_who_finds_it_published_sends_nothing(
    script: bool, visit: Visit, entry: Publication
) -> None:
    page = visit("/ask/what", script=script)
    _sees_suggestion(page, script)
    page.get_by_role("button", name="Yes, I have what I need").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Good. Nothing was sent")
    assert Case.objects.count() == 1
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_fits(
    path: str, width: int, visit: Visit, clean: Clean, entry: Publication
) -> None:
    Authority.objects.update(welsh=True)
    close_quarters(date(2026, 11, 1))
    if path == "WITHDRAWN":
        Publication.objects.update(state="withdrawn", withdrawn_on=date(2026, 5, 1))
    path = f"/log/{entry.public_id}" if path in ("ENTRY", "WITHDRAWN") else path
    page = visit(path, width=width)
    clean(page)
    wide: Any = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


def test_the_whole_form_can_be_walked_with_the_keyboard(visit: Visit, entry: Publication) -> None:
    page = visit("/ask/what")
    page.get_by_label("What do you want to know?").focus()
    page.keyboard.type("How many benches stand in the parks?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ask for information")
    expect(page.get_by_label("I do not mind")).to_be_visible()
    # Nobody who uses the keyboard lands in the field that is out of sight.
    page.go_back()
    page.get_by_label("What do you want to know?").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Continue"


def test_hostile_words_run_nothing(visit: Visit, entry: Publication) -> None:
    words = "<img src=x onerror=\"document.title='ran'\"> parking fines <script>alert(1)</script>"
    Publication.objects.update(title=words, request=words, answer=words)
    refresh(Publication.objects.get())
    for path in ("/", "/log/", "/log/?q=parking", f"/log/{entry.public_id}"):
        page = visit(path)
        assert "ran" not in page.title().split()
        assert page.locator("main img, main script").count() == 0
