"""Workbooks: for each check a file in which it fires, and the nearest in which it is silent."""

from tests.gate.cases.making import (
    BOOK,
    DRAW,
    REL,
    ROWS,
    SECRET,
    STYLES,
    cell,
    row,
    xlsx,
)

HIDDEN = '<sheet name="Staff" sheetId="2" state="{}" r:id="rId2"/>'
SHOWN = '<sheet name="Notes" sheetId="2" r:id="rId2"/>'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def _styled(code: str = "0.0", size: int = 11, ink: str = "FF000000") -> bytes:
    rows = ROWS + f'<row r="3">{cell("A3", "Castle")}{cell("B3", SECRET, 1)}</row>'
    return xlsx(rows, styles=STYLES.format(code=code, size=size, ink=ink))


def _with(name: str, kind: str, body: str, **more: object) -> bytes:
    """A workbook whose main part leads to one more part."""
    return xlsx(parts={f"xl/{name}": body}, book_links=((kind, name),), **more)


def _column(at: str, text: str = "") -> bytes:
    rows = row(1, "Ward", "Cases", *([text] if text else []))
    return xlsx(rows, before=f'<cols><col min="3" max="3" {at}/></cols>')


def _drawing(fill: str) -> bytes:
    body = (
        f'<xdr:wsDr xmlns:xdr="{_DRAWING}" xmlns:a="{DRAW}"><xdr:twoCellAnchor><xdr:sp><xdr:nvSpPr>'
        f'<xdr:cNvPr id="2" name="Box"/></xdr:nvSpPr><xdr:spPr>{fill}</xdr:spPr></xdr:sp>'
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
    return xlsx(
        after='<drawing r:id="rId1"/>',
        parts={"xl/drawings/drawing1.xml": body},
        links={"xl/worksheets/sheet1.xml": [("drawing", "../drawings/drawing1.xml")]},
    )


def _chart(formula: str) -> bytes:
    body = (
        f'<c:chartSpace xmlns:c="{_CHART}"><c:strRef><c:f>{formula}</c:f><c:strCache><c:pt><c:v>{SECRET}'
        "</c:v></c:pt></c:strCache></c:strRef></c:chartSpace>"
    )
    return xlsx(
        ROWS + row(3, SECRET, 2),
        parts={"xl/charts/chart1.xml": body},
        links={"xl/worksheets/sheet1.xml": [("chart", "../charts/chart1.xml")]},
    )


def _remark(words: str) -> bytes:
    body = (
        f'<comments xmlns="{BOOK}"><commentList><comment ref="B2"><text><t>{words}</t></text></comment>'
        "</commentList></comments>"
    )
    return xlsx(
        parts={"xl/comments1.xml": body},
        links={"xl/worksheets/sheet1.xml": [("comments", "../comments1.xml")]},
    )


def _linked(inner: str) -> bytes:
    body = f'<externalLink xmlns="{BOOK}" xmlns:r="{REL}"><externalBook r:id="rId1">{inner}</externalBook></externalLink>'
    return _with(
        "externalLinks/externalLink1.xml",
        "externalLink",
        body,
        links={
            "xl/externalLinks/externalLink1.xml": [
                ("externalLinkPath", "file:///N:/Housing/tenants.xlsx")
            ]
        },
    )


def _web_link() -> bytes:
    return xlsx(
        after='<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks>',
        links={"xl/worksheets/sheet1.xml": [("hyperlink", "https://example.org/")]},
    )


def _strings(*texts: str) -> bytes:
    body = f'<sst xmlns="{BOOK}">{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    return xlsx(
        rows,
        parts={"xl/sharedStrings.xml": body},
        book_links=(("sharedStrings", "sharedStrings.xml"),),
    )


def _name(at: str, text: str) -> bytes:
    return xlsx(
        book=f'<definedNames><definedName name="who" {at}>{text}</definedName></definedNames>'
    )


def _list(items: str) -> bytes:
    return xlsx(
        after='<dataValidations><dataValidation type="list" sqref="A1">'
        f"<formula1>{items}</formula1></dataValidation></dataValidations>"
    )


def _prompt(words: str) -> bytes:
    return xlsx(
        after=f'<dataValidations><dataValidation type="whole" prompt="{words}" sqref="A1">'
        "<formula1>1</formula1></dataValidation></dataValidations>"
    )


_TABLE = f'<table xmlns="{BOOK}" id="1" name="Wards" ref="A1:B2"/>'


def _table() -> bytes:
    return xlsx(
        parts={"xl/tables/table1.xml": _TABLE},
        links={"xl/worksheets/sheet1.xml": [("table", "../tables/table1.xml")]},
    )


