"""Workbooks: which sheet is read is said, and what stands around a table is no part of it."""

import pytest
from tests.counts.workbook_by_hand import workbook
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.files import read_counts, sheet_of
from answerable.model import UnusableInputError

TABLE = [["Help", "Men", "Women"], ["Keep", "3", "41"], ["Move", "57", "63"]]


def test_another_sheet_is_said_and_can_be_chosen() -> None:
    other = [["Help", "Boys"], ["Keep", "9"]]
    data = workbook(First=TABLE, Second=other, Empty=[[""]])
    found = sheet_of(data, ".xlsx")
    assert found.rows == TABLE
    assert found.notes == (
        "Only the sheet “First” was read; “Second” is another sheet, to be chosen by name.",
    )
    assert sheet_of(data, ".xlsx", "Second").rows == other
    assert sheet_of(data, ".xlsx", "Second").notes == ()
    with pytest.raises(UnusableInputError, match="no visible sheet “third”; there are “First”"):
        sheet_of(data, ".xlsx", "third")
    with pytest.raises(UnusableInputError, match="the file is no workbook"):
        sheet_of(b"a,b\nc,1\n", ".csv", "First")


def test_an_empty_first_sheet_is_passed_over_and_one_sheet_needs_no_word() -> None:
    assert sheet_of(workbook(Empty=[[""]], Data=TABLE), ".xlsx").rows == TABLE
    assert sheet_of(workbook(Data=TABLE, Empty=[[""]]), ".xlsx").notes == ()


def test_a_title_and_a_source_are_no_rows_of_the_table() -> None:
    rows = [["Table 1: people helped", "", ""], ["", "", ""], *TABLE, ["Source: ours, 2025"]]
    found = sheet_of(workbook(Data=rows), ".xlsx")
    assert found.rows == TABLE
    assert [note.split("”")[0] for note in found.notes] == [
        "“Table 1: people helped",
        "“Source: ours, 2025",
    ]
    notes = read_counts(workbook(Data=rows), ".xlsx").notes
    assert "was taken for its title" in notes[0]


def test_a_formula_that_was_never_worked_out_is_named() -> None:
    rows = [["Help", "Men", "Total"], ["Keep", "3", "=B2"]]
    with pytest.raises(UnusableInputError, match="a formula whose result is not stored"):
        read_counts(workbook(Data=rows), ".xlsx")


def test_two_rows_of_names_in_a_sheet_are_told() -> None:
    rows = [["S", "Boys", "", "Girls", ""], ["", "<16", "16+", "<16", "16+"], ["x", *"1239"]]
    with pytest.raises(UnusableInputError, match="two rows of names"):
        read_counts(workbook(Data=rows), ".xlsx")


def test_the_command_says_which_sheet_it_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("book") / "t.xlsx"
    path.write_bytes(workbook(First=TABLE, Second=TABLE))
    args = ["counts", "protect", str(path), "--rule", "fewer-than-5"]
    told = CliRunner().invoke(app, args)
    assert "“Second” is another sheet" in told.stderr
    assert "another sheet" not in CliRunner().invoke(app, [*args, "--sheet", "First"]).stderr
