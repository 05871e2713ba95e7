"""Rows taken the quick way read as the parser reads them, and no identifier is passed over."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.gate.limits import DEFAULT, HeldError, TooMuchError
from answerable.gate.personal import forms, hits, patterns
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.sheet import Kept, Look, rows
from answerable.gate.spans import Span

HEAD = "<?xml version='1.0' encoding='UTF-8'?><worksheet><cols><col min='3' max='3' hidden='1'/></cols>"
TAIL = "<dataValidation prompt='Ask Mary'/></worksheet>"
CELLS = (
    '<c r="A{n}"><v>1</v></c>',
    '<c r="B{n}" t="s"><v>0</v></c>',
    '<c r="B{n}" s="1" t="s"><v>1</v></c>',
    '<c r="C{n}" s="0" t="str"><f t="shared" ref="A1:B2" si="0">A1&amp;B1</f><v>four</v></c>',
    '<c r="D{n}" s="2"/>',
    '<c r="D{n}" s="2"><v/></c>',
    '<c r="E{n}" t="inlineStr"><is><t xml:space="preserve"> Zoë </t></is></c>',
    '<c r="E{n}" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>',
    '<c t="str"><v>a &amp; b</v></c>',
    '<c r="BZ{n}"><v>far</v></c>',
    "<c r='F{n}'><v>7</v></c>",
    "<!-- <c r='G{n}'><v>8</v></c> -->",
    '<c r="G{n}" t="s"><v>99</v></c>',
    '<c r="H{n}" t="str"><v><![CDATA[<b>]]></v></c>',
    "<c r='A1' r='A2'/>",
    '<c r="I{n}"><v>broken</c>',
)
ROWS = ('<row r="{n}">', '<row r="{n}" hidden="1" ht="4.5">', "<row>", '<row r="{n}" ht="0.5">')
BETWEEN = ("", "\n ", "<!-- <row r='1'><c r='A1'><v>no</v></c></row> -->", "<row r='2'/>", "<!--")


def spans_of(xml: str, kept: Kept | None = None) -> list[Span] | str:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("s.xml", xml.encode("utf-8", "surrogatepass"))
    look = Look(["Ann", "Bea"], bytearray(2), {1: "white_text"}, label="s", kept=kept)
    try:
        with Archive(out.getvalue(), DEFAULT).stream("s.xml") as stream:
            found = list(rows(stream, look))
    except (HeldError, TooMuchError) as problem:
        return type(problem).__name__
    return [*found, Span("visible", repr(look.used), "", found[0].visibility)]


def sheet(table: str, opening: str) -> str:
    return f"{HEAD}{opening}{table}</sheetData>{TAIL}"


@st.composite
def tables(draw) -> str:
    made = ""
    for number in range(1, draw(st.integers(1, 6))):
        cells = "".join(draw(st.lists(st.sampled_from(CELLS), max_size=5)))
        row = draw(st.sampled_from(ROWS)) + cells + "</row>" + draw(st.sampled_from(BETWEEN))
        made += row.replace("{n}", str(number + draw(st.sampled_from((0, 900)))))
    return made


@settings(max_examples=300, deadline=None)
@given(tables())
def test_a_row_reads_the_same_whether_or_not_the_parser_is_asked(table):
    # With a space in its tag the table is left to the parser from its first row to its last.
    assert spans_of(sheet(table, "<sheetData>")) == spans_of(sheet(table, "<sheetData >"))


@settings(max_examples=100, deadline=None)
@given(tables())
def test_what_is_kept_for_a_copy_is_the_same_as_well(table):
    quick, slow = Kept(), Kept()
    spans_of(sheet(table, "<sheetData>"), quick)
    spans_of(sheet(table, "<sheetData >"), slow)
    assert quick == slow


def test_rows_beyond_one_piece_of_the_file_are_read_once():
    row = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_001))
    found = spans_of(sheet(row, "<sheetData>"))
    assert [span.text for span in found if span.where == "s"] == [str(n) for n in range(1, 20_001)]


def test_a_table_in_another_alphabet_is_left_to_the_parser():
    xml = sheet('<row r="1"><c r="A1" t="str"><v>caf\u00e9</v></c></row>', "<sheetData>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("s.xml", xml.replace("UTF-8", "ISO-8859-1").encode("latin-1"))
    with Archive(out.getvalue(), DEFAULT).stream("s.xml") as stream:
        found = list(rows(stream, Look([], bytearray(), {}, label="s")))
    assert "café" in [span.text for span in found]


@pytest.mark.parametrize(
    "tail", ["</worksheet>", "</sheetData>", "<row r='9'>", "</sheetData></worksheet>x"]
)
def test_a_table_that_breaks_off_is_held(tail):
    start = HEAD + '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    assert spans_of(start + tail) == "HeldError"


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "AB",
                "12",
                "34 56",
                " C",
                "QQ12",
                "0",
                "7700",
                "900",
                "123",
                "+44",
                "(0)",
                " ",
                "-",
                "/",
                ".",
                "NHS ",
                "UTR ",
                "DOB ",
                "bank ",
                "SW1A",
                "1AA",
                "943",
                "476",
                "5919",
                "20-30-40",
                "1980-02-01",
                "01/02/1980",
                "·",
                "é",
                "١٢",
                "ſ",
                "a@b.cd",
            ]
        ),
        max_size=14,
    ).map("".join)
)
def test_the_quick_look_passes_over_no_identifier(text):
    quick = hits(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patterns, "forms", lambda _: forms.ANY)
        assert quick == hits(text)


def test_a_row_without_identifiers_is_done_with_at_once():
    assert not any(forms.forms("row 17 · 17 · 34 · ward 17 · 1.5 · closed"))
    assert any(forms.forms("07700 900123"))