CASES = {
    "hidden_sheet": (lambda: xlsx(others=HIDDEN.format("hidden")), lambda: xlsx(others=SHOWN)),
    "very_hidden_sheet": (
        lambda: xlsx(others=HIDDEN.format("veryHidden")),
        lambda: xlsx(others=HIDDEN.format("visible")),
    ),
    "hidden_row": (
        lambda: xlsx(ROWS + row(3, SECRET, 1, at=' hidden="1"')),
        lambda: xlsx(ROWS + row(3, SECRET, 1, at=' ht="15" hidden="0"')),
    ),
    "hidden_column": (
        lambda: _column('width="0.1" customWidth="1"', SECRET),
        lambda: _column('width="2" customWidth="1"', SECRET),
    ),
    "empty_hidden": (
        lambda: _column('hidden="1" width="9"'),
        lambda: _column('hidden="0" width="9"'),
    ),
    "hidden_format": (lambda: _styled(code=";;;"), lambda: _styled(code="0;-0;;@")),
    "white_text": (lambda: _styled(ink="FFFFFFFF"), lambda: _styled(ink="FFEEEEEE")),
    "tiny_text": (lambda: _styled(size=1), lambda: _styled(size=6)),
    "far_cell": (
        lambda: xlsx(ROWS + row(9000, SECRET)),
        lambda: xlsx(ROWS + row(60, SECRET)),
    ),
    "covered_cells": (
        lambda: _drawing('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'),
        lambda: _drawing("<a:noFill/>"),
    ),
    "chart_cache": (lambda: _chart("[1]Staff!$A$1"), lambda: _chart("Answer!$A$3")),
    "comment": (lambda: _remark(SECRET), lambda: _remark("")),
    "external_link": (lambda: _linked(""), _web_link),
    "external_link_cache": (
        lambda: _linked(
            f'<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>{SECRET}</v></cell></row>'
            "</sheetData></sheetDataSet>"
        ),
        _web_link,
    ),
    "orphan_string": (lambda: _strings("Ward", SECRET), lambda: _strings("Ward")),
    "defined_name": (
        lambda: _name("", f'"{SECRET}"'),
        lambda: _name("", "Answer!$A$1:$B$2"),
    ),
    "hidden_name": (
        lambda: _name('hidden="1"', "Answer!$A$1"),
        lambda: _name('hidden="0"', "Answer!$A$1"),
    ),
    "dead_name": (lambda: _name("", "#REF!$A$1:$B$9"), lambda: _name("", "Answer!$A$1:$B$2")),
    "validation_list": (
        lambda: _list('"Mary Jones,Peter Smith"'),
        lambda: _list('"Yes,No,Not known"'),
    ),
    "validation_prompt": (lambda: _prompt("Ask Mary Jones"), lambda: _prompt("")),
    "header_footer": (
        lambda: xlsx(after="<headerFooter><oddHeader>&amp;LDraft</oddHeader></headerFooter>"),
        lambda: xlsx(after="<headerFooter><oddHeader></oddHeader></headerFooter>"),
    ),
    "scenario": (
        lambda: xlsx(
            after=f'<scenarios><scenario name="worst"><inputCells r="A1" val="{SECRET}"/></scenario></scenarios>'
        ),
        lambda: xlsx(after="<scenarios/>"),
    ),
    "pivot_cache": (
        lambda: _with(
            "pivotCache/pivotCacheDefinition1.xml",
            "pivotCacheDefinition",
            f'<pivotCacheDefinition xmlns="{BOOK}"><cacheSource><worksheetSource sheet="Staff"/></cacheSource>'
            f'<cacheFields><cacheField name="Surname"><sharedItems><s v="{SECRET}"/></sharedItems>'
            "</cacheField></cacheFields></pivotCacheDefinition>",
        ),
        lambda: xlsx(ROWS + row(3, "Sum of Cases", 7)),
    ),
    "slicer_cache": (
        lambda: _with(
            "slicerCaches/slicerCache1.xml",
            "slicerCache",
            f'<slicerCacheDefinition xmlns="{BOOK}" sourceName="Ward"><data><i n="{SECRET}"/></data></slicerCacheDefinition>',
        ),
        lambda: xlsx(after='<autoFilter ref="A1:B2"/>'),
    ),
    "data_connection": (
        lambda: _with(
            "connections.xml",
            "connections",
            f'<connections xmlns="{BOOK}"><connection id="1" name="staff" sourceFile="N:/staff.mdb"/></connections>',
        ),
        _table,
    ),
    "query_table": (
        lambda: _with(
            "queryTables/queryTable1.xml",
            "queryTable",
            f'<queryTable xmlns="{BOOK}" name="staff_2024" connectionId="1"/>',
        ),
        _table,
    ),
    "data_model": (
        lambda: _with("model/item.data", "powerPivotData", f"STREAM {SECRET}"),
        _table,
    ),
    "revision_log": (
        lambda: _with(
            "revisions/revisionLog1.xml",
            "revisionHeaders",
            f'<revisions xmlns="{BOOK}"><rcc rId="1"><oc r="A1"><v>{SECRET}</v></oc></rcc></revisions>',
        ),
        lambda: xlsx(book='<workbookProtection lockStructure="1"/>'),
    ),
    "rich_data": (
        lambda: _with(
            "richData/rdrichvalue.xml",
            "rdRichValue",
            f'<rvData xmlns="{BOOK}"><rv><v>{SECRET}</v></rv></rvData>',
        ),
        lambda: _with("metadata.xml", "sheetMetadata", f'<metadata xmlns="{BOOK}"/>'),
    ),
    "macro": (
        lambda: _with("vbaProject.bin", "vbaProject", "Attribute VB_Name = staff"),
        lambda: xlsx(book='<workbookPr codeName="ThisWorkbook"/>'),
    ),
    "printer_settings": (
        lambda: xlsx(
            parts={"xl/printerSettings/printerSettings1.bin": b"P\0R\0I\0N\0T\0E\0R\0-\0H\0R\0"},
            links={
                "xl/worksheets/sheet1.xml": [
                    ("printerSettings", "../printerSettings/printerSettings1.bin")
                ]
            },
        ),
        lambda: xlsx(after='<pageSetup orientation="landscape"/>'),
    ),
    "unreferenced_part": (
        lambda: xlsx(parts={"xl/tables/table9.xml": f"<table>{SECRET}</table>"}),
        _table,
    ),
}
CASES = {slug: ((a, "answer.xlsx"), (b, "answer.xlsx")) for slug, (a, b) in CASES.items()}
