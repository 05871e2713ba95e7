"""Redacting in a browser: with a mouse, with a keyboard, without JavaScript, wide and narrow."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.letters.fixtures import clock, decided, open_case
from tests.desk.letters.test_files import workbook
from tests.desk.redact.made import NAME, letter, scan

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file
from answerable.desk.people.models import User
from answerable.desk.redact.actions import add_mark, make_copies
from answerable.desk.redact.models import Mark
from answerable.gate import inspect_bytes
from answerable.gate.pictures import where_of
from answerable.gate.redacting import schedule
from answerable.gate.report import to_html

__all__ = ["clock", "decided", "open_case"]
Visit = Callable[..., Page]
Clean = Callable[[Page], None]


@pytest.fixture
def pdf(open_case: Case, officer: User) -> Attachment:
    return add_file(open_case, by=officer, name="minutes.pdf", content=letter())


def _in_order(page: Page, clean: Clean) -> None:
    clean(page)
    wide: Any = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0


def _path(file: Attachment, more: str = "") -> str:
    return f"/desk/redact/{file.public_id}{more}"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [1280, 375])
def test_the_page_is_in_order(
    width: int, script: bool, pdf: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    add_mark(pdf, by=officer, provision="s.43(2)", whom="log", words="Ninety")
    make_copies(pdf, by=officer)
    page = visit(_path(pdf), user=officer, width=width, script=script)
    expect(page.get_by_role("heading", name="Redact minutes.pdf")).to_be_visible()
    expect(page.get_by_role("img", name="areas marked on it: 1")).to_be_visible()
    expect(page.get_by_role("link", name="minutes (for the log).pdf")).to_be_visible()
    _in_order(page, clean)


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("audience", ["applicant", "regulator"])
def test_the_preview_is_in_order(
    audience: str, width: int, pdf: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    page = visit(_path(pdf, f"/preview/{audience}"), user=officer, width=width)
    expect(page.get_by_role("img", name="Page 1 of 2 of the copy")).to_be_visible()
    _in_order(page, clean)


def test_an_area_is_drawn_with_the_mouse(pdf: Attachment, officer: User, visit: Visit) -> None:
    page = visit(_path(pdf), user=officer)
    box = page.locator("svg image").bounding_box()
    assert box is not None
    scale = box["width"] / 400
    page.mouse.move(box["x"] + 59 * scale, box["y"] + 28 * scale)
    page.mouse.down()
    page.mouse.move(box["x"] + 100 * scale, box["y"] + 40 * scale)
    page.mouse.move(box["x"] + 117 * scale, box["y"] + 45 * scale)
    page.mouse.up()
    expect(page.get_by_label("Withheld under")).to_be_focused()
    expect(page.locator("rect.app-redact-new")).to_be_visible()
    page.get_by_label("Withheld under").select_option("FOIA s.40(2)")
    page.get_by_role("button", name="Add the mark").click()
    expect(page.get_by_text("Marked: page 1")).to_be_visible()
    mark = Mark.objects.get()
    drawn = (mark.left, mark.top, mark.width, mark.height)
    assert all(abs(one - other) < 1.5 for one, other in zip(drawn, (59, 28, 58, 17), strict=True))


def test_a_click_draws_nothing(pdf: Attachment, officer: User, visit: Visit) -> None:
    page = visit(_path(pdf), user=officer)
    page.locator("svg image").click(position={"x": 200, "y": 100})
    expect(page.get_by_label("From the left")).to_have_value("")
    page.get_by_label("Withheld under").select_option("FOIA s.40(2)")
    page.get_by_role("button", name="Add the mark").click()
    expect(page.get_by_role("alert")).to_contain_text("Draw an area")
    assert not Mark.objects.exists()


def test_numbers_that_are_typed_move_the_drawing(
    pdf: Attachment, officer: User, visit: Visit
) -> None:
    page = visit(_path(pdf), user=officer)
    for label, value in (
        ("From the left", "59"), ("From the top", "28"), ("Width", "58"), ("Height", "17"),
    ):  # fmt: skip
        page.get_by_label(label).fill(value)
    drawn = page.locator("rect.app-redact-new")
    expect(drawn).to_have_attribute("x", "59")
    expect(drawn).to_have_attribute("height", "17")
    page.get_by_label("Page", exact=True).fill("2")
    expect(drawn).to_have_attribute("width", "0")


@pytest.mark.parametrize("script", [True, False])
def test_all_of_it_with_the_keyboard_alone(
    script: bool, pdf: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    page = visit(_path(pdf), user=officer, script=script)
    page.get_by_label("From the left").focus()
    for value in ("59", "28", "58", "17"):
        page.keyboard.type(value)
        page.keyboard.press("Tab")
    page.get_by_label("Withheld under").focus()
    page.keyboard.type("s.40(2)")
    page.get_by_role("button", name="Add the mark").press("Enter")
    expect(page.get_by_text("FOIA s.40(2). Withheld from the applicant")).to_be_visible()
    page.get_by_role("button", name="Make the redacted copies").press("Enter")
    expect(page.get_by_text("minutes (redacted).pdf, for the applicant: passed.")).to_be_visible()
    _in_order(page, clean)


@pytest.mark.parametrize("script", [True, False])
def test_what_is_wrong_is_said_at_the_field(
    script: bool, pdf: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    page = visit(_path(pdf), user=officer, script=script, width=375)
    page.get_by_label("Or words").fill("Oakeshott")
    page.get_by_role("button", name="Add the mark").click()
    expect(page.get_by_role("link", name="Choose the provision")).to_be_visible()
    page.get_by_role("link", name="Choose the provision").click()
    expect(page.get_by_label("Withheld under")).to_be_focused()


def test_a_picture_is_marked_and_a_mark_removed(
    open_case: Case, officer: User, visit: Visit, clean: Clean
) -> None:
    file = add_file(open_case, by=officer, name="scan.png", content=scan())
    add_mark(file, by=officer, provision="s.40(2)", area=NAME)
    page = visit(f"/desk/cases/{open_case.reference}/release", user=officer)
    page.get_by_role("link", name="Redact its pages").click()
    expect(page.get_by_text("In dots from the top left corner")).to_be_visible()
    expect(page.get_by_label("Or words")).to_have_count(0)
    _in_order(page, clean)
    page.get_by_role("button", name="Remove mark 1").click()
    expect(page.get_by_text("No marks yet.")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 375])
def test_the_report_of_the_gate_and_the_schedule_are_in_order(
    width: int, chromium: Browser, clean: Clean
) -> None:
    under_a_box = letter("Dear Sir", "Margaret Thorneycroft", box=True)
    data = {"staff.xlsx": workbook(hidden=True, people=True), "letter.pdf": under_a_box}
    reports = [inspect_bytes(content, name) for name, content in data.items()]
    places = {name: where_of(content, name) for name, content in data.items()}
    rows = [{"place": "page 1", "provision": "FOIA s.40(2)", "count": 2}]
    whole = (
        to_html(reports, places),
        schedule.to_html("a" * 90 + ".pdf", "0" * 64, "log", rows),
        schedule.to_html("letter.pdf", "0" * 64, "regulator", []),
    )
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for each in whole:
            page.set_content(each)
            _in_order(page, clean)
        page.set_content(whole[0])
        expect(page.get_by_role("img", name="Sheet tabs: 2, of which 1 hidden")).to_be_visible()
        expect(page.get_by_role("img", name="Page 1, drawn small")).to_be_visible()
