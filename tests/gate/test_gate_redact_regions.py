"""Marks by region: what they take, what they leave, and the proof."""

import io
import json

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw
from tests.gate.pages_of_paper import letter_box, longest_black, made_of, page, pdf, text

from answerable.gate.cleaning import NoCopyError, StillThereError
from answerable.gate.cleaning.proof import holds
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.redacting import (
    Marks,
    NameTellsError,
    Withheld,
    burning,
    read_findings,
    redact_here,
)
from answerable.gate.redacting.wanted import Audience, Region, Term

# Letters


def test_a_region_over_half_a_number_takes_those_digits_and_leaves_the_rest():
    source = pdf("Account 12345678 is open")
    left, top, _right, bottom = letter_box(source, 8)
    last = letter_box(source, 11)
    made = made_of(source, Region(1, (left, top, last[2] - 0.2, bottom), "s.40(2)"))
    words = text(made.copy.data)
    assert "5678" in words and "1234" not in words and "Account" in words
    assert not holds(made.copy.data, ["12345678", "1234"])


def test_a_letter_touched_by_one_dot_goes_whole():
    source = pdf("Account 12345678 is open")
    fifth = letter_box(source, 12)
    made = made_of(source, Region(1, (64, 28, fifth[0] + 0.3, 42)))
    assert "678" in text(made.copy.data) and "5678" not in text(made.copy.data)
    picture = page(made.copy.data)
    x, y = int(fifth[0] + fifth[2]), int(fifth[1] + fifth[3])
    assert picture.getpixel((x, y)) < 40


def test_a_region_that_touches_no_word_takes_none():
    made = made_of(pdf("Dear Sir"), Region(1, (200, 150, 260, 180), "s.43(2)"))
    assert "Dear Sir" in text(made.copy.data)
    assert made.schedule == (Withheld("page 1", "s.43(2)", 1),)


def test_names_of_different_width_get_marks_of_one_width_however_they_were_drawn():
    source = pdf("Dear Oakeshott of the ward", "Dear Bo of the ward")
    first, second = letter_box(source, 5), letter_box(source, 13)
    at = source and pypdfium2.PdfDocument(source)[0].get_textpage().get_text_bounded().index("Bo")
    name, end = letter_box(source, at), letter_box(source, at + 1)
    made = made_of(
        source,
        Region(1, (first[0], first[1], second[2], second[3])),
        Region(1, (name[0], name[1], end[2], end[3])),
    ).copy.data
    wide = [longest_black(made, 0), longest_black(made, 1)]
    assert abs(wide[0] - wide[1]) <= 1 and wide[0] > 60
    assert text(made).count("of the ward") == 2


def test_a_region_behind_a_term_on_the_same_line_takes_what_it_was_drawn_over():
    source = pdf("Bo met Oakeshott today, Thursday")
    at = text(source).index("Oakeshott")
    first, last = letter_box(source, at), letter_box(source, at + 8)
    made = made_of(
        source,
        Region(1, (first[0], first[1], last[2], last[3]), "s.38(1)(a)"),
        terms=(Term("Bo", "s.40(2)"),),
    )
    words = text(made.copy.data)
    assert "Oakeshott" not in words and "met" in words and "Thursday" in words
    assert not holds(made.copy.data, ["Oakeshott"])
    assert {one.provision for one in made.schedule} == {"s.40(2)", "s.38(1)(a)"}


def test_a_mark_on_a_full_line_is_no_wider_for_a_longer_name():
    line = "the long line of words that fills a page to its edge"
    source = pdf(f"Oakeshotts {line}", f"Bartholomew {line}")
    made = redact_here(
        source, "a.pdf", "pdf", Marks((Term("Oakeshotts"), Term("Bartholomew"))), DEFAULT
    ).copy.data
    assert abs(longest_black(made, 0) - longest_black(made, 1)) <= 1
    assert not holds(made, ["Oakeshotts", "Bartholomew"])


def test_the_provision_is_printed_on_the_mark():
    made = made_of(pdf("Secret price of it"), Region(1, (29, 28, 66, 44), "s.43(2)"))
    assert "s.43(2)" in text(made.copy.data)
    picture = page(made.copy.data)
    mark = picture.crop((60, 60, 160, 84))
    assert mark.getextrema()[1] > 200  # white letters on it


def test_lines_in_one_area_go_with_one_mark():
    source = pdf("First secret", "Second secret", "Third")
    made = made_of(source, Region(1, (20, 20, 200, 85), "s.36(2)(b)(i)"))
    words = text(made.copy.data)
    assert "First" not in words and "Second" not in words and "Third" in words
    assert made.schedule == (Withheld("page 1", "s.36(2)(b)(i)", 1),)


