"""Headers, footers, notes and comments of a Word document are redacted by their place too."""

import io

import pytest
from docx import Document
from tests.gate.cases.making import REL, WORD, docx
from tests.gate.test_gate_redact_places import drawing, everything, letter, taken

from answerable.gate.cleaning import NoCopyError
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.redacting.outline import outline_of
from answerable.gate.redacting.places import places_of, read_place

NS = f'xmlns:w="{WORD}" xmlns:r="{REL}"'


def p(text: str, more: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def note(kind: str, number: int, text: str) -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}"><w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'


def noted() -> bytes:
    """Two footnotes, the second kept first, an endnote, headers of two sections, one of them twice."""
    body = (
        p("First", '<w:r><w:footnoteReference w:id="5"/></w:r>')
        + p("Second", '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>')
        + '<w:sectPr><w:headerReference r:id="rId4"/><w:headerReference r:id="rId3"/>'
        '<w:headerReference r:id="rId4"/></w:sectPr>'
    )  # fmt: skip
    line = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    feet = line + note("footnote", 2, "Said Oakeshott") + note("footnote", 5, "Said Lindqvist")
    parts = {
        "word/footnotes.xml": f"<w:footnotes {NS}>{feet}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {NS}>{note('endnote', 1, 'Ends Thorne')}</w:endnotes>",
        "word/header1.xml": f"<w:hdr {NS}>{p('Second header')}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NS}>{p('File of Hart')}{p('Draft')}</w:hdr>",
    }
    links = (("footnotes", "footnotes.xml"), ("endnotes", "endnotes.xml"),
             ("header", "header1.xml"), ("header", "header2.xml"))  # fmt: skip
    return docx(body, parts=parts, links=links)


def headed() -> bytes:
    def change(document) -> None:
        head = document.sections[0].header
        head.paragraphs[0].text = "Case of Oakeshott"
        head.add_table(1, 2, document.sections[0].page_width).cell(0, 1).text = "Ward 7"
        head.paragraphs[0].add_run().add_picture(drawing((10, 200, 10)))
        document.sections[0].footer.paragraphs[0].text = "Seen by Thorne"

    return letter(change)


def commented(*said: str) -> bytes:
    def change(document) -> None:
        for one in said:
            document.add_comment(document.paragraphs[1].runs, text=one, author="A Clerk")

    return letter(change)


def listed(data: bytes) -> dict[str, str]:
    return {one["place"]: one["text"] for one in places_of(data, DEFAULT)}


@pytest.mark.parametrize(
    "text",
    ["header 1", "footer 2 paragraph 3", "header 1 table 1 row 1 column 2", "footnote 4",
     "footer 1 picture 1", "header 2 paragraphs 1 to 3", "comment 1", "endnote 12"],
)  # fmt: skip
def test_a_place_out_of_the_text_is_read_and_written_the_same(text: str) -> None:
    assert str(read_place(text.capitalize())) == text


@pytest.mark.parametrize(
    "text", ["header", "header 0", "header 0 paragraph 1", "footnote 1 paragraph 1", "sidebar 1",
             "header paragraph 1", "comment 1 to 3"],
)  # fmt: skip
def test_what_names_no_place_is_none(text: str) -> None:
    assert read_place(text) is None


def test_notes_are_counted_by_their_marks_and_headers_by_the_sections() -> None:
    found = listed(noted())
    assert (found["footnote 1"], found["footnote 2"]) == ("Said Lindqvist", "Said Oakeshott")
    assert found["endnote 1"] == "Ends Thorne"
    assert (found["header 1 paragraph 1"], found["header 1 paragraph 2"]) == (
        "File of Hart",
        "Draft",
    )
    assert found["header 2 paragraph 1"] == "Second header"
    assert "header 3 paragraph 1" not in found
    assert "footnote 3" not in found


def test_a_footnote_goes_and_its_number_and_the_others_stay() -> None:
    made = taken(noted(), "footnote 1")
    told = everything(made.copy.data)
    assert b"Lindqvist" not in told
    assert b"Oakeshott" in told
    assert b"footnoteRef" in told
    assert listed(made.copy.data)["footnote 1"] == "██████████ [s.40(2)]"
    assert [(one.place, one.count) for one in made.schedule] == [("footnote 1", 1)]


