"""What public files with labels taught: things found that were not, and alarms that were none."""

import io
import struct

import pikepdf
import pytest
from tests.gate.cases import documents
from tests.gate.cases.making import (
    BOOK,
    SECRET,
    docx,
    ole,
    paragraph,
    pptx,
    records,
    run,
    xlsx,
    zipped,
)
from tests.gate.pages_of_paper import pdf

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport, place_of

_GONE, _THERE = struct.pack("<HH", 0xFFFF, 0xFFFF), struct.pack("<HH", 0, 0)
_DOC = struct.pack("<HH", 0xA5EC, 0xC1).ljust(0x200, b"\0")


def look(data: bytes, name: str) -> FileReport:
    return inspect_here(data, name, DEFAULT, "full")


def told(report: FileReport, slug: str) -> list[str]:
    return [f"{place_of(one)}: {one.excerpt}" for one in report.findings if one.slug == slug]


def test_hidden_paragraphs_without_words_are_noted_and_hold_nothing() -> None:
    empty = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>"
    report = look(docx(paragraph(run("Seen.")) + empty * 3), "a.docx")
    assert told(report, "empty_hidden") == [
        "the text, hidden paragraphs without words: 3 paragraphs"
    ]
    assert report.verdict == "pass"


def test_a_paragraph_that_is_shown_or_has_words_is_no_empty_one() -> None:
    shown = '<w:p><w:pPr><w:rPr><w:vanish w:val="0"/></w:rPr></w:pPr></w:p>'
    worded = paragraph(run(SECRET, "<w:vanish/>"))
    report = look(docx(shown + worded), "a.docx")
    assert told(report, "empty_hidden") == []
    assert told(report, "hidden_text") != []


@pytest.mark.parametrize(("words", "slug"), [("", "empty_hidden"), (SECRET, "speaker_notes")])
def test_a_page_of_notes_is_told_with_notes_and_without(words: str, slug: str) -> None:
    slugs = {one.slug for one in look(documents._notes(words), "a.pptx").findings}
    assert slugs & {"empty_hidden", "speaker_notes"} == {slug}


def test_slides_without_a_page_of_notes_have_none_told() -> None:
    assert told(look(pptx(), "a.pptx"), "empty_hidden") == []


def comment(inner: str) -> bytes:
    body = f'<w:comments xmlns:w="{documents.WORD}" xmlns:v="urn:v"><w:comment w:author="A. Clerk"><w:p><w:r>{inner}</w:r></w:p></w:comment></w:comments>'
    return documents._more("comments.xml", "comments", body)


def test_a_comment_that_is_only_a_picture_is_a_comment() -> None:
    picture = '<w:pict><v:shape><v:imagedata title="face"/></v:shape></w:pict>'
    assert told(look(comment(picture), "a.docx"), "comment") == [
        "comment by A. Clerk (word/comments.xml): a picture"
    ]
    assert told(look(comment("<w:t/>"), "a.docx"), "comment") == []


def test_the_value_of_a_property_of_a_sheet_is_read_and_stops_nothing() -> None:
    value = "Case worker Oakeshott".encode("utf-16le")
    data = xlsx(
        parts={"xl/customProperty1.bin": value},
        links={"xl/worksheets/sheet1.xml": [("customProperty", "../customProperty1.bin")]},
    )
    report = look(data, "a.xlsx")
    assert any("Case worker Oakeshott" in one for one in told(report, "custom_property"))
    assert told(report, "cannot_see_inside") == []


def test_a_damaged_part_holds_the_file_and_the_others_are_read() -> None:
    data = xlsx(
        parts={
            "xl/connections.xml": "<connections",
            "xl/queryTables/q.xml": f'<q xmlns="{BOOK}" name="{SECRET}"/>',
        },
        book_links=(("connections", "connections.xml"), ("queryTable", "queryTables/q.xml")),
    )
    report = look(data, "a.xlsx")
    assert len(told(report, "cannot_see_inside")) == 1
    assert any(SECRET in one for one in told(report, "query_table"))


def name(title: str, sheet: int) -> tuple[int, bytes]:
    formula = b"\x3b" + struct.pack("<HHHHH", sheet, 0, 1, 0, 0)
    head = struct.pack("<HBBH8x", 0, 0, len(title), len(formula))
    return 0x18, head + b"\0" + title.encode() + formula


def old_workbook(*names: tuple[int, bytes]) -> bytes:
    kind = struct.pack("<HH12x", 0x600, 5)
    sheets = struct.pack("<H", 2) + b"\0\0" + _THERE + b"\0\0" + _GONE
    head = [(0x809, kind), (0x17, sheets), *names]
    at = len(records(*head)) + 22  # after the list of sheets and the end of what is common
    listed = (0x85, struct.pack("<IHBB", at, 0, 6, 0) + b"Answer")
    sheet = ((0x809, struct.pack("<HH12x", 0x600, 0x10)), (0x0A, b""))
    return ole({"Workbook": records(*head, listed, (0x0A, b""), *sheet)})


def test_a_name_of_a_deleted_sheet_in_an_old_workbook_is_noted() -> None:
    report = look(old_workbook(name("Redundancies", 1), name("Wards", 0)), "a.xls")
    assert told(report, "dead_name") == ["defined names: Redundancies = #REF!"]
    assert report.verdict == "pass"


