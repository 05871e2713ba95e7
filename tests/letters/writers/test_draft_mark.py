"""A draft says so on every page, in each form that has pages; a letter that may go has no mark."""

import io
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest

from answerable.letters.draft import Heading, Notice, Paragraph
from answerable.letters.writers import to_docx, to_html, to_pdf
from answerable.letters.writers.word import TEMPLATE

MARK = "DRAFT: NOT FOR SENDING"


def notice(*, draft: bool, language: str = "en-GB") -> Notice:
    long = tuple(Paragraph("The total price is published. " * 40) for _ in range(8))
    head = ("Wexcombe Council", "Town Hall", "Dear applicant")
    return Notice("Reply", head, (Heading("Reply", 1), *long), language, draft)


def pages(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def test_every_page_of_the_pdf_has_the_mark() -> None:
    found = pages(to_pdf(notice(draft=True)))
    assert len(found) > 1
    assert all(MARK in page for page in found)


def test_the_mark_is_no_part_of_the_tagged_text_but_once() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(notice(draft=True)))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        for page in pdf.pages:
            steps = pikepdf.parse_content_stream(page)
            opened = [step for step in steps if str(step.operator) in ("BMC", "BDC")]
            assert any(str(step.operands[0]) == "/Artifact" for step in opened)
            inside = 0
            for step in steps:  # every word that is shown is text of a tag, or an artifact
                inside += {"BMC": 1, "BDC": 1, "EMC": -1}.get(str(step.operator), 0)
                assert inside or str(step.operator) not in ("Tj", "TJ")


def test_a_header_of_the_word_file_has_the_mark() -> None:
    made = docx.Document(io.BytesIO(to_docx(notice(draft=True))))
    assert next(p.text for p in made.sections[0].header.paragraphs) == MARK


def test_a_letterhead_stays_and_each_header_of_a_template_is_marked(tmp_path: Path) -> None:
    own = docx.Document(str(TEMPLATE))
    section = own.sections[0]
    section.different_first_page_header_footer = True
    own.settings.odd_and_even_pages_header_footer = True
    for header in (section.header, section.first_page_header, section.even_page_header):
        header.is_linked_to_previous = False
        header.paragraphs[0].text = "Our own letterhead"
    path = tmp_path / "own.docx"
    own.save(str(path))
    made = docx.Document(io.BytesIO(to_docx(notice(draft=True), path))).sections[0]
    for header in (made.header, made.first_page_header, made.even_page_header):
        assert [p.text for p in header.paragraphs] == [MARK, "Our own letterhead"]


def test_the_page_prints_the_mark_on_each_sheet() -> None:
    text = to_html(notice(draft=True))
    assert f'<body data-draft="{MARK}">' in text
    assert "position: fixed" in text


@pytest.mark.parametrize("language", ["en-GB", "cy-GB"])
def test_a_draft_in_either_language_is_marked_in_its_own(language: str) -> None:
    words = "DRAFFT: NID I’W ANFON" if language == "cy-GB" else MARK
    draft = notice(draft=True, language=language)
    assert all(words in page for page in pages(to_pdf(draft)))
    assert words in to_html(draft)


def test_a_letter_that_may_go_has_no_mark_anywhere() -> None:
    whole = notice(draft=False)
    assert not any(MARK in page for page in pages(to_pdf(whole)))
    assert "data-draft" not in to_html(whole)
    assert "position: fixed" not in to_html(whole)
    made = docx.Document(io.BytesIO(to_docx(whole)))
    assert not any(MARK in p.text for p in made.sections[0].header.paragraphs)
