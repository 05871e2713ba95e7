"""The report of inspect as a page: what is where, drawn and in words, with nothing from elsewhere."""

import io
import re
import struct
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from lxml import html as markup
from PIL import Image
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate.pictures import Tab, Where, where_of
from answerable.gate.report import FileReport, to_html

SHARED_MARK = "0 g 20 220 200 24 re f"


def workbook(**sheets: str) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, state in sheets.items():
        sheet = made.create_sheet(name)
        sheet["A1"] = f"words of {name}"
        sheet.sheet_state = state
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(*lines: str, after: str = "", pages: int = 1) -> bytes:
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for _ in range(pages):
        page = made.add_blank_page(page_size=(400, 300))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        drawing = " ".join(
            f"BT /F1 12 Tf 30 {260 - 30 * n} Td ({line}) Tj ET" for n, line in enumerate(lines)
        )
        page.Contents = made.make_stream(f"{drawing} {after}".encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


# Where


def test_sheets_are_told_in_their_order_with_their_state():
    data = workbook(Summary="visible", Names="hidden", Deep="veryHidden")
    assert where_of(data, "a.xlsx").tabs == (
        Tab("Summary", "visible"), Tab("Names", "hidden"), Tab("Deep", "very hidden"),
    )  # fmt: skip


def test_words_under_a_box_are_marked_where_they_are():
    (page,) = where_of(pdf("Dear Sir", "Margaret Thorneycroft", after=SHARED_MARK), "a.pdf").pages
    (area,) = page.areas
    assert area.slug == "text_under_box"
    left, top, right, bottom = area.box
    assert 25 < left < 35 and 55 < top < 65 and 120 < right < 170 and 70 < bottom < 80
    assert struct.unpack(">I", page.png[16:20])[0] == 320


def test_an_identifier_in_plain_sight_is_marked_and_other_words_are_not():
    (page,) = where_of(pdf("Staff AB123456C here"), "a.pdf").pages
    (area,) = page.areas
    assert area.slug == "visible_personal_data" and area.box[0] > 55


def test_a_page_with_nothing_in_it_is_not_drawn():
    assert where_of(pdf("Dear Sir"), "a.pdf") == Where()


def test_many_pages_are_counted_and_not_all_drawn():
    found = where_of(
        pdf("Margaret Thorneycroft", after="0 g 20 250 200 24 re f", pages=15), "a.pdf"
    )
    assert len(found.pages) == 12 and found.more_pages == 3


@pytest.mark.parametrize("data", [b"plain words", b"%PDF-1.4 broken", b"PK\x03\x04broken"])
def test_a_file_that_cannot_be_drawn_gives_nothing_to_draw(data):
    assert where_of(data, "a") == Where()


# The page


def report(tmp_path: Path, name: str, data: bytes, *more: str) -> str:
    path, out = tmp_path / name, tmp_path / "report.html"
    path.write_bytes(data)
    order = ["inspect", str(path), "--format", "html", "-o", str(out), "--fail-on", "never", *more]
    assert CliRunner().invoke(app, order).exit_code == 0
    return out.read_text(encoding="utf-8")


def test_hidden_tabs_are_drawn_higher_and_hatched_and_listed_in_words(tmp_path: Path):
    page = report(tmp_path, "a.xlsx", workbook(Summary="visible", Names="hidden"))
    root = markup.fromstring(page)
    (drawing,) = root.cssselect("svg.tabs")
    shapes = {
        one.getnext().text_content() if one.getnext().tag == "text" else one.getnext().getnext().text_content():
        (one.get("d"), one.get("fill"))
        for one in drawing.cssselect("path[fill]")
    }  # fmt: skip
    high, low = (float(shapes[name][0].split()[1]) for name in ("Names (hidden)", "Summary"))
    assert high < low and shapes["Names (hidden)"][1].startswith("url(#")
    assert not shapes["Summary"][1].startswith("url(#")
    assert "Names (hidden): finding 1" in [one.text_content() for one in root.cssselect("li")]
    assert drawing.get("aria-label") == "Sheet tabs: 2, of which 1 hidden"


def test_a_page_is_drawn_with_its_areas_numbered_by_their_findings(tmp_path: Path):
    data = pdf("Dear Sir", "Margaret Thorneycroft", after=SHARED_MARK)
    root = markup.fromstring(report(tmp_path, "a.pdf", data))
    (drawing,) = root.cssselect("svg.page")
    assert "finding 1: near the top, left" in drawing.get("aria-label")
    assert drawing.cssselect("circle + text")[0].text == "1"
    assert root.cssselect("figcaption li")[0].text_content() == "finding 1: near the top, left"


def test_a_picture_is_drawn_small(tmp_path: Path):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (54.0, 36.0, 12.0), 3: "W", 4: (5.0, 55.0, 43.0)}
    Image.new("RGB", (900, 600), "teal").save(out, "JPEG", exif=exif)
    page = report(tmp_path, "a.jpg", out.getvalue())
    assert page.count("<image ") == 1 and "data:image/png;base64," in page


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(tmp_path: Path):
    page = report(tmp_path, "a.xlsx", workbook(Summary="visible", Names="hidden"))
    assert (
        "<script" not in page and "http" not in page and " on" not in re.sub(r">[^<]*<", "><", page)
    )
    root = markup.fromstring(page)
    assert root.get("lang") and root.cssselect("title") and len(root.cssselect("h1")) == 1


def test_names_of_files_and_sheets_stay_words(tmp_path: Path):
    data = workbook(**{"<svg onload=1>": "hidden", "A & B": "visible"})
    page = report(tmp_path, "<b>a.xlsx", data)
    assert "<svg onload" not in page and "&lt;svg onload=1&gt;" in page
    assert "<b>a" not in page and "A &amp; B" in page


def test_what_a_hidden_sheet_says_is_not_drawn_when_nothing_is_to_be_revealed(tmp_path: Path):
    data = workbook(Summary="visible", Names="hidden")
    assert "words of Names" in report(tmp_path, "a.xlsx", data)
    assert "words of Names" not in report(tmp_path, "a.xlsx", data, "--reveal", "none")


def test_a_file_with_no_findings_is_a_line_that_says_it_passed():
    page = to_html([FileReport("a.csv", "csv", "pass", ())])
    assert "PASS" in page and "<svg" not in page and "1 file, 0 held" in page
