"""Redacted copies: the terms are in no layer, the rest is, the marks tell nothing by their width."""

import io
import json
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml import OxmlElement
from PIL import Image
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.gate.cleaning import NoCopyError, StillThereError
from answerable.gate.cleaning.proof import holds, term_pattern
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.redacting import Marks, Withheld, read_regions, read_terms, redact_here
from answerable.gate.redacting.wanted import Region, Term
from answerable.model import UnusableInputError

NAME = "Wilhelmina Oakeshott"
TERMS = Marks((Term(NAME, "s.40(2)"), Term("Oakeshott", "s.40(2)"), Term("Bo Li", "s.38(1)(a)")))


def pdf(*lines: str, after: str = "", rotate: int = 0) -> bytes:
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(400, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    drawing = " ".join(
        f"BT /F1 12 Tf 30 {260 - 30 * n} Td ({line}) Tj ET" for n, line in enumerate(lines)
    )
    page.Contents = made.make_stream(f"{drawing} {after}".encode())
    if rotate:
        page.Rotate = rotate
    made.docinfo["/Title"] = f"Letter to {NAME}"
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def text(data: bytes) -> str:
    return " ".join(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded().split())


def widest(data: bytes, line: int) -> int:
    """The longest run of black across one line of the page, at one dot a point."""
    picture = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    rows = range(300 - 275 + 30 * line, 300 - 250 + 30 * line)
    return max(
        len(run)
        for y in rows
        for run in "".join(
            "#" if picture.getpixel((x, y)) < 60 else " " for x in range(400)
        ).split()
    )


@pytest.mark.parametrize("rotate", [0, 90, 180])
def test_a_term_goes_from_every_layer_of_a_pdf(rotate):
    source = pdf(f"Dear {NAME}, your request", "came to Bo Li on Monday", rotate=rotate)
    made = redact_here(source, "a.pdf", "pdf", TERMS, DEFAULT)
    assert not holds(made.copy.data, [NAME, "Oakeshott", "Wilhelmina", "Bo Li"])
    left = text(made.copy.data)
    for word in ("Dear", "request", "came", "Monday"):
        assert word in left
    assert made.schedule == (
        Withheld("page 1", "s.38(1)(a)", 1),
        Withheld("page 1", "s.40(2)", 1),
    )
    assert inspect_here(made.copy.data, "a.pdf", DEFAULT).verdict == "pass"


def test_names_of_different_width_get_marks_of_one_width():
    source = pdf("Dear Oakeshott of the ward", "Dear Bo Li of the ward")
    marks = Marks((Term("Oakeshott"), Term("Bo Li")))
    made = redact_here(source, "a.pdf", "pdf", marks, DEFAULT).copy.data
    wide = [widest(made, 0), widest(made, 1)]
    assert abs(wide[0] - wide[1]) <= 1 and wide[0] > 60


def test_a_name_across_two_lines_and_in_capitals_is_found():
    made = redact_here(
        pdf("signed by Wilhelmina", "OAKESHOTT, head of law"), "a.pdf", "pdf", TERMS, DEFAULT
    )
    assert not holds(made.copy.data, [NAME, "Oakeshott", "Wilhelmina"])
    assert "head of law" in text(made.copy.data)


def test_words_that_only_begin_alike_stay():
    marks = Marks((Term("Ann"),))
    made = redact_here(pdf("Ann wrote the Annual report"), "a.pdf", "pdf", marks, DEFAULT)
    assert "Annual" in text(made.copy.data) and made.schedule[0].count == 1


def test_words_under_a_box_go_when_a_pdf_is_redacted():
    source = pdf("Dear Sir", "Margaret Thorneycroft", "of Bo Li", after="0 g 20 220 300 24 re f")
    made = redact_here(source, "a.pdf", "pdf", TERMS, DEFAULT)
    assert not holds(made.copy.data, ["Thorneycroft", "Margaret"]) and "Sir" in text(made.copy.data)


def test_a_marked_redaction_is_applied():
    source = pdf("Dear Sir", "Margaret Thorneycroft")
    made = pikepdf.open(io.BytesIO(source))
    made.pages[0].Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Redact, Rect=[20, 220, 320, 245],
                OverlayText="s.40",
            )
        ]
    )  # fmt: skip
    out = io.BytesIO()
    made.save(out)
    done = redact_here(out.getvalue(), "a.pdf", "pdf", Marks((Term("Sir"),)), DEFAULT)
    assert not holds(done.copy.data, ["Thorneycroft"])
    assert Withheld("page 1", "s.40", 1) in done.schedule


def test_a_region_takes_the_words_it_touches():
    marks = Marks((), (Region(1, (20, 28, 80, 45), "s.43(2)"),))
    made = redact_here(pdf("Secret price", "Public price"), "a.pdf", "pdf", marks, DEFAULT)
    assert "Secret" not in text(made.copy.data) and "Public price" in text(made.copy.data)
    assert made.schedule == (Withheld("page 1", "s.43(2)", 1),)


