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
