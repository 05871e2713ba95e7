"""A file is read by what it is, whatever it is called, or is called what it is in one sentence."""

import io
import zipfile

import pytest

from answerable.letters.draft import read_record, write_notice
from answerable.letters.files import DEFAULT
from answerable.letters.files.kinds import kind_of
from answerable.letters.files.problems import CannotReadError
from answerable.letters.files.reading import read_kind
from answerable.letters.samples import example
from answerable.letters.writers import to_docx, to_html, to_pdf, to_text

NOTICE = write_notice(read_record(example("foia_partial"), "foia_partial"))
REFUSED = "Your request is refused under section 12 of the Act."
MAIL = f"From: foi@w.example\r\nTo: r@x.example\r\nSubject: FOI 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{REFUSED}\r\n"
FILES = {
    "text": to_text(NOTICE).encode(),
    "docx": to_docx(NOTICE),
    "html": to_html(NOTICE).encode(),
    "pdf": to_pdf(NOTICE),
    "rtf": rb"{\rtf1\ansi Your request is refused under section 12 of the Act.\par}",
    "mail": MAIL.encode(),
}
NAMES = (".pdf", ".docx", ".txt", ".md", ".html", ".eml", ".odt", ".rtf", ".doc", "")


@pytest.mark.parametrize("suffix", NAMES)
@pytest.mark.parametrize("kind", FILES)
def test_a_letter_under_another_name_is_read_as_what_it_is(kind: str, suffix: str) -> None:
    if kind == "text" and suffix in (".html", ".eml"):
        return  # words alone are a page or a mail if they are called so
    opened = read_kind(FILES[kind], suffix, DEFAULT)
    assert opened.kind == kind
    assert "refus" in opened.text or "withh" in opened.text
    assert "<p" not in opened.text
    assert "\\par" not in opened.text


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\r\n\r\n", b"  "])
@pytest.mark.parametrize("kind", ["html", "pdf", "rtf"])
def test_what_stands_before_it_changes_nothing(kind: str, before: bytes) -> None:
    assert kind_of(before + FILES[kind], ".docx") == kind
    assert read_kind(before + FILES[kind], ".docx", DEFAULT).text.strip()


def test_words_about_a_kind_of_file_are_words() -> None:
    said = f"Our files begin with %PDF-1.7 and <html> or {{\\rtf.\n\n{REFUSED}".encode()
    for suffix in (".pdf", ".docx", ".txt"):
        assert kind_of(said, suffix) == "text"
        assert REFUSED in read_kind(said, suffix, DEFAULT).text


def box(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name, data in members.items():
            written.writestr(name.replace("__", "/"), data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (box(letters__one=b"words"), "is an archive; unpack it"),
        (b"\x1f\x8b\x08" + b"\x01" * 60, "is an archive; unpack it"),
        (b"7z\xbc\xaf\x27\x1c" + b"\x01" * 60, "is an archive; unpack it"),
        (b"Rar!\x1a\x07\x01\x00" + b"\x01" * 60, "is an archive; unpack it"),
        (box(xl__workbook=b"<a/>"), "is a workbook or a presentation"),
        (box(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "is a workbook"),
        (b"%!PS-Adobe-3.0\n", "save it as a PDF"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x01" * 60, "is a picture; run text recognition"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Microsoft Office format"),
        (b"", "is empty"),
    ],
)
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".txt", ".odt"])
def test_what_is_no_letter_is_called_what_it_is(data: bytes, words: str, suffix: str) -> None:
    with pytest.raises(CannotReadError) as caught:
        read_kind(data, suffix, DEFAULT)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
