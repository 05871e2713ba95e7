"""The words inside winmail.dat, in each of the forms mail programs put them."""

import struct
from email.message import EmailMessage

import pytest
from compressed_rtf import compress

from answerable.letters.files import open_bytes
from answerable.model import UnusableInputError


def _attribute(kind: int, value: bytes) -> bytes:
    return struct.pack("<BHHI", 1, kind, 0, len(value)) + value + b"\0\0"


def _tnef(*attributes: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)


def _property(kind: int, name: int, value: bytes) -> bytes:
    padding = b"\0" * (-len(value) % 4)
    return struct.pack("<HHII", kind, name, 1, len(value)) + value + padding


def _mapi(*properties: bytes) -> bytes:
    # A flag (Boolean) before the body: fixed-size values have to be stepped over.
    first = struct.pack("<HHI", 0x000B, 0x0E1F, 1)
    return _attribute(0x9003, struct.pack("<I", len(properties) + 1) + first + b"".join(properties))


def _mail(tnef: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Reply"
    message.set_content("")
    message.add_attachment(tnef, "application", "ms-tnef", filename="winmail.dat")
    return message.as_bytes()


@pytest.mark.parametrize(
    "tnef",
    [
        _tnef(_attribute(0x800C, b"The Council holds it.\0")),
        _tnef(_mapi(_property(0x001F, 0x1000, "The Council holds it.".encode("utf-16-le")))),
        _tnef(_mapi(_property(0x0102, 0x1013, b"<html><p>The Council holds it.</p></html>"))),
        _tnef(_mapi(_property(0x0102, 0x1009, compress(rb"{\rtf1 The Council holds it.}")))),
    ],
    ids=["attribute", "unicode property", "html property", "compressed rich text"],
)
def test_the_words_are_found(tnef: bytes) -> None:
    assert "The Council holds it." in open_bytes(_mail(tnef), "reply.eml").text


def test_names_of_enclosures_are_listed() -> None:
    tnef = _tnef(_attribute(0x800C, b"See the report."), _attribute(0x8010, b"report.pdf\0"))
    assert "report.pdf" in open_bytes(_mail(tnef), "reply.eml").attachments


@pytest.mark.parametrize("cut", [7, 10, 14, 20])
def test_a_damaged_one_is_a_plain_sentence(cut: int) -> None:
    tnef = _tnef(_attribute(0x800C, b"The Council holds it."))[:cut]
    with pytest.raises(UnusableInputError) as caught:
        open_bytes(_mail(tnef), "reply.eml")
    assert "\n" not in str(caught.value)


LETTER = (
    "Tarnbrook Council\n\n1 May 2026\n\nDear Mr Ash\n\nYou asked:\n\n1. How many skips were hired?\n"
    "2. What did they cost?\n\nNine were hired for £810.\n\nYours sincerely\n"
)


def _enclosing(name: bytes, content: bytes) -> tuple[bytes, ...]:
    return (
        _attribute(0x9002, b"\0" * 14),
        _attribute(0x8010, name + b"\0"),
        _attribute(0x800F, content),
    )


def _longer_name(name: str) -> bytes:
    return _attribute(
        0x9005, struct.pack("<I", 1) + _property(0x001F, 0x3707, f"{name}\0".encode("utf-16-le"))
    )


NOTE = _attribute(0x800C, b"Please see the letter.\0")


@pytest.mark.parametrize("suffix", ["eml", "dat"])
def test_a_letter_enclosed_is_read_below_the_note(suffix: str) -> None:
    tnef = _tnef(NOTE, *_enclosing(b"LETTER~1.TXT", LETTER.encode()), _longer_name("Letter 12.txt"))
    opened = open_bytes(_mail(tnef) if suffix == "eml" else tnef, f"winmail.{suffix}")
    assert opened.text.index("Please see") < opened.text.index("How many skips were hired?")
    assert opened.attachments == ("Letter 12.txt",)
    assert "“Letter 12.txt”" in opened.notes[0]


def test_a_letter_enclosed_without_a_note_is_the_letter() -> None:
    opened = open_bytes(_mail(_tnef(*_enclosing(b"letter.txt", LETTER.encode()))), "reply.eml")
    assert "What did they cost?" in opened.text


@pytest.mark.parametrize(
    "enclosed",
    [
        _enclosing(b"figures.xlsx", b"How many skips were hired?"),
        _enclosing(b"a.txt", b"How many skips were hired?") * 2,
        _enclosing(b"letter.docx", b"PK\x03\x04 How many skips were hired?"),
    ],
    ids=["no letter", "two of them", "cannot be read"],
)
def test_other_enclosures_are_only_named(enclosed: tuple[bytes, ...]) -> None:
    opened = open_bytes(_mail(_tnef(NOTE, *enclosed)), "reply.eml")
    assert "skips" not in opened.text
    assert opened.attachments[0].startswith(("figures", "a.", "letter"))


def test_a_winmail_that_holds_nothing_is_a_plain_sentence() -> None:
    with pytest.raises(UnusableInputError):
        open_bytes(_tnef(_attribute(0x8010, b"report.pdf\0")), "winmail.dat")
