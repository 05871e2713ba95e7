"""Sheets to an OpenDocument workbook of the fewest parts, and the frame of any such file."""

from collections.abc import Iterable, Iterator

from answerable.gate.cleaning.grids import Cell, Sheet
from answerable.gate.cleaning.packing import HEAD, pack, text, value

_URN = "urn:oasis:names:tc:opendocument:xmlns"


def opendocument(kind: str, body: str | Iterable[str], styles: str = "") -> bytes:
    """A file of ``kind`` ("text", "spreadsheet") whose body is this XML, whole or in pieces."""
    mime = f"application/vnd.oasis.opendocument.{kind}"
    names = "".join(
        f" xmlns:{short}='{_URN}:{long}:1.0'"
        for short, long in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    return pack(
        {
            "mimetype": mime,
            "content.xml": _content(kind, body, styles, names),
            "META-INF/manifest.xml": f"{HEAD}<manifest:manifest xmlns:manifest='{_URN}:manifest:1.0' manifest:version='1.2'>"
            f"<manifest:file-entry manifest:full-path='/' manifest:media-type='{mime}'/>"
            "<manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/></manifest:manifest>",
        },
        "mimetype",
    )


def _content(kind: str, body: str | Iterable[str], styles: str, names: str) -> Iterator[str]:
    yield (
        f"{HEAD}<office:document-content{names} office:version='1.2'>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>"
    )
    yield from (body,) if isinstance(body, str) else body
    yield f"</office:{kind}></office:body></office:document-content>"


def workbook(sheets: list[Sheet]) -> bytes:
    """A workbook of these sheets."""
    return opendocument("spreadsheet", (piece for one in sheets for piece in _sheet(one)))


def _sheet(sheet: Sheet) -> Iterator[str]:
    widest = max((len(row) for row in sheet.rows), default=1) or 1
    yield f"<table:table table:name={value(sheet.name)}>"
    yield f"<table:table-column table:number-columns-repeated='{widest}'/>"
    for row in sheet.rows:
        cells = "".join(_cell(cell) for cell in row) or "<table:table-cell/>"
        yield f"<table:table-row>{cells}</table:table-row>"
    yield "</table:table>"


def _cell(cell: Cell | None) -> str:
    if cell is None or not cell.text:
        return "<table:table-cell/>"
    kind = (
        f"office:value-type='float' office:value='{cell.number!r}'"
        if cell.number is not None and not cell.code.strip("#,0.")
        else "office:value-type='string'"
    )
    words = "".join(f"<text:p>{text(line)}</text:p>" for line in cell.text.split("\n"))
    return f"<table:table-cell {kind}>{words}</table:table-cell>"
