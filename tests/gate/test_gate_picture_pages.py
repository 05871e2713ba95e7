"""Every page of a TIFF and every frame of an animation is inspected, cleaned and redacted."""

import io
import json
import struct
import zlib
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageSequence, PngImagePlugin, TiffImagePlugin
from tests.gate.pages_of_paper import pdf
from tests.gate.pages_of_paper import text as words

from answerable.gate import inspect_bytes
from answerable.gate.cleaning import NoCopyError, clean_here
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT, TooMuchError
from answerable.gate.pictures.drawing import draw_pages
from answerable.gate.redacting import Marks, read_regions, redact_here
from answerable.gate.report import FileReport, place_of
from answerable.model import UnusableInputError

SECRET = "Wilhelmina Oakeshott"
BOX = {"page": 1, "box": [100, 40, 160, 60], "provision": "s.40(2)"}


def page(number: int) -> Image.Image:
    """A picture that is another for each number: a line of squares, one of them black."""
    made = Image.new("RGB", (240, 120), "white")
    pen = ImageDraw.Draw(made)
    pen.rectangle((100, 40, 160, 60), fill=(200, 30, 30))
    pen.rectangle((10 * number, 90, 10 * number + 8, 110), fill="black")
    return made


def tiff(*artists: str) -> bytes:
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out, new=True) as made:
        for number, artist in enumerate(artists):
            said = TiffImagePlugin.ImageFileDirectory_v2()
            if artist:
                said[315] = artist
            page(number).save(made, "TIFF", tiffinfo=said)
            made.newFrame()
    return out.getvalue()


def moving(kind: str, *numbers: int, **more: object) -> bytes:
    out = io.BytesIO()
    first, *rest = (page(number) for number in numbers)
    options = {"lossless": True} if kind == "webp" else {}
    first.save(
        out, kind, save_all=True, append_images=rest, duration=100, loop=0, **options, **more
    )
    return out.getvalue()


def shown(data: bytes) -> list[Image.Image]:
    with Image.open(io.BytesIO(data)) as picture:
        return [one.convert("RGB") for one in ImageSequence.Iterator(picture)]


