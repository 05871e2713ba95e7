"""OpenDocument files are judged by every style that has a say, and copied as they are seen."""

import io
import zipfile

import pytest
from tests.gate.cases.making import SECRET

from answerable.gate.cleaning import NoCopyError, clean_here
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport

SPACES = " ".join(
    f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
    for one in ("office", "style", "text", "table", "draw", "presentation", "fo", "svg", "number",
                "calcext", "xlink")
)  # fmt: skip
COMMON = (
    '<style:default-style style:family="table-cell"/>'
    '<style:style style:name="Default" style:family="table-cell">'
    '<style:text-properties fo:color="#000000" fo:font-size="11pt"/></style:style>'
    '<style:style style:name="Ghost" style:family="table-cell" style:parent-style-name="Default">'
    '<style:text-properties fo:color="#fefefe"/></style:style>'
    '<style:style style:name="Faint" style:family="paragraph">'
    '<style:text-properties fo:color="#ffffff"/></style:style>'
)
MASTER = (
    '<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="28cm"'
    ' fo:page-height="16cm"/></style:page-layout>'
)


def style(name: str, family: str, inner: str, more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{inner}</style:style>'


def odf(kind: str, body: str, styles: str = "", margins: str = "") -> bytes:
    part = f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
    part += f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    common = f"<office:document-styles {SPACES}><office:styles>{COMMON}</office:styles>"
    common += f"<office:automatic-styles>{MASTER}</office:automatic-styles><office:master-styles>"
    common += f'<style:master-page style:name="Standard" style:page-layout-name="pl">{margins}'
    common += "</style:master-page></office:master-styles></office:document-styles>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        made.writestr("content.xml", part)
        made.writestr("styles.xml", common)
    return out.getvalue()


def look(data: bytes, name: str = "a.ods") -> FileReport:
    return inspect_here(data, name, DEFAULT, "full")


def told(report: FileReport) -> list[tuple[str, str]]:
    return [(one.slug, one.excerpt) for one in report.findings]


def cell(words: str, at: str = "") -> str:
    return f"<table:table-cell {at}><text:p>{words}</text:p></table:table-cell>"


def row(inner: str, at: str = "") -> str:
    return f"<table:table-row {at}>{inner}</table:table-row>"


def book(
    cells: str, styles: str = "", column: str = "", at: str = "", after: str = "", before: str = ""
) -> bytes:
    table = f"<table:table table:name='Answer'><table:table-column {column}/>"
    table += row(cell("seen") + cell("too")) + row(cells, at) + f"{after}</table:table>"
    return odf("spreadsheet", before + table, styles)


NAMED = 'table:style-name="x"'
CELL = "table-cell"
ON_RED = '<style:table-cell-properties fo:background-color="#ff0000"/>'
HIDDEN_FORMAT = (
    '<number:number-style style:name="N1P0"><number:text/></number:number-style>'
    '<number:text-style style:name="N1"><number:text/>'
    '<style:map style:condition="value()&gt;0" style:apply-style-name="N1P0"/></number:text-style>'
)
RULED = style("x", CELL, '<style:map style:condition="true()" style:apply-style-name="Ghost"/>')
CONDITION = (
    "<calcext:conditional-formats><calcext:conditional-format"
    ' calcext:target-range-address="Answer.A2:Answer.A2"><calcext:condition'
    ' calcext:apply-style-name="{}"/></calcext:conditional-format></calcext:conditional-formats>'
)


def letters(**at: str) -> str:
    return "<style:text-properties " + " ".join(
        f'fo:{name.replace("_", "-")}="{value}"' for name, value in at.items()
    ) + "/>"  # fmt: skip


UNSEEN = {
    "its fill": (book(cell(SECRET, NAMED), style("x", CELL, ON_RED + letters(color="#ff0000"))), "white_text"),
    "tiny": (book(cell(SECRET, NAMED), style("x", CELL, letters(font_size="1pt"))), "tiny_text"),
    "parent": (book(cell(SECRET, NAMED), style("x", CELL, "", 'style:parent-style-name="Ghost"')), "white_text"),
    "of column": (book(cell("") * 2 + cell(SECRET), column='table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="Ghost"'), "white_text"),
    "a rule": (book(cell(SECRET, NAMED), RULED), "white_text"),
    "a run": (book(cell(f'<text:span text:style-name="t">{SECRET}</text:span>'), style("t", "text", letters(color="#ffffff"))), "white_text"),
    "format": (book(cell(SECRET, NAMED), HIDDEN_FORMAT + style("x", CELL, "", 'style:data-style-name="N1"')), "hidden_format"),
    "emptied": (book(f'<table:table-cell office:value-type="string" office:string-value="{SECRET}"><text:p/></table:table-cell>'), "hidden_format"),
    "low": (book(cell(SECRET), style("r", "table-row", '<style:table-row-properties style:row-height="0.01cm"/>'), at='table:style-name="r"'), "hidden_row"),
    "narrow": (book(cell("") * 2 + cell(SECRET), style("c", "table-column", '<style:table-column-properties style:column-width="0.01in"/>'), column='table:number-columns-repeated="2"/><table:table-column table:style-name="c"'), "hidden_column"),
    "far": (book("", after=row("", 'table:number-rows-repeated="59000"') + row(cell(SECRET))), "far_cell"),
    "aside": (book('<table:table-cell table:number-columns-repeated="200"/>' + cell(SECRET)), "far_cell"),
}  # fmt: skip


@pytest.mark.parametrize("which", UNSEEN)
def test_a_cell_that_nobody_sees_is_found_and_left_out_of_a_clean_copy(which: str) -> None:
    data, slug = UNSEEN[which]
    assert told(look(data)) == [(slug, SECRET)]
    copy = clean_here(data, "a.ods", "csv", DEFAULT).data.decode()
    assert SECRET not in copy
    assert "seen" in copy


@pytest.mark.parametrize(
    "data",
    [
        book(cell(SECRET, NAMED), style("x", CELL, ON_RED + letters(color="#ffffff"))),
        book(cell(SECRET, NAMED), style("x", CELL, letters(font_size="6pt"))),
        book(cell(SECRET, NAMED), style("x", CELL, letters(color="#000000"), 'style:parent-style-name="Ghost"')),
        book(cell(SECRET), style("r", "table-row", '<style:table-row-properties style:row-height="0.5cm"/>'), at='table:style-name="r"'),
        book(cell(SECRET), after=CONDITION.format("Default")),
        book("", after=row("", 'table:number-rows-repeated="90"') + row(cell(SECRET))),
        book(f'<table:table-cell office:value-type="string" office:string-value="{SECRET}"/>'),
    ],
)  # fmt: skip
def test_a_cell_that_is_seen_passes_and_is_copied(data: bytes) -> None:
    assert told(look(data)) == []
    assert SECRET in clean_here(data, "a.ods", "csv", DEFAULT).data.decode()


def test_a_conditional_format_of_its_own_hides_cells() -> None:
    data = book(cell(SECRET), after=CONDITION.format("Ghost"))
    assert told(look(data)) == [("white_text", "white by a conditional format")]
    assert SECRET not in clean_here(data, "a.ods", "csv", DEFAULT).data.decode()


def validity(items: str) -> str:
    return (
        "<table:content-validations><table:content-validation"
        f" table:condition='of:cell-content-is-in-list({items})'/></table:content-validations>"
    )


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (book(cell("x"), before=validity('"Aisha Rahman";"Owen Pritchard"')), "validation_list"),
        (book(cell("x"), after="</table:table><table:named-expressions><table:named-expression"
              ' table:name="n" table:expression="&quot;Jo&quot;"/></table:named-expressions>'
              '<table:table table:name="b">'), "defined_name"),
        (book(cell('<text:a xlink:href="file:///H:/Jo.xls">x</text:a>')), "link"),
    ],
)  # fmt: skip
def test_what_a_workbook_says_beside_its_cells_is_told(data: bytes, slug: str) -> None:
    assert [one for one, _ in told(look(data))] == [slug]


