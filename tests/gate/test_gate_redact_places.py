"""Paragraphs, tables and pictures of a Word document are redacted by their place."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from lxml import etree
from PIL import Image
from tests.gate.pages_of_paper import pdf

from answerable.gate.cleaning import NoCopyError
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.redacting import Marks, Redacted, read_regions, redact_here
from answerable.gate.redacting.places import places_of, read_place
from answerable.model import UnusableInputError

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ROWS = (("Bidder", "Price", "Rank"), ("Fenwick Ltd", "4,271", "1"), ("Castleford", "5,938", "2"))


def drawing(colour: tuple[int, int, int]) -> io.BytesIO:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(made, "PNG")
    made.seek(0)
    return made


def letter(change=None) -> bytes:
    document = Document()
    document.add_heading("Review of the contract", 1)
    document.add_paragraph("Dear Ms Hart")
    document.add_paragraph("")
    document.add_paragraph("Oakeshott complained about nights at the depot.")
    document.add_paragraph("The council considered it.")
    table = document.add_table(rows=3, cols=3)
    for at, row in enumerate(ROWS):
        for across, text in enumerate(row):
            table.cell(at, across).text = text
    for colour in ((200, 30, 30), (30, 30, 200)):
        document.add_picture(drawing(colour), width=Inches(1))
    if change is not None:
        change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def taken(source: bytes, *places: str, provision: str = "s.40(2)", **order) -> Redacted:
    regions = [{"place": place, "provision": provision} for place in places]
    return redact_here(source, "a.docx", "docx", Marks.of({"regions": regions, **order}), DEFAULT)


def text(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [one.text for one in document.paragraphs if one.text] + cells


def everything(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return b"\n".join(name.encode() + made.read(name) for name in made.namelist())


def media(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return [name for name in made.namelist() if "/media/" in name]


def test_a_paragraph_goes_whole_and_the_others_stay() -> None:
    made = taken(letter(), "paragraph 3")
    assert text(made.copy.data)[:4] == [
        "Review of the contract",
        "Dear Ms Hart",
        "██████████ [s.40(2)]",
        "The council considered it.",
    ]
    assert b"Oakeshott" not in everything(made.copy.data)
    assert [(one.place, one.provision, one.count) for one in made.schedule] == [
        ("paragraph 3", "s.40(2)", 1)
    ]


def test_paragraphs_in_a_row_go_with_one_mark_in_the_schedule() -> None:
    made = taken(letter(), "paragraphs 2 to 4")
    assert text(made.copy.data)[1:4] == ["██████████ [s.40(2)]"] * 3
    assert [one.place for one in made.schedule] == ["paragraphs 2 to 4"]


@pytest.mark.parametrize(
    ("place", "gone"),
    [
        ("table 1 row 2 column 2", ["4,271"]),
        ("table 1 row 2", ["Fenwick Ltd", "4,271", "1"]),
        ("table 1 column 2", ["Price", "4,271", "5,938"]),
        ("table 1", [cell for row in ROWS for cell in row]),
    ],
)
def test_a_cell_a_row_a_column_or_a_table_goes(place: str, gone: list[str]) -> None:
    cells = text(taken(letter(), place, provision="").copy.data)[4:]
    whole = [cell for row in ROWS for cell in row]
    assert cells == ["██████████" if cell in gone else cell for cell in whole]


def test_a_wide_cell_stands_in_each_of_its_columns() -> None:
    def wide(document) -> None:
        document.tables[0].cell(1, 0).merge(document.tables[0].cell(1, 1))

    made = taken(letter(wide), "table 1 column 2", provision="")
    assert b"Fenwick" not in everything(made.copy.data)
    assert "Castleford" in text(made.copy.data)


def test_a_picture_goes_with_its_part_and_the_other_stays() -> None:
    made = taken(letter(), "picture 2")
    assert len(media(letter())) == 2
    assert media(made.copy.data) == ["word/media/image1.png"]
    assert inspect_here(made.copy.data, "a.docx", DEFAULT).verdict == "pass"


def test_a_picture_that_stands_elsewhere_too_stays_and_that_is_said() -> None:
    def twice(document) -> None:
        document.add_picture(drawing((200, 30, 30)), width=Inches(1))

    made = taken(letter(twice), "picture 1")
    assert len(media(made.copy.data)) == 2
    assert any("another place too" in note for note in made.copy.notes)
    assert not any("another place too" in note for note in taken(letter(), "picture 1").copy.notes)


def test_a_picture_in_a_paragraph_goes_with_the_paragraph() -> None:
    def inside(document) -> None:
        run = document.paragraphs[3].add_run()
        run.add_picture(drawing((9, 200, 9)), width=Inches(1))

    source = letter(inside)
    assert len(media(source)) == 3
    assert len(media(taken(source, "paragraph 3").copy.data)) == 2


def test_the_stand_in_of_a_picture_for_old_programs_goes_with_it() -> None:
    def doubled(document) -> None:
        run = document.paragraphs[-1].runs[0]._r
        part = document.part
        other, _ = part.get_or_add_image(drawing((1, 2, 3)))
        both = etree.SubElement(run, f"{{{_MC}}}AlternateContent")
        choice = etree.SubElement(both, f"{{{_MC}}}Choice", Requires="wps")
        choice.append(run.find(qn("w:drawing")))
        fallback = etree.SubElement(both, f"{{{_MC}}}Fallback")
        picture = etree.SubElement(fallback, qn("w:pict"))
        etree.SubElement(picture, "{urn:v}imagedata", {qn("r:id"): other})

    source = letter(doubled)
    assert len(media(source)) == 3
    assert [one["place"] for one in places_of(source, DEFAULT)][-2:] == ["picture 1", "picture 2"]
    assert len(media(taken(source, "picture 2").copy.data)) == 1


def test_a_picture_and_the_paragraph_that_holds_it_may_both_be_named() -> None:
    def inside(document) -> None:
        document.paragraphs[3].add_run().add_picture(drawing((9, 200, 9)), width=Inches(1))

    made = taken(letter(inside), "paragraph 3", "picture 1", "table 1", "table 1 row 2")
    assert len(media(made.copy.data)) == 2
    assert text(made.copy.data)[2] == "██████████ [s.40(2)]"


def linked(document) -> None:
    paragraph = document.paragraphs[3]
    to = paragraph.part.relate_to(
        "https://example.org/staff/oakeshott-w", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), to)
    link.append(paragraph.runs[0]._r)
    paragraph._p.append(link)


def test_an_address_that_only_the_paragraph_led_to_goes() -> None:
    assert b"staff/oakeshott-w" in everything(letter(linked))
    assert b"staff/oakeshott-w" not in everything(taken(letter(linked), "paragraph 3").copy.data)
    assert b"staff/oakeshott-w" in everything(taken(letter(linked), "paragraph 2").copy.data)


def test_a_tracked_deletion_in_the_paragraph_goes() -> None:
    def tracked(document) -> None:
        gone = OxmlElement("w:del")
        run = OxmlElement("w:r")
        words = OxmlElement("w:delText")
        words.text = "Fairweather was named"
        run.append(words)
        gone.append(run)
        document.paragraphs[3]._p.append(gone)

    made = taken(letter(tracked), "paragraph 3")
    assert b"Fairweather" not in everything(made.copy.data)
    assert not any("hid more" in note for note in made.copy.notes)


def test_a_field_that_ends_in_another_paragraph_costs_the_layout_and_no_words() -> None:
    def begun(document) -> None:
        for number, kind in ((3, "begin"), (4, "end")):
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            document.paragraphs[number].add_run()._r.append(char)

    made = taken(letter(begun), "paragraph 3")
    assert b"Oakeshott" not in everything(made.copy.data)
    assert "The council considered it." in text(made.copy.data)
    assert any("only its visible words" in note for note in made.copy.notes)


def test_words_that_stand_elsewhere_too_are_not_searched_for() -> None:
    def again(document) -> None:
        document.add_paragraph("Oakeshott is the name of a street.")

    made = taken(letter(again), "paragraph 3")
    assert "Oakeshott is the name of a street." in text(made.copy.data)


def test_the_name_of_the_copy_may_not_hold_a_word_that_went() -> None:
    from answerable.gate.redacting import NameTellsError

    marks = Marks.of({"regions": [{"place": "paragraph 3", "provision": ""}]})
    with pytest.raises(NameTellsError):
        redact_here(letter(), "a.docx", "docx", marks, DEFAULT, "oakeshott.docx")


def test_terms_and_places_go_together() -> None:
    made = taken(letter(), "table 1 column 2", terms=[["Oakeshott", "s.40(2)"]])
    assert b"Oakeshott" not in everything(made.copy.data)
    assert b"4,271" not in everything(made.copy.data)
    assert "The council considered it." in text(made.copy.data)


def test_a_place_for_the_log_stays_in_the_applicants_copy() -> None:
    order = {"regions": [{"place": "paragraph 3", "provision": "", "audiences": ["log"]}]}
    applicant = redact_here(letter(), "a.docx", "docx", Marks.of(order), DEFAULT)
    log = redact_here(letter(), "a.docx", "docx", Marks.of(order | {"audience": "log"}), DEFAULT)
    assert b"Oakeshott" in everything(applicant.copy.data)
    assert b"Oakeshott" not in everything(log.copy.data)


@pytest.mark.parametrize(
    "place", ["paragraph 9", "paragraphs 3 to 9", "table 2", "table 1 row 4", "table 1 column 4",
              "picture 3"]
)  # fmt: skip
def test_a_place_that_is_not_there_is_said(place: str) -> None:
    with pytest.raises(NoCopyError, match="has "):
        taken(letter(), place)


def test_a_place_is_for_word_and_an_area_is_not() -> None:
    spot = Marks.of({"regions": [{"place": "paragraph 1", "provision": ""}]})
    with pytest.raises(NoCopyError, match="no Word document"):
        redact_here(pdf("Dear Sir"), "a.pdf", "pdf", spot, DEFAULT)
    area = Marks.of({"regions": [{"page": 1, "box": [1, 1, 9, 9], "provision": ""}]})
    with pytest.raises(NoCopyError, match="no fixed pages"):
        redact_here(letter(), "a.docx", "docx", area, DEFAULT)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Paragraph 3", "paragraph 3"),
        ("paragraphs 3-5", "paragraphs 3 to 5"),
        ("paragraphs 3 to 3", "paragraph 3"),
        ("table 1, row 2, column 3", "table 1 row 2 column 3"),
        ("picture  1", "picture 1"),
    ],
)
def test_a_place_is_read_as_people_write_it(written: str, read: str) -> None:
    assert str(read_place(written)) == read


@pytest.mark.parametrize(
    "written", ["paragraph", "paragraph 0", "paragraphs 5 to 3", "page 3", "table 1 row", "", "7"]
)
def test_what_is_no_place_is_said_in_a_sentence(written: str) -> None:
    assert read_place(written) is None
    with pytest.raises(UnusableInputError, match="Region 1 names no place"):
        read_regions(json.dumps([{"place": written}]))


def test_the_places_are_listed_as_they_are_written() -> None:
    found = places_of(letter(), DEFAULT)
    assert [one["place"] for one in found] == [
        *(f"paragraph {n}" for n in range(1, 5)),
        *(f"table 1 row {n}" for n in range(1, 4)),
        "picture 1",
        "picture 2",
    ]
    assert found[5]["text"] == "Fenwick Ltd | 4,271 | 1"
    assert all(read_place(one["place"]) for one in found)
    with pytest.raises(NoCopyError, match="no Word document"):
        places_of(pdf("Dear Sir"), DEFAULT)


def run(*words: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "answerable", "redact", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_lists_places_and_takes_them_out(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(letter())
    listed = run("a.docx", "--places", cwd=tmp_path)
    assert "paragraph 3: Oakeshott complained" in listed.stdout
    (tmp_path / "r.json").write_text('[{"place": "paragraph 3"}]')
    done = run(
        "a.docx", "--regions", "r.json", "--provision", "s.40(2)", "-o", "b.docx", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "paragraph 3: 1 passage, s.40(2)" in done.stdout
    assert b"Oakeshott" not in everything((tmp_path / "b.docx").read_bytes())


def test_the_command_needs_a_place_for_the_copy_and_writes_nothing_for_a_missing_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.docx").write_bytes(letter())
    (tmp_path / "r.json").write_text('[{"place": "paragraph 30"}]')
    lacking = run("a.docx", "--regions", "r.json", cwd=tmp_path)
    assert (lacking.returncode, lacking.stderr.count("\n")) == (2, 1)
    wrong = run("a.docx", "--regions", "r.json", "-o", "b.docx", cwd=tmp_path)
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert "has 4 paragraphs" in wrong.stderr
    assert not (tmp_path / "b.docx").exists()