def test_a_name_of_deleted_cells_with_a_whole_postcode_holds_and_with_half_of_one_does_not() -> (
    None
):
    assert look(old_workbook(name("Tenant_CF10_3NS", 1)), "a.xls").verdict == "hold"
    assert look(old_workbook(name("Tenants_CF10", 1)), "a.xls").verdict == "pass"


def test_a_list_of_sheets_that_is_cut_short_holds_the_old_workbook() -> None:
    data = ole({"Workbook": records((0x809, bytes(16)), (0x17, struct.pack("<H", 900)))})
    assert look(data, "a.xls").verdict == "hold"


def test_a_word_file_of_before_2007_with_a_theme_inside_is_what_its_name_says() -> None:
    data = ole({"WordDocument": _DOC + b"Dear Sir", "Theme": zipped({"theme/theme1.xml": "<a/>"})})
    report = look(data, "letter.doc")
    assert report.format == "doc"
    assert {one.slug for one in report.findings} & {"type_mismatch", "trailing_data"} == set()


def test_what_is_joined_to_the_end_of_an_old_file_is_found() -> None:
    data = ole({"WordDocument": _DOC + b"Dear Sir"})
    joined = zipped({"staff.csv": SECRET})
    assert told(look(data, "letter.doc"), "trailing_data") == []
    assert told(look(data + bytes(512), "letter.doc"), "trailing_data") == []
    report = look(data + joined, "letter.doc")
    assert len(told(report, "trailing_data")) == 1
    assert report.verdict == "hold"


def native(name: str, body: bytes) -> bytes:
    """A file put into a document as a package."""
    said = name.encode() + b"\0" + b"C:\\" + name.encode() + b"\0"
    temporary = b"C:\\temp\0"
    sizes = struct.pack("<HHI", 0, 3, len(temporary)) + temporary + struct.pack("<I", len(body))
    return struct.pack("<IH", 0, 2) + said + sizes + body


@pytest.mark.parametrize("stream", ["Package", "\x01Ole10Native"])
def test_a_file_in_an_embedded_object_is_looked_into(stream: str) -> None:
    inside = docx(paragraph(run(SECRET, "<w:vanish/>")))
    body = native("inside.docx", inside) if stream != "Package" else inside
    report = look(ole({stream: body, "Other": b"x"}), "a.bin")
    assert any(SECRET in one for one in told(report, "hidden_text"))
    assert told(report, "cannot_see_inside") != []


@pytest.mark.parametrize("body", [b"", b"\0" * 40, native("a.docx", b"words")[:30], b"x" * 9])
def test_an_embedded_object_that_is_damaged_is_held(body: bytes) -> None:
    report = look(ole({"\x01Ole10Native": body, "Other": b"x"}), "a.bin")
    assert report.verdict == "hold"


def pointing_back(data: bytes, root: bytes = b"", added: bytes = b"") -> bytes:
    """A file with the part after its end that Word writes; or with another root, or an object."""
    start = int(data.rpartition(b"startxref")[2].split()[0])
    root = root or data.rpartition(b"/Root ")[2].split(b" R")[0]
    at = len(data) + len(added)
    trailer = b"trailer\n<</Size 9/Root %s R/Prev %d/XRefStm %d>>\n" % (root, start, start)
    return data + added + b"xref\n0 0\n" + trailer + b"startxref\n%d\n%%%%EOF\n" % at


def test_the_part_that_word_writes_after_every_pdf_is_no_earlier_state() -> None:
    assert told(look(pointing_back(_plain()), "a.pdf"), "old_revision") == []


def test_a_part_with_an_object_or_with_another_beginning_is_an_earlier_state() -> None:
    added = b"90 0 obj\n<< /Type /Catalog >>\nendobj\n"
    assert len(told(look(pointing_back(_plain(), added=added), "a.pdf"), "old_revision")) == 1
    assert look(pointing_back(_plain(), root=b"2 0"), "a.pdf").verdict == "hold"
    assert look(_plain(), "a.pdf").verdict == "pass"


def _plain() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Dear Sir"))) as made:
        made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


@pytest.mark.parametrize(
    ("box", "covered"),
    [
        ("0 g 60 254 40 22 re f", True),  # over the middle of the number
        ("0 g 20 240 200 14 re f", False),  # under the line
        ("0.9 g 60 254 40 22 re f", True),  # pale, and over it all the same
        ("0 g 300 254 40 22 re f", False),  # beside the words
    ],
)
def test_a_box_over_part_of_a_word_is_found(box: str, covered: bool) -> None:
    report = look(pdf("40112233445566", size=16, after=box), "a.pdf")
    slugs = {one.slug for one in report.findings}
    assert bool(slugs & {"text_under_box", "white_text"}) == covered


def test_white_words_on_a_dark_band_are_seen() -> None:
    band = "0 g 20 190 300 40 re f 1 g BT /F1 16 Tf 30 200 Td (40112233445566) Tj ET"
    report = look(pdf("Dear Sir", size=16, after=band), "a.pdf")
    assert told(report, "text_under_box") == []
