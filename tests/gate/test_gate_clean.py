"""Clean copies hold what a file shows, and of the rest not one byte."""

import io
import zipfile
from pathlib import Path

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
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate.cleaning import NoCopyError, StillThereError, clean_here
from answerable.gate.cleaning.proof import holds, still_there
from answerable.gate.cleaning.shown import shown
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT

SECRET = "Wilhelmina Oakeshott"


def book() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Counts"
    for row in (["Ward", "Cases", "Mean", "Note"], ["Abbey", 12, 2.8333333, "ok"], ["Kingsway", 7]):
        sheet.append(row)
    sheet.append(["Castle", 5, "=B2+B3", SECRET])
    sheet["C2"].number_format = "0.0"
    sheet.column_dimensions["D"].hidden = True
    sheet["A7"] = SECRET
    sheet.row_dimensions[7].hidden = True
    sheet["B8"] = SECRET
    sheet["B8"].font = Font(color="FFFFFFFF")
    sheet["A1"].comment = Comment(SECRET, SECRET)
    hidden = made.create_sheet("People")
    hidden["A1"] = SECRET
    hidden.sheet_state = "hidden"
    made.properties.creator = SECRET
    made.defined_names["who"] = openpyxl.workbook.defined_name.DefinedName(
        "who", attr_text=f'"{SECRET}"'
    )
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("wanted", ["xlsx", "xlsm", "csv", "ods"])
def test_a_workbook_is_copied_as_it_shows(wanted):
    copy = clean_here(book(), "a.xlsx", wanted, DEFAULT)
    assert not holds(copy.data, [SECRET, "2.8333"])
    assert holds(copy.data, ["Kingsway"]) == ["Kingsway"]
    assert inspect_here(copy.data, f"a.{wanted}", DEFAULT).verdict == "pass"
    if wanted.startswith("xls"):
        read = openpyxl.load_workbook(io.BytesIO(copy.data))
        assert read.sheetnames == ["Counts"]
        assert [cell.value for cell in read["Counts"][2]] == ["Abbey", 12, 2.8]


def test_an_open_workbook_can_be_cleaned_again():
    ods = clean_here(book(), "a.xlsx", "ods", DEFAULT).data
    assert b"Abbey,12,2.8" in clean_here(ods, "a.ods", "csv", DEFAULT).data


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("0.126", "0%", "13%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("45292", "dd/mm/yyyy", "01/01/2024"),
        ("45292.75", "dd/mm/yyyy", "01/01/2024"),
        ("45292.5", "dd/mm/yyyy hh:mm", "01/01/2024 12:00"),
        ("-3", "0;(0)", "(3)"),
        ("5", '0;0;"none"', "5"),
        ("0", '0;0;"none"', "none"),
        ("7", "£#,##0.00", "£7.00"),
        ("0.1", "", "0.1"),
        ("3", "General", "3"),
        ("3", '0" people"', "3 people"),
        ("1234567", "0.0,,", "1.2"),
    ],
)
def test_a_number_is_copied_as_its_format_shows_it(value, code, text):
    assert shown(value, code).text == text


@given(
    st.floats(allow_nan=True, allow_infinity=True),
    st.text('0#,.;%"\\dmyhs[]E+-/ _*@£?()', max_size=14),
)
@settings(max_examples=300, deadline=None)
def test_no_format_makes_it_fall_over(value, code):
    assert isinstance(shown(repr(value), code).text, str)


def letter() -> bytes:
    made = Document()
    made.add_heading("Decision", 1)
    made.add_paragraph("We hold the information.")
    made.add_paragraph("First thing", style="List Bullet")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Ward", "Abbey"
    run = made.add_paragraph("Seen ").add_run(SECRET)
    run.font.hidden = True
    gone = OxmlElement("w:del")
    gone.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}author", SECRET)
    inner, text = OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = SECRET
    inner.append(text)
    gone.append(inner)
    made.paragraphs[1]._p.append(gone)
    made.add_comment(made.paragraphs[1].runs, text=SECRET, author=SECRET)
    made.core_properties.author = SECRET
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("wanted", ["docx", "odt", "docm"])
def test_a_document_is_copied_as_it_reads(wanted):
    copy = clean_here(letter(), "a.docx", wanted, DEFAULT)
    assert not holds(copy.data, [SECRET, "Wilhelmina"])
    assert inspect_here(copy.data, f"a.{wanted}", DEFAULT).findings == ()
    if wanted == "docx":
        read = Document(io.BytesIO(copy.data))
        assert [p.style.name for p in read.paragraphs][:1] == ["Heading 1"]
        assert read.tables[0].cell(0, 1).text == "Abbey"
    if wanted == "odt":
        again = clean_here(copy.data, "a.odt", "docx", DEFAULT)
        texts = [p.text for p in Document(io.BytesIO(again.data)).paragraphs]
        assert "We hold the information." in texts and "Decision" in texts


