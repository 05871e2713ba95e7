"""The smallest files of each format, built part by part, so that one thing in them can be changed."""

import io
import struct
import zipfile
from collections.abc import Mapping

from PIL import Image

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
REL = f"{OFFICE}/relationships"
BOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAW = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument"
_MAIN = {
    "xl/workbook.xml": f"{_KIND}.spreadsheetml.sheet.main+xml",
    "word/document.xml": f"{_KIND}.wordprocessingml.document.main+xml",
    "ppt/presentation.xml": f"{_KIND}.presentationml.presentation.main+xml",
}
_END = 0xFFFFFFFE  # the last sector of a stream of an OLE container
SECRET = "Wilhelmina Oakeshott"

Parts = Mapping[str, str | bytes]
Links = Mapping[str, list[tuple[str, str]]]


def zipped(parts: Parts, **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = more.get("comment", b"")
        for name, body in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(info, body)
    return out.getvalue()


def _relations(targets: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACK}/relationships">{lines}</Relationships>'


def office(main: str, parts: Parts, links: Links) -> bytes:
    """A package; ``links`` is part to kinds and targets, "" for the package itself."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACK}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACK.replace("http://schemas.openxmlformats.org/package/2006", "application/vnd.openxmlformats-package")}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/{main}" ContentType="{_MAIN[main]}"/></Types>'
    }
    for source, targets in {"": [], **links}.items():
        folder, _, leaf = source.rpartition("/")
        name = f"{folder}/_rels/{leaf}.rels" if source else "_rels/.rels"
        made[name] = _relations(targets if source else [("officeDocument", main), *targets])
    return zipped({**made, **parts})


def cell(ref: str, text: str | int, style: int = 0) -> str:
    if isinstance(text, int):
        return f'<c r="{ref}" s="{style}"><v>{text}</v></c>'
    return f'<c r="{ref}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *texts: str | int, at: str = "", style: int = 0) -> str:
    cells = "".join(cell(f"{chr(65 + n)}{number}", text, style) for n, text in enumerate(texts))
    return f'<row r="{number}"{at}>{cells}</row>'


ROWS = row(1, "Ward", "Cases") + row(2, "Abbey", 7)
STYLES = (
    f'<styleSheet xmlns="{BOOK}"><numFmts><numFmt numFmtId="164" formatCode="{{code}}"/></numFmts>'
    '<fonts><font><sz val="11"/></font><font><sz val="{size}"/><color rgb="{ink}"/></font></fonts>'
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill/></fill></fills>'
    '<cellXfs><xf/><xf numFmtId="164" fontId="1" fillId="0"/></cellXfs></styleSheet>'
)


def xlsx(
    rows: str = ROWS,
    *,
    before: str = "",
    after: str = "",
    book: str = "",
    others: str = "",
    styles: str = "",
    parts: Parts | None = None,
    links: Links | None = None,
    book_links: tuple[tuple[str, str], ...] = (),
) -> bytes:
    """A workbook of one sheet "Answer"; ``others`` are further sheets that link to rId2."""
    sheet = f'<worksheet xmlns="{BOOK}" xmlns:r="{REL}">{before}<sheetData>{{}}</sheetData>{after}</worksheet>'
    made: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{BOOK}" xmlns:r="{REL}"><sheets>'
        f'<sheet name="Answer" sheetId="1" r:id="rId1"/>{others}</sheets>{book}</workbook>',
        "xl/worksheets/sheet1.xml": sheet.format(rows),
        "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{BOOK}"><sheetData>{row(1, "Surname")}{row(2, SECRET)}</sheetData></worksheet>',
        "xl/styles.xml": styles or STYLES.format(code="0.0", size=11, ink="FF000000"),
        **(parts or {}),
    }
    targets = [
        ("worksheet", "worksheets/sheet1.xml"),
        ("worksheet", "worksheets/sheet2.xml"),
        ("styles", "styles.xml"),
        *book_links,
    ]
    if not others:
        del made["xl/worksheets/sheet2.xml"], targets[1]
    return office("xl/workbook.xml", made, {"xl/workbook.xml": targets, **(links or {})})


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


PLAIN = paragraph(run("Thank you for your request."))


def docx(
    body: str = PLAIN,
    *,
    parts: Parts | None = None,
    links: tuple[tuple[str, str], ...] = (),
    package_links: tuple[tuple[str, str], ...] = (),
) -> bytes:
    main = (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{REL}" xmlns:a="{DRAW}" xmlns:wp="{DRAW}/wordprocessing"'
        f' xmlns:pic="{DRAW}/picture"><w:body>{PLAIN}{body}</w:body></w:document>'
    )
    return office(
        "word/document.xml",
        {"word/document.xml": main, **(parts or {})},
        {"": list(package_links), "word/document.xml": list(links)},
    )


def shape(text: str, *, x: int = 100, at: str = "", fill: str = "", run_at: str = "") -> str:
    words = f"<a:t>{text}</a:t>" if text else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Box" {at}/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="100"/>'
        f'<a:ext cx="4000" cy="4000"/></a:xfrm>{fill}</p:spPr><p:txBody><a:p><a:r><a:rPr {run_at}/>'
        f"{words}</a:r></a:p></p:txBody></p:sp>"
    )


def pptx(
    shapes: str = "",
    *,
    at: str = "",
    parts: Parts | None = None,
    links: tuple[tuple[str, str], ...] = (),
) -> bytes:
    slide = (
        f'<p:sld xmlns:p="{SLIDE}" xmlns:a="{DRAW}" xmlns:r="{REL}" {at}><p:cSld><p:spTree>'
        f"{shape('Answer')}{shapes}</p:spTree></p:cSld></p:sld>"
    )
    main = (
        f'<p:presentation xmlns:p="{SLIDE}" xmlns:r="{REL}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/>'
        '</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/></p:presentation>'
    )
    return office(
        "ppt/presentation.xml",
        {"ppt/presentation.xml": main, "ppt/slides/slide1.xml": slide, **(parts or {})},
        {
            "ppt/presentation.xml": [("slide", "slides/slide1.xml")],
            "ppt/slides/slide1.xml": list(links),
        },
    )


_URN = "urn:oasis:names:tc:opendocument:xmlns"


def opendocument(kind: str, body: str, styles: str = "", parts: Parts | None = None) -> bytes:
    names = "".join(
        f' xmlns:{short}="{_URN}:{short}:1.0"'
        for short in ("office", "text", "table", "style", "draw", "svg", "fo", "xlink")
    )
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return zipped(
        {
            "mimetype": mime,
            "content.xml": f"<office:document-content{names}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
            **(parts or {}),
        }
    )


def picture(form: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(out, form, **more)
    return out.getvalue()


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE container of top-level streams, each filled up with zeros to a size of its own sectors."""
    bodies = {
        name: body.ljust(max(4096, -(-len(body) // 512) * 512), b"\0")
        for name, body in streams.items()
    }
    entries = [("Root Entry", 5, _END, 0)]
    at = 1 + -(-(len(streams) + 1) // 4)  # after the table and the directory
    table = [0xFFFFFFFD, *range(2, at), _END]
    for name, body in bodies.items():
        count = len(body) // 512
        entries.append((name, 2, at, len(body)))
        table += [*range(at + 1, at + count), _END]
        at += count
    directory = b""
    for number, (name, kind, start, size) in enumerate(entries):
        label = (name + "\0").encode("utf-16le")
        right = number + 1 if 0 < number < len(streams) else 0xFFFFFFFF
        child = 1 if number == 0 else 0xFFFFFFFF
        directory += struct.pack(
            "<64sHBB3I36xIQ", label, len(label), kind, 1, 0xFFFFFFFF, right, child, start, size
        )
    head = struct.pack(
        "<8s16x5H6x3I4x5I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    fats = struct.pack("<I", 0) + b"\xff" * (512 - len(head) - 4)
    sectors = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return (
        head
        + fats
        + sectors
        + directory.ljust(-(-len(directory) // 512) * 512, b"\0")
        + b"".join(bodies.values())
    )


def records(*made: tuple[int, bytes]) -> bytes:
    """Records of an old workbook: kind and body."""
    return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in made)
