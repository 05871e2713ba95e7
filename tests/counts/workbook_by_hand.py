"""A workbook made by hand: sheets of words, and formulas without a result."""

import io
import zipfile
from html import escape

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(**sheets: list[list[str]]) -> bytes:
    """A workbook of words; a cell that begins with = is a formula without a result."""
    paper = io.BytesIO()
    names = "".join(f'<sheet name="{n}" r:id="r{k}"/>' for k, n in enumerate(sheets))
    links = "".join(
        f'<Relationship Id="r{k}" Target="worksheets/s{k}.xml"/>' for k in range(len(sheets))
    )
    with zipfile.ZipFile(paper, "w") as archive:
        book = f'<workbook {MAIN} xmlns:r="{REL}"><sheets>{names}</sheets></workbook>'
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{links}</Relationships>")
        for k, rows in enumerate(sheets.values()):
            body = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
            archive.writestr(
                f"xl/worksheets/s{k}.xml",
                f"<worksheet {MAIN}><sheetData>{body}</sheetData></worksheet>",
            )
    return paper.getvalue()


def _cell(text: str) -> str:
    if text.startswith("="):
        return f"<c><f>{escape(text[1:])}</f></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else "<c/>"
