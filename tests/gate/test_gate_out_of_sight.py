"""Words out of sight: a person's own numbers hold a file wherever they are, chance ones do not."""

import pytest
from tests.gate.cases import out_of_sight as made
from tests.gate.cases.books import _prompt, _styled
from tests.gate.cases.documents import _core, _field
from tests.gate.cases.making import BOOK, ROWS, SECRET, STYLES, row, shape, xlsx

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport

PATIENT = f"{SECRET}, NHS number 999 312 7213"


def look(data: bytes, name: str = "answer.xlsx") -> FileReport:
    return inspect_here(data, name, DEFAULT, "full")


def slugs(report: FileReport) -> set[str]:
    return {finding.slug for finding in report.findings}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_core(PATIENT), "answer.docx"),
        (_prompt(PATIENT), "answer.xlsx"),
        (made.link(PATIENT), "answer.xlsx"),
        (made.formula(f"IF(1=2,&quot;{PATIENT}&quot;,&quot;&quot;)", " "), "answer.xlsx"),
        (made.layout(shape(PATIENT)), "slides.pptx"),
        (_field(f'IF 1 = 2 "{PATIENT}" ""'), "answer.docx"),
    ],
    ids=["property", "prompt", "tip", "formula", "layout", "field"],
)
def test_a_number_of_a_persons_own_holds_the_file_where_a_name_would_be_a_note(data, name):
    report = look(data, name)
    assert report.verdict == "hold"
    assert any(finding.severity.word == "critical" for finding in report.findings)


@pytest.mark.parametrize("words", ["A. Clerk", "foi@council.example", "01632 960 123", "AB1 2CD"])
def test_an_officer_in_a_property_is_a_note(words):
    assert look(_core(words), "answer.docx").verdict == "pass"


def test_short_words_of_a_formula_are_nothing():
    assert "formula_text" not in slugs(
        look(made.formula("IF(B2&gt;5,&quot;High&quot;,&quot;Low&quot;)", "High"))
    )


def test_words_of_a_formula_in_a_plain_row_are_found_as_in_any_other():
    for space in ("", "\n"):  # the parser takes rows that are not written in the plainest way
        cell = f'<c r="A3" t="str"><f>IF(1=2,"{SECRET}","")</f>{space}<v>x</v></c>'
        assert "formula_text" in slugs(look(xlsx(f'{ROWS}<row r="3">{cell}</row>')))


def test_a_formula_without_words_is_still_read_without_the_parser():
    report = look(made.formula("SUM(B2:B2)", "7"))
    assert slugs(report) <= {"metadata"}


@pytest.mark.parametrize("address", ["https://example.org/answers", "http://example.org/a#b"])
def test_a_link_to_a_page_of_the_web_is_nothing(address):
    assert "link" not in slugs(look(made.link(address=address)))


@pytest.mark.parametrize(
    "address", ["file://server/staff/list.xlsx", "https://example.org/find?person=41"]
)
def test_a_link_to_a_file_or_with_a_question_is_noted(address):
    report = look(made.link(address=address))
    assert "link" in slugs(report)
    assert report.verdict == "pass"


def test_kana_above_a_word_are_what_they_are_for():
    assert "phonetic_text" not in slugs(look(made.spoken("トウキョウ")))


def test_a_shape_below_a_long_table_is_not_far():
    assert "far_shape" not in slugs(look(made.box(3, 9_000)))
    assert "far_shape" in slugs(look(made.box(3, 900_000)))


def test_words_on_a_layout_that_a_slide_uses_are_on_the_slide():
    assert "layout_text" not in slugs(
        look(made.layout(shape("OFFICIAL"), used=True), "slides.pptx")
    )


def test_a_sheet_that_the_workbook_does_not_list_holds_the_file():
    body = f'<worksheet xmlns="{BOOK}"><sheetData>{row(1, SECRET)}</sheetData></worksheet>'
    part = {"xl/worksheets/sheet7.xml": body}
    for leads in ((), (("worksheet", "worksheets/sheet7.xml"),)):
        report = look(xlsx(parts=part, book_links=leads))
        assert "unreferenced_part" in slugs(report)
        assert report.verdict == "hold"


@pytest.mark.parametrize(
    ("style", "hides"),
    [
        ('<numFmt numFmtId="164" formatCode=";;;"/>', True),
        ('<font><color rgb="FFFFFFFF"/></font>', True),
        ('<font><color rgb="FF112233"/></font><fill><patternFill><bgColor rgb="FF112233"/></patternFill></fill>', True),
        ('<font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FFCC0000"/></patternFill></fill>', False),
        ('<numFmt numFmtId="164" formatCode="0;-0;;@"/>', False),
        ("<font><b/></font>", False),
    ],
)  # fmt: skip
def test_a_conditional_format_that_shows_nothing_is_found(style, hides):
    styles = STYLES.format(code="0.0", size=11, ink="FF000000").replace(
        "</styleSheet>", f'<dxfs count="1"><dxf>{style}</dxf></dxfs></styleSheet>'
    )
    rule = (
        '<conditionalFormatting sqref="B1:B2"><cfRule type="expression" dxfId="0" priority="1">'
        "<formula>1=1</formula></cfRule></conditionalFormatting>"
    )
    assert ("white_text" in slugs(look(xlsx(styles=styles, after=rule)))) == hides


def test_a_cell_far_to_the_right_in_plain_text_is_found_and_a_wide_table_is_not():
    narrow = "Ward,Cases,Year\n" + "Abbey,7,2025\n" * 5
    far = f"Castle,3,2025{',' * 170}{SECRET}\n"
    assert "far_cell" in slugs(look((narrow + far).encode(), "answer.csv"))
    wide = ",".join(f"Column {n}" for n in range(180)) + "\n" + ",".join("1" * 180) + "\n"
    assert slugs(look(wide.encode(), "answer.csv")) == set()
    later = f"Answer to a request,,\nin three columns,,\n{wide}"
    assert slugs(look(later.encode(), "answer.csv")) == {"far_cell"}


def test_what_was_found_before_is_found_still():
    assert "white_text" in slugs(look(_styled(ink="FFFFFFFF")))
