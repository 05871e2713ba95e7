"""The gate finds what a file hides, names the place, and lets clean files pass."""

import email.message
import io
import json
import zipfile
from collections.abc import Callable

import openpyxl
import pikepdf
import pytest
from docx import Document
from docx.oxml import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Font
from PIL import Image

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport, to_html, to_json, to_text
from answerable.model import Place, Severity

SECRET = "Wilhelmina Oakeshott"


def look(data: bytes, name: str, reveal: str = "full") -> FileReport:
    return inspect_here(data, name, DEFAULT, reveal)


def slugs(report: FileReport) -> set[str]:
    return {f.slug for f in report.findings if f.severity >= Severity.MEDIUM}


def workbook(change: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Answer"
    for row in (("Year", "Count"), ("2023", 7), ("2024", 14)):
        sheet.append(row)
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def add(book: openpyxl.Workbook, state: str) -> None:
    sheet = book.create_sheet("Staff")
    sheet.append(["Surname", "NI number"])
    sheet.append([SECRET, "AB123456C"])
    sheet.append(["Fenwick", "AB123457C"])
    sheet.sheet_state = state


def shut_row(book: openpyxl.Workbook) -> None:
    book.active["A3"] = SECRET
    book.active.row_dimensions[3].hidden = True


def shut_column(book: openpyxl.Workbook) -> None:
    book.active["C2"] = SECRET
    book.active.column_dimensions["C"].hidden = True


def narrow(book: openpyxl.Workbook) -> None:
    book.active["C2"] = SECRET
    book.active.column_dimensions["C"].width = 0.1


def white(book: openpyxl.Workbook) -> None:
    book.active["C2"] = SECRET
    book.active["C2"].font = Font(color="FFFFFFFF")


def silent_format(book: openpyxl.Workbook) -> None:
    book.active["C2"] = SECRET
    book.active["C2"].number_format = ";;;"


def far(book: openpyxl.Workbook) -> None:
    book.active["A9000"] = SECRET


def remark(book: openpyxl.Workbook) -> None:
    book.active["B2"].comment = Comment(SECRET, "somebody")


@pytest.mark.parametrize(
    ("change", "slug", "place"),
    [
        (lambda b: add(b, "hidden"), "hidden_sheet", "Staff"),
        (lambda b: add(b, "veryHidden"), "very_hidden_sheet", "very hidden"),
        (shut_row, "hidden_row", "row 3"),
        (shut_column, "hidden_column", "column C"),
        (narrow, "hidden_column", "column C"),
        (white, "white_text", "C2"),
        (silent_format, "hidden_format", "C2"),
        (far, "far_cell", "row 9000"),
        (remark, "comment", "B2"),
    ],
)
def test_a_workbook_tells_what_it_hides_and_where(change, slug, place):
    report = look(workbook(change), "answer.xlsx")
    assert report.verdict == "hold"
    found = next(f for f in report.findings if f.slug == slug)
    assert isinstance(found.where, Place)
    assert place in found.where.words
    assert SECRET in found.excerpt
    assert found.fix


def test_a_clean_workbook_passes():
    assert look(workbook(), "answer.xlsx").verdict == "pass"


def test_an_empty_hidden_column_holds_nothing_back():
    data = workbook(lambda b: setattr(b.active.column_dimensions["F"], "hidden", True))
    assert look(data, "answer.xlsx").verdict == "pass"


def test_people_are_counted_and_the_sample_is_masked():
    report = look(workbook(lambda b: add(b, "hidden")), "answer.xlsx", "sample")
    found = report.findings[0]
    assert found.severity is Severity.CRITICAL
    assert "2 people" in found.message
    assert "AB123456C" not in found.excerpt
    assert look(workbook(lambda b: add(b, "hidden")), "a.xlsx", "none").findings[0].excerpt == ""


def with_part(data: bytes, name: str, body: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "slug"),
    [
        (
            lambda d: with_part(d, "xl/left.xml", b"<a>Wilhelmina Oakeshott</a>"),
            "unreferenced_part",
        ),
        (lambda d: d + b"Wilhelmina Oakeshott", "trailing_data"),
    ],
)
def test_parts_that_nothing_points_to_hold_the_file(make, slug):
    assert slug in slugs(look(make(workbook()), "answer.xlsx"))