def test_a_paragraph_of_a_header_goes_and_the_other_header_stays() -> None:
    made = taken(noted(), "header 1 paragraph 1", "endnote 1")
    found = listed(made.copy.data)
    assert found["header 1 paragraph 1"] == found["endnote 1"] == "██████████ [s.40(2)]"
    assert (found["header 1 paragraph 2"], found["header 2 paragraph 1"]) == (
        "Draft",
        "Second header",
    )
    assert b"Hart" not in everything(made.copy.data)


def test_a_note_whose_paragraph_goes_may_be_named_too() -> None:
    made = taken(noted(), "paragraph 2", "footnote 1")
    assert b"Lindqvist" not in everything(made.copy.data)


def test_a_picture_and_a_cell_of_a_header_go_with_what_only_they_lead_to() -> None:
    made = taken(headed(), "header 1 picture 1", "header 1 table 1 row 1 column 2")
    told = everything(made.copy.data)
    assert b"Ward 7" not in told
    assert len(told.split(b"word/media/")) == len(everything(headed()).split(b"word/media/")) - 1
    assert b"Case of Oakeshott" in told


def test_a_whole_header_goes_and_the_footer_stays() -> None:
    found = listed(taken(headed(), "header 1").copy.data)
    assert [text for place, text in found.items() if place.startswith("header")] == [
        "██████████ [s.40(2)]"
    ]
    assert found["footer 1 paragraph 1"] == "Seen by Thorne"


def test_the_last_comment_goes_with_its_marks_and_the_layout_is_kept() -> None:
    source = commented("Oakeshott rang")
    made = taken(source, "comment 1")
    told = everything(made.copy.data)
    assert b"Oakeshott rang" not in told
    assert b"commentRangeStart" not in told
    assert not [one for one in inspect_here(made.copy.data, "a.docx", DEFAULT).findings
                if one.slug == "comment"]  # fmt: skip


def test_of_two_comments_neither_is_left_for_others_to_read() -> None:
    made = taken(commented("Oakeshott rang", "Thorne wrote"), "comment 1")
    told = everything(made.copy.data)
    assert b"Oakeshott rang" not in told
    assert b"Thorne wrote" not in told


@pytest.mark.parametrize(
    ("place", "has"), [("header 3", "has 2 headers"), ("footer 1 paragraph 1", "has 0 footers"),
                       ("footnote 3", "has 2 footnotes"), ("comment 1", "has 0 comments"),
                       ("header 2 paragraph 2", "has 1 paragraph")],
)  # fmt: skip
def test_a_place_that_is_not_there_is_said_with_what_there_is(place: str, has: str) -> None:
    with pytest.raises(NoCopyError, match=has):
        taken(noted(), place)


def test_the_outline_is_in_the_order_of_the_text_and_every_place_in_it_can_be_taken() -> None:
    found = outline_of(headed(), DEFAULT)
    kinds = [one["kind"] for one in found if not one["story"]]
    assert kinds == ["paragraph"] * 4 + ["table", "picture", "picture"]
    assert found[0]["level"] == 1
    assert found[4]["rows"][1][1] == {"place": "table 1 row 2 column 2", "text": "4,271", "wide": 1}
    assert all(one["png"] for one in found if one["kind"] == "picture")
    places = [one["place"] for one in found if one["kind"] != "table"]
    places += [cell["place"] for one in found if one["kind"] == "table" for row in one["rows"]
               for cell in row]  # fmt: skip
    for place in places:
        assert len(taken(headed(), place).schedule) == 1


def test_the_outline_of_a_copy_shows_the_blocks() -> None:
    found = outline_of(taken(headed(), "paragraph 2").copy.data, DEFAULT)
    assert found[1]["text"] == "██████████ [s.40(2)]"


def test_the_outline_of_what_is_no_word_document_is_refused() -> None:
    with pytest.raises(NoCopyError):
        outline_of(b"Name,Place\n", DEFAULT)


def test_a_picture_that_cannot_be_drawn_stands_in_words() -> None:
    document = Document()
    document.add_picture(drawing((1, 2, 3)))
    out = io.BytesIO()
    document.part.related_parts[
        next(rid for rid, rel in document.part.rels.items() if "image" in rel.reltype)
    ]._blob = b"\x89PNG\r\n\x1a\nbroken"
    document.save(out)
    (found,) = outline_of(out.getvalue(), DEFAULT)
    assert (found["kind"], found["png"]) == ("picture", "")
