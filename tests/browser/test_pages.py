"""Every page in a real browser: no script needed, nothing fetched, accessible, fit for a phone."""

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from answerable.audit import audit_letter
from answerable.audit.fix import proposals
from answerable.audit.fix import to_html as fixed_page
from answerable.audit.report import LetterReport, to_html
from answerable.clock import Event, due
from answerable.clock.picture import to_html as due_page
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import sample
from answerable.letters.writers import to_html as notice_page
from answerable.model import Regime

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="no Chromium on this machine; install one to test the pages"
    ),
]


def _pages() -> dict[str, str]:
    from datetime import date

    letter = read_letter(sample("seed_letter.txt"))
    findings = audit_letter(letter)
    report = LetterReport("seed_letter.txt", letter, findings)
    unread = LetterReport("scan.pdf", error="“scan.pdf” has no text in it.")
    events = [
        Event("fees_notice_given", date(2026, 2, 9)),
        Event("fee_received", date(2026, 2, 20)),
    ]
    notice = write_notice(read_record(sample("seed_decision.yaml"), "seed_decision.yaml"))
    return {
        "audit": to_html([report]),
        "audit of several": to_html([report, unread]),
        "proposals": fixed_page(letter, proposals(letter, findings)),
        "due": due_page(due(date(2026, 2, 2), Regime.FOIA, events=events)),
        "notice": notice_page(notice),
    }


PAGES = ("audit", "audit of several", "proposals", "due", "notice")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, text in _pages().items():
        made[name] = folder / f"{name.replace(' ', '-')}.html"
        made[name].write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Browser:
    return chromium


def _open(
    browser: Browser, path: Path, *, script: bool, width: int = 1280
) -> tuple[Page, list[str]]:
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(path.as_uri())
    return page, [url for url in fetched if url != path.as_uri()]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_no_script_is_needed(
    name: str, pages: dict[str, Path], browser: Browser
) -> None:
    page, fetched = _open(browser, pages[name], script=False)
    assert fetched == []
    assert page.locator("script").count() == 0
    expect(page.locator("h1, strong").first).to_be_visible()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, pages: dict[str, Path], browser: Browser) -> None:
    page, _ = _open(browser, pages[name], script=True)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_it_in_one_column(
    name: str, pages: dict[str, Path], browser: Browser
) -> None:
    page, _ = _open(browser, pages[name], script=True, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 362


def test_each_mark_leads_to_its_note_and_stands_beside_it(
    pages: dict[str, Path], browser: Browser
) -> None:
    page, _ = _open(browser, pages["audit"], script=True)
    marks = page.locator("mark a.ref")
    assert marks.count() >= 8
    for number in range(marks.count()):
        target = marks.nth(number).get_attribute("href")
        assert page.locator(target or "#none").count() == 1
    first = page.locator("mark").first.bounding_box()
    note = page.locator(".card").first.bounding_box()
    assert first
    assert note
    assert note["x"] > first["x"]
    assert abs(note["y"] - first["y"]) < 200


def test_quoted_words_are_set_back(pages: dict[str, Path], browser: Browser) -> None:
    page, _ = _open(browser, pages["audit"], script=True)
    own = page.locator(".block.authority p").first.bounding_box()
    quoted = page.locator(".block.request p").first.bounding_box()
    assert own
    assert quoted
    assert quoted["x"] > own["x"]