def test_ordinary_lists_links_and_names_are_not() -> None:
    plain = cell('<text:a xlink:href="https://www.example.gov.uk/">x</text:a>')
    assert told(look(book(plain, before=validity('"Yes";"No"')))) == []


def test_the_header_of_a_workbook_is_a_note_and_that_of_a_text_is_seen() -> None:
    margin = "<style:header><text:p>Council paper</text:p></style:header>"
    sheet = odf("spreadsheet", "<table:table table:name='A'/>", margins=margin)
    assert told(look(sheet)) == [("header_footer", "Council paper")]
    assert told(look(odf("text", "<text:p>x</text:p>", margins=margin), "a.odt")) == []


COVER = (
    '<draw:custom-shape draw:style-name="box" svg:x="0cm" svg:y="0cm" svg:width="9cm"'
    ' svg:height="9cm"/>'
)
SOLID = style("box", "graphic", '<style:graphic-properties draw:fill="solid" draw:fill-color="#000000"/>')  # fmt: skip
CLEAR = style("box", "graphic", '<style:graphic-properties draw:fill="none"/>')


def test_a_shape_over_cells_is_found_and_no_copy_is_made() -> None:
    data = book(f"<table:table-cell>{COVER}<text:p>x</text:p></table:table-cell>", SOLID)
    assert [one for one, _ in told(look(data))] == ["covered_cells"]
    with pytest.raises(NoCopyError):
        clean_here(data, "a.ods", "ods", DEFAULT)
    assert told(look(book(f"<table:table-cell>{COVER}</table:table-cell>", CLEAR))) == []


