"""Sheets to an Excel workbook of the fewest parts: no properties, names, links or formulas."""

from collections.abc import Iterable, Iterator

from answerable.gate.cleaning.grids import Cell, Sheet
from answerable.gate.cleaning.packing import HEAD, pack, text, value
from answerable.gate.readers.sheet import letter

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(sheets: list[Sheet], macro_name: bool = False) -> bytes:
    """A workbook of these sheets. ``macro_name`` is for a file that must be called .xlsm."""
    surveys = [one.survey() for one in sheets]
    codes = sorted({code for survey in surveys for code in survey.codes if code})
    main = (
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        if macro_name
        else f"{_TYPE}.sheet.main+xml"
    )
    numbers = range(1, len(sheets) + 1)
    parts: dict[str, str | bytes | Iterable[str]] = {
        "[Content_Types].xml": f"{HEAD}<Types xmlns='{_PACK}/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        f"<Override PartName='/xl/workbook.xml' ContentType='{main}'/>"
        f"<Override PartName='/xl/styles.xml' ContentType='{_TYPE}.styles+xml'/>"
        + "".join(
            f"<Override PartName='/xl/worksheets/sheet{n}.xml' ContentType='{_TYPE}.worksheet+xml'/>"
            for n in numbers
        )
        + "</Types>",
        "_rels/.rels": f"{HEAD}<Relationships xmlns='{_PACK}/relationships'>"
        f"<Relationship Id='rId1' Type='{_REL}/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        "xl/workbook.xml": f"{HEAD}<workbook xmlns='{_MAIN}' xmlns:r='{_REL}'><sheets>"
        + "".join(
            f"<sheet name={value(one.name)} sheetId='{n}' r:id='rId{n}'/>"
            for n, one in enumerate(sheets, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{HEAD}<Relationships xmlns='{_PACK}/relationships'>"
        + "".join(
            f"<Relationship Id='rId{n}' Type='{_REL}/worksheet' Target='worksheets/sheet{n}.xml'/>"
            for n in numbers
        )
        + f"<Relationship Id='rId{len(sheets) + 1}' Type='{_REL}/styles' Target='styles.xml'/></Relationships>",
        "xl/styles.xml": _styles(codes),
    }
    for number, (one, survey) in enumerate(zip(sheets, surveys, strict=True), 1):
        widths = {at: max(8, min(width, 60)) for at, width in survey.widths.items() if width}
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(one, codes, widths)
    return pack(parts)


def _styles(codes: list[str]) -> str:
    formats = "".join(
        f"<numFmt numFmtId='{164 + n}' formatCode={value(code)}/>" for n, code in enumerate(codes)
    )
    styles = "".join(
        f"<xf numFmtId='{164 + n}' fontId='0' fillId='0' borderId='0' xfId='0' applyNumberFormat='1'/>"
        for n in range(len(codes))
    )
    return (
        f"{HEAD}<styleSheet xmlns='{_MAIN}'>"
        + (f"<numFmts count='{len(codes)}'>{formats}</numFmts>" if codes else "")
        + "<fonts count='1'><font><sz val='11'/><name val='Arial'/></font></fonts>"
        "<fills count='2'><fill><patternFill patternType='none'/></fill>"
        "<fill><patternFill patternType='gray125'/></fill></fills>"
        "<borders count='1'><border/></borders>"
        "<cellStyleXfs count='1'><xf numFmtId='0' fontId='0' fillId='0' borderId='0'/></cellStyleXfs>"
        f"<cellXfs count='{len(codes) + 1}'><xf numFmtId='0' fontId='0' fillId='0' borderId='0' xfId='0'/>{styles}</cellXfs>"
        "<cellStyles count='1'><cellStyle name='Normal' xfId='0' builtinId='0'/></cellStyles>"
        "</styleSheet>"
    )


def _sheet(sheet: Sheet, codes: list[str], widths: dict[int, int]) -> Iterator[str]:
    columns = "".join(
        f"<col min='{n}' max='{n}' width='{width + 2}' customWidth='1'/>"
        for n, width in sorted(widths.items())
    )
    yield f"{HEAD}<worksheet xmlns='{_MAIN}'>"
    yield f"<cols>{columns}</cols><sheetData>" if columns else "<sheetData>"
    letters = [letter(n) for n in range(1, max(widths, default=0) + 1)]
    for number, row in enumerate(sheet.rows, 1):
        cells = "".join(
            [
                _cell(f"{name}{number}", cell, codes)
                for name, cell in zip(letters, row, strict=False)
                if cell is not None and cell.text
            ]
        )
        yield f"<row r='{number}'>{cells}</row>"
    yield "</sheetData></worksheet>"


def _cell(ref: str, cell: Cell, codes: list[str]) -> str:
    if cell.number is None:
        return (
            f"<c r='{ref}' t='inlineStr'><is><t xml:space='preserve'>{text(cell.text)}</t></is></c>"
        )
    style = f" s='{codes.index(cell.code) + 1}'" if cell.code else ""
    return f"<c r='{ref}'{style}><v>{cell.number!r}</v></c>"
