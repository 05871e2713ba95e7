"""Sheets of OpenDocument files are read row by row, and nothing between the rows is lost."""

import io
import zipfile

import pytest
from tests.gate.cases.making import SECRET, opendocument

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport

STYLES = (
    '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="pale"><style:text-properties fo:color="#ffffff"/></style:style>'
)


def cells(*texts: str, at: str = "") -> str:
    inner = "".join(
        f"<table:table-cell {at}><text:p>{t}</text:p></table:table-cell>" for t in texts
    )
    return f"<table:table-row>{inner}</table:table-row>"


def sheet(rows: str, *, at: str = "", columns: str = "<table:table-column/>") -> str:
    return f'<table:table table:name="Answer" {at}>{columns}{rows}</table:table>'


def look(body: str) -> FileReport:
    return inspect_here(ods(body), "a.ods", DEFAULT, "full")


def ods(body: str) -> bytes:
    return opendocument("spreadsheet", body, STYLES)


MANY = "".join(cells(f"row {n}", str(n)) for n in range(9000))
SHUT = '<table:table-row table:visibility="collapse"><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>'
NOTE = (
    f"<table:table-row><table:table-cell><office:annotation><text:p>{SECRET}</text:p></office:annotation>"
    "</table:table-cell></table:table-row>"
)
CLOSED = '<table:table-column table:visibility="collapse"/>'
CHANGE = (
    f"<table:tracked-changes><table:cell-content-change><table:previous><text:p>{SECRET}</text:p>"
    "</table:previous></table:cell-content-change></table:tracked-changes>"
)


@pytest.mark.parametrize("before", ["", MANY])
@pytest.mark.parametrize("after", ["", MANY])
@pytest.mark.parametrize(
    ("row", "slug"), [(SHUT.format(SECRET), "hidden_row"), (NOTE, "comment")], ids=["row", "note"]
)
def test_one_row_among_many_is_found(before, after, row, slug):
    report = look(sheet(before + row + after))
    assert [(finding.slug, finding.excerpt) for finding in report.findings] == [(slug, SECRET)]


@pytest.mark.parametrize(
    ("body", "slug"),
    [
        (sheet(cells(SECRET), at='table:style-name="off"'), "hidden_sheet"),
        (sheet(cells(SECRET), columns=CLOSED), "hidden_column"),
        (sheet(cells(SECRET, at='table:style-name="pale"')), "white_text"),
        (
            sheet(f"<table:table-header-rows>{SHUT.format(SECRET)}</table:table-header-rows>"),
            "hidden_row",
        ),
        (sheet(cells("one")) + sheet(cells(SECRET), at='table:style-name="off"'), "hidden_sheet"),
        (CHANGE + sheet(cells("one")), "tracked_changes"),
    ],
)
def test_what_a_sheet_hides_is_found(body, slug):
    report = look(body)
    assert [(finding.slug, finding.excerpt) for finding in report.findings] == [(slug, SECRET)]


@pytest.mark.parametrize(
    "body",
    [
        sheet(MANY),
        sheet(""),
        sheet(SHUT.format("")),
        sheet(cells("one"), at='table:style-name="on"'),
    ],
)
def test_a_sheet_that_hides_nothing_passes(body):
    assert look(body).findings == ()


@pytest.mark.parametrize("cut", ["</table:table>", "</table:table-row>"])
def test_a_part_that_breaks_off_is_held_and_one_with_a_document_type_is_refused(cut):
    data = zipfile.ZipFile(io.BytesIO(ods(sheet(MANY)))).read("content.xml").decode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", data[: data.rfind(cut)])
    assert inspect_here(out.getvalue(), "a.ods", DEFAULT).verdict == "hold"
    for space in ("", " " * 9000):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            made.writestr(
                "content.xml", f"<?xml version='1.0'?>{space}<!DOCTYPE a [<!ENTITY x 'y'>]>{data}"
            )
        assert inspect_here(out.getvalue(), "a.ods", DEFAULT).verdict == "refuse"
