"""Blocks to a Word document of the fewest parts: no properties, comments, fields or revisions."""

from answerable.gate.cleaning.blocks import Block, Paragraph, Table
from answerable.gate.cleaning.packing import HEAD, pack, text

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIZES = {1: 32, 2: 28, 3: 26, 4: 24, 5: 24, 6: 24}


def document(blocks: list[Block], macro_name: bool = False) -> bytes:
    """A document of these blocks. ``macro_name`` is for a file that must be called .docm."""
    main = (
        "application/vnd.ms-word.document.macroEnabled.main+xml"
        if macro_name
        else f"{_TYPE}.document.main+xml"
    )
    body = "".join(_paragraph(one) if isinstance(one, Paragraph) else _table(one) for one in blocks)
    return pack(
        {
            "[Content_Types].xml": f"{HEAD}<Types xmlns='{_PACK}/content-types'>"
            "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            f"<Override PartName='/word/document.xml' ContentType='{main}'/>"
            f"<Override PartName='/word/styles.xml' ContentType='{_TYPE}.styles+xml'/>"
            f"<Override PartName='/word/numbering.xml' ContentType='{_TYPE}.numbering+xml'/></Types>",
            "_rels/.rels": f"{HEAD}<Relationships xmlns='{_PACK}/relationships'>"
            f"<Relationship Id='rId1' Type='{_REL}/officeDocument' Target='word/document.xml'/></Relationships>",
            "word/_rels/document.xml.rels": f"{HEAD}<Relationships xmlns='{_PACK}/relationships'>"
            f"<Relationship Id='rId1' Type='{_REL}/styles' Target='styles.xml'/>"
            f"<Relationship Id='rId2' Type='{_REL}/numbering' Target='numbering.xml'/></Relationships>",
            "word/document.xml": f"{HEAD}<w:document xmlns:w='{_MAIN}'><w:body>{body}<w:sectPr>"
            "<w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:top='1440' w:right='1440' w:bottom='1440' w:left='1440'"
            " w:header='708' w:footer='708' w:gutter='0'/></w:sectPr></w:body></w:document>",
            "word/styles.xml": _styles(),
            "word/numbering.xml": _numbering(),
        }
    )


def _paragraph(one: Paragraph) -> str:
    properties = ""
    if one.level:
        properties = f"<w:pPr><w:pStyle w:val='Heading{one.level}'/></w:pPr>"
    elif one.item:
        number = 1 if one.item == "bullet" else 2
        properties = (
            f"<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{number}'/></w:numPr></w:pPr>"
        )
    runs = []
    for run in one.runs:
        weight = ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")
        words = "<w:br/>".join(
            "<w:tab/>".join(
                f"<w:t xml:space='preserve'>{text(piece)}</w:t>" if piece else ""
                for piece in line.split("\t")
            )
            for line in run.text.split("\n")
        )
        runs.append(f"<w:r>{f'<w:rPr>{weight}</w:rPr>' if weight else ''}{words}</w:r>")
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def _table(table: Table) -> str:
    widest = max((len(row) for row in table.rows), default=1) or 1
    sides = "".join(
        f"<w:{side} w:val='single' w:sz='4' w:space='0' w:color='auto'/>"
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc><w:tcPr><w:tcW w:w='{9000 // widest}' w:type='dxa'/></w:tcPr>"
            + ("".join(_paragraph(one) for one in cell) or "<w:p/>")
            + "</w:tc>"
            for cell in (row or ((),))
        )
        + "</w:tr>"
        for row in table.rows
    )
    grid = f"<w:gridCol w:w='{9000 // widest}'/>" * widest
    return (
        f"<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    )


def _styles() -> str:
    headings = "".join(
        f"<w:style w:type='paragraph' w:styleId='Heading{n}'><w:name w:val='heading {n}'/><w:basedOn w:val='Normal'/>"
        f"<w:next w:val='Normal'/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before='240'/><w:outlineLvl w:val='{n - 1}'/></w:pPr>"
        f"<w:rPr><w:b/><w:sz w:val='{size}'/></w:rPr></w:style>"
        for n, size in _SIZES.items()
    )
    return (
        f"{HEAD}<w:styles xmlns:w='{_MAIN}'><w:docDefaults><w:rPrDefault><w:rPr>"
        "<w:rFonts w:ascii='Arial' w:hAnsi='Arial' w:cs='Arial'/><w:sz w:val='22'/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:spacing w:after='120'/></w:pPr></w:pPrDefault></w:docDefaults>"
        f"<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>{headings}</w:styles>"
    )


def _numbering() -> str:
    kinds = "".join(
        f"<w:abstractNum w:abstractNumId='{n}'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{name}'/>"
        f"<w:lvlText w:val='{mark}'/><w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr></w:lvl></w:abstractNum>"
        for n, name, mark in ((0, "bullet", "•"), (1, "decimal", "%1."))
    )
    numbers = "".join(
        f"<w:num w:numId='{n + 1}'><w:abstractNumId w:val='{n}'/></w:num>" for n in (0, 1)
    )
    return f"{HEAD}<w:numbering xmlns:w='{_MAIN}'>{kinds}{numbers}</w:numbering>"