def dot(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    return picture.getpixel((x, y))


def told(report: FileReport, slug: str) -> list[str]:
    return [f"{place_of(one)}: {one.excerpt}" for one in report.findings if one.slug == slug]


def look(data: bytes, name: str) -> FileReport:
    return inspect_here(data, name, DEFAULT, "full")


def red(*pages: object, kind: str = "tiff", data: bytes = b""):
    regions = [BOX | {"page": 0 if one == "all" else one} for one in pages]
    return redact_here(data, f"a.{kind}", kind, Marks.of({"regions": regions}), DEFAULT)


def test_what_is_said_of_a_later_page_of_a_tiff_is_told_with_its_page() -> None:
    report = look(tiff("", "", SECRET), "a.tiff")
    assert told(report, "metadata") == [f"page 3, picture data (EXIF): Artist: {SECRET}"]
    assert told(report, "more_pictures") == ["further pages: 3 pictures in one file"]
    assert report.verdict == "pass"


def test_the_next_page_of_a_tiff_is_told_as_a_page_and_as_no_small_copy() -> None:
    report = look(tiff("", "", ""), "a.tiff")
    assert len(told(report, "more_pictures")) == 1
    assert told(report, "thumbnail") == told(report, "thumbnail_differs") == []


def test_a_page_of_a_tiff_that_says_it_is_a_small_copy_is_told_as_one() -> None:
    out = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(out, new=True) as made:
        for kind in (0, 1):
            said = TiffImagePlugin.ImageFileDirectory_v2()
            said[254] = kind
            page(kind).resize((240 - 160 * kind, 120 - 80 * kind)).save(made, "TIFF", tiffinfo=said)
            made.newFrame()
    assert len(told(look(out.getvalue(), "a.tiff"), "thumbnail")) == 1


def test_a_tiff_of_one_page_has_no_further_ones() -> None:
    assert told(look(tiff(""), "a.tiff"), "more_pictures") == []


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_an_animation_is_told_and_a_still_picture_is_not(kind: str) -> None:
    assert told(look(moving(kind, 0, 1, 2), f"a.{kind}"), "more_pictures") == [
        "further pictures: 3 pictures that follow each other"
    ]
    assert told(look(moving(kind, 0), f"a.{kind}"), "more_pictures") == []


def test_more_pages_than_are_looked_at_hold_the_file() -> None:
    few = replace(DEFAULT, pages=2)
    report = inspect_here(tiff("", "", ""), "a.tiff", few)
    assert report.verdict == "hold"
    assert inspect_here(tiff("", ""), "a.tiff", few).verdict == "pass"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.parametrize(
    "late",
    [
        chunk(b"tEXt", b"Author\0" + SECRET.encode()),
        chunk(b"zTXt", b"Author\0\0" + zlib.compress(SECRET.encode())),
        chunk(b"iTXt", b"Author\0\1\0en\0\0" + zlib.compress(SECRET.encode())),
        chunk(b"iTXt", b"Author\0\0\0en\0\0" + SECRET.encode()),
    ],
)
def test_words_behind_the_dots_of_a_png_are_found_and_go(late: bytes) -> None:
    plain = moving("png", 0)
    data = plain[:-12] + late + plain[-12:]
    assert SECRET in str(told(look(data, "a.png"), "picture_text"))
    assert told(look(plain, "a.png"), "picture_text") == []
    copy = clean_here(data, "a.png", "png", DEFAULT).data
    assert told(look(copy, "a.png"), "picture_text") == []


def test_damaged_words_behind_the_dots_of_a_png_are_told_too() -> None:
    plain = moving("png", 0)
    data = plain[:-12] + chunk(b"zTXt", b"Author\0\0not packed") + plain[-12:]
    assert "text that is damaged" in str(told(look(data, "a.png"), "picture_text"))


def test_a_comment_in_a_later_picture_of_a_gif_is_found_and_goes() -> None:
    plain = moving("gif", 0, 1)
    remark = b"\x21\xfe" + bytes([len(SECRET)]) + SECRET.encode() + b"\0"
    first = b"\x21\xfe\x05first\0"
    at = plain.rfind(b"\x21\xf9")  # before the last picture
    head = plain.find(b"\x21\xf9")
    data = plain[:head] + first + plain[head:at] + remark + plain[at:]
    assert SECRET in str(told(look(data, "a.gif"), "picture_text"))
    copy = clean_here(data, "a.gif", "gif", DEFAULT).data
    assert SECRET.encode() not in copy
    assert len(shown(copy)) == 2


def test_a_clean_copy_keeps_every_page_and_says_nothing_of_any() -> None:
    copy = clean_here(tiff("", SECRET, ""), "a.tiff", "tiff", DEFAULT).data
    assert [one.tobytes() for one in shown(copy)] == [page(n).tobytes() for n in range(3)]
    assert SECRET.encode() not in copy
    assert told(look(copy, "a.tiff"), "metadata") == []


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_a_clean_copy_of_an_animation_moves_as_it_did(kind: str) -> None:
    copy = clean_here(moving(kind, 0, 1, 2), f"a.{kind}", kind, DEFAULT).data
    pictures = shown(copy)
    assert len(pictures) == 3
    for number, one in enumerate(pictures):
        assert max(dot(one, 10 * number + 4, 100)) < 80
        assert min(dot(one, 200, 20)) > 200
    with Image.open(io.BytesIO(copy)) as picture:
        assert picture.info.get("loop") == 0
        picture.seek(1)
        picture.load()
        assert picture.info["duration"] == 100


def test_several_pictures_do_not_become_one_unnoticed() -> None:
    with pytest.raises(NoCopyError, match="holds 2 pictures"):
        clean_here(tiff("", ""), "a.tiff", "png", DEFAULT)
    marks = Marks.of({"regions": [BOX]})
    with pytest.raises(NoCopyError, match="holds 2 pictures"):
        redact_here(moving("gif", 0, 1), "a.gif", "jpg", marks, DEFAULT)


def test_an_area_of_one_page_goes_from_that_page_alone() -> None:
    made = red(2, data=tiff("", SECRET, ""))
    pictures = shown(made.copy.data)
    assert [max(dot(one, 104, 44)) < 30 for one in pictures] == [False, True, False]
    assert [(one.place, one.count) for one in made.schedule] == [("page 2", 1)]
    assert SECRET.encode() not in made.copy.data


@pytest.mark.parametrize("kind", ["tiff", "gif", "webp", "png"])
def test_an_area_of_all_pages_goes_from_each(kind: str) -> None:
    data = tiff("", "", "") if kind == "tiff" else moving(kind, 0, 1, 2)
    made = red("all", kind=kind, data=data)
    pictures = shown(made.copy.data)
    assert len(pictures) == 3
    assert all(max(dot(one, 104, 44)) < 64 for one in pictures)
    assert [one.place for one in made.schedule] == ["page 1", "page 2", "page 3"]
    assert made.copy.notes == ()


def test_frames_that_differ_in_the_area_alone_are_proved_though_one_stands_for_both() -> None:
    inside = page(0)
    ImageDraw.Draw(inside).rectangle((110, 45, 150, 55), fill=(0, 0, 250))
    out = io.BytesIO()
    page(0).save(out, "gif", save_all=True, append_images=[inside, page(3)], duration=100)
    made = red("all", kind="gif", data=out.getvalue())
    assert len(shown(made.copy.data)) == 2
    assert len(made.schedule) == 3


def test_an_area_of_one_picture_of_an_animation_is_said_to_be_in_one() -> None:
    made = red(1, kind="gif", data=moving("gif", 0, 1))
    assert any("burnt into that one alone" in note for note in made.copy.notes)
    assert red(1, kind="gif", data=moving("gif", 0)).copy.notes == ()
    assert red(1, data=tiff("", "")).copy.notes == ()


def test_an_area_on_a_page_that_is_not_there_is_said() -> None:
    with pytest.raises(NoCopyError, match="holds 2 pictures, and region 1 is on page 3"):
        red(3, data=tiff("", ""))
    with pytest.raises(NoCopyError, match="holds 1 picture, and region 1 is on page 2"):
        red(2, kind="png", data=moving("png", 0))


def test_every_page_is_drawn_for_whoever_marks_it() -> None:
    told_, body = draw_pages(tiff("", "", ""), DEFAULT, [2], 120)
    assert [(one["number"], one["width"], bool(one["bytes"])) for one in told_] == [
        (1, 240.0, False), (2, 240.0, True), (3, 240.0, False),
    ]  # fmt: skip
    with Image.open(io.BytesIO(body)) as picture:
        assert picture.size == (120, 60)


def test_the_word_all_is_read_and_others_are_not() -> None:
    area = {"x": 1, "y": 1, "w": 9, "h": 9}
    assert read_regions(json.dumps([{"page": "all", **area}]))[0]["page"] == 0
    for wrong in ("every", 0, -1):
        with pytest.raises(UnusableInputError, match="Region 1"):
            read_regions(json.dumps([{"page": wrong, **area}]))


def test_an_area_of_all_pages_of_a_pdf_goes_from_each_that_is_large_enough() -> None:
    document = pikepdf.open(io.BytesIO(pdf("Dear Oakeshott")))
    document.pages.append(document.pages[0])
    document.add_blank_page(page_size=(100, 100))
    out = io.BytesIO()
    document.save(out)
    regions = [{"page": 0, "box": [25, 20, 200, 50], "provision": ""}]
    made = redact_here(out.getvalue(), "a.pdf", "pdf", Marks.of({"regions": regions}), DEFAULT)
    assert [one.place for one in made.schedule] == ["page 1", "page 2", "page 3"]
    assert "Oakeshott" not in words(made.copy.data)
    away = [{"page": 0, "box": [150, 150, 200, 200], "provision": ""}]
    made = redact_here(out.getvalue(), "a.pdf", "pdf", Marks.of({"regions": away}), DEFAULT)
    assert [one.place for one in made.schedule] == ["page 1", "page 2"]


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_an_animation_that_is_too_large_is_refused(kind: str) -> None:
    small = replace(DEFAULT, pixels=240 * 120 * 4 * 2)
    data = moving(kind, 0, 1, 2)
    with pytest.raises(TooMuchError, match="too large"):
        clean_here(data, f"a.{kind}", kind, small)
    assert len(shown(clean_here(moving(kind, 0, 1), f"a.{kind}", kind, small).data)) == 2


def test_a_tiff_whose_later_page_breaks_off_is_held_and_not_copied() -> None:
    whole = tiff("", "", "")
    report = inspect_bytes(whole[: len(whole) * 2 // 3], "a.tiff", names="")
    assert report.verdict == "hold"


def test_text_in_a_png_before_its_dots_is_told_once() -> None:
    out = io.BytesIO()
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", SECRET)
    page(0).save(out, "PNG", pnginfo=said)
    assert len(told(look(out.getvalue(), "a.png"), "picture_text")) == 1