def test_a_picture_under_a_mark_has_none_of_its_dots_left():
    photo = io.BytesIO()
    Image.radial_gradient("L").save(photo, "PNG")
    drawing = pikepdf.open(io.BytesIO(pdf("Photo of him")))
    image = drawing.make_stream(
        Image.radial_gradient("L").tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=256,
        Height=256,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    drawing.pages[0].Resources.XObject = pikepdf.Dictionary(Im=image)
    drawing.pages[0].contents_add(b"q 100 0 0 100 200 50 cm /Im Do Q")
    out = io.BytesIO()
    drawing.save(out)
    made = made_of(out.getvalue(), Region(1, (200, 150, 300, 250), "s.40(2)"))
    picture = page(made.copy.data, 1)
    label = picture.crop((200, 190, 300, 215))
    assert picture.crop((203, 153, 297, 185)).getextrema()[1] < 40 and label.getextrema()[1] > 150
    assert Image.radial_gradient("L").tobytes()[:4096] not in made.copy.data


@pytest.mark.parametrize(
    ("region", "said"),
    [
        (Region(2, (1, 1, 9, 9)), "has 1 page, and region 1 is on page 2"),
        (Region(1, (500, 1, 600, 9)), "outside"),
        (Region(1, (-9, -9, -1, -1)), "outside"),
    ],
)
def test_a_region_on_no_page_makes_no_copy(region, said):
    with pytest.raises(NoCopyError, match=said):
        made_of(pdf("Dear Sir"), region)


# The proof


def test_a_mark_that_was_not_burnt_in_is_noticed(monkeypatch):
    monkeypatch.setattr(burning.Canvas, "burn", lambda self, mark: mark)
    with pytest.raises(StillThereError):
        made_of(pdf("Secret price"), Region(1, (20, 28, 80, 45)))


def test_a_mark_that_lets_ink_through_is_noticed(monkeypatch):
    burn = burning.Canvas.burn

    def thin(self, mark):
        was = self.picture.copy()
        burn(self, mark)
        self.picture.paste(Image.blend(was, self.picture, 0.4))
        return mark

    monkeypatch.setattr(burning.Canvas, "burn", thin)
    with pytest.raises(StillThereError, match="more than itself"):
        made_of(pdf("Secret price"), Region(1, (20, 28, 200, 45)))


def test_a_change_beside_the_marks_is_noticed(monkeypatch):
    burn = burning.Canvas.burn

    def clumsy(self, mark):
        ImageDraw.Draw(self.picture).rectangle((400, 400, 500, 440), fill="black")
        return burn(self, mark)

    monkeypatch.setattr(burning.Canvas, "burn", clumsy)
    with pytest.raises(StillThereError, match="differs beside"):
        made_of(pdf("Secret price"), Region(1, (20, 28, 80, 45)))


def test_a_word_that_a_region_took_is_searched_for_in_the_bytes(monkeypatch):
    from answerable.gate.redacting import pdf as made_here

    redact = made_here.redact

    def leaky(*given, **named):
        made = redact(*given, **named)
        with pikepdf.open(io.BytesIO(made.data)) as again:
            again.Root.Note = pikepdf.String("Oakeshott")
            out = io.BytesIO()
            again.save(out)
        made.data = out.getvalue()
        return made

    monkeypatch.setattr(made_here, "redact", leaky)
    with pytest.raises(StillThereError):
        made_of(pdf("Dear Oakeshott and all"), Region(1, (59, 28, 117, 45)))


def test_a_name_that_a_region_took_may_not_be_the_name_of_the_copy():
    region = Region(1, (59, 28, 117, 45))
    with pytest.raises(NameTellsError):
        made_of(pdf("Dear Oakeshott and all"), region, out="letter_to_OAKESHOTT.pdf")
    assert made_of(pdf("Dear Oakeshott and all"), region, out="letter.pdf").schedule


def test_a_stop_that_was_not_drawn_over_goes_with_its_word():
    source = pdf("Dear Oakeshott, all is well")
    first, last = letter_box(source, 5), letter_box(source, 13)
    made = made_of(source, Region(1, (first[0], first[1], last[2], last[3])))
    assert "," not in text(made.copy.data) and "all is well" in text(made.copy.data)
    assert not any("as drawn" in note for note in made.copy.notes)
    assert longest_black(made.copy.data, 0) >= 71


def test_a_mark_that_takes_part_of_a_word_says_that_it_is_as_wide_as_drawn():
    source = pdf("Account 12345678 is open")
    first, last = letter_box(source, 8), letter_box(source, 11)
    made = made_of(source, Region(1, (first[0], first[1], last[2] - 0.3, last[3])))
    assert any("as wide as drawn" in note for note in made.copy.notes)


# Odd pages


def turned(source: bytes, rotate: int) -> bytes:
    with pikepdf.open(io.BytesIO(source)) as made:
        made.pages[0].Rotate = rotate
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def test_on_a_turned_page_an_area_lies_where_the_page_is_seen():
    source = turned(pdf("Secret price", "Public price"), 180)
    # the first line stands at the foot, upside down, its words to the right
    made = made_of(source, Region(1, (320, 255, 375, 275), "s.43(2)"))
    left = text(made.copy.data)
    assert "Secret" not in left and "Public" in left


def test_words_written_up_the_page_are_taken_and_nothing_moves():
    up = "BT /F1 12 Tf 0 1 -1 0 380 60 Tm (Oakeshott and more) Tj ET"
    source = pdf("Dear Sir, all is well", after=up)
    made = redact_here(source, "a.pdf", "pdf", Marks((Term("Oakeshott"),)), DEFAULT)
    assert not holds(made.copy.data, ["Oakeshott"])
    assert "all is well" in text(made.copy.data) and "more" in text(made.copy.data)


def test_on_lines_that_run_into_each_other_no_word_of_the_other_line_moves():
    after = "BT /F1 12 Tf 100 252.5 Td (neighbouring words) Tj ET"
    source = pdf("Dear Oakeshott of the ward", after=after)
    made = redact_here(source, "a.pdf", "pdf", Marks((Term("Oakeshott"),)), DEFAULT)
    assert "neighbouring words" in text(made.copy.data)
    assert not holds(made.copy.data, ["Oakeshott"])
    assert any("as wide as drawn" in note for note in made.copy.notes)


def test_the_words_of_a_scan_go_with_its_dots():
    drawing = Image.new("L", (800, 600), "white")
    pen = ImageDraw.Draw(drawing)
    pen.text((60, 60), "Oakeshott", fill="black", font_size=28)
    pen.text((60, 120), "Northmere", fill="black", font_size=28)
    made = pikepdf.open(
        io.BytesIO(
            pdf(
                after="BT 3 Tr /F1 14 Tf 30 256 Td (Oakeshott) Tj ET "
                "BT 3 Tr /F1 14 Tf 30 226 Td (Northmere) Tj ET"
            )
        )
    )
    image = made.make_stream(
        drawing.tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=800,
        Height=600,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    made.pages[0].Resources.XObject = pikepdf.Dictionary(Im=image)
    made.pages[0].contents_add(b"q 400 0 0 300 0 0 cm /Im Do Q", prepend=True)
    out = io.BytesIO()
    made.save(out)
    copy = made_of(out.getvalue(), Region(1, (28, 28, 110, 48), "s.40(2)")).copy.data
    assert not holds(copy, ["Oakeshott"]) and "Northmere" in text(copy)
    assert page(copy, 1).crop((40, 32, 60, 34)).getextrema()[1] < 60


def test_a_bookmark_a_property_and_an_attachment_go_with_any_redaction():
    made = pikepdf.open(io.BytesIO(pdf("Dear Oakeshott of the ward")))
    made.docinfo["/Title"] = "Letter to Oakeshott"
    made.attachments["Oakeshott.txt"] = pikepdf.AttachedFileSpec(made, b"Oakeshott again")
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Oakeshott", 0))
    out = io.BytesIO()
    made.save(out)
    copy = made_of(out.getvalue(), Region(1, (59, 28, 117, 45))).copy
    assert not holds(copy.data, ["Oakeshott"])
    assert copy.removed


def test_random_areas_take_every_letter_they_touch_and_the_proof_never_fails():
    import random

    from answerable.gate.redacting.glyphs import seen_words, touches

    words = [
        "alpha",
        "bravo",
        "Charlie",
        "delta",
        "(echo)",
        "12345678",
        "O'Neill,",
        "foxtrot.",
        "Golf",
    ]
    for seed in range(12):
        chance = random.Random(seed)
        lines = [
            " ".join(chance.choice(words) for _ in range(chance.randint(1, 7)))
            .replace("(", "[").replace(")", "]")
            for _ in range(7)
        ]  # fmt: skip
        source = pdf(*lines, size=chance.choice([8, 10, 12]))
        x, y = chance.uniform(20, 250), chance.uniform(20, 200)
        area = (x, y, x + chance.uniform(5, 120), y + chance.uniform(4, 60))
        copy = made_of(source, Region(1, area)).copy.data
        left = [
            box
            for word in seen_words(pypdfium2.PdfDocument(copy)[0])
            if word.text != "withheld"
            for _, box in word.letters
        ]
        inner = (area[0] + 2, area[1] + 2, area[2] - 2, area[3] - 2)
        assert inner[2] < inner[0] or inner[3] < inner[1] or not any(
            touches(box, inner) and box[0] > inner[0] and box[2] < inner[2] for box in left
        )  # fmt: skip


# What pages share


def gradient(made: pikepdf.Pdf, wide: int = 256) -> pikepdf.Stream:
    return made.make_stream(
        Image.radial_gradient("L").resize((wide, 256)).tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=wide,
        Height=256,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )


def two_pages(first: str, second: str, form: str = "") -> bytes:
    """Two pages with one list of resources: a font, a picture and, if it is given, a form."""
    made = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    objects = pikepdf.Dictionary(Im=gradient(made))
    shared = made.make_indirect(
        pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font), XObject=objects)
    )
    if form:
        objects.Fm = made.make_stream(
            form.encode(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 400, 300],
            Resources=shared,
        )
    for drawing in (first, second):
        page = made.add_blank_page(page_size=(400, 300))
        page.Resources = shared
        page.Contents = made.make_stream(drawing.encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pictures_in(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as made:
        return [
            one.read_raw_bytes() if "DCT" in str(one.get("/Filter")) else one.read_bytes()
            for one in made.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == pikepdf.Name.Image
        ]


_PHOTO = "q 100 0 0 100 200 50 cm /Im Do Q BT /F1 12 Tf 30 260 Td (Photo of him) Tj ET"
_WORDS = "BT /F1 12 Tf 30 260 Td (Page two) Tj ET"
_OVER = Region(1, (195, 145, 305, 255), "s.40(2)")


@pytest.mark.parametrize("form", ["", "BT /F1 12 Tf 30 200 Td (A form) Tj ET"])
def test_a_page_that_stays_does_not_carry_the_picture_that_was_taken_from_another(form):
    second = f"{_WORDS} /Fm Do" if form else _WORDS
    copy = made_of(two_pages(_PHOTO, second, form), _OVER).copy.data
    secret = Image.radial_gradient("L").tobytes()
    assert all(secret[:2000] not in one for one in pictures_in(copy))
    assert "Page two" in pypdfium2.PdfDocument(copy)[1].get_textpage().get_text_bounded()


def test_a_page_that_shows_another_strip_of_a_marked_picture_becomes_a_picture_of_itself():
    strip = "q 200 200 100 20 re W n 400 0 0 300 0 0 cm /Im Do Q " + _WORDS
    copy = made_of(two_pages(_PHOTO, strip), _OVER).copy.data
    secret = Image.radial_gradient("L").tobytes()
    assert all(secret[:2000] not in one for one in pictures_in(copy))


def test_a_page_that_shares_a_picture_nobody_marked_stays_as_it_is():
    source = two_pages(_PHOTO, _PHOTO.replace("Photo of him", "Page two"))
    copy = made_of(source, Region(1, (29, 28, 120, 44))).copy.data
    assert Image.radial_gradient("L").tobytes() in pictures_in(copy)


# Word documents


def docx(*paragraphs: str) -> bytes:
    from docx import Document

    made = Document()
    made.core_properties.author = ""
    for words in paragraphs:
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_what_the_gate_found_in_a_document_goes_by_its_finding():
    source = docx("National Insurance number AB123456C", "kept words")
    report = inspect_here(source, "a.docx", DEFAULT)
    found = read_findings(json.dumps({"files": [report.as_json()]}))
    made = redact_here(source, "a.docx", "docx", Marks.of({"findings": found}), DEFAULT)
    assert not holds(made.copy.data, ["AB123456C"]) and holds(made.copy.data, ["kept words"])
    assert sum(one.count for one in made.schedule) == 1


def test_a_document_has_no_pages_for_an_area():
    given = Marks((Term("kept"),), (Region(1, (1, 1, 9, 9)),))
    with pytest.raises(NoCopyError, match="no fixed pages"):
        redact_here(docx("kept words"), "a.docx", "docx", given, DEFAULT)


def test_a_document_for_the_log_loses_what_the_applicant_may_read():
    order = {"terms": [["Oakeshott", "s.40(2)"], ["Ninety", "s.43(2)", ["log"]]]}
    source = docx("Dear Oakeshott", "the price is Ninety")
    gone = {
        who: holds(
            redact_here(
                source, "a.docx", "docx", Marks.of(order | {"audience": who}), DEFAULT
            ).copy.data,
            ["Oakeshott", "Ninety"],
        )
        for who in Audience
    }
    assert gone == {
        "applicant": ["Ninety"], "log": [], "regulator": ["Oakeshott", "Ninety"],
    }  # fmt: skip
