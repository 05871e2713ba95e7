"""Words out of sight in formulas, links, layouts and far shapes: where they fire, where not."""

from tests.gate.cases.making import BOOK, DRAW, REL, ROWS, SECRET, SLIDE, pptx, shape, xlsx

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def formula(inside: str, value: str) -> bytes:
    """A cell whose formula is ``inside`` and which shows ``value``."""
    cell = f'<c r="B3" t="str"><f>{inside}</f><v>{value}</v></c>'
    return xlsx(f'{ROWS}<row r="3">{cell}</row>')


def link(tip: str = "", address: str = "https://example.org/answers") -> bytes:
    """A cell that leads to an address."""
    tooltip = f'tooltip="{tip}"' if tip else ""
    return xlsx(
        after=f'<hyperlinks><hyperlink ref="A2" r:id="rId1" {tooltip}/></hyperlinks>',
        links={"xl/worksheets/sheet1.xml": [("hyperlink", address)]},
    )


def spoken(above: str) -> bytes:
    """A shared string with something above it."""
    ruby = f'<rPh sb="0" eb="4"><t>{above}</t></rPh>' if above else "<phoneticPr fontId='1'/>"
    body = f'<sst xmlns="{BOOK}"><si><t>Ward</t>{ruby}</si></sst>'
    rows = f'<row r="1"><c r="A1" t="s"><v>0</v></c></row>{ROWS.replace("1", "2")}'
    return xlsx(
        rows,
        parts={"xl/sharedStrings.xml": body},
        book_links=(("sharedStrings", "sharedStrings.xml"),),
    )


def box(column: int, row: int = 3) -> bytes:
    """A box of text whose corner is in a cell."""
    body = (
        f'<xdr:wsDr xmlns:xdr="{_DRAWING}" xmlns:a="{DRAW}"><xdr:twoCellAnchor><xdr:from><xdr:col>{column}'
        f"</xdr:col><xdr:row>{row}</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr id='2' name='Box'/>"
        f"</xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{SECRET}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
    return xlsx(
        after='<drawing r:id="rId1"/>',
        parts={"xl/drawings/drawing1.xml": body},
        links={"xl/worksheets/sheet1.xml": [("drawing", "../drawings/drawing1.xml")]},
    )


def layout(inner: str, *, used: bool = False) -> bytes:
    """Slides beside a layout; ``used`` if the slide is made from it."""
    body = (
        f'<p:sldLayout xmlns:p="{SLIDE}" xmlns:a="{DRAW}" xmlns:r="{REL}"><p:cSld><p:spTree>{inner}'
        "</p:spTree></p:cSld></p:sldLayout>"
    )
    master = f'<p:sldMaster xmlns:p="{SLIDE}"/>'
    return pptx(
        parts={"ppt/slideLayouts/slideLayout1.xml": body, "ppt/slideMasters/slideMaster1.xml": master,
               "ppt/slideMasters/_rels/slideMaster1.xml.rels": _led_to("../slideLayouts/slideLayout1.xml")},
        links=(("slideMaster", "../slideMasters/slideMaster1.xml"),)
        + ((("slideLayout", "../slideLayouts/slideLayout1.xml"),) if used else ()),
    )  # fmt: skip


def _led_to(target: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return (
        f'<Relationships xmlns="{space}"><Relationship Id="rId1" Type="{REL}/slideLayout" '
        f'Target="{target}"/></Relationships>'
    )


PLACE = (
    "<p:sp><p:nvSpPr><p:nvPr><p:ph type='title'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>"
    "Click here</a:t></a:r></a:p></p:txBody></p:sp>"
)

CASES = {
    "formula_text": (
        (lambda: formula(f"IF(1=2,&quot;{SECRET}&quot;,&quot;&quot;)", " "), "answer.xlsx"),
        (lambda: formula(f"&quot;{SECRET}&quot;", SECRET), "answer.xlsx"),
    ),
    "link": (
        (lambda: link(SECRET), "answer.xlsx"),
        (link, "answer.xlsx"),
    ),
    "phonetic_text": ((lambda: spoken(SECRET), "answer.xlsx"), (lambda: spoken(""), "answer.xlsx")),
    "far_shape": ((lambda: box(701), "answer.xlsx"), (lambda: box(6), "answer.xlsx")),
    "layout_text": (
        (lambda: layout(shape(SECRET)), "slides.pptx"),
        (lambda: layout(PLACE), "slides.pptx"),
    ),
}