def page(drawing: str, **more: object) -> bytes:
    made = pikepdf.new()
    one = made.add_blank_page(page_size=(300, 200))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    one.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    one.Contents = made.make_stream(drawing.encode())
    made.docinfo["/Author"] = SECRET
    made.attachments["a.txt"] = SECRET.encode()
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET, 0))
    one.Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Text,
                Rect=[0, 0, 9, 9],
                Contents=SECRET,
            )
        ]
    )
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"say('{SECRET}')")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


_WORDS = "BT /F1 14 Tf 20 150 Td (Dear Madam Ferncliffe) Tj ET "


@pytest.mark.parametrize(
    "drawing",
    [
        _WORDS,
        _WORDS + f"1 1 1 rg BT /F1 14 Tf 20 90 Td ({SECRET}) Tj ET",
        _WORDS + f"BT 3 Tr /F1 14 Tf 20 90 Td ({SECRET}) Tj ET",
        _WORDS + f"BT /F1 14 Tf 20 900 Td ({SECRET}) Tj ET",
        f"/Span <</ActualText ({SECRET})>> BDC {_WORDS} EMC",
    ],
)
def test_a_pdf_is_copied_as_it_shows(drawing):
    copy = clean_here(page(drawing), "a.pdf", "pdf", DEFAULT)
    assert not holds(copy.data, [SECRET, "Oakeshott"])
    assert holds(copy.data, ["Ferncliffe"]) == ["Ferncliffe"]
    assert inspect_here(copy.data, "a.pdf", DEFAULT).verdict == "pass"


def test_covered_words_are_for_redacting():
    with pytest.raises(StillThereError, match="make a redacted copy"):
        clean_here(page(_WORDS + "0 g 10 140 280 30 re f"), "a.pdf", "pdf", DEFAULT)


def photo() -> bytes:
    exif = Image.Exif()
    exif[0x013B] = SECRET
    out = io.BytesIO()
    Image.linear_gradient("L").save(out, "JPEG", exif=exif, comment=SECRET.encode())
    return out.getvalue() + SECRET.encode()


@pytest.mark.parametrize("wanted", ["jpg", "png", "webp"])
def test_a_picture_is_drawn_anew(wanted):
    copy = clean_here(photo(), "a.jpg", wanted, DEFAULT)
    assert not holds(copy.data, [SECRET]) and Image.open(io.BytesIO(copy.data)).size == (256, 256)


def test_an_archive_is_rebuilt_of_clean_members():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("counts.xlsx", book())
        made.writestr("in/photo.jpg", photo())
        made.writestr(".DS_Store", SECRET)
        made.comment = SECRET.encode()
    copy = clean_here(out.getvalue(), "a.zip", "zip", DEFAULT)
    assert not holds(copy.data, [SECRET])
    assert zipfile.ZipFile(io.BytesIO(copy.data)).namelist() == ["counts.xlsx", "in/photo.jpg"]


def test_what_cannot_be_copied_is_said():
    with pytest.raises(NoCopyError, match=r"save it as \.docx"):
        clean_here(b"{\\rtf1 x}", "a.rtf", "rtf", DEFAULT)


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_search_finds_what_is_packed(code):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.bin", b"\1\2\3" + SECRET.encode(code))
    assert still_there(out.getvalue(), {SECRET}, "") == [SECRET]
    assert not still_there(out.getvalue(), {"Somebody Else"}, "")


def test_the_command_writes_only_what_is_proved(tmp_path: Path):
    source, output = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    source.write_bytes(book())
    done = CliRunner().invoke(app, ["clean", str(source), "-o", str(output)])
    assert (
        done.exit_code == 0
        and output.exists()
        and "sheet .People. (hidden)".replace(".", chr(39)) in done.stdout
    )
    assert SECRET not in done.stdout
    covered, never = tmp_path / "c.pdf", tmp_path / "d.pdf"
    covered.write_bytes(page(_WORDS + "0 g 10 140 280 30 re f"))
    done = CliRunner().invoke(app, ["clean", str(covered), "-o", str(never)])
    assert done.exit_code == 1 and not never.exists() and "Traceback" not in done.output
    done = CliRunner().invoke(app, ["clean", str(tmp_path / "none.pdf"), "-o", str(never)])
    assert done.exit_code == 2 and len(done.output.strip().splitlines()) == 1
