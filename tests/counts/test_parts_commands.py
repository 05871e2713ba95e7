"""``--part`` and ``--within`` on the command line: one pair for every command that reads a table."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app

SEED = """Help,Men,Women,Under 16,Total
Housing,12,3,9,15
Health,15,18,30,33
School,22,14,0,36
Total,49,35,39,84
"""
REGIONS = "Place,x,y\nNorth,11,7\nSouth,9,13\nNorth region,20,20\nWest,14,15\nTotal,34,35\n"
RULE = ("--rule", "fewer-than-5")


def run(command: str, *args: str, text: str = SEED) -> tuple[int, str, str]:
    ran = CliRunner().invoke(app, ["counts", command, *args], input=text)
    return ran.exit_code, ran.stdout, " ".join(ran.stderr.split())


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """The seed's table as it might go out, with two cells withheld."""
    path = tmp_path / "p.csv"
    path.write_text(
        SEED.replace("12,3,9,15", "12,[c],9,[c]").replace("15,18,30,33", "15,[c],30,[c]")
    )
    return path


def test_an_unsaid_part_is_refused_with_the_option_that_would_say_it() -> None:
    status, out, said = run("protect", "-", *RULE)
    assert status == 2
    assert not out
    assert said.endswith("or, if it is so, add --part 'Under 16 of Total'")


def test_an_unsaid_subtotal_is_refused_with_the_option_that_would_say_it() -> None:
    status, _, said = run("round", "--base", "5", "-", text=REGIONS)
    assert status == 2
    assert said.endswith("add --within 'North, South make up North region'")


def test_parts_of_men_and_women_are_proposed_by_their_names() -> None:
    text = "A,Men,Men under 16,Women,Women under 16,Total\nx,12,7,9,5,21\ny,10,9,15,8,25\n"
    _, _, said = run("protect", "-", *RULE, text=text)
    assert "--part 'Men under 16 of Men' --part 'Women under 16 of Women'" in said
    status, _, _ = run(
        "protect", "-", *RULE, *("--part", "Men under 16 of Men"),
        *("--part", "Women under 16 of Women"), text=text,
    )  # fmt: skip
    assert status == 0


def test_nothing_is_proposed_where_a_number_is_just_wrong() -> None:
    _, _, said = run("protect", "-", *RULE, text="A,Men,Women,Total\nx,12,7,20\ny,10,9,19\n")
    assert "--part" not in said
    assert "put the table right first" in said


def test_a_table_without_parts_is_asked_nothing() -> None:
    text = "A,Men,Women,Total\nx,12,7,19\ny,10,9,19\n"
    assert run("protect", "-", *RULE, text=text)[::2] == (0, "")


def test_the_seeds_own_shape_is_protected() -> None:
    status, out, said = run(
        "protect", "-", *RULE, "--part", "Under 16 of Total", "--format", "json"
    )
    made = json.loads(out)
    assert (status, said) == (0, "")
    assert made["labels"][1] == ["Men", "Women", "Under 16", "Total"]
    assert [len(row) for row in made["published"]] == [4, 4, 4, 4]
    (unsafe,) = [each for each in made["rests"] if each["unsafe"]]
    assert unsafe["words"] == "Health, Total less Under 16"
    assert made["bounds"][unsafe["name"]]["lo"] <= 1
    assert made["bounds"][unsafe["name"]]["hi"] >= 4


def test_the_page_for_print_shows_the_rest_beside_the_cells() -> None:
    _, out, _ = run("protect", "-", *RULE, "--part", "Under 16 of Total", "--format", "html")
    assert "Health, Total less Under 16" in out
    assert out.count('<th scope="col">Total less Under 16') == 0


def test_rounding_takes_both_options() -> None:
    args = ("--base", "5", "-", "--format", "json")
    _, out, _ = run("round", *args, "--part", "Under 16 of Total")
    rows = json.loads(out)["published"]
    assert all(row[0] + row[1] == row[3] and row[2] <= row[3] for row in rows)
    _, out, _ = run("round", *args, "--within", "North, South make up North region", text=REGIONS)
    rows = json.loads(out)["published"]
    assert all(rows[0][j] + rows[1][j] == rows[2][j] for j in range(3))
    assert all(rows[2][j] + rows[3][j] == rows[4][j] for j in range(3))


def test_within_still_takes_a_file(tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("part,whole\nNorth,North region\nSouth,North region\n")
    args = ("-", *RULE, "--format", "json")
    said = run("protect", *args, "--within", "North, South make up North region", text=REGIONS)
    assert run("protect", *args, "--within", str(tmp_path / "w.csv"), text=REGIONS) == said


def test_bounds_reads_a_published_table_and_its_parts(published: Path) -> None:
    status, out, _ = run("bounds", str(published), "--part", "Under 16 of Total")
    assert status == 0
    assert "Health / Total less Under 16" in out
    shown = json.loads(
        run("bounds", str(published), "--part", "Under 16 of Total", "--format", "json")[1]
    )["bounds"]
    assert shown["Housing / Women"]["lo"] == 0
    assert shown["Housing / Women"]["hi"] == 6
    assert "Housing / Men" not in shown  # it is published


def test_a_model_is_not_given_the_options_of_a_table() -> None:
    status, _, said = run("bounds", "-", "--part", "Under 16 of Total", text="{}")
    assert status == 2
    assert "a model says such things itself" in said


def test_two_releases_are_read_with_their_parts(published: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.csv"
    later.write_text("Help,Total\nHousing,[c]\nHealth,33\nSchool,36\nAll,84\n")
    args = ("differ", str(published), str(later), "--part", "Under 16 of Total", "--format", "json")
    made = json.loads(run(*args)[1])
    told = {each["name"]: each["together"] for each in made["narrowed"]}
    assert told["Health / Total less Under 16"]["lo"] == 3
    assert told["Health / Total less Under 16"]["hi"] == 3
    assert made["compared"] == 4
    plain = json.loads(run(*args[:3], "--format", "json")[1])
    assert not any("less" in name for name in plain["bounds"])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--part", "North, South make up Region"), "give it with --within"),
        (("--within", "Under 16 of Total"), "is said with --part"),
        (("--part", "Under 12 of Total"), "“Under 12” is not a label"),
        (("--part", "nonsense"), "does not say what is part of what"),
    ],
)
def test_a_slip_in_an_option_is_one_plain_sentence(options: tuple[str, str], words: str) -> None:
    status, out, said = run("protect", "-", *RULE, *options)
    assert (status, out) == (2, "")
    assert words in said


def test_a_part_nobody_has_is_refused_by_differ(published: Path) -> None:
    status, _, said = run("differ", str(published), str(published), "--part", "Under 12 of Total")
    assert status == 2
    assert "“Under 12” is not a label" in said


def test_contributions_beside_a_part_are_refused(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("help,who,value\nHousing,Men,12\n")
    status, _, said = run(
        "protect", "-", *RULE, *("--part", "Under 16 of Total"),
        *("--contributions", str(tmp_path / "c.csv")),
    )  # fmt: skip
    assert status == 2
    assert "leave out the contributions" in said


def test_a_total_of_one_whole_and_its_part_is_not_added_twice() -> None:
    text = "Area,Helped,Under 16\nNorth,21,7\nSouth,19,13\n"
    _, out, said = run(
        "protect", "-", *RULE, "--part", "Under 16 of Helped", "--format", "json", text=text
    )
    assert json.loads(out)["labels"][1] == ["Under 16", "Helped"]
    assert "was put in the last column" in said
