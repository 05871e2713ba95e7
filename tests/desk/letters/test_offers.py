"""Files to send: no button that can only fail, and a sentence in its place."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from tests.desk.letters.test_files import document, workbook
from tests.desk.letters.test_pages import body, staff_url

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.offers import clean_ending, why_not_clean
from answerable.desk.people.models import User

Browser = Callable[[User], Client]
CLEAN, REDACT, TAKE = "Make a clean copy", "Redact its pages", "Take words out of it"


def paper(content: bytes, **locked: object) -> bytes:
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(400, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = made.make_stream(content)
    out = io.BytesIO()
    made.save(out, **locked)  # type: ignore[arg-type]
    return out.getvalue()


def page_with(case: Case, person: User, as_: Browser, name: str, content: bytes) -> str:
    browser, address = as_(person), staff_url("release_files", case.reference)
    browser.post(address, {"file": SimpleUploadedFile(name, content)})
    assert Attachment.objects.filter(name=name).exists()
    return body(browser.get(address))


def test_a_box_over_words_is_redacted_not_cleaned(
    open_case: Case, officer: User, as_: Browser
) -> None:
    words = b"BT /F1 12 Tf 30 200 Td (Estimate of the board) Tj ET 0 g 20 190 300 30 re f"
    page = page_with(open_case, officer, as_, "box.pdf", paper(words))
    assert CLEAN not in page
    assert "that is a decision" in page
    assert REDACT in page
    assert "answerable redact" not in page


def test_a_locked_pdf_offers_nothing_but_to_leave_it_out(
    open_case: Case, officer: User, as_: Browser
) -> None:
    locked = paper(b"", encryption=pikepdf.Encryption(owner="a", user="b"))
    page = page_with(open_case, officer, as_, "locked.pdf", locked)
    for button in (CLEAN, REDACT, TAKE):
        assert button not in page
    assert "a file that was not opened" in page
    assert "Leave it out" in page


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("tool.exe", b"\x7fELF\0\0\0\0", "leave it out"),
        ("a.eml", b"From: a@b\nTo: c@d\nBcc: e@f\nSubject: x\n\nHi\n", "print it to PDF"),
    ],
)
def test_a_file_that_cannot_be_copied_says_what_to_do(
    open_case: Case, officer: User, as_: Browser, name: str, content: bytes, words: str
) -> None:
    page = page_with(open_case, officer, as_, name, content)
    assert CLEAN not in page
    assert words in page


def test_a_held_workbook_has_its_button(open_case: Case, officer: User, as_: Browser) -> None:
    page = page_with(open_case, officer, as_, "a.xlsx", workbook(hidden=True))
    assert CLEAN in page
    assert "No clean copy can be made" not in page


def test_a_word_document_has_its_ways(open_case: Case, officer: User, as_: Browser) -> None:
    page = page_with(open_case, officer, as_, "a.docx", document("Dear all"))
    assert TAKE in page
    assert "Redact its paragraphs" in page
    assert "No clean copy can be made" not in page


def test_a_located_avif_picture_is_copied_as_jpeg(
    open_case: Case, officer: User, as_: Browser
) -> None:
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    out = io.BytesIO()
    Image.new("RGB", (32, 32), "red").save(out, "AVIF", exif=exif)
    assert CLEAN in page_with(open_case, officer, as_, "yard.avif", out.getvalue())
    file = Attachment.objects.get(name="yard.avif")
    as_(officer).post(staff_url("release_change", file.public_id, "clean"))
    assert Attachment.objects.get(name="yard (clean).jpg").verdict == "pass"


def judged(name: str, kind: str, verdict: str = "hold", *slugs: str) -> Attachment:
    found = [{"slug": slug, "severity": "high"} for slug in slugs]
    return Attachment(name=name, verdict=verdict, report={"format": kind, "findings": found})


@pytest.mark.parametrize(
    ("file", "ending"),
    [
        (judged("a.pptx", "pptx"), "docx"),
        (judged("renamed.pdf", "xlsx"), "xlsx"),
        (judged("a.csv", "text"), "csv"),
        (judged("a.json", "text"), "txt"),
        (judged("a.JPEG", "jpg"), "jpg"),
        (judged("a.heic", "heic"), ""),
        (judged("a.pdf", "pdf", "hold", "metadata"), "pdf"),
        (judged("a.pdf", "pdf", "hold", "text_under_box"), ""),
        (judged("a.docx", "docx", "hold", "text_under_box"), ""),
        (judged("a.docx", "docx", "hold", "metadata"), "docx"),
        (judged("a.odt", "odt", "hold", "picture_under_box"), ""),
        (judged("a.pdf", "pdf", "refuse"), ""),
        (judged("a.pdf", "pdf", "pass"), ""),
    ],
)
def test_the_ending_of_a_clean_copy(file: Attachment, ending: str) -> None:
    assert clean_ending(file) == ending


def test_words_under_a_box_are_marked_here_or_taken_out_elsewhere() -> None:
    assert "Redact it instead" in why_not_clean(judged("a.docx", "docx", "hold", "text_under_box"))
    said = why_not_clean(judged("a.odt", "odt", "hold", "text_under_box"))
    assert "in the program that made it" in said


def test_a_file_that_passed_needs_no_sentence() -> None:
    assert why_not_clean(judged("a.exe", "unknown", "pass")) == ""
