"""Bad and hostile files: one plain sentence each, and never a traceback."""

import io
import struct
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from answerable.letters.files import Limits, open_bytes, open_file
from answerable.letters.files.limits import MEGABYTE
from answerable.model import RefusedInputError, UnusableInputError


def _zip(**members: bytes) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return box.getvalue()


def _one_sentence(problem: BaseException, *words: str) -> None:
    said = str(problem)
    assert said.startswith("“")
    assert said.endswith(".")
    assert "\n" not in said
    for word in words:
        assert word in said


def test_an_empty_file() -> None:
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(b" \n", "letter.txt")
    _one_sentence(caught.value, "letter.txt", "empty")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="There is no file"):
        open_file(tmp_path / "none.txt")


@pytest.mark.parametrize("codec", ["utf-16", "cp1252"])
def test_the_wrong_encoding(codec: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        open_bytes("The Council’s reply – in full".encode(codec), "letter.txt")
    _one_sentence(caught.value, "UTF-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("letter.docx", "a Word file by its name, and is damaged or of another kind: open it in Word"),
        ("letter.DOCX", "a Word file by its name"),
        ("letter.odt", "an OpenDocument file by its name"),
        ("letter.pdf", "a PDF by its name, and is damaged"),
        ("letter.rtf", "an RTF file by its name"),
        ("letter.eml", "a mail message by its name"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("data", [b"\x81\x03\xfe rubbish \xa9", b"\xff\xfeno letter", b"a\x00b"])
def test_a_damaged_file_is_called_what_its_name_says(name: str, words: str, data: bytes) -> None:
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(data, name)
    _one_sentence(caught.value, words, "sent again")
    assert "UTF-8" not in str(caught.value)


@pytest.mark.parametrize("name", ["letter.txt", "letter.md", "letter"])
def test_a_text_is_not_called_damaged(name: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(b"\x81\x03 rubbish \xa9", name)
    _one_sentence(caught.value, "UTF-8")


@pytest.mark.parametrize("name", ["letter.docx", "letter.pdf", "letter.rtf"])
def test_words_under_another_name_are_still_read(name: str) -> None:
    assert open_bytes("Dear Sir, – yes".encode(), name).kind == "text"


def test_a_word_file_without_its_document_is_damaged_and_a_zip_is_an_archive() -> None:
    box = _zip(docProps__app_dot_xml=b"<a/>")
    with pytest.raises(UnusableInputError, match="damaged"):
        open_bytes(box, "letter.docx")
    with pytest.raises(UnusableInputError, match="archive"):
        open_bytes(box, "letter.zip")


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as big:
        big.truncate(200 * MEGABYTE)
    with pytest.raises(RefusedInputError) as caught:
        open_file(path)
    _one_sentence(caught.value, "200 MB")


def test_a_zip_bomb_named_docx_is_refused() -> None:
    bomb = _zip(word__document_dot_xml=b"<w>" + b"0" * (150 * MEGABYTE) + b"</w>")
    assert len(bomb) < MEGABYTE
    with pytest.raises(RefusedInputError) as caught:
        open_bytes(bomb, "letter.docx")
    _one_sentence(caught.value, "unpacks")


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    bomb = bytearray(_zip(word__document_dot_xml=b"0" * (150 * MEGABYTE)))
    directory = bomb.rfind(b"PK\x01\x02")
    struct.pack_into("<I", bomb, directory + 24, 10)  # "unpacks to ten bytes"
    with pytest.raises(UnusableInputError):
        open_bytes(bytes(bomb), "letter.docx")


def test_entities_of_xml_are_not_expanded() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(_zip(word__document_dot_xml=laughs), "letter.docx")
    _one_sentence(caught.value, "entities")


def test_an_encrypted_pdf() -> None:
    box = io.BytesIO()
    with pikepdf.open(io.BytesIO(typst.compile(b"Words"))) as pdf:
        pdf.save(box, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(box.getvalue(), "letter.pdf")
    _one_sentence(caught.value, "password")


def test_a_scanned_pdf_is_sent_to_text_recognition() -> None:
    box = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(box, "PDF")
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(box.getvalue(), "scan.pdf")
    _one_sentence(caught.value, "OCR")


def test_a_picture_is_sent_to_text_recognition() -> None:
    box = io.BytesIO()
    Image.new("RGB", (3, 4)).save(box, "PNG")
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(box.getvalue(), "letter.docx")
    _one_sentence(caught.value, "picture")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\nnot really", "damaged"),
        (b"PK\x03\x04broken", "damaged"),
        (_zip(xl__workbook_dot_xml=b"<a/>"), "workbook"),
        (_zip(letter_dot_txt=b"hello"), "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Microsoft Office format"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"plain\x00zeroes", "zero bytes"),
        (_zip(word__document_dot_xml=b"<open>"), "damaged"),
    ],
)
def test_other_files_that_cannot_be_letters(data: bytes, word: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(data, "file.bin")
    _one_sentence(caught.value, word)


def test_mails_nested_without_end_are_refused() -> None:
    message = EmailMessage()
    message.set_content("the innermost")
    for _ in range(12):
        outer = EmailMessage()
        outer["Subject"] = "forwarded"
        outer.set_content("see below")
        outer.add_attachment(message)
        message = outer
    with pytest.raises(RefusedInputError) as caught:
        open_bytes(message.as_bytes(), "deep.eml")
    _one_sentence(caught.value, "mails within mails")


def test_html_nested_without_end_is_not_a_traceback() -> None:
    with pytest.raises(UnusableInputError):
        open_bytes(b"<html>" + b"<div>" * 100_000 + b"x", "deep.html", Limits(elements=50_000))


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(RefusedInputError) as caught:
        open_bytes(b"<html><p>words", "page.html", Limits(wall_seconds=0))
    _one_sentence(caught.value, "too long")


def test_a_reader_that_takes_too_much_memory_is_stopped() -> None:
    large = _zip(word__document_dot_xml=b"<w>" + b"0" * (90 * MEGABYTE) + b"</w>")
    with pytest.raises(RefusedInputError) as caught:
        open_bytes(large, "letter.docx", Limits(memory_bytes=120 * MEGABYTE))
    _one_sentence(caught.value, "memory")


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(
        [
            b"%PDF-1.4\n",
            b"PK\x03\x04",
            b"{\\rtf1 ",
            b"\x78\x9f\x3e\x22\0\0",
            b"<html>",
            b"From: a\nMIME-Version: 1\n\n",
        ]
    ),
    st.binary(max_size=400),
)
def test_no_bytes_whatever_raise_anything_else(head: bytes, rest: bytes) -> None:
    try:
        open_bytes(head + rest, "any.eml")
    except UnusableInputError as problem:
        _one_sentence(problem)
