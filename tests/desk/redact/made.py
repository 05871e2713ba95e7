"""A small PDF of two pages and a picture, for the tests of redacting."""

import io

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.redact.actions import Area

#: On the first page, the words "Oakeshott of Northmere".
NAME = Area(1, 59, 28, 58, 17)


def letter(*lines: str, box: bool = False) -> bytes:
    """A page of 400 by 300 points with a few lines, the second under a box; and another page."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    first = lines or ("Dear Oakeshott of the ward", "the price is Ninety", "and all is well")
    for words in (first, ("A second page about Oakeshott",)):
        page = made.add_blank_page(page_size=(400, 300))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        drawing = " ".join(
            f"BT /F1 12 Tf 30 {260 - 30 * n} Td ({line}) Tj ET" for n, line in enumerate(words)
        )
        covered = " 0 g 20 220 200 24 re f" if box else ""
        page.Contents = made.make_stream((drawing + covered).encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def scan() -> bytes:
    picture = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(picture).rectangle((40, 40, 90, 60), fill="gray")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def words(file: Attachment) -> str:
    """All words of a PDF that was kept."""
    document = pypdfium2.PdfDocument(store.read(file.stored_as))
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
