"""What was removed is found again wherever a copy still holds it, and nowhere else."""

import io
import zipfile

import pytest

from answerable.gate.cleaning.marks import Known
from answerable.gate.cleaning.proof import still_there

SECRET = "Wilhelmina Oakeshott"
LONG = "".join(f"<c><v>{n}</v></c>" for n in range(60_000))


def packed(body: bytes, name: str = "part.xml", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        made.writestr(name, body)
    return out.getvalue()


def commented(on_part: bool) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("part.xml")
        if on_part:
            info.comment = SECRET.encode()
        else:
            made.comment = SECRET.encode()
        made.writestr(info, b"words")
    return out.getvalue()


def extra() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        info = zipfile.ZipInfo("part.xml")
        info.extra = b"\x99\x99" + len(SECRET).to_bytes(2, "little") + SECRET.encode()
        made.writestr(info, b"words")
    return out.getvalue()


@pytest.mark.parametrize(
    "copy",
    [
        SECRET.encode(),
        packed(SECRET.encode()),
        packed(SECRET.encode(), method=zipfile.ZIP_STORED),
        packed(packed(SECRET.encode())),
        packed(b"words", SECRET),
        packed(b"\0\1" + SECRET.encode("utf-16-le")),
        packed(b"\0" + SECRET.encode("utf-16-le")),
        packed(f"<?xml version='1.0'?><t>Wilhel</t><t>mina</t> <t at='{SECRET}'/>".encode()),
        packed(b"<t>Wilhelmina Oake</t><t>shott</t>"),
        commented(True),
        commented(False),
        extra(),
        packed(b"words") + SECRET.encode(),
        SECRET.encode() + packed(b"words"),
    ],
)
def test_it_is_found_in_every_corner_of_a_copy(copy):
    assert still_there(copy, {SECRET}, "") == [SECRET]


@pytest.mark.parametrize("shift", range(-40, 41, 8))
@pytest.mark.parametrize("coded", ["utf-8", "utf-16-le"])
def test_it_is_found_across_the_border_of_two_pieces(shift, coded):
    padding = ("x " * (1 << 17))[: (1 << 18) // (2 if coded == "utf-16-le" else 1) + shift]
    copy = packed((padding + SECRET + " y" * 90_000).encode(coded))
    assert still_there(copy, {SECRET}, "") == [SECRET]


@pytest.mark.parametrize("at", [0, 30_000, len(LONG)])
def test_it_is_found_anywhere_in_a_long_part(at):
    cut = LONG.find("<c>", at) if at < len(LONG) else at
    body = f"<?xml version='1.0'?>{LONG[:cut]}<c><v>{SECRET}</v></c>{LONG[cut:]}"
    assert still_there(packed(body.encode()), {SECRET}, "") == [SECRET]


@pytest.mark.parametrize(
    "copy", [b"", packed(b""), packed(LONG.encode()), packed(b"\0\1\2"), packed(packed(b"words"))]
)
def test_a_copy_without_it_is_let_go(copy):
    assert still_there(copy, {SECRET}, "") == []


def test_what_the_file_showed_anyway_tells_nothing():
    shown = "\n".join([*(f"line {n}" for n in range(60_000)), SECRET])
    assert still_there(SECRET.encode(), {SECRET}, shown) == []
    assert still_there(SECRET.encode(), {SECRET}, "", SECRET) == []


def test_what_was_shown_in_one_long_line_is_known_too():
    known = Known({SECRET})
    known.forget("other words")
    assert known
    known.forget("word " * 200_000 + SECRET)
    assert not known


def test_three_words_in_a_row_are_told_and_two_of_them_are_not():
    piece = {"he did go to me"}
    assert still_there(b"and so did go to it", piece, "") == list(piece)
    assert still_there(b"and go to it", piece, "") == []


@pytest.mark.parametrize(
    ("body", "there"),
    [
        (b"\0\1 /StaffTextEdit MP", False),
        (b"\0\1 /TextEdits", False),
        (b"\0\1 \x14TextEdit\0", True),
        (b"\0\1" + "\x14TextEdit".encode("utf-16-le"), True),
        (b"\0\1" + "UpTextEditing".encode("utf-16-le"), False),
    ],
)
def test_a_short_word_in_bytes_must_stand_by_itself(body, there):
    assert (still_there(packed(body), {"TextEdit"}, "") == ["TextEdit"]) is there


def test_a_long_piece_in_bytes_may_be_joined_to_anything():
    body = b"\0\1x" + b"".join(b"%c\1" % c for c in b"ab") + b"Q" + SECRET.encode() + b"Q"
    assert still_there(packed(body), {SECRET}, "") == [SECRET]
