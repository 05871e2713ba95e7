"""What stands beside what is shown: headers without pages, forms, filters, mails, archives, tables."""

import io
import zipfile
from collections.abc import Callable

import numpy as np
import pikepdf
from PIL import Image
from tests.gate.cases.making import (
    ROWS,
    SECRET,
    WORD,
    docx,
    paragraph,
    row,
    run,
    xlsx,
    zipped,
)
from tests.gate.cases.others import WORDS, pdf

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MORE = "http://schemas.microsoft.com/office/drawing/2012/chart"
_D, _N, _A = pikepdf.Dictionary, pikepdf.Name, pikepdf.Array
SAID = f"{SECRET} was moved to another school"


def header(words: str, kind: str = "even", settings: str = "") -> bytes:
    """A document of one section with a header of a kind."""
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId1"/></w:sectPr>'
    return docx(
        section,
        parts={
            "word/header1.xml": f'<w:hdr xmlns:w="{WORD}">{paragraph(run(words))}</w:hdr>',
            "word/settings.xml": f'<w:settings xmlns:w="{WORD}">{settings}</w:settings>',
        },
        links=(("header", "header1.xml"), ("settings", "settings.xml")),
    )


def field(code: str) -> bytes:
    """A field beside the words of a document."""
    return docx(paragraph(f"<w:r><w:instrText>{code}</w:instrText></w:r>"))


def choices(*items: str) -> bytes:
    """A list to choose from, which shows its first item."""
    listed = "".join(f'<w:listItem w:displayText="{one}" w:value="{one}"/>' for one in items)
    inside = f"<w:sdtContent>{paragraph(run(items[0]))}</w:sdtContent>"
    return docx(
        f"<w:sdt><w:sdtPr><w:dropDownList>{listed}</w:dropDownList></w:sdtPr>{inside}</w:sdt>"
    )


def bookmark(name: str) -> bytes:
    """A place in the text with a name."""
    return docx(paragraph(f'<w:bookmarkStart w:id="1" w:name="{name}"/>{run("Thank you.")}'))


def filtered(value: str) -> bytes:
    """A sheet whose filter is set to a value."""
    inner = f'<filterColumn colId="0"><filters><filter val="{value}"/></filters></filterColumn>'
    return xlsx(after=f'<autoFilter ref="A1:B2">{inner}</autoFilter>')


def chart(value: str) -> bytes:
    """A workbook with a chart of which one series is switched off."""
    series = f"<c15:ser><c:cat><c:strCache><c:pt><c:v>{value}</c:v></c:pt></c:strCache></c:cat></c15:ser>"
    body = (
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:c15="{_MORE}"><c15:filteredBarSeries>{series}'
        "</c15:filteredBarSeries></c:chartSpace>"
    )
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    return xlsx(
        after='<drawing r:id="rId1"/>',
        parts={
            "xl/drawings/drawing1.xml": f'<xdr:wsDr xmlns:xdr="{drawing}"/>',
            "xl/charts/chart1.xml": body,
        },
        links={
            "xl/worksheets/sheet1.xml": [("drawing", "../drawings/drawing1.xml")],
            "xl/drawings/drawing1.xml": [("chart", "../charts/chart1.xml")],
        },
    )


def joined(second: str) -> bytes:
    """Two joined cells."""
    cells = row(3, "Notes", second) if second else row(3, "Notes")
    return xlsx(ROWS + cells, after='<mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells>')


def footnote(*, marked: bool) -> bytes:
    """A document with a footnote."""
    body = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1">{paragraph(run(SAID))}</w:footnote></w:footnotes>'
    mark = paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>') if marked else ""
    return docx(mark, parts={"word/footnotes.xml": body}, links=(("footnotes", "footnotes.xml"),))


def drawing(*, drawn: bool) -> bytes:
    """A page that lists a drawing with words, and draws it or does not."""

    def change(made: pikepdf.Pdf) -> None:
        form = made.make_stream(
            f"BT /F1 12 Tf 20 50 Td ({SAID}) Tj ET".encode(),
            Type=_N.XObject, Subtype=_N.Form, BBox=_A([0, 0, 300, 200]),
        )  # fmt: skip
        form.Resources = _D(Font=made.pages[0].Resources.Font)
        made.pages[0].Resources.XObject = _D(Fm=form)

    return pdf(WORDS + ("/Fm Do" if drawn else ""), change)


