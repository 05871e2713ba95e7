"""Pictures that keep more than they show are held; ordinary design of pages and pictures is not."""

import pytest
from PIL import Image
from tests.gate.cases.pictured import (
    BOX,
    FLAT,
    PHOTO_SIZE,
    WHOLE,
    by_photoshop,
    clear,
    page,
    photo,
    photograph,
    with_reduced_page,
    writing,
)

from answerable.gate.cleaning import clean_here
from answerable.gate.cleaning.copying import StillThereError
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT

WORDS = "BT /F1 12 Tf 1 1 1 rg 60 130 Td ({}) Tj ET "


def found(data: bytes, name: str = "a.pdf") -> set[str]:
    return {one.slug for one in inspect_here(data, name, DEFAULT).findings}


@pytest.mark.parametrize(
    "over",
    [
        BOX,
        "1 1 1 rg 50 120 160 30 re f ",
        "0 0 0 RG 20 w 50 135 m 210 135 l S ",
        "0 0 0.3 rg 50 120 160 30 re f ",
        BOX + WORDS.format("s40(2) FOIA"),
    ],
    ids=["black", "white", "thick line", "navy", "with a label"],
)
def test_a_box_over_writing_of_a_scan_is_found(over):
    assert "picture_under_box" in found(page(WHOLE + over))


def test_a_box_over_a_scan_of_a_turned_page_is_found():
    assert "picture_under_box" in found(page(WHOLE + BOX, turned=90))


def test_a_black_box_over_a_face_is_found():
    assert "picture_under_box" in found(page(WHOLE + BOX, photograph()))


@pytest.mark.parametrize(
    "drawing",
    [
        BOX + WHOLE,
        WHOLE + "0 0 0 rg 2 2 20 190 re f ",
        WHOLE + "q /Half gs " + BOX + "Q ",
        WHOLE + BOX + WORDS.format("Annual report of the council"),
        WHOLE + "0 0 0 RG 50 120 160 30 re S ",
        WHOLE + "0.9 0.2 0.2 rg 50 120 160 30 re f ",
    ],
    ids=["before", "beside", "see-through", "panel with words", "frame", "red"],
)
def test_shapes_that_cover_nothing_are_silent(drawing):
    assert "picture_under_box" not in found(page(drawing))


@pytest.mark.parametrize("over", ["1 1 1 rg 50 60 120 40 re f ", "0 0 0 rg 30 60 240 30 re f "])
def test_white_shapes_and_bands_on_a_photograph_are_design(over):
    assert "picture_under_box" not in found(page(WHOLE + over, photograph()))


def test_a_box_over_dots_that_were_taken_out_too_is_silent():
    scan = writing()
    scan.paste(0, (20, 30, 180, 60))
    assert "picture_under_box" not in found(page(WHOLE + BOX, scan))


def test_a_clean_copy_of_a_covered_picture_is_refused():
    with pytest.raises(StillThereError, match="part of a picture"):
        clean_here(page(WHOLE + BOX), "a.pdf", "pdf", DEFAULT)


@pytest.mark.parametrize(
    ("drawing", "crop"),
    [("q 30 100 240 80 re W n " + WHOLE + "Q ", ()), (WHOLE, (30, 100, 300, 200))],
    ids=["by a frame", "by the page"],
)
def test_a_cropped_picture_is_found_and_goes_from_a_clean_copy(drawing, crop):
    data = page(drawing, crop=crop)
    assert "cropped_picture" in found(data)
    assert "cropped_picture" not in found(clean_here(data, "a.pdf", "pdf", DEFAULT).data)


@pytest.mark.parametrize(
    ("drawing", "shown"),
    [
        ("q 25 15 250 170 re W n " + WHOLE + "Q ", None),
        ("q 30 30 240 145 re W n " + WHOLE + "Q ", None),
        ("q 30 100 240 80 re W n " + WHOLE + "Q q 30 0 240 100 re W n " + WHOLE + "Q ", None),
        ("q 30 100 240 80 re W n " + WHOLE + "Q ", FLAT),
    ],
    ids=["wider frame", "narrow edge", "shown in two parts", "nothing cut off"],
)
def test_frames_that_hide_nothing_are_silent(drawing, shown):
    assert "cropped_picture" not in found(page(drawing, shown))


def test_a_small_copy_of_a_page_is_noted_and_goes_from_a_clean_copy():
    same = Image.new("L", (75, 50), 255)
    same.paste(writing().resize((60, 40)), (8, 5))
    data = page(thumb=same)
    assert found(data) == {"thumbnail"}
    assert found(clean_here(data, "a.pdf", "pdf", DEFAULT).data) == set()


def half_dark() -> Image.Image:
    small = Image.new("L", (75, 50), 255)
    small.paste(0, (0, 0, 37, 50))
    return small


@pytest.mark.parametrize(
    "small", [half_dark(), Image.new("L", (50, 75), 255)], ids=["dots", "shape"]
)
def test_a_small_copy_of_another_page_holds(small):
    assert "thumbnail_differs" in found(page(thumb=small))


def test_a_photograph_that_was_blacked_out_after_its_small_copy_was_made_is_held():
    hidden = photograph()
    hidden.paste(0, (70, 30, 140, 120))
    data = photo(hidden, photograph().resize((96, 64)))
    assert "thumbnail_differs" in found(data, "a.jpg")
    assert found(clean_here(data, "a.jpg", "jpg", DEFAULT).data, "a.jpg") == set()


@pytest.mark.parametrize(
    ("maker", "name"), [(by_photoshop, "a.jpg"), (with_reduced_page, "a.tiff")]
)
def test_the_small_copy_of_a_program_or_a_tiff_is_compared_too(maker, name):
    same = photograph().resize((96, 64))
    assert "thumbnail" in found(maker(photograph(), same), name)
    assert "thumbnail_differs" not in found(maker(photograph(), same), name)
    part = photograph().crop((0, 0, 90, 60)).resize(photograph().size)
    data = maker(part, same)
    assert "thumbnail_differs" in found(data, name)


def test_a_small_copy_that_is_no_picture_is_a_note_only():
    data = by_photoshop(photograph(), photograph().resize((96, 64))).replace(
        b"\xff\xc0", b"\xff\xc5", 1
    )
    assert "thumbnail_differs" not in found(data, "a.jpg")


def barred() -> Image.Image:
    small = Image.new("L", (96, 72), 0)
    small.paste(photograph().resize((96, 64)), (0, 4))
    return small


@pytest.mark.parametrize(
    "small",
    [
        photograph().resize((96, 64)).rotate(90, expand=True),
        barred(),
        photograph().crop((40, 0, 200, 160)).resize((64, 64)),
        photograph().resize((96, 64)).point(lambda level: int(level * 0.8) + 20),
    ],
    ids=["turned", "barred", "cut to a square", "other light"],
)
def test_small_copies_as_cameras_make_them_are_notes(small):
    assert found(photo(photograph(), small), "a.jpg") == {"thumbnail"}


@pytest.mark.parametrize("beneath", [writing(), Image.effect_noise(PHOTO_SIZE, 200)])
def test_hidden_dots_are_found_and_go_from_a_clean_copy(beneath):
    data = clear(beneath)
    assert "hidden_dots" in found(data, "a.png")
    assert found(clean_here(data, "a.png", "png", DEFAULT).data, "a.png") == set()


@pytest.mark.parametrize("beneath", [FLAT, Image.linear_gradient("L").resize(PHOTO_SIZE)])
def test_flat_and_smooth_colours_under_see_through_dots_are_silent(beneath):
    assert found(clear(beneath), "a.png") == set()
