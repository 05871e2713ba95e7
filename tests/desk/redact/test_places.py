"""A Word document is marked by its pieces: ticked, written, by words, by what the gate found."""

import io
from collections.abc import Callable

import docx
import pytest
from django.test import Client

from answerable.desk.cases.models import Case
from answerable.desk.files import store
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file
from answerable.desk.people.models import User
from answerable.desk.redact.actions import Area, add_mark, in_plain_sight, make_copies
from answerable.desk.redact.models import Mark
from answerable.desk.redact.outline import covers
from answerable.gate.redacting.places import read_place
from answerable.model import UnusableInputError

As = Callable[[User], Client]
SAID = {"provision": "FOIA s.40(2)", "whom": "both", "page": "1"}


def report(*, number: str = "") -> bytes:
    made = docx.Document()
    made.core_properties.author = ""
    made.add_heading("Review of the ward", 1)
    made.add_paragraph("Oakeshott complained about nights.")
    made.add_paragraph(f"All is well. {number}")
    table = made.add_table(2, 2)
    for at, text in enumerate(("Bidder", "Price", "Fenwick", "4,271")):
        table.cell(at // 2, at % 2).text = text
    made.sections[0].header.paragraphs[0].text = "File of Thorne"
    box = io.BytesIO()
    made.save(box)
    return box.getvalue()


@pytest.fixture
def word(open_case: Case, officer: User) -> Attachment:
    return add_file(open_case, by=officer, name="report.docx", content=report())


def _path(file: Attachment, more: str = "") -> str:
    return f"/desk/redact/{file.public_id}{more}"


def _text(file: Attachment) -> str:
    made = docx.Document(io.BytesIO(store.read(file.stored_as)))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    head = [one.text for one in made.sections[0].header.paragraphs]
    return "\n".join([one.text for one in made.paragraphs] + cells + head)


def test_the_page_lists_paragraphs_cells_and_headers_to_tick_and_needs_no_script(
    word: Attachment, officer: User, as_: As
) -> None:
    page = as_(officer).get(_path(word)).content.decode()
    for place in ("paragraph 2", "table 1 row 2 column 2", "table 1 row 1", "table 1",
                  "table 1 column 2",
                  "header 1 paragraph 1"):  # fmt: skip
        assert f'name="place" value="{place}"' in page
    assert "Oakeshott complained about nights." in page
    assert "File of Thorne" in page
    assert "redact.js" not in page


def test_what_is_ticked_written_and_in_words_is_marked_with_one_provision(
    word: Attachment, officer: User, as_: As
) -> None:
    said = SAID | {"place": ["paragraph 2", "table 1 row 2 column 2"], "written": "Header 1; "}
    page = as_(officer).post(_path(word), said | {"words": "Fenwick"}, follow=True)
    assert page.status_code == 200
    assert [(one.place, one.words) for one in Mark.objects.all()] == [
        ("paragraph 2", ""), ("table 1 row 2 column 2", ""), ("header 1", ""), ("", "Fenwick")
    ]  # fmt: skip
    assert {one.provision for one in Mark.objects.all()} == {"FOIA s.40(2)"}
    told = page.content.decode()
    assert 'value="paragraph 2"' not in told
    assert "Paragraph 2 is marked: mark </span>1" in told
    assert "Header 1 paragraph 1 is marked: mark </span>3" in told


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Tick what is withheld"),
        ({"written": "page 3"}, "is no place"),
        ({"written": "paragraph 0"}, "is no place"),
        ({"place": "<b>"}, "is no place"),
        ({"words": "x"}, "two characters"),
        ({"place": "paragraph 1", "provision": ""}, "Choose the provision"),
        ({"place": "paragraph 1", "whom": "x"}, "Select a valid choice"),
        ({"found": "7"}, "Tick what is withheld"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(
    given: dict[str, str], said: str, word: Attachment, officer: User, as_: As
) -> None:
    answer = as_(officer).post(_path(word), SAID | given)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not Mark.objects.exists()


def test_what_was_ticked_stays_ticked_when_the_provision_is_missing(
    word: Attachment, officer: User, as_: As
) -> None:
    answer = as_(officer).post(_path(word), SAID | {"place": "paragraph 2", "provision": ""})
    assert 'value="paragraph 2" id="paragraph-2" checked' in answer.content.decode()
    assert answer.content.decode().count(" checked") == 2  # and from whom


def test_of_several_none_is_kept_if_one_cannot_be(word: Attachment, officer: User, as_: As) -> None:
    add_mark(word, by=officer, provision="s.40(2)", place="paragraph 2")
    answer = as_(officer).post(_path(word), SAID | {"place": ["paragraph 1", "paragraph 2"]})
    assert answer.status_code == 422 and "is marked" in answer.content.decode()
    assert Mark.objects.count() == 1


def test_the_preview_shows_the_copy_and_keeps_nothing(
    word: Attachment, officer: User, as_: As
) -> None:
    add_mark(word, by=officer, provision="s.40(2)", place="paragraph 2")
    page = as_(officer).get(_path(word, "/preview/applicant")).content.decode()
    assert "Oakeshott" not in page
    assert "██████████ [FOIA s.40(2)]" in page
    assert "All is well." in page
    assert Attachment.objects.count() == 1


def test_the_log_only_mark_is_not_in_the_copy_of_the_applicant(
    word: Attachment, officer: User, as_: As
) -> None:
    add_mark(word, by=officer, provision="s.40(2)", place="paragraph 2", whom="log")
    for audience, there in (("applicant", True), ("log", False), ("regulator", True)):
        page = as_(officer).get(_path(word, f"/preview/{audience}")).content.decode()
        assert ("Oakeshott" in page) is there


def test_the_copies_are_made_and_their_schedule_names_the_places(
    word: Attachment, officer: User
) -> None:
    for place in ("paragraph 2", "table 1 row 2 column 2", "header 1"):
        add_mark(word, by=officer, provision="s.40(2)", place=place)
    made = {one.audience: one.copy for one in make_copies(word, by=officer)}
    assert set(made) == {"applicant", "log"}
    for copy in made.values():
        told = _text(copy)
        assert not any(one in told for one in ("Oakeshott", "4,271", "Thorne"))
        assert "Fenwick" in told and "All is well." in told
    schedule = made["applicant"].release.schedule
    assert {row["place"] for row in schedule} == {
        "paragraph 2", "table 1 row 2 column 2", "header 1"
    }  # fmt: skip


def test_what_the_gate_found_in_plain_sight_is_ticked_and_goes(
    open_case: Case, officer: User, as_: As
) -> None:
    content = report(number="NHS number 943 476 5919.")
    file = add_file(open_case, by=officer, name="report.docx", content=content)
    ((place, what),) = in_plain_sight(file)
    assert "NHS number" in what
    page = as_(officer).post(_path(file), SAID | {"found": "0"}, follow=True).content.decode()
    assert f"What the gate found in plain sight: {place}" in page
    (copy, _) = make_copies(file, by=officer)
    assert "943 476 5919" not in _text(copy.copy)
    assert "Oakeshott" in _text(copy.copy)


def test_what_the_gate_did_not_find_is_no_mark(word: Attachment, officer: User) -> None:
    with pytest.raises(UnusableInputError, match="found no such thing"):
        add_mark(word, by=officer, provision="s.40(2)", place="the text", found="NHS number: 1")


def test_a_place_is_no_mark_of_a_pdf_nor_an_area_of_a_word_document(
    pdf: Attachment, word: Attachment, officer: User
) -> None:
    with pytest.raises(UnusableInputError, match="is no place"):
        add_mark(pdf, by=officer, provision="s.40(2)", place="paragraph 1")
    with pytest.raises(UnusableInputError, match="has no fixed pages"):
        add_mark(word, by=officer, provision="s.40(2)", area=Area(1, 1, 1, 9, 9))
    assert not Mark.objects.exists()


def test_files_to_send_leads_to_it(word: Attachment, officer: User, as_: As) -> None:
    page = as_(officer).get(f"/desk/cases/{word.case.reference}/release").content.decode()
    assert "Redact its paragraphs and tables" in page
    assert _path(word) in page


def test_a_contributor_does_not_see_it_and_a_reader_has_nothing_to_tick(
    word: Attachment, contributor: User, approver: User, as_: As
) -> None:
    assert as_(contributor).get(_path(word)).status_code in (403, 404)
    assert 'name="place"' not in as_(approver).get(_path(word)).content.decode()


def test_a_long_document_is_shown_in_parts(open_case: Case, officer: User, as_: As) -> None:
    made = docx.Document()
    for number in range(230):
        made.add_paragraph(f"Line number {number}.")
    box = io.BytesIO()
    made.save(box)
    file = add_file(open_case, by=officer, name="long.docx", content=box.getvalue())
    first = as_(officer).get(_path(file)).content.decode()
    last = as_(officer).get(_path(file, "?page=9")).content.decode()
    assert "Part 1 of 2" in first and "Line number 199." in first
    assert "Part 2 of 2" in last and "Line number 200." in last and "Line number 229." in last
    assert "Line number 200." not in first


@pytest.mark.parametrize(
    ("mark", "at", "wide", "whole"),
    [
        ("paragraphs 2 to 4", "paragraph 3", 1, True),
        ("paragraphs 2 to 4", "paragraph 5", 1, False),
        ("paragraph 2", "header 1 paragraph 2", 1, False),
        ("header 1", "header 1 paragraph 2", 1, True),
        ("header 1", "header 2 paragraph 2", 1, False),
        ("table 1", "table 1 row 2 column 2", 1, True),
        ("table 1 row 2", "table 1 row 2 column 2", 1, True),
        ("table 1 row 2", "table 1 row 3", 1, False),
        ("table 1 column 2", "table 1 row 2 column 1", 2, True),
        ("table 1 column 2", "table 1 row 2 column 1", 1, False),
        ("table 1 column 2", "table 1 row 2", 1, False),
        ("table 1 row 2 column 2", "table 1", 1, False),
        ("footnote 1", "footnote 1", 1, True),
        ("footnote 1", "footnote 2", 1, False),
        ("picture 1", "paragraph 1", 1, False),
    ],
)
def test_a_mark_covers_what_it_takes_whole(mark: str, at: str, wide: int, whole: bool) -> None:
    one, other = read_place(mark), read_place(at)
    assert one is not None and other is not None
    assert covers(one, other, wide) is whole