def document(change: Callable[[object], None] | None = None) -> bytes:
    made = Document()
    made.add_paragraph("Thank you for your request.")
    if change is not None:
        change(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def vanish(made: object) -> None:
    made.add_paragraph().add_run(SECRET).font.hidden = True


def deleted(made: object) -> None:
    run = made.add_paragraph().add_run(SECRET)._r
    change = OxmlElement("w:del")
    run.addprevious(change)
    change.append(run)


@pytest.mark.parametrize(
    ("change", "slug"), [(vanish, "hidden_text"), (deleted, "tracked_changes")]
)
def test_a_document_tells_what_it_hides(change, slug):
    report = look(document(change), "letter.docx")
    assert slug in slugs(report)
    assert any(SECRET in f.excerpt for f in report.findings)


def test_a_clean_document_passes():
    assert look(document(), "letter.docx").verdict == "pass"


def pdf(drawing: str) -> bytes:
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 200))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = made.make_stream(drawing.encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


_WORDS = "BT /F1 14 Tf 20 100 Td (Dear Madam Oakeshott) Tj ET "


@pytest.mark.parametrize(
    ("drawing", "slug"),
    [
        (_WORDS + "0 0 0 rg 10 90 250 40 re f", "text_under_box"),
        ("1 1 1 rg " + _WORDS, "white_text"),
        ("3 Tr " + _WORDS.replace("BT", "BT 3 Tr"), "invisible_text"),
        (_WORDS.replace("20 100", "900 100"), "off_page"),
    ],
)
def test_words_that_do_not_change_the_picture_are_found(drawing, slug):
    assert slug in slugs(look(pdf(drawing), "letter.pdf"))


@pytest.mark.parametrize("drawing", [_WORDS, "0 0 0 rg 10 90 250 40 re f 1 1 1 rg " + _WORDS])
def test_words_that_are_seen_are_no_finding(drawing):
    assert look(pdf(drawing), "letter.pdf").verdict == "pass"


def test_a_joined_pdf_is_held():
    assert "trailing_data" in slugs(look(pdf(_WORDS) + b"Wilhelmina Oakeshott", "a.pdf"))


def picture(**more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(out, "JPEG", **more)
    return out.getvalue()


def test_the_place_of_a_picture_is_found():
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    assert "exif_gps" in slugs(look(picture(exif=exif), "a.jpg"))
    assert look(picture(), "a.jpg").verdict == "pass"
    assert "trailing_data" in slugs(look(picture() + b"hidden words", "a.jpg"))
    assert "type_mismatch" in slugs(look(picture(), "a.pdf"))


def test_files_inside_files_are_looked_into():
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Answer"
    message.set_content("Please find the answer attached.")
    message.add_attachment(
        workbook(lambda b: add(b, "hidden")),
        maintype="application",
        subtype="octet-stream",
        filename="answer.xlsx",
    )
    report = look(message.as_bytes(), "reply.eml")
    found = next(f for f in report.findings if f.slug == "hidden_sheet")
    assert isinstance(found.where, Place)
    assert found.where.words.startswith("answer.xlsx › sheet 'Staff'")


def test_what_cannot_be_looked_into_is_held():
    report = look(bytes(range(256)) * 20, "thing.bin")
    assert (report.verdict, slugs(report)) == ("hold", {"cannot_see_inside"})


def test_a_bomb_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 30_000_000)
    report = look(out.getvalue(), "a.zip")
    assert report.verdict == "refuse"
    assert "unpacks" in report.error


def test_a_document_type_is_refused():
    data = workbook()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "xl/workbook.xml":
                body = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + body
            new.writestr(name, body)
    assert look(out.getvalue(), "a.xlsx").verdict == "refuse"


def test_reports_say_the_same_in_three_forms():
    reports = [look(workbook(lambda b: add(b, "hidden")), "a.xlsx")]
    assert json.loads(to_json(reports))["files"][0]["verdict"] == "hold"
    assert "Staff" in to_text(reports)
    assert "Staff" in to_html(reports)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_never_passes_by_a_crash(at, noise):
    data = bytearray(workbook(lambda b: add(b, "hidden")))
    at %= len(data)
    data[at : at + len(noise)] = noise
    assert look(bytes(data), "a.xlsx").verdict in ("hold", "refuse")
