"""Pictures of pages: what anybody sees, with the size in points that a mark is drawn by."""

import io

import pikepdf
import pytest
from PIL import Image

from answerable.gate.pictures import page_pictures
from answerable.model import RefusedInputError, UnusableInputError


def pdf(pages: int = 1, rotate: int = 0, drawing: str = "0 g 100 200 50 50 re f") -> bytes:
    made = pikepdf.new()
    for _ in range(pages):
        page = made.add_blank_page(page_size=(400, 300))
        page.Contents = made.make_stream(drawing.encode())
        if rotate:
            page.Rotate = rotate
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def dots(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


def test_a_point_of_the_page_lies_where_its_picture_shows_it():
    (page,) = page_pictures(pdf(), "a.pdf", width=800)
    picture = dots(page.png)
    assert (page.number, page.width, page.height, picture.size) == (1, 400, 300, (800, 600))
    # the box of the page lies 100 to 150 from the left, 50 to 100 from the top
    assert picture.getpixel((250, 150)) == 0 and picture.getpixel((250, 210)) == 255


def test_a_turned_page_is_as_wide_as_it_is_shown():
    (page,) = page_pictures(pdf(rotate=90), "a.pdf", width=300)
    assert (page.width, page.height) == (300, 400)


def test_only_the_pages_asked_for_are_drawn_and_all_are_told():
    pages = page_pictures(pdf(3), "a.pdf", pages=[2])
    assert [page.number for page in pages] == [1, 2, 3]
    assert [bool(page.png) for page in pages] == [False, True, False]


def test_a_picture_is_its_own_page_and_its_points_are_dots():
    out = io.BytesIO()
    Image.new("RGB", (1200, 600), "white").save(out, "JPEG")
    (page,) = page_pictures(out.getvalue(), "scan.jpg", width=600)
    assert (page.width, page.height) == (1200, 600) and dots(page.png).size == (600, 300)


def test_an_absurdly_large_page_is_drawn_small():
    made = pikepdf.new()
    made.add_blank_page(page_size=(10, 14000))
    out = io.BytesIO()
    made.save(out)
    (page,) = page_pictures(out.getvalue(), "a.pdf", width=900)
    picture = dots(page.png)
    assert picture.width * picture.height <= 4_100_000


@pytest.mark.parametrize("data", [b"just words", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_has_no_pages_is_one_sentence(data):
    with pytest.raises(UnusableInputError, match="“a”"):
        page_pictures(data, "a")


def test_a_locked_pdf_is_refused():
    made = pikepdf.open(io.BytesIO(pdf()))
    out = io.BytesIO()
    made.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(RefusedInputError, match="encrypted"):
        page_pictures(out.getvalue(), "a.pdf")
