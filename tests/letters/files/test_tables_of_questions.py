"""A table of questions beside answers keeps its blank cells, in every kind of document."""

import io
import zipfile

import docx
import pytest

from answerable.letters import read_letter
from answerable.letters.files import open_bytes

HEADED = ("You asked", "We answer")
ROWS = (
    ("How many school crossings have a patrol?", "Twenty-three have a patrol."),
    ("", "Four are vacant."),
    ("What are patrols paid?", "£11.98 an hour."),
    ("", "This rises to £12.60 in April."),
)
ASKED = ["How many school crossings have a patrol?", "What are patrols paid?"]
BEFORE = "Freedom of Information Act 2000: here are our answers, one below the other."


def _html(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    lines = "".join(
        f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in (head, *rows)
    )
    return f"<html><body><p>{BEFORE}</p><table>{lines}</table></body></html>".encode()


def _docx(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    document = docx.Document()
    document.add_paragraph(BEFORE)
    table = document.add_table(0, len(head))
    for row in (head, *rows):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    box = io.BytesIO()
    document.save(box)
    return box.getvalue()


def _odt(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    lines = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
        + "</table:table-row>"
        for row in (head, *rows)
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:text><text:p>{BEFORE}</text:p>"
        f"<table:table>{lines}</table:table></office:text></office:body></office:document-content>"
    )
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", content)
    return box.getvalue()


KINDS = pytest.mark.parametrize(
    ("write", "name"), [(_html, "a.html"), (_docx, "a.docx"), (_odt, "a.odt")]
)


@KINDS
def test_rows_that_go_on_belong_to_the_question_above(write, name: str) -> None:  # type: ignore[no-untyped-def]
    letter = read_letter(open_bytes(write(HEADED, ROWS), name).text)
    assert [question.text for question in letter.questions] == ASKED
    assert "four are vacant." in letter.own


@KINDS
def test_a_number_before_each_question_is_read_with_it(write, name: str) -> None:  # type: ignore[no-untyped-def]
    rows = (("1", ROWS[0][0], "Nine."), ("", "", "More."), ("2", ROWS[2][0], "Little."))
    letter = read_letter(open_bytes(write(("No.", "Your question", "Our answer"), rows), name).text)
    assert len(letter.questions) == 2


@KINDS
def test_a_table_of_figures_stays_as_it_was(write, name: str) -> None:  # type: ignore[no-untyped-def]
    text = open_bytes(write(("Ward", "Number"), (("A", "7"), ("B", "9"))), name).text
    assert "|" not in text
    assert text.split()[-4:] == ["A", "7", "B", "9"]
