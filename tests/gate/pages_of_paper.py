"""Pages made for redaction, and what is seen and said on them."""

import io

import pikepdf
import pypdfium2
from PIL import Image

from answerable.gate.limits import DEFAULT
from answerable.gate.redacting import (
    Marks,
    redact_here,
)
from answerable.gate.redacting.wanted import Region, Term


def pdf(*lines: str, size: int = 12, after: str = "") -> bytes:
    """A page of 400 by 300 points; line n has its foot 40 + 30 n from the top."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(400, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    drawing = " ".join(
        f"BT /F1 {size} Tf 30 {260 - 30 * n} Td ({line}) Tj ET" for n, line in enumerate(lines)
    )
    page.Contents = made.make_stream(f"{drawing} {after}".encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def made_of(source: bytes, *regions: Region, terms: tuple[Term, ...] = (), out: str = ""):
    return redact_here(source, "a.pdf", "pdf", Marks(terms, regions), DEFAULT, out)


def text(data: bytes) -> str:
    return " ".join(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded().split())


def page(data: bytes, scale: float = 2) -> Image.Image:
    return pypdfium2.PdfDocument(data)[0].render(scale=scale).to_pil().convert("L")


def letter_box(source: bytes, at: int) -> tuple[float, float, float, float]:
    left, low, right, high = pypdfium2.PdfDocument(source)[0].get_textpage().get_charbox(at)
    return left, 300 - high, right, 300 - low


def longest_black(data: bytes, line: int) -> int:
    picture = page(data, 1)
    rows = range(25 + 30 * line, 45 + 30 * line)
    return max(
        len(run)
        for y in rows
        for run in "".join(
            "#" if picture.getpixel((x, y)) < 60 else " " for x in range(400)
        ).split()
    )