def span(inner: str, more: str = "") -> str:
    return f'<text:p {more}><text:span text:style-name="t">{inner}</text:span> and more</text:p>'


@pytest.mark.parametrize(
    ("body", "styles", "slug"),
    [
        (span(SECRET), letters(font_size="1pt"), "tiny_text"),
        (span(SECRET), letters(color="#ffffff"), "white_text"),
        (span(SECRET), letters(color="#000000", background_color="#000000"), "text_under_box"),
        (f'<text:p text:style-name="Faint">{SECRET}</text:p>', "", "white_text"),
    ],
)
def test_words_of_a_text_that_nobody_sees_are_found_and_left_out(
    body: str, styles: str, slug: str
) -> None:
    data = odf("text", f"<text:p>seen</text:p>{body}", style("t", "text", styles))
    assert told(look(data, "a.odt")) == [(slug, SECRET)]
    copy = clean_here(data, "a.odt", "odt", DEFAULT).data
    assert SECRET.encode() not in zipfile.ZipFile(io.BytesIO(copy)).read("content.xml")


def test_white_words_in_a_filled_cell_of_a_text_are_seen() -> None:
    words = f'<text:p text:style-name="Faint">{SECRET}</text:p>'
    table = (
        f"<table:table>{row(f'<table:table-cell {NAMED}>{words}</table:table-cell>')}</table:table>"
    )
    assert told(look(odf("text", table, style("x", CELL, ON_RED)), "a.odt")) == []
    assert told(look(odf("text", table), "a.odt")) == [("white_text", SECRET)]


def frame(words: str, x: str = "2cm", y: str = "2cm") -> str:
    return (
        f'<draw:frame draw:style-name="clear" svg:x="{x}" svg:y="{y}" svg:width="6cm"'
        f' svg:height="2cm"><draw:text-box><text:p><text:span text:style-name="t">{words}'
        "</text:span></text:p></draw:text-box></draw:frame>"
    )


def slide(*shapes: str, looks: str = "", box: str = SOLID) -> FileReport:
    page = (
        f'<draw:page draw:name="p1" draw:master-page-name="Standard">{"".join(shapes)}</draw:page>'
    )
    clear = style("clear", "graphic", '<style:graphic-properties draw:fill="none"/>')
    return look(odf("presentation", page, clear + box + style("t", "text", looks)), "a.odp")


WHITE = letters(color="#ffffff")


def test_what_a_slide_hides_is_found() -> None:
    assert told(slide(frame(SECRET), looks=WHITE)) == [("white_text", SECRET)]
    assert told(slide(frame(SECRET), looks=letters(font_size="1pt"))) == [("tiny_text", SECRET)]
    assert told(slide(frame(SECRET), COVER)) == [("text_under_box", SECRET)]
    assert told(slide(frame(SECRET, x="60cm"))) == [("off_slide", SECRET)]
    assert told(slide(frame(SECRET, y="-9cm"))) == [("off_slide", SECRET)]


def test_a_slide_that_hides_nothing_passes() -> None:
    assert told(slide(frame(SECRET))) == []
    assert told(slide(COVER, frame(SECRET), looks=WHITE)) == []
    assert told(slide(frame(SECRET), COVER, box=CLEAR)) == []
    assert told(slide(frame(SECRET, x="20cm"), COVER)) == []
    assert told(slide(frame(SECRET), looks=letters(font_size="9pt"))) == []
