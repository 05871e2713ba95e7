"""The pages of the gate in a browser: with and without JavaScript, wide and narrow."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.desk.files.test_incoming import with_macro
from tests.desk.letters.fixtures import clock, decided, open_case
from tests.desk.letters.test_files import workbook

from answerable.desk.cases.models import Case
from answerable.desk.files.actions import keep
from answerable.desk.files.inspection import inspect
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.letters.actions import add_file, clean_copy, keep_despite
from answerable.desk.people.models import User

__all__ = ["clock", "decided", "open_case"]
Visit = Callable[..., Page]
Clean = Callable[[Page], None]
WHY = "They are named in the published chart."


@pytest.fixture
def exposing(open_case: Case, officer: User) -> Attachment:
    content = workbook(hidden=True, people=True)
    return add_file(open_case, by=officer, name="staff-2026.xlsx", content=content)


@pytest.fixture
def dangerous(open_case: Case) -> Attachment:
    kept = keep(
        by=None, case=open_case, name="list.xlsm", content=with_macro(), purpose=Purpose.RECEIVED
    )
    return inspect(kept)


def _in_order(page: Page, clean: Clean) -> None:
    clean(page)
    wide: Any = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0


@pytest.mark.parametrize("width", [1280, 375])
def test_the_record_of_the_gate_is_in_order(
    width: int, exposing: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    keep_despite(exposing, by=officer, reason=WHY)
    clean_copy(exposing, by=officer)
    page = visit(f"/desk/cases/{exposing.case.reference}/gate", user=officer, width=width)
    expect(page.get_by_role("heading", name="What the gate found")).to_be_visible()
    expect(page.get_by_text(exposing.sha256)).to_be_visible()
    _in_order(page, clean)


@pytest.mark.parametrize("script", [True, False])
def test_a_second_person_agrees(
    script: bool, exposing: Attachment, officer: User, approver: User, visit: Visit, clean: Clean
) -> None:
    path = f"/desk/cases/{exposing.case.reference}/release"
    page = visit(path, user=officer, script=script)
    page.get_by_text("Keep it as it is, with a reason").click()
    page.get_by_label("Why it may go as it is").fill(WHY)
    page.get_by_role("button", name="Keep it as it is").click()
    expect(page.get_by_text(WHY)).to_be_visible()
    expect(page.get_by_role("button", name="I agree")).to_have_count(0)
    second = visit(path, user=approver, script=script, width=375)
    _in_order(second, clean)
    second.get_by_role("button", name="I agree").click()
    expect(second.get_by_text("Both names are on the record")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_dangerous_file_is_opened_only_by_a_click(
    script: bool, dangerous: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    page = visit(f"/desk/cases/{dangerous.case.reference}", user=officer, script=script)
    _in_order(page, clean)
    page.get_by_role("link", name="list.xlsm").click()
    expect(page.get_by_text("The gate found: macros")).to_be_visible()
    _in_order(page, clean)
    with page.expect_download() as download:
        page.get_by_role("button", name="Open it all the same").click()
    assert download.value.suggested_filename == "list.xlsm"


@pytest.mark.parametrize("width", [1280, 375])
def test_a_file_that_waits_says_so(
    width: int, open_case: Case, officer: User, visit: Visit, clean: Clean
) -> None:
    file = keep(
        by=None, case=open_case, name="list.csv", content=b"a,b\n1,2\n", purpose=Purpose.RECEIVED
    )
    page = visit(f"/desk/files/{file.public_id}", user=officer, width=width)
    expect(page.get_by_text("Not yet inspected.", exact=True)).to_be_visible()
    _in_order(page, clean)
    page.get_by_role("button", name="Look into it now").click()
    expect(page.get_by_text("nothing that the file does not show")).to_be_visible()
    _in_order(page, clean)
