"""A picture that a page lists and no page draws is found, and goes from a clean copy."""

import io

import pikepdf
import pytest
from PIL import Image, ImageDraw

from answerable.gate import inspect_bytes
from answerable.gate.cleaning import clean_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import place_of


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


def found(data: bytes, slug: str = "undrawn_picture") -> list[str]:
    report = inspect_bytes(data, "plan.pdf", names="")
    return [place_of(each) for each in report.findings if each.slug == slug]


def scans(
    *drawn: bool,
    size: tuple[int, int] = (240, 200),
    blank: bool = False,
    alike: bool = False,
    broken: bool = False,
    form: bool | None = None,
    look: bool = False,
) -> bytes:
    """A page that lists a scan for each of ``drawn`` and draws those that are.

    ``form``: the scans stand in the list of a form, which the page draws or does not. ``look``: a
    stamp on the page shows them.
    """
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    page, pictures = pdf.pages[0], pikepdf.Dictionary()
    for number in range(len(drawn)):
        one = Image.new("L", size, 250)
        if not blank:
            at = 0 if alike else number * 20
            ImageDraw.Draw(one).rectangle((10 + at, 10, 90 + at, 60), fill=0)
        scan = pikepdf.Stream(pdf, one.tobytes(), Type=pikepdf.Name.XObject,
                              Subtype=pikepdf.Name.Image, Width=size[0], Height=size[1],
                              ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
        if broken:
            scan.Filter = pikepdf.Name.JBIG2Decode
        pictures[f"/Im{number}"] = pdf.make_indirect(scan)
    draws = b"".join(b"q 90 0 0 90 9 9 cm /Im%d Do Q " % at for at, one in enumerate(drawn) if one)
    box = pikepdf.Array([0, 0, 300, 300])
    held = pdf.make_stream(draws, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=box,
                           Resources=pikepdf.Dictionary(XObject=pictures))  # fmt: skip
    if look:
        stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=box,
                                   F=4, AP=pikepdf.Dictionary(N=held))  # fmt: skip
        page.Annots = pikepdf.Array([pdf.make_indirect(stamp)])
    listed = pictures if form is None else pikepdf.Dictionary(Fm=held)
    page.Resources = pikepdf.Dictionary(XObject=listed)
    page.Contents = pdf.make_stream(draws if form is None else b"/Fm Do" if form else b"q Q")
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


WHOLE = "undrawn_whole_picture"


def test_a_scan_that_no_page_draws_is_noted_with_the_page_that_lists_it() -> None:
    data = scans(True, False)
    assert found(data, WHOLE) == ["picture in the list of page 1 that no page draws"]
    # A page cut from a longer file often lists what its fellows drew: a note, and no hold.
    assert inspect_bytes(data, "plan.pdf", names="").verdict == "pass"


def test_a_scan_in_a_form_that_no_page_draws_is_found() -> None:
    assert len(found(scans(False, form=False), WHOLE)) == 1


@pytest.mark.parametrize(
    "data",
    [
        scans(True, True),
        scans(True, form=True),
        scans(False, look=True),
        scans(False, False, blank=True),
        scans(True, False, alike=True),
        scans(False, size=(199, 400)),
    ],
    ids=["drawn", "drawn by a form", "shown by a stamp", "blank", "the same as one drawn", "small"],
)
def test_a_picture_that_is_drawn_or_blank_or_small_is_no_whole_one(data: bytes) -> None:
    assert found(data, WHOLE) == []


def test_a_scan_that_cannot_be_read_may_show_something() -> None:
    assert len(found(scans(False, broken=True), WHOLE)) == 1


def test_a_scan_that_no_page_draws_goes_from_a_clean_copy() -> None:
    copy = clean_here(scans(True, False), "plan.pdf", "pdf", DEFAULT)
    assert found(copy.data, WHOLE) == []


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
