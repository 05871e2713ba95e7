"""What a screen reader and a word processor need: tags, language, title, styles, headings."""

import io
import itertools
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import html

from answerable.letters.draft import Heading, Notice, Paragraph, read_record, write_notice
from answerable.letters.samples import example, sample
from answerable.letters.writers import to_docx, to_html, to_pdf
from answerable.letters.writers.word import TEMPLATE
from answerable.model import UnusableInputError


def seed() -> Notice:
    return write_notice(read_record(sample("seed_decision.yaml"), "seed"))


def table() -> Notice:
    return write_notice(read_record(example("foia_full_disclosure"), "full"))


def test_the_pdf_is_tagged_and_says_that_it_is_pdf_ua() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(seed()))) as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang).lower() == "en-gb"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "/StructTreeRoot" in root
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "Freedom of Information Act 2000" in metadata["dc:title"]


def test_the_pdf_has_its_fonts_within_and_real_links() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(seed()))) as pdf:
        links = [
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if note.Subtype == "/Link"
        ]
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert any("legislation.gov.uk/ukpga/2000/36/section/24" in link for link in links)
        assert fonts
        for font in fonts:
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            keys = set(inner.FontDescriptor.keys())
            assert keys & {"/FontFile", "/FontFile2", "/FontFile3"}


def test_the_table_of_the_pdf_has_header_cells() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(table()))) as pdf:
        kinds = {str(o.get("/S")) for o in pdf.objects if isinstance(o, pikepdf.Dictionary)}
    assert {"/TH", "/TD", "/Table", "/H1"} <= kinds


def test_a_character_that_no_font_has_is_refused_in_one_sentence() -> None:
    notice = Notice("T", ("A", "Dear applicant"), (Heading("T", 1), Paragraph("\U00013000")))
    with pytest.raises(UnusableInputError, match="no font") as caught:
        to_pdf(notice)
    assert "\n" not in str(caught.value)


def test_the_page_has_its_language_one_first_heading_and_no_outside_file() -> None:
    text = to_html(seed())
    page = html.document_fromstring(text)
    levels = [int(e.tag[1]) for e in page.iter("h1", "h2", "h3")]
    assert page.get("lang") == "en-GB"
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))
    assert not list(page.iter("script", "img", "link", "iframe"))
    assert page.find(".//main") is not None


def test_the_table_of_the_page_has_headings_with_a_scope() -> None:
    page = html.document_fromstring(to_html(table()))
    assert [e.get("scope") for e in page.iter("th")] == ["col", "col"]


def test_the_word_file_has_headings_a_language_and_no_person() -> None:
    document = docx.Document(io.BytesIO(to_docx(seed())))
    styles = [p.style.name for p in document.paragraphs if p.style]
    assert "Heading 1" in styles
    assert "Heading 2" in styles
    assert "List Bullet" in styles
    properties = document.core_properties
    assert properties.language == "en-GB"
    assert properties.author == "Eastmere City Council"
    assert properties.last_modified_by == ""
    langs = {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))}
    assert langs == {"en-GB"}


def test_the_table_of_the_word_file_repeats_its_headings() -> None:
    document = docx.Document(io.BytesIO(to_docx(table())))
    assert document.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_template_is_a_real_file_that_an_authority_can_change(tmp_path: Path) -> None:
    own = docx.Document(str(TEMPLATE))
    own.styles["Normal"].font.name = "Verdana"
    own.sections[0].header.paragraphs[0].text = "Our own letterhead"
    path = tmp_path / "own.docx"
    own.save(str(path))
    made = docx.Document(io.BytesIO(to_docx(seed(), path)))
    assert made.styles["Normal"].font.name == "Verdana"
    assert made.sections[0].header.paragraphs[0].text == "Our own letterhead"


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x03\x04rubbish"])
def test_a_template_that_is_no_word_file_is_refused_in_one_sentence(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(content)
    with pytest.raises(UnusableInputError, match="template"):
        to_docx(seed(), path)


def test_the_word_file_is_whole() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(seed()))) as box:
        assert box.testzip() is None
