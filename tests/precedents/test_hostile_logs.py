"""Logs that are damaged, endless or not logs: one plain sentence each."""

from pathlib import Path

import pytest

from answerable.model import RefusedInputError, UnusableInputError
from answerable.precedents.clean import clean
from answerable.precedents.logs.feeds import from_feed
from answerable.precedents.logs.mapping import LogMapping
from answerable.precedents.logs.read import Reading
from answerable.precedents.logs.rows import rows
from answerable.precedents.notices.importing import Importing


def _rows(path: Path) -> list[tuple[dict[str, str], str, str]]:
    return list(rows(path, LogMapping()))


def _written(folder: Path, text: str, name: str = "log.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_quotation_that_is_never_closed_is_named_by_its_line(tmp_path: Path) -> None:
    path = _written(tmp_path, 'id,request\n1,dogs\n2,"cats\n3,swans\n4,hens\n')
    found = _rows(path)
    assert found[0][0] == {"id": "1", "request": "dogs"}
    assert found[-1][1:] == ("line 3", "opens a quotation mark that is never closed")


def test_an_inch_mark_is_no_open_quotation(tmp_path: Path) -> None:
    path = _written(tmp_path, 'id,request\n1,a 12" pipe\n2,dogs\n3,a 6" pipe\n')
    assert [problem for _, _, problem in _rows(path)] == ["", "", ""]


def test_a_text_over_several_lines_is_one_row(tmp_path: Path) -> None:
    path = _written(tmp_path, 'id,request\n1,"dogs\nand ""cats""\nand hens"\n2,"a\nb"\n')
    assert [row["id"] for row, _, _ in _rows(path)] == ["1", "2"]


@pytest.mark.parametrize("name", ["log.csv", "log.jsonl"])
def test_a_line_without_an_end_is_refused(tmp_path: Path, name: str) -> None:
    path = _written(tmp_path, "id,request\n1," + "x" * 8_000_001, name)
    with pytest.raises(RefusedInputError, match=r"line [12] is longer"):
        _rows(path)


def test_a_file_of_nothing_but_noughts_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    with path.open("wb") as file:
        file.truncate(7_000_000)
    with pytest.raises(UnusableInputError, match="bytes that are no text"):
        _rows(path)


def test_a_date_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = _written(tmp_path, "id,request,date\n1,How many dogs?,2024-13-45\n2,Hens?,2024-01-05\n")
    reading = Reading([path], LogMapping(), lambda _: "", ())
    kept = list(reading.entries())
    assert [entry.date for entry in kept] == ["", "2024-01-05"]
    assert ["2024-13-45" in said for said in reading.files[0].left_out] == [True]


def test_a_log_of_requests_is_no_list_of_decisions(tmp_path: Path) -> None:
    path = _written(
        tmp_path, "Reference,Date,Title,Request,Outcome\nFOI-1,2024-01-05,Dogs,x,Full\n"
    )
    importing = Importing([path])
    assert list(importing.notices()) == []
    assert "log of requests" in str(importing.errors[0])


def test_a_list_of_decisions_is_taken(tmp_path: Path) -> None:
    path = _written(
        tmp_path, "Reference,Date,Title,Outcome\nFS50000001,2012-01-05,Tarn Council,Upheld\n"
    )
    assert len(list(Importing([path]).notices())) == 1


@pytest.mark.parametrize(
    "letter",
    [
        "How many nurses worked on Weir Ward in 2023? Yours, Jane Smith",
        "How many nurses worked on Weir Ward in 2023? Yours faithfully,  Quentin Blenkinsop",
        "How many nurses worked on Weir Ward in 2023? Kind regards Mr Q. Blenkinsop-Smith",
        "How many nurses worked on Weir Ward in 2023? Many thanks, Jane",
    ],
)
def test_who_signs_on_the_same_line_is_cut(letter: str) -> None:
    assert clean(letter) == "How many nurses worked on Weir Ward in 2023?"


@pytest.mark.parametrize(
    "letter",
    [
        "What was spent on best wishes cards for Weir Ward in 2023?",
        "Who sends regards to the Friends of Weir Ward each year?",
        "The schedule that thanks Weir Ward Volunteers for their work in 2023.",
    ],
)
def test_such_words_within_a_question_are_kept(letter: str) -> None:
    assert clean(letter) == letter


def test_entities_of_a_saved_page_are_read_as_characters() -> None:
    row = from_feed(
        {
            "id": 7,
            "title": "Street lamps &amp; bollards",
            "info_request_events": [
                {"event_type": "sent", "snippet": "Lamps in O&#39;Neill Street&lt;br&gt;in 2023?"}
            ],
        }
    )
    assert row is not None
    assert row.fields["title"] == "Street lamps & bollards"
    assert row.fields["text"] == "Lamps in O'Neill Street\nin 2023?"
