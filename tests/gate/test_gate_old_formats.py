"""What files of before 2007 hide is found as in the new formats; what breaks off is held."""

import random
import struct

import pytest
from tests.gate.cases.making import SECRET, ole
from tests.gate.cases.old import (
    BLACK,
    RED,
    WHITE,
    box,
    doc,
    font,
    form,
    label,
    ppt,
    record,
    stream,
    style,
    text,
    xls,
)

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport


def look(data: bytes, name: str) -> FileReport:
    return inspect_here(data, name, DEFAULT, "full")


def told(report: FileReport) -> list[tuple[str, str]]:
    return [(one.slug, one.excerpt) for one in report.findings]


def cell(*common: tuple[int, bytes]) -> bytes:
    return xls(label(SECRET), common=common)


def rule(colour: int) -> bytes:
    """A conditional rule that gives letters a colour."""
    flags = struct.pack("<IH", 1 << 26, 0)
    letters = bytearray(118)
    struct.pack_into("<I", letters, 80, colour)
    return bytes([2, 0, 0, 0, 0, 0]) + flags + bytes(letters)


def listed(items: str, prompt: str = "") -> bytes:
    words = text(prompt or "\0") + text("\0") * 3
    formula = b"\x17" + bytes([len(items), 0]) + items.encode()
    return struct.pack("<I", 0x83) + words + struct.pack("<HH", len(formula), 0) + formula


AREA = (0x1B0, struct.pack("<HH4H", 1, 1, 0, 9, 0, 0))
LOW = (0x208, struct.pack("<8H", 0, 0, 1, 5, 0, 0, 0, 0))
USUAL = (0x208, struct.pack("<8H", 0, 0, 1, 300, 0, 0, 0, 0))
NARROW = (0x7D, struct.pack("<6H", 0, 0, 20, 0, 0, 0))
JOINED = (0xE5, struct.pack("<H4H", 1, 0, 0, 0, 1))


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (cell(font(WHITE), style()), "white_text"),
        (cell(font(RED), style(fill=RED)), "white_text"),
        (cell(font(points=1), style()), "tiny_text"),
        (cell(font(), form(164, ";;;"), style(form=164)), "hidden_format"),
        (xls(LOW, label(SECRET)), "hidden_row"),
        (xls(NARROW, label(SECRET)), "hidden_column"),
        (xls(JOINED, label("seen"), label(SECRET, column=1)), "merged_cells"),
        (xls(label("seen"), label(SECRET, row=900)), "far_cell"),
        (xls(label("seen"), label(SECRET, column=90)), "far_cell"),
    ],
)
def test_a_cell_of_an_old_workbook_that_nobody_sees_is_found(data: bytes, slug: str) -> None:
    assert told(look(data, "a.xls")) == [(slug, SECRET)]


@pytest.mark.parametrize(
    "data",
    [
        cell(font(WHITE), style(fill=BLACK)),
        cell(font(RED), style()),
        cell(font(points=6), style()),
        cell(font(), form(164, "0;;;@"), style(form=164)),
        xls(USUAL, label(SECRET)),
        xls(JOINED, label(SECRET)),
        xls(label("seen"), label(SECRET, row=90)),
        xls(AREA, (0x1B1, rule(RED)), label(SECRET)),
        xls((0x1BE, listed("Yes\0No")), label(SECRET)),
        xls((0x1B8, bytes(30)), label(SECRET)),
    ],
)
def test_an_old_workbook_that_hides_nothing_passes(data: bytes) -> None:
    assert told(look(data, "a.xls")) == []


def test_rules_and_lists_of_an_old_workbook_are_found() -> None:
    pale = look(xls(AREA, (0x1B1, rule(WHITE)), label("x")), "a.xls")
    assert told(pale) == [("white_text", "white by a conditional format")]
    names = look(xls((0x1BE, listed("Aisha Rahman\0Owen Pritchard")), label("x")), "a.xls")
    assert told(names) == [("validation_list", "Aisha Rahman,Owen Pritchard")]
    asked = look(xls((0x1BE, listed("a\0b", "Ask Jo first")), label("x")), "a.xls")
    assert told(asked) == [("validation_prompt", "Ask Jo first")]
    margin = look(xls((0x14, text("&CPage of Jo")), label("x")), "a.xls")
    assert told(margin) == [("header_footer", "Page of Jo")]


@pytest.mark.parametrize(
    "data",
    [
        stream(label(SECRET))[:-9],
        stream(label(SECRET))[:-4],
        stream(label(SECRET)) + b"left over",
        stream(label(SECRET)).replace(b"\x04\x02\x1d\x00", b"\x04\x02\x1d\x70"),
        stream(label(SECRET)).replace(
            b"\x09\x08\x10\x00\x00\x06\x10", b"\x09\x09\x10\x00\x00\x06\x10"
        ),
        stream(label(SECRET)).replace(b"\x00\x06\x10\x00", b"\x00\x05\x10\x00"),
        stream((0xFD, struct.pack("<HHHI", 0, 0, 0, 7))),
        b"",
    ],
)
def test_a_record_stream_that_is_not_whole_holds_the_workbook(data: bytes) -> None:
    report = look(ole({"Workbook": data}), "a.xls")
    assert report.verdict == "hold"
    assert [one.slug for one in report.findings] == ["cannot_see_inside"]


