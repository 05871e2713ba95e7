"""Pasted tables: whatever parts their cells, and a plain sentence where nothing does."""

import json

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.read_table import read_csv, read_sheet
from answerable.model import UnusableInputError

ROWS = [["Help", "Men", "Women"], ["Keep", "3", "41"], ["Move house", "57", "63"]]


def joined(mark: str) -> str:
    return "".join(mark.join(row) + "\n" for row in ROWS)


@pytest.mark.parametrize(
    "text",
    [
        joined(","),
        joined(";"),
        joined("\t"),
        joined("   "),
        joined(" | "),
        "\n" + joined(","),
        "\ufeff" + joined(","),
        "| Help | Men | Women |\n|---|--:|:-:|\n| Keep | 3 | 41 |\n| Move house | 57 | 63 |\n",
        "Help Men Women\nKeep 3 41\nMove house 57 63\n",
        "Help         Men  Women\n-----------------------\nKeep           3     41\nMove house    57     63\n",
        "Help\nMen\nWomen\nKeep\n3\n41\nMove house\n57\n63\n",
        "Table 1: people helped\n\n" + joined(",") + "\nSource: our own system, 2025\n",
        "Table 1: people, helped\n" + joined(","),
    ],
)
def test_a_pasted_table_is_read_whatever_parts_its_cells(text: str) -> None:
    assert read_sheet(text).rows == ROWS


@pytest.mark.parametrize(
    "text",
    [
        "            Men   Women\nKeep        3     41\nMove house  57    63\n",
        "  Men Women\nKeep 3 41\nMove house 57 63\n",
        "Men\nWomen\nKeep\n3\n41\nMove house\n57\n63\n",
    ],
)
def test_an_empty_corner_is_no_missing_column(text: str) -> None:
    assert read_sheet(text).rows == [["", "Men", "Women"], *ROWS[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "word\n",
        "Help Under 16 Women\nKeep 3 41\nMove 57 63\n",
        "Help Men Women\nWard 1 3 41\nWard 2 57 63\n",
        "Men Women\nKeep 3 41\nMove 57 63\n",
        "Help Men\nKeep 1 200\nMove 57\n",
        "Help\nMen\nWomen\nKeep\n3\n41\nMove\n57\n",
        "The answer is that we hold nothing of the kind.\n",
    ],
)
def test_what_could_be_read_in_two_ways_is_not_read(text: str) -> None:
    with pytest.raises(UnusableInputError, match="where one cell ends"):
        read_sheet(text)


def test_a_stroke_in_a_name_is_no_separator_where_commas_are() -> None:
    assert read_sheet("Help|x,Men\nKeep|y,3\n").rows == [["Help|x", "Men"], ["Keep|y", "3"]]
    aligned = "Help | Men\nKeep | 1,200\nMove | 2,300\n"
    assert read_sheet(aligned).rows[1] == ["Keep", "1,200"]


def test_thousands_in_an_aligned_table_are_no_separators() -> None:
    text = "Help   Men    Women\nKeep   1,200  41\nMove   2,300  63\n"
    assert read_csv(text).values[:3] == (1200, 41, 1241)


def test_what_stands_around_a_table_is_said() -> None:
    notes = read_sheet("Table 1\n" + joined(",") + "Source: ours\n").notes
    assert notes == (
        "“Table 1” stands above the table and was taken for its title.",
        "“Source: ours” stands below the table and was taken for a note.",
    )
    assert read_sheet(joined(",")).notes == ()


def test_a_row_without_its_counts_is_no_note() -> None:
    with pytest.raises(UnusableInputError, match="In row “Move”"):
        read_csv("Help,Men,Women\nKeep,3,41\nMove,,\n")


def test_a_row_that_is_short_is_named_by_its_line() -> None:
    with pytest.raises(UnusableInputError, match="Row 4 has 1 field where"):
        read_csv("Help,Men\nKeep,3\n\nMove\n")


def test_two_rows_of_names_are_told() -> None:
    with pytest.raises(UnusableInputError, match="two rows of names"):
        read_csv("S,Boys,,Girls,\n,<16,16+,<16,16+\nx,1,2,3,9\n")


def test_one_row_of_names_is_not_taken_for_two() -> None:
    assert read_csv("S,A,B\n,1,2\nx,3,4\n").shape == (3, 3)


def test_differ_reads_aligned_tables_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("differ")
    (folder / "a.txt").write_text("ward   cases\nA      [c]\nB      [c]\nTotal  7\n")
    (folder / "b.txt").write_text("| ward | cases |\n|---|---|\n| A | 4 |\n")
    args = ["counts", "differ", str(folder / "a.txt"), str(folder / "b.txt"), "--format", "json"]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 1
    assert json.loads(result.stdout)["bounds"]["B / cases"]["lo"] == 3