def photograph(share: float) -> bytes:
    """A photograph of which a share is cut off by its frame."""

    def change(made: pikepdf.Pdf) -> None:
        levels = np.random.default_rng(7).integers(0, 256, (80, 120), dtype=np.uint8)
        image = made.make_stream(
            levels.tobytes(), Type=_N.XObject, Subtype=_N.Image, Width=120, Height=80,
            ColorSpace=_N.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        made.pages[0].Resources.XObject = _D(Im=image)

    return pdf(f"q 20 20 {120 * (1 - share):.0f} 80 re W n 120 0 0 80 20 20 cm /Im Do Q", change)


def mail(*, headers: str = "", before: str = "", plain: str = "We hold 14 records.") -> bytes:
    """A mail in two copies, a plain one and the one that is shown."""
    parts = (
        f"--x\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n",
        "--x\r\nContent-Type: text/html\r\n\r\n<p>We hold 14 records.</p>\r\n",
    )
    return (
        f"From: foi@council.example\r\nTo: a@mail.example\r\nSubject: Answer\r\n{headers}"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="x"\r\n\r\n'
        f"{before}{''.join(parts)}--x--\r\n"
    ).encode()


def meeting(inside: str, kind: str = "text/calendar") -> bytes:
    """A mail with an entry of a calendar."""
    return (
        "From: foi@council.example\r\nTo: a@mail.example\r\nSubject: Answer\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nWe hold 14 records.\r\n"
        f'--x\r\nContent-Type: {kind}\r\nContent-Disposition: attachment; filename="a"\r\n\r\n'
        f"{inside}\r\n--x--\r\n"
    ).encode()


def unlisted(*, lost: bool) -> bytes:
    """An archive that holds a second file, which its list names or does not."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("counts.csv", "Ward,Cases\r\nAbbey,7\r\nCastle,3\r\n")
        made.writestr("removed.txt", SAID)
        if lost:
            made.filelist.pop()
    return out.getvalue()


def nested(depth: int) -> bytes:
    """An archive in an archive, so many deep."""
    made = zipped({"counts.csv": "Ward,Cases\r\nAbbey,7\r\nCastle,3\r\n"})
    for _ in range(depth - 1):
        made = zipped({"more.zip": made})
    return made


def table(*rows: str) -> bytes:
    """A table of figures in plain text."""
    figures = ("A1,Lamp,2019", "A2,Lamp,2020", "A3,Sign,2011", "A4,Sign,2012")
    return "\r\n".join(("Asset,Kind,Year", *figures, *rows, "")).encode()


def far(heading: str, at: int) -> bytes:
    """A table of 30 columns, one of which has this heading."""
    names = [f"flag_{n}" for n in range(30)]
    names[at] = heading
    cells = ["0"] * 30
    cells[at] = SECRET
    return "\r\n".join((",".join(names), ",".join(cells), ",".join(cells), "")).encode()


def frames(wait: int) -> bytes:
    """Two pictures that follow each other after so many thousandths of a second."""
    out = io.BytesIO()
    shown, late = Image.new("L", (40, 40), 255), Image.new("L", (40, 40), 0)
    shown.save(out, "GIF", save_all=True, append_images=[late], duration=[wait, 100])
    return out.getvalue()


_Made = Callable[[], bytes]
_CASES: dict[str, tuple[_Made, _Made, str]] = {
    "unused_header": (lambda: header(SAID), lambda: header("your request"), "a.docx"),
    "index_entry": (
        lambda: field(f'XE "{SECRET}:school"'), lambda: field('XE "request"'), "a.docx",
    ),
    "form_words": (
        lambda: choices("Choose an item.", SECRET), lambda: choices("Choose an item."), "a.docx",
    ),
    "bookmark_name": (
        lambda: bookmark("Winifred_Oakeshott_school"), lambda: bookmark("_Toc1234567"), "a.docx",
    ),
    "filter_criteria": (lambda: filtered(SECRET), lambda: filtered("Abbey"), "a.xlsx"),
    "chart_series": (lambda: chart(SECRET), lambda: chart("Abbey"), "a.xlsx"),
    "merged_cells": (lambda: joined(SAID), lambda: joined(""), "a.xlsx"),
    "orphan_note": (
        lambda: footnote(marked=False), lambda: footnote(marked=True), "a.docx",
    ),
    "undrawn_words": (lambda: drawing(drawn=False), lambda: drawing(drawn=True), "a.pdf"),
    "trimmed_picture": (lambda: photograph(0.33), lambda: photograph(0), "a.pdf"),
    "mail_header": (
        lambda: mail(headers=f"X-Case-Summary: {SAID}\r\n"),
        lambda: mail(headers="X-Mailer: Post 1.0\r\nX-MS-Has-Attach: yes\r\n"),
        "a.eml",
    ),
    "mail_edges": (
        lambda: mail(before=f"{SAID}\r\n"),
        lambda: mail(before="This is a multi-part message in MIME format.\r\n"),
        "a.eml",
    ),
    "plain_part": (lambda: mail(plain=SAID), mail, "a.eml"),
    "calendar_entry": (
        lambda: meeting(f"BEGIN:VCALENDAR\r\nDESCRIPTION:{SAID}\r\nEND:VCALENDAR"),
        lambda: meeting("Thank you for your request.", "text/plain"),
        "a.eml",
    ),
    "lost_member": (lambda: unlisted(lost=True), lambda: unlisted(lost=False), "a.zip"),
    "nested_archive": (lambda: nested(3), lambda: nested(2), "a.zip"),
    "ragged_row": (
        lambda: table(f"A5,Sign,2013,{SAID}"), lambda: table("A5,Sign,2013,,"), "a.csv",
    ),
    "far_column": (lambda: far("holder_name", 29), lambda: far("asset", 29), "a.csv"),
    "late_frame": (lambda: frames(60_000), lambda: frames(80), "a.gif"),
}  # fmt: skip
CASES = {slug: ((fires, name), (silent, name)) for slug, (fires, silent, name) in _CASES.items()}
