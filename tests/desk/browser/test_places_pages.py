"""A Word document is redacted in a browser: with and without JavaScript, wide and narrow."""

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.shared import Inches
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect
from tests.desk.letters.fixtures import clock, decided, open_case
from tests.gate.cases import pictured

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file
from answerable.desk.people.models import User
from answerable.desk.redact.actions import add_mark
from answerable.desk.redact.models import Mark

__all__ = ["clock", "decided", "open_case"]
Visit = Callable[..., Page]
Clean = Callable[[Page], None]


def report() -> bytes:
    made = docx.Document()
    made.core_properties.author = ""
    made.add_heading("Review of the night shelter contract", 1)
    made.add_paragraph("The panel met on 14 January and heard from the three bidders.")
    made.add_paragraph("Ms Oakeshott complained about the nights of 3 and 4 December.")
    made.add_paragraph("Her NHS number is 943 476 5919.")
    made.add_heading("Bids", 2)
    table = made.add_table(3, 3)
    for at, row in enumerate((("Bidder", "Price an hour", "Rank"), ("Fenwick Ltd", "31.40", "1"),
                              ("Castleford Care Partnership", "35.10", "2"))):  # fmt: skip
        for across, text in enumerate(row):
            table.cell(at, across).text = text
    picture = Image.new("RGB", (320, 160), "#d4e0d0")
    ImageDraw.Draw(picture).ellipse((110, 20, 210, 140), fill="#84673d")
    drawn = io.BytesIO()
    picture.save(drawn, "PNG")
    drawn.seek(0)
    made.add_picture(drawn, width=Inches(2))
    made.sections[0].header.paragraphs[0].text = "File of R. Thorne"
    made.sections[0].footer.paragraphs[0].text = "Housing panel"
    box = io.BytesIO()
    made.save(box)
    return box.getvalue()


@pytest.fixture
def word(open_case: Case, officer: User) -> Attachment:
    return add_file(open_case, by=officer, name="report.docx", content=report())


def _in_order(page: Page, clean: Clean) -> None:
    clean(page)
    wide: Any = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0


def _path(file: Attachment, more: str = "") -> str:
    return f"/desk/redact/{file.public_id}{more}"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [1280, 375])
def test_the_page_is_in_order(
    width: int, script: bool, word: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    add_mark(word, by=officer, provision="s.40(2)", place="paragraph 3")
    add_mark(word, by=officer, provision="s.43(2)", place="table 1 column 2")
    page = visit(_path(word), user=officer, width=width, script=script)
    expect(page.get_by_role("heading", name="Redact report.docx")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Header 1 paragraph 1")).to_be_attached()
    expect(
        page.get_by_role("checkbox", name="Table 1 row 2 column 1: Fenwick Ltd")
    ).to_be_attached()
    expect(page.get_by_role("checkbox", name="Paragraph 3", exact=True)).to_have_count(0)
    _in_order(page, clean)


@pytest.mark.parametrize("script", [True, False])
def test_pieces_are_ticked_marked_looked_at_and_the_copies_made(
    script: bool, word: Attachment, officer: User, visit: Visit
) -> None:
    page = visit(_path(word), user=officer, script=script)
    page.get_by_label("Paragraph 3", exact=True).check()
    page.get_by_label("Table 1 row 2 column 2: 31.40").check()
    page.get_by_label("Header 1 paragraph 1", exact=True).check()
    page.get_by_label("NHS number: 1").check()
    page.get_by_label("Withheld under").select_option("FOIA s.40(2)")
    page.get_by_role("button", name="Mark them").click()
    expect(page.get_by_text("Marked: paragraph 3")).to_be_visible()
    page.get_by_role("link", name="Preview the copy for the applicant").click()
    expect(page.get_by_text("██████████ [FOIA s.40(2)]").first).to_be_visible()
    expect(page.get_by_text("Oakeshott")).to_have_count(0)
    page.get_by_role("button", name="Make the redacted copies").click()
    expect(page.get_by_text("report (redacted).docx, for the applicant")).to_be_visible()
    assert Mark.objects.count() == 4


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("audience", ["applicant", "regulator"])
def test_the_preview_is_in_order(
    audience: str, width: int, word: Attachment, officer: User, visit: Visit, clean: Clean
) -> None:
    add_mark(word, by=officer, provision="s.40(2)", place="paragraph 3")
    add_mark(word, by=officer, provision="s.40(2)", place="header 1")
    page = visit(_path(word, f"/preview/{audience}"), user=officer, width=width)
    expect(page.get_by_text("Housing panel")).to_be_visible()
    _in_order(page, clean)


@pytest.mark.parametrize("width", [1280, 375])
def test_the_page_that_shows_where_things_are_is_in_order(
    width: int, open_case: Case, officer: User, visit: Visit, clean: Clean
) -> None:
    content = pictured.page(pictured.WHOLE + pictured.BOX)
    file = add_file(open_case, by=officer, name="scan.pdf", content=content)
    page = visit(f"/desk/files/{file.public_id}/where", user=officer, width=width, script=False)
    expect(page.get_by_role("img", name="Page 1, drawn small")).to_be_visible()
    _in_order(page, clean)
