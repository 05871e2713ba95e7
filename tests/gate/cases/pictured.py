"""Pictures on pages and small copies of them: files in which something more is kept than is seen."""

import io

import pikepdf
from PIL import Image, ImageDraw, TiffImagePlugin

_D, _N = pikepdf.Dictionary, pikepdf.Name
WHOLE = "q 240 0 0 160 30 20 cm /Im Do Q "
BOX = "0 0 0 rg 50 120 160 30 re f "
PHOTO_SIZE = (240, 160)


def writing() -> Image.Image:
    """A scan of lines of writing."""
    paper = Image.new("L", PHOTO_SIZE, 250)
    pen = ImageDraw.Draw(paper)
    for down in range(12, 150, 12):
        for across in range(10, 225, 9):
            pen.rectangle((across, down, across + 5, down + 6), fill=20)
    return paper


def photograph() -> Image.Image:
    """A picture of many tones."""
    across = Image.linear_gradient("L").resize(PHOTO_SIZE).rotate(20)
    ImageDraw.Draw(across).ellipse((70, 30, 140, 120), fill=230)
    return across


def page(drawing: str = WHOLE, shown: Image.Image | None = None, thumb: Image.Image | None = None,
         crop: tuple[int, ...] = (), turned: int = 0) -> bytes:  # fmt: skip
    """A page of 300 by 200 points with a picture /Im, and a small copy if one is given."""
    made = pikepdf.new()
    one = made.add_blank_page(page_size=(300, 200))
    one.Resources = _D(XObject=_D(Im=_image(made, shown or writing())),
                       Font=_D(F1=_D(Type=_N.Font, Subtype=_N.Type1, BaseFont=_N.Helvetica)),
                       ExtGState=_D(Half=_D(ca=0.4)))  # fmt: skip
    one.Contents = made.make_stream(drawing.encode())
    if thumb is not None:
        one.Thumb = _image(made, thumb)
    if crop:
        one.CropBox = pikepdf.Array(crop)
    if turned:
        one.Rotate = turned
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _image(made: pikepdf.Pdf, grey: Image.Image) -> pikepdf.Object:
    return made.make_stream(grey.tobytes(), Type=_N.XObject, Subtype=_N.Image, Width=grey.width,
                            Height=grey.height, ColorSpace=_N.DeviceGray, BitsPerComponent=8)  # fmt: skip


def photo(shown: Image.Image, small: Image.Image) -> bytes:
    """A JPEG of ``shown`` whose EXIF data hold ``small``."""
    packed = io.BytesIO()
    small.save(packed, "JPEG")
    body = packed.getvalue()
    entry = b"\x04\x00\x01\x00\x00\x00"
    block = (
        b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\x02\0"
        + b"\x01\x02" + entry + (44).to_bytes(4, "little")
        + b"\x02\x02" + entry + len(body).to_bytes(4, "little")
        + bytes(4) + body
    )  # fmt: skip
    out = io.BytesIO()
    shown.save(out, "JPEG", exif=block)
    return out.getvalue()


def clear(beneath: Image.Image, kind: str = "PNG") -> bytes:
    """A logo on see-through dots that keep the colours of ``beneath``."""
    dots = beneath.convert("RGBA")
    alpha = Image.new("L", beneath.size, 0)
    alpha.paste(255, (0, 0, 40, 40))
    dots.putalpha(alpha)
    out = io.BytesIO()
    dots.save(out, kind)
    return out.getvalue()


FLAT = Image.new("L", PHOTO_SIZE, 120)
CASES = {
    "picture_under_box": (
        (lambda: page(WHOLE + BOX), "letter.pdf"),
        (lambda: page("q 240 0 0 100 30 5 cm /Im Do Q 0 0 0 rg 50 120 160 30 re f "), "letter.pdf"),
    ),
    "thumbnail_differs": (
        (lambda: photo(photograph().crop((0, 0, 90, 60)), photograph()), "a.jpg"),
        (lambda: photo(photograph(), photograph().resize((96, 64))), "a.jpg"),
    ),
    "hidden_dots": ((lambda: clear(writing()), "a.png"), (lambda: clear(FLAT), "a.png")),
}


def by_photoshop(shown: Image.Image, small: Image.Image) -> bytes:
    """A JPEG of ``shown`` in which Photoshop keeps ``small``."""
    packed = io.BytesIO()
    small.save(packed, "JPEG")
    body = bytes(28) + packed.getvalue()
    block = b"8BIM\x04\x0c\0\0" + len(body).to_bytes(4, "big") + body + bytes(len(body) % 2)
    part = b"Photoshop 3.0\0" + block
    out = io.BytesIO()
    shown.save(out, "JPEG")
    whole = out.getvalue()
    return whole[:2] + b"\xff\xed" + (len(part) + 2).to_bytes(2, "big") + part + whole[2:]


def with_reduced_page(shown: Image.Image, small: Image.Image) -> bytes:
    """A TIFF of ``shown`` whose second page says that it is a small copy of the first."""
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out, new=True) as made:
        for kind, one in enumerate((shown, small)):
            said = TiffImagePlugin.ImageFileDirectory_v2()
            said[254] = kind
            one.save(made, "TIFF", tiffinfo=said)
            made.newFrame()
    return out.getvalue()
