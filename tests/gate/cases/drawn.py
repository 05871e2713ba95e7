"""Boxes drawn in the texts of four formats, so that each can be laid over words or beside them."""

import io
import struct
from typing import NamedTuple

from PIL import Image
from tests.gate.cases.making import docx, opendocument, paragraph, run
from tests.gate.cases.old import doc, record

SAID = "The complaint was made by Wilhelmina Oakeshott of Mill Lane"
LONG = "We looked at every letter of the year and answered each in the time that the policy sets. "


class Drawn(NamedTuple):
    """A box on the second of three paragraphs, in points from where that begins."""

    left: float = 120
    top: float = 0
    wide: float = 150
    high: float = 14
    fill: str = "000000"  # "" for none
    behind: bool = False
    wraps: bool = False
    clear: bool = False  # half of what is under it is seen
    label: str = ""
    picture: str = ""  # "opaque" or "clear"
    said: str = SAID


def png(kind: str) -> bytes:
    """A picture of one colour, see-through or not."""
    out = io.BytesIO()
    picture = Image.new("RGB", (40, 10), (0, 0, 80))
    if kind == "clear":
        picture.putalpha(Image.new("L", (40, 10), 0))
    picture.save(out, "PNG")
    return out.getvalue()


def odt(box: Drawn) -> bytes:
    fill = f'draw:fill="solid" draw:fill-color="#{box.fill}"' if box.fill else 'draw:fill="none"'
    fill += ' draw:opacity="50%"' if box.clear else ""
    way = 'style:wrap="parallel"' if box.wraps else 'style:wrap="run-through"'
    way += ' style:run-through="background"' if box.behind else ' style:run-through="foreground"'
    look = f'<style:style style:name="g" style:family="graphic"><style:graphic-properties {fill} {way}/></style:style>'
    look += '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:style>'
    at = f'svg:x="{box.left}pt" svg:y="{box.top}pt" svg:width="{box.wide}pt" svg:height="{box.high}pt"'
    at += ' text:anchor-type="paragraph" draw:style-name="g"'
    inner = f"<text:p>{box.label}</text:p>"
    shape = f"<draw:custom-shape {at}>{inner}</draw:custom-shape>"
    parts = {}
    if box.picture:
        shape = f'<draw:frame {at}><draw:image xlink:href="Pictures/a.png"/></draw:frame>'
        parts = {"Pictures/a.png": png(box.picture)}
    body = "".join(
        f'<text:p text:style-name="P">{words}</text:p>'
        for words in (LONG, shape + box.said, "", LONG)
    )
    return opendocument("text", body, look, parts)


def rtf(box: Drawn) -> bytes:
    looks = {"shapeType": "75" if box.picture else "1"}
    if box.fill:
        red, green, blue = bytes.fromhex(box.fill)
        looks["fillColor"] = str(red | green << 8 | blue << 16)
    else:
        looks["fFilled"] = "0"
    if box.clear:
        looks["fillOpacity"] = "32768"
    if box.picture:
        looks["pib"] = r"{\pict\picw40\pich10\pngblip " + png(box.picture).hex() + "}"
    corners = (box.left, box.top, box.left + box.wide, box.top + box.high)
    at = "".join(
        rf"\shp{name}{round(value * 20)}"
        for name, value in zip(("left", "top", "right", "bottom"), corners, strict=True)
    )
    at += rf"\shpbxcolumn\shpbypara\shpwr{2 if box.wraps else 3}\shpfblwtxt{int(box.behind)}"
    said = "".join(rf"{{\sp{{\sn {name}}}{{\sv {value}}}}}" for name, value in looks.items())
    said += rf"{{\shptxt {box.label}\par}}" if box.label else ""
    shape = rf"{{\shp{{\*\shpinst{at}{said}}}}}"
    return (
        r"{\rtf1\ansi\fs24 " + rf"{LONG}\par {shape}{box.said}\par\par {LONG}\par" + "}"
    ).encode()


def word(box: Drawn) -> bytes:
    emu = [round(x * 12700) for x in (box.left, box.top, box.wide, box.high)]
    clear = '<a:alpha val="50000"/>' if box.clear else ""
    fill = (
        f'<a:solidFill><a:srgbClr val="{box.fill}">{clear}</a:srgbClr></a:solidFill>'
        if box.fill
        else "<a:noFill/>"
    )
    label = f"<wps:txbx><w:txbxContent>{paragraph(run(box.label))}</w:txbxContent></wps:txbx>"
    shape = (
        f'<wps:wsp xmlns:wps="urn:wps"><wps:spPr><a:prstGeom prst="rect"/>{fill}</wps:spPr>'
        f"{label if box.label else ''}</wps:wsp>"
    )
    parts: dict[str, bytes] = {}
    if box.picture:
        shape = '<pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic>'
        parts = {"word/media/a.png": png(box.picture)}
    wrap = "<wp:wrapSquare/>" if box.wraps else "<wp:wrapNone/>"
    anchor = (
        f'<w:r><w:drawing><wp:anchor behindDoc="{int(box.behind)}"><wp:positionH relativeFrom="column">'
        f'<wp:posOffset>{emu[0]}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
        f'<wp:posOffset>{emu[1]}</wp:posOffset></wp:positionV><wp:extent cx="{emu[2]}" cy="{emu[3]}"/>'
        f"{wrap}<a:graphic>{shape}</a:graphic></wp:anchor></w:drawing></w:r>"
    )
    big = '<w:sz w:val="24"/>'
    body = paragraph(run(LONG, big)) + paragraph(anchor + run(box.said, big))
    body += paragraph("") + paragraph(run(LONG, big))
    return docx(body, parts=parts, links=(("image", "media/a.png"),) if box.picture else ())


def old_word(box: Drawn) -> bytes:
    first = LONG + "\r"
    said = f"{first}\x08{box.said}\r\r{LONG}\r"
    corners = [round(x * 20) for x in (box.left, box.top, box.left + box.wide, box.top + box.high)]
    flags = 2 << 1 | 2 << 3 | (2 if box.wraps else 3) << 5 | int(box.behind) << 14
    anchors = struct.pack("<II", len(first), len(said))
    anchors += struct.pack("<IiiiiHI", 1026, *corners, flags, 0)
    looks = {0x1BF: 0x100010 if box.fill else 0x100000}
    if box.fill:
        red, green, blue = bytes.fromhex(box.fill)
        looks[0x181] = red | green << 8 | blue << 16
    if box.clear:
        looks[0x182] = 0x8000
    if box.picture:
        looks[0x104] = 1
    said_of = b"".join(struct.pack("<HI", name, value) for name, value in looks.items())
    shape = record(0xF00A, struct.pack("<II", 1026, 0xA00), 75 if box.picture else 1)
    shape += record(0xF00B, said_of, len(looks)) + (record(0xF00D, bytes(4)) if box.label else b"")
    group = record(0xF003, record(0xF004, shape, holds=True), holds=True)
    blip = record(0xF01E, bytes(17) + png(box.picture or "opaque"))
    listed = record(0xF001, record(0xF007, bytes(36) + blip, 6), 1, holds=True)
    drawn = record(0xF000, listed, holds=True) + b"\0" + record(0xF002, group, holds=True)
    size = struct.pack("<HH", 0x4A43, 24)
    return doc((said, size), kept={0x1DA: anchors, 0x22A: drawn})


MAKERS = {"a.odt": odt, "a.rtf": rtf, "a.docx": word, "a.doc": old_word}
