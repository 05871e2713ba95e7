"""A PDF page as a picture of itself, with marks burnt in and the words that remain beside it.

Nothing of the old page is copied but its dots: no fonts, no objects, no words under the marks.
"""

import io
from collections.abc import Sequence
from typing import Any

_DOTS = 150 / 72  # dots a point
_EDGE = 12.0  # points left free at the right edge when words move
_CODES = [code for code in range(33, 127) if code not in b"()\\"]

Box = tuple[float, float, float, float]  # left, top, right, bottom in points from the top left
Word = tuple[str, Box]


class Drawing:
    """A new PDF, page after page."""

    def __init__(self) -> None:
        """Begin with no pages."""
        import pikepdf

        self.made = pikepdf.new()
        self._odd: dict[str, int] = {}

    def draw(self, page: Any, words: Sequence[Word], marks: Sequence[Box] = ()) -> None:
        """Add a picture of a page of pdfium, ``words`` beside it and ``marks`` in black."""
        from PIL import ImageDraw

        picture = page.render(scale=_DOTS).to_pil().convert("RGB")
        self.add(picture, page.get_size(), words, marks, ImageDraw)

    def add(
        self, picture: Any, size: tuple[float, float], words: Sequence[Word],
        marks: Sequence[Box], draw: Any,
    ) -> None:  # fmt: skip
        """Add a picture as a page of ``size`` points."""
        import pikepdf

        across, down = picture.width / size[0], picture.height / size[1]
        pen = draw.Draw(picture)
        for left, top, right, bottom in marks:
            pen.rectangle(
                (
                    int(left * across),
                    int(top * down),
                    int(right * across) + 1,
                    int(bottom * down) + 1,
                ),
                fill="black",
            )
        if _grey(picture):
            picture = picture.convert("L")
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=80)
        image = self.made.make_stream(
            packed.getvalue(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=pikepdf.Name.DeviceGray if picture.mode == "L" else pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        drawn = self.made.add_blank_page(page_size=size)
        lines = [f"q {size[0]:.2f} 0 0 {size[1]:.2f} 0 0 cm /Im Do Q", "BT 3 Tr"]
        lines += [
            self._word(text, box, size[1])
            for text, box in words
            if _inked(picture, (box[0] * across, box[1] * down, box[2] * across, box[3] * down))
        ]
        lines.append("ET")
        drawn.Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(Im=image),
            Font=pikepdf.Dictionary(F1=self._font(), F2=self._odd_font()),
        )
        drawn.Contents = self.made.make_stream("\n".join(lines).encode("latin-1", "replace"))

    def saved(self) -> bytes:
        """The file. Characters outside the usual ones are told at the end, all together."""
        out = io.BytesIO()
        if self._odd:
            self._shared.ToUnicode = self.made.make_stream(_to_unicode(self._odd))
        self.made.save(out, deterministic_id=True)
        return out.getvalue()

    def _word(self, text: str, box: Box, height: float) -> str:
        left, top, right, bottom = box
        size = max(bottom - top, 4.0)
        try:
            raw, font = text.encode("cp1252"), "F1"
        except UnicodeEncodeError:
            raw, font = bytes(self._code(character) for character in text), "F2"
        width = len(raw) * size * 0.5
        stretch = max(min(100 * (right - left) / width, 400), 10) if width else 100
        return (
            f"/{font} {size:.2f} Tf {stretch:.0f} Tz 1 0 0 1 {left:.2f} {height - bottom:.2f} Tm "
            f"<{raw.hex()}20> Tj"
        )

    def _code(self, character: str) -> int:
        if character not in self._odd:
            if len(self._odd) >= len(_CODES):
                return 32
            self._odd[character] = _CODES[len(self._odd)]
        return self._odd[character]

    def _font(self) -> Any:
        import pikepdf

        if not hasattr(self, "_usual"):
            self._usual = self.made.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.Type1,
                    BaseFont=pikepdf.Name.Helvetica,
                    Encoding=pikepdf.Name.WinAnsiEncoding,
                )
            )
        return self._usual

    def _odd_font(self) -> Any:
        import pikepdf

        if not hasattr(self, "_shared"):
            self._shared = self.made.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.Type1,
                    BaseFont=pikepdf.Name("/Times-Roman"),
                )
            )
        return self._shared


def blank_page() -> bytes:
    """A file of one empty page: what every file of this kind says of itself."""
    from PIL import Image, ImageDraw

    drawing = Drawing()
    drawing.add(Image.new("RGB", (8, 8), "white"), (10, 10), (), (), ImageDraw)
    return drawing.saved()


def _inked(picture: Any, window: Box) -> bool:
    """Whether the picture shows anything where a word is said to be."""
    left, top = max(int(window[0]), 0), max(int(window[1]), 0)
    right, bottom = min(int(window[2]) + 1, picture.width), min(int(window[3]) + 1, picture.height)
    if right <= left or bottom <= top:
        return False
    low, high = picture.crop((left, top, right, bottom)).convert("L").getextrema()
    return bool(high - low >= 32)


def _grey(picture: Any) -> bool:
    small = picture.resize((max(picture.width // 4, 1), max(picture.height // 4, 1)))
    red, green, blue = small.split()
    from PIL import ImageChops

    most = [
        max(level for level, count in enumerate(ImageChops.difference(*pair).histogram()) if count)
        for pair in ((red, green), (green, blue))
    ]
    return max(most) < 24


def _to_unicode(odd: dict[str, int]) -> bytes:
    pairs = "\n".join(
        f"<{code:02x}> <{character.encode('utf-16-be').hex()}>" for character, code in odd.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(odd)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    ).encode()


def on_paper(page: Any, box: Box) -> Box:
    """A box of page space (left, low, right, high) as it lies on the turned, cropped page."""
    import ctypes

    import pypdfium2.raw as raw

    width, height = page.get_size()
    spots = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            page.raw, 0, 0, int(width * 100), int(height * 100), 0, x, y, across, down
        )
        spots.append((across.value / 100, down.value / 100))
    return (
        min(spots[0][0], spots[1][0]),
        min(spots[0][1], spots[1][1]),
        max(spots[0][0], spots[1][0]),
        max(spots[0][1], spots[1][1]),
    )