def test_a_workbook_filled_up_with_zeros_passes() -> None:
    assert look(ole({"Workbook": stream(label("seen")) + bytes(900)}), "a.xls").verdict == "pass"


def test_a_sheet_that_no_list_names_is_a_hidden_one() -> None:
    data = stream(label("seen"))
    more = stream(label(SECRET))
    report = look(ole({"Workbook": data + more[more.rindex(b"\x09\x08") :]}), "a.xls")
    assert told(report) == [("very_hidden_sheet", SECRET)]


def test_no_byte_that_is_changed_in_a_hidden_sheet_makes_the_workbook_pass() -> None:
    data = ole(
        {"Workbook": stream(label(SECRET)).replace(b"\0\0\x06\0Answer", b"\1\0\x06\0Answer")}
    )
    chosen = random.Random(7)
    for _ in range(150):
        changed = bytearray(data)
        at = 1024 + chosen.randrange(len(data) - 1024)
        changed[at : at + 2] = b"\xff\xff"
        assert look(bytes(changed), "a.xls").verdict != "pass"


def test_a_container_without_a_stream_that_is_known_is_held() -> None:
    assert look(ole({"Worcbook": stream(label(SECRET))}), "a.xls").verdict == "hold"


SEEN = ("We answer your request. ", b"")


@pytest.mark.parametrize(
    ("own", "slug"),
    [
        (struct.pack("<H4B", 0x6870, 255, 255, 255, 0), "white_text"),
        (struct.pack("<HB", 0x2A42, 8), "white_text"),
        (struct.pack("<HH", 0x4A43, 2), "tiny_text"),
        (struct.pack("<HB", 0x2A0C, 1), "text_under_box"),
        (struct.pack("<HB", 0x083C, 1), "hidden_text"),
        (struct.pack("<HB", 0x0800, 1), "tracked_changes"),
    ],
)
def test_words_of_an_old_document_that_nobody_sees_are_found(own: bytes, slug: str) -> None:
    assert told(look(doc(SEEN, (SECRET, own)), "a.doc")) == [(slug, SECRET)]


@pytest.mark.parametrize(
    "own",
    [
        struct.pack("<H4B", 0x6870, 255, 0, 0, 0),
        struct.pack("<H4B", 0x6870, 255, 255, 255, 255),
        struct.pack("<HH", 0x4A43, 12),
        struct.pack("<HB", 0x2A0C, 7),
        struct.pack("<HB", 0x083C, 0),
        struct.pack("<HBHB", 0x2A42, 8, 0x2A0C, 1),
    ],
)
def test_words_of_an_old_document_that_are_seen_pass(own: bytes) -> None:
    assert told(look(doc(SEEN, (SECRET, own)), "a.doc")) == []


def test_white_words_on_a_shaded_paragraph_are_seen() -> None:
    white = struct.pack("<HB", 0x2A42, 8)
    shaded = struct.pack("<HH", 0x442D, 9 << 5)  # dark blue
    assert told(look(doc((SECRET, white), paragraph=shaded), "a.doc")) == []


def test_a_comment_of_an_old_document_is_told_alone() -> None:
    assert told(look(doc(SEEN, comments=SECRET), "a.doc")) == [("comment", SECRET)]
    assert told(look(doc(SEEN), "a.doc")) == []


@pytest.mark.parametrize(
    "change",
    [(b"\xec\xa5\xc1\0", b"\xec\xa5\x65\0"), (b"\x02\x10\0\0\0\0", b"\x07\x10\0\0\0\0")],
)
def test_an_old_document_that_cannot_be_read_is_held(change: tuple[bytes, bytes]) -> None:
    data = doc(SEEN)
    assert change[0] in data
    report = look(data.replace(*change), "a.doc")
    assert [one.slug for one in report.findings] == ["cannot_see_inside"]


MIDDLE, ASIDE = (1000, 1000, 3000, 1500), (9000, 1000, 11000, 1500)
WHITE_WORDS = struct.pack("<I4B", 0x40000, 255, 255, 255, 0xFE)
SMALL_WORDS = struct.pack("<IH", 0x20000, 1)
GROUND_WORDS = struct.pack("<I4B", 0x40000, 0, 0, 0, 0)  # the first colour of the scheme
COMMENT = record(12000, record(4026, SECRET.encode("utf-16le"), 1), holds=True)
TAGS = record(5000, record(5002, record(5003, COMMENT), holds=True), holds=True)


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (ppt(box(MIDDLE, SECRET, WHITE_WORDS)), "white_text"),
        (ppt(box(MIDDLE, SECRET, GROUND_WORDS)), "white_text"),
        (ppt(box(MIDDLE, SECRET, SMALL_WORDS)), "tiny_text"),
        (ppt(box(ASIDE, SECRET)), "off_slide"),
        (ppt(box(MIDDLE, SECRET), box((900, 900, 3100, 1600), fill=0)), "text_under_box"),
        (ppt(box(MIDDLE, "seen"), beside=TAGS), "comment"),
    ],
)
def test_what_an_old_slide_hides_is_found(data: bytes, slug: str) -> None:
    assert told(look(data, "a.ppt")) == [(slug, SECRET)]


