"""Two releases: subtraction between a whole and its part, running totals, and agreement."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.counts.differ import Later, compare
from answerable.counts.markers import read_markers
from answerable.counts.model import System
from answerable.counts.published_table import read_published
from answerable.model import UnusableInputError

MARKS = read_markers(["<5=1..4"])


def table(text: str) -> System:
    return read_published([line.split(",") for line in text.split()], MARKS, "a table")


ALL = table("ward,men,women,Total North,40,22,62 South,31,18,49 Total,71,40,111")
ADULTS = table("ward,men,women,Total North,38,c,c South,31,c,c Total,69,c,107")


def test_a_part_published_beside_its_whole_gives_the_rest_away() -> None:
    found = compare(ALL, ADULTS, later=Later.PART)
    rest = {n: (i.lo, i.hi) for n, i in found.together.intervals.items() if "the rest" in n}
    assert rest["North / men (the rest)"] == (2, 2)
    assert rest["North / women (the rest)"] == (0, 2)
    assert rest["Total / Total (the rest)"] == (4, 4)
    assert rest["Total / women (the rest)"] == (2, 2)
    # the part cannot be more than the whole, and the totals of both hold
    assert found.together.intervals["North / women (later)"].hi == 22
    assert found.together.intervals["North / women (later)"].lo == 20


def test_newcomers_between_two_running_totals() -> None:
    march = table("ward,helped North,12 South,<5")
    june = table("ward,helped North,13 South,<5")
    found = compare(march, june, later=Later.MORE)
    assert found.together.intervals["North / helped (newcomers)"].disclosed
    south = found.together.intervals["South / helped (newcomers)"]
    assert (south.lo, south.hi) == (0, 3)


def test_a_running_total_that_falls_is_a_contradiction() -> None:
    found = compare(table("w,n North,13"), table("w,n North,12"), later=Later.MORE)
    assert found.together.feasible is False
    assert len(found.together.conflict) == 4


def test_the_same_people_withheld_otherwise_are_known_from_both() -> None:
    one = table("w,a,b,Total North,c,7,9")
    two = table("w,a,b,Total North,2,c,c")
    found = compare(one, two)
    assert {each.name for each in found.narrowed} == set()
    three = table("w,a,b,Total North,c,c,9")
    four = table("w,a,b,Total North,c,7,c")
    told = {each.name for each in compare(three, four).narrowed if each.disclosed}
    assert told == {"North / a"}


def test_the_command_ends_with_1_only_for_small_numbers_if_asked(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("w,n\nNorth,60\n")
    new.write_text("w,n\nNorth,40\n")
    rest = ["--new-is", "part", "--format", "json"]
    run = CliRunner()
    found = run.invoke(app, ["counts", "differ", str(old), str(new), *rest])
    assert found.exit_code == 1
    assert json.loads(found.stdout)["bounds"]["North / n (the rest)"]["lo"] == 20
    few = run.invoke(app, ["counts", "differ", str(old), str(new), *rest, "--below", "5"])
    assert few.exit_code == 0
    odd = run.invoke(app, ["counts", "differ", str(old), str(new), "--new-is", "subset"])
    assert odd.exit_code == 2


def two(tmp_path: Path, old: str, new: str) -> tuple[int, str, str]:
    (tmp_path / "old.csv").write_text(old)
    (tmp_path / "new.csv").write_text(new)
    args = ["counts", "differ", str(tmp_path / "old.csv"), str(tmp_path / "new.csv")]
    result = CliRunner().invoke(app, args)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("word\nonly\n", "where one cell ends"),
        ("ward;\n", "where one cell ends"),
        ("town,men\nLeith,3\n", "Nothing was compared"),
        ("ward,under 16\nNorth,3\n", "Nothing was compared"),
    ],
)
def test_where_nothing_can_be_compared_nothing_is_called_safe(
    tmp_path: Path, new: str, words: str
) -> None:
    for old, later in ((HOSPITAL, new), (new, HOSPITAL)):
        code, out, err = two(tmp_path, old, later)
        assert (code, out) == (2, "")
        assert words in err
        assert err.count("\n") == 1


HOSPITAL = "ward,men,women\nNorth,40,22\nSouth,31,18\n"


def test_how_many_numbers_were_compared_is_said(tmp_path: Path) -> None:
    code, out, _ = two(tmp_path, HOSPITAL, "ward,men\nNorth,40\nEast,3\n")
    assert code == 0
    assert "1 number is in both releases; 3 in the earlier only, 1 in the later only." in out
    assert "Of these the two together say nothing" in out


def test_labels_are_one_whatever_their_case_and_a_total_whatever_its_name(tmp_path: Path) -> None:
    old = "ward,All,Men,Women\nNorth,9,[c],[c]\n"
    code, out, _ = two(tmp_path, old, "Ward,WOMEN,men,total\nnorth,6,[c],[c]\n")
    assert code == 1
    assert "3 numbers are in both releases" in out


def test_rows_without_cells_are_no_published_table() -> None:
    for rows in ([["ward", "men"]], [["ward"], ["North"]]):
        with pytest.raises(UnusableInputError, match="no table was found"):
            read_published(rows, MARKS, "a table")
