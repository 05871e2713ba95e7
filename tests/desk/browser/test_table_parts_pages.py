"""A table with a part of a whole, from pasting to the register, without scripts and on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.desk.tables.conftest import counted, open_case, question

from answerable.desk.cases.models import Question
from answerable.desk.people.models import User
from answerable.desk.tables.models import TableRelease

__all__ = ["counted", "open_case", "question"]
TABLE = """Since 2017,Men,Women,Men under 16,Women under 16,Total
Help with housing,21,14,9,11,35
Help with health,17,13,12,6,30
Help with school,15,19,15,19,34
"""
PARTS = "Men under 16 is part of Men\nWomen under 16 is part of Women"
REST = "Help with housing, Women less Women under 16"


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("rule", ["fewer-than-5", "nhs-england-hes"])
def test_the_whole_way(
    width: int,
    rule: str,
    question: Question,
    officer: User,
    visit: Callable[..., Page],
    clean: Callable[[Page], None],
    tmp_path: Path,
) -> None:
    where = f"/desk/cases/{question.case.reference}/tables/{question.public_id}"
    page = visit(where, user=officer, script=False, width=width)
    page.get_by_label("What does the table count?").fill("Returnees helped since 2017")
    page.get_by_label("Paste the table").fill(TABLE)
    page.get_by_role("button", name="Look at the table").click()
    problem = "write here: Men under 16 is part of Men; Women under 16 is part of Women"
    expect(page.get_by_role("alert").get_by_text(problem)).to_be_visible()
    page.get_by_label("What is part of what? (optional)").fill(PARTS)
    page.get_by_role("button", name="Look at the table").click()
    expect(page.get_by_text("What is part of what.")).to_be_visible()
    clean(page)
    page.locator(f"input[value={rule}]").check()
    page.get_by_role("button", name="Protect it").click()
    expect(page.locator("strong", has_text=REST)).to_be_visible()
    expect(page.get_by_text("a reader would have it by subtraction")).to_be_visible()
    page.screenshot(path=tmp_path / "judged.png", full_page=True)
    clean(page)
    page.get_by_role("button", name="Accept this version").click()
    expect(page.get_by_text("The true counts were deleted").first).to_be_visible()
    page.screenshot(path=tmp_path / "accepted.png", full_page=True)
    clean(page)
    release = TableRelease.objects.get()
    register = visit(f"/desk/tables/{release.public_id}", user=officer, script=False, width=width)
    expect(register.get_by_text("Men under 16 is part of Men;")).to_be_visible()
    clean(register)


@pytest.mark.parametrize("width", [1280, 375])
def test_the_refusal_says_at_its_field_what_to_write(
    width: int,
    question: Question,
    officer: User,
    visit: Callable[..., Page],
    clean: Callable[[Page], None],
    tmp_path: Path,
) -> None:
    where = f"/desk/cases/{question.case.reference}/tables/{question.public_id}"
    page = visit(where, user=officer, width=width)
    page.get_by_label("What does the table count?").fill("Returnees helped since 2017")
    page.get_by_label("Paste the table").fill(TABLE)
    page.get_by_role("button", name="Look at the table").click()
    expect(page.locator("#id_parts-error")).to_contain_text("Men under 16 is part of Men")
    page.screenshot(path=tmp_path / "refused.png", full_page=True)
    clean(page)