@pytest.mark.parametrize(
    "data",
    [
        ppt(box(MIDDLE, SECRET)),
        ppt(box(MIDDLE, SECRET, WHITE_WORDS, fill=0)),
        ppt(box((0, 0, 5000, 4000), fill=0), box(MIDDLE, SECRET, WHITE_WORDS)),
        ppt(box(MIDDLE, SECRET, struct.pack("<IH", 0x20000, 12))),
        ppt(box(MIDDLE, SECRET), box((2500, 900, 3100, 1600), fill=0)),
        ppt(box(MIDDLE, SECRET), box((900, 900, 3100, 1600))),
    ],
)
def test_an_old_slide_that_hides_nothing_passes(data: bytes) -> None:
    assert told(look(data, "a.ppt")) == []


def test_a_presentation_that_breaks_off_is_held() -> None:
    data = ole(
        {"PowerPoint Document": record(1000, b"", holds=True) + struct.pack("<HHI", 15, 1006, 9999)}
    )
    assert look(data, "a.ppt").verdict == "hold"


COLOURS = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red0\green0\blue128;}"


def rtf(body: str) -> bytes:
    return rf"{{\rtf1\ansi{COLOURS}Seen words. {body}\par}}".encode("cp1252")


@pytest.mark.parametrize(
    ("body", "slug"),
    [
        (rf"{{\cf2 {SECRET}}}", "white_text"),
        (rf"\cf2 {SECRET}\cf0  and more", "white_text"),
        (rf"{{\fs2 {SECRET}}}", "tiny_text"),
        (rf"{{\highlight1 {SECRET}}}", "text_under_box"),
        (rf"{{\chcbpat1\cf1 {SECRET}}}", "text_under_box"),
        (rf"\pard\cbpat3{{\cf3 {SECRET}}}", "white_text"),
        (rf"{{\v {SECRET}}}", "hidden_text"),
        (rf"\v {SECRET}\v0  and more", "hidden_text"),
        (rf"{{\deleted {SECRET}}}", "tracked_changes"),
        (rf"{{\*\atnauthor Jo}}{{\*\annotation{{\*\atnref 0}}\fs20 {{{SECRET}}}}}", "comment"),
        (rf"{{\*\docvar {{a}}{{{SECRET}}}}}", "document_variable"),
    ],
)
def test_what_rich_text_hides_is_found(body: str, slug: str) -> None:
    found = told(look(rtf(body), "a.rtf"))
    assert [one for one, _ in found] == [slug]
    assert SECRET in found[0][1]


@pytest.mark.parametrize(
    "body",
    [
        rf"{{\cf1 {SECRET}}}",
        rf"{{\highlight3\cf2 {SECRET}}}",
        rf"\pard\cbpat3{{\cf2 {SECRET}}}",
        rf"\trowd\clcbpat3\cellx900\pard\intbl{{\cf2 {SECRET}}}\cell\row",
        rf"{{\fs12 {SECRET}}}",
        rf"{{\v0 {SECRET}}}",
        rf"{{\v \plain {SECRET}}}",
        rf"{{\*\unknown {SECRET}}}",
        rf'{{\field{{\*\fldinst HYPERLINK "https://www.example.gov.uk"}}{{\fldrslt {SECRET}}}}}',
    ],
)
def test_rich_text_that_hides_nothing_passes(body: str) -> None:
    assert told(look(rtf(body), "a.rtf")) == []


def test_only_the_cell_with_a_ground_shows_white_words() -> None:
    row = r"\trowd\clcbpat3\cellx900\cellx1800\pard\intbl{\cf2 one}\cell{\cf2 two}\cell\row"
    assert told(look(rtf(row), "a.rtf")) == [("white_text", "two")]


@pytest.mark.parametrize("coded", [r"\'4a\'6f", r"\u74?\u111?", r"{\v0 J}o"])
def test_letters_of_rich_text_are_read_however_they_are_written(coded: str) -> None:
    assert told(look(rtf(rf"{{\cf2 {coded}}}"), "a.rtf")) == [("white_text", "Jo")]


def test_what_stands_after_the_last_brace_is_found_and_bytes_of_pictures_are_not_words() -> None:
    assert told(look(rtf("") + SECRET.encode(), "a.rtf")) == [("trailing_data", SECRET)]
    assert told(look(rtf(r"{\pict\bin5 }}{{\v}"), "a.rtf")) == []


def test_groups_nested_beyond_reason_are_held() -> None:
    assert look(b"{\\rtf1 " + b"{" * 9000, "a.rtf").verdict == "hold"