def letter(hide: bool = False) -> bytes:
    made = Document()
    made.add_heading("Decision", 1)
    paragraph = made.add_paragraph("Dear ")
    for piece in ("Wilh", "elmina Oake", "shott"):
        paragraph.add_run(piece)
    paragraph.add_run(", thank you.")
    made.sections[0].header.paragraphs[0].text = f"Our ref: {NAME}"
    table = made.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "Bo Li"
    picture = io.BytesIO()
    Image.new("L", (8, 8)).save(picture, "PNG")
    made.add_picture(picture)._inline.docPr.set("descr", f"Photo of {NAME}")
    made.core_properties.author = NAME
    if hide:
        made.add_comment(paragraph.runs, text=f"Ask {NAME}", author=NAME)
        gone = OxmlElement("w:del")
        inner, words = OxmlElement("w:r"), OxmlElement("w:delText")
        words.text = NAME
        inner.append(words)
        gone.append(inner)
        paragraph._p.append(gone)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("hide", [False, True])
def test_a_term_goes_from_every_part_of_a_document(hide):
    made = redact_here(letter(hide), "a.docx", "docx", TERMS, DEFAULT)
    assert not holds(made.copy.data, [NAME, "Oakeshott", "Wilhelmina", "Bo Li"])
    read = Document(io.BytesIO(made.copy.data))
    words = "\n".join(one.text for one in read.paragraphs)
    assert "Dear ██████████ [s.40(2)], thank you." in words
    assert read.tables[0].cell(0, 0).text == "██████████ [s.38(1)(a)]"
    assert {one.provision for one in made.schedule} == {"s.40(2)", "s.38(1)(a)"}
    assert inspect_here(made.copy.data, "a.docx", DEFAULT).verdict == "pass"


def test_a_region_of_a_picture_is_black():
    out = io.BytesIO()
    Image.new("RGB", (100, 80), "white").save(out, "PNG")
    marks = Marks((), (Region(1, (10, 10, 40, 30), "s.40(2)"),))
    made = redact_here(out.getvalue(), "a.png", "png", marks, DEFAULT)
    picture = Image.open(io.BytesIO(made.copy.data))
    assert picture.getpixel((20, 20)) == (0, 0, 0) and picture.getpixel((60, 60)) == (255, 255, 255)
    with pytest.raises(NoCopyError, match="give regions"):
        redact_here(out.getvalue(), "a.png", "png", TERMS, DEFAULT)


def test_a_list_that_finds_nothing_is_no_success():
    with pytest.raises(StillThereError, match="none of the terms"):
        redact_here(pdf("Dear Sir"), "a.pdf", "pdf", Marks((Term("Nobody"),)), DEFAULT)


@pytest.mark.parametrize(
    "words",
    ["O’Neill-Hart", "o'neill‑hart", "O'Neill-\nHart", "O'Ne\u00adill-Hart", "(O'Neill-Hart)"],
)
def test_a_term_is_found_as_people_write_it(words):
    assert term_pattern("O'Neill-Hart").search(words)


@pytest.mark.parametrize("given", ["{", "[]", '[{"page": 1}]', '[{"box": [9, 9, 1, 1]}]', "3"])
def test_bad_regions_are_one_sentence(given):
    with pytest.raises(UnusableInputError):
        read_regions(given)


def test_regions_and_terms_are_read():
    assert read_terms("Bo Li\ts.40(2)\n\nOakeshott\n") == [("Bo Li", "s.40(2)"), ("Oakeshott", "")]
    assert read_regions('{"regions": [{"x": 1, "y": 2, "width": 3, "height": 4}]}') == [
        {"page": 1, "box": [1.0, 2.0, 4.0, 6.0], "provision": ""}
    ]
    with pytest.raises(UnusableInputError):
        read_terms("\n")


def test_the_command_says_what_was_withheld(tmp_path: Path):
    source, output, terms = tmp_path / "a.pdf", tmp_path / "out.pdf", tmp_path / "terms.txt"
    source.write_bytes(pdf(f"Dear {NAME}"))
    terms.write_text(f"{NAME}\ts.40(2)\n", encoding="utf-8")
    order = ["redact", str(source), "--terms", str(terms), "--format", "json", "-o"]
    done = CliRunner().invoke(app, [*order, str(output)])
    assert done.exit_code == 0 and output.exists()
    assert json.loads(done.stdout)["schedule"] == [
        {"place": "page 1", "provision": "s.40(2)", "count": 1}
    ]
    named = tmp_path / "wilhelmina_oakeshott.pdf"
    done = CliRunner().invoke(app, [*order, str(named)])
    assert done.exit_code == 2 and not named.exists()
    terms.write_text("Nobody\n", encoding="utf-8")
    done = CliRunner().invoke(app, [*order, str(tmp_path / "no.pdf")])
    assert done.exit_code == 1 and not (tmp_path / "no.pdf").exists()
    done = CliRunner().invoke(app, ["redact", str(source), "-o", str(output)])
    assert done.exit_code == 2


def test_a_term_in_a_comment_of_the_markup_is_found():
    source = io.BytesIO(letter())
    out = io.BytesIO()
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(out, "w") as made:
        for name in read.namelist():
            body = read.read(name)
            if name == "word/document.xml":
                body = body.replace(b"</w:body>", f"<!-- {NAME} --></w:body>".encode())
            made.writestr(name, body)
    done = redact_here(out.getvalue(), "a.docx", "docx", TERMS, DEFAULT)
    assert not any(NAME.encode() in zipfile.ZipFile(io.BytesIO(done.copy.data)).read(n)
                   for n in zipfile.ZipFile(io.BytesIO(done.copy.data)).namelist())  # fmt: skip
    assert not holds(done.copy.data, [NAME])
