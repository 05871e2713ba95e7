"""A picture that a page lists and no page draws is found, and goes from a clean copy."""

import io

import pikepdf
import pytest
from PIL import Image

from answerable.gate import inspect_bytes
from answerable.gate.cleaning import clean_here
from answerable.gate.limits import DEFAULT


def made(draws: tuple[str, ...], *, pages: int = 1) -> bytes:
    """Pages that list two pictures each; ``draws`` names those that are drawn, all on page 1."""
    pdf = pikepdf.new()
    pictures = {}
    for name, colour in (("/One", 40), ("/Two", 200)):
        dots = Image.new("L", (60, 40), colour).tobytes()
        pictures[name] = pdf.make_indirect(
            pikepdf.Stream(pdf, dots, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
                           Width=60, Height=40, ColorSpace=pikepdf.Name.DeviceGray,
                           BitsPerComponent=8)
        )  # fmt: skip
    for number in range(pages):
        pdf.add_blank_page(page_size=(300, 200))
        page = pdf.pages[-1]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(pictures))
        drawn = draws if number == 0 else ()
        page.Contents = pdf.make_stream(
            b"".join(f"q 60 0 0 40 20 20 cm {name} Do Q ".encode() for name in drawn)
        )
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def found(data: bytes) -> list[str]:
    report = inspect_bytes(data, "plan.pdf")
    return [each.where for each in report.findings if each.slug == "undrawn_picture"]


def test_a_picture_that_no_page_draws_is_found() -> None:
    assert len(found(made(("/One",)))) == 1


@pytest.mark.parametrize("pages", [1, 3])
def test_pictures_that_some_page_draws_are_silent_also_where_others_list_them(pages: int) -> None:
    assert found(made(("/One", "/Two"), pages=pages)) == []


def test_a_pdf_without_pictures_is_silent() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 200))
    out = io.BytesIO()
    pdf.save(out)
    assert found(out.getvalue()) == []


def test_it_goes_from_a_clean_copy() -> None:
    copy = clean_here(made(("/One",)), "plan.pdf", "pdf", DEFAULT)
    assert found(copy.data) == []
