"""In the desk too a total is found wherever it stands, in what is read in and in what went out."""

import pytest
from tests.counts.workbook_by_hand import workbook

from answerable.counts.bounds import bounds
from answerable.desk.cases.models import Question
from answerable.desk.people.models import User
from answerable.desk.tables import actions
from answerable.desk.tables.systems import Published
from answerable.desk.tables.versions import How
from answerable.model import UnusableInputError

FIRST = "Help,All,Men,Women\nKeep,3,3,0\nMove,44,40,4\nArr,90,50,40\n"
RULE = "fewer-than-5"


@pytest.mark.django_db
def test_a_total_that_stands_first_is_no_group(question: Question, officer: User) -> None:
    draft = actions.start(question, FIRST.encode(), "a.csv", by=officer, title="People, 2025")
    assert draft.raw["across"] == ["Men", "Women", "All"]
    assert any("“All” was put in the last column" in note for note in draft.raw["notes"])
    made = actions.choose(draft, How.PROTECT, by=officer, rule=RULE).proposal
    assert not made["unsafe"]
    assert made["rows"][1][-1] == "[c]"
    assert [row[0] for row in made["rows"]] == ["Help", "Keep", "Move", "Arr", "Total"]


@pytest.mark.django_db
def test_two_totals_are_refused(question: Question, officer: User) -> None:
    text = "H,All,Men,Women,Total\nx,3,3,0,6\ny,44,40,4,88\n"
    with pytest.raises(UnusableInputError, match="called a total"):
        actions.start(question, text.encode(), "a.csv", by=officer, title="People, 2025")


@pytest.mark.django_db
def test_a_sum_that_a_reader_may_guess_asks_for_a_reason(question: Question, officer: User) -> None:
    text = "H,North,A,B,C\nx,7,3,4,30\ny,50,20,30,8\nz,9,0,9,6\n"
    draft = actions.start(question, text.encode(), "a.csv", by=officer, title="People, 2025")
    made = actions.choose(draft, How.PROTECT, by=officer, rule=RULE).proposal
    assert any("a reader who guesses that “North”" in each for each in made["unsafe"])


def test_a_table_that_went_out_with_its_total_first_adds_up() -> None:
    rows = (("Help", "All", "Men", "Women"), ("Keep", "9", "[c]", "6"), ("Move", "44", "40", "4"))
    table = Published("a table", rows)
    assert table.names()[0] == ["keep / total", "keep / men", "keep / women"]
    assert bounds(table.alone()).intervals["keep / men"].lo == 3


def test_a_table_that_went_out_without_a_total_has_none() -> None:
    rows = (("Help", "Men", "Women"), ("Keep", "[c]", "6"), ("Move", "40", "4"))
    found = bounds(Published("a table", rows).alone()).intervals["keep / men"]
    assert (found.lo, found.hi) == (0, None)


@pytest.mark.django_db
@pytest.mark.parametrize("mark", ["   ", " | ", "\t", " "])
def test_a_table_is_pasted_as_it_stands_in_a_letter(
    question: Question, officer: User, mark: str
) -> None:
    rows = [["Help", "Men", "Women"], ["Keep", "3", "41"], ["Move", "57", "63"]]
    text = "\n".join(mark.join(row) for row in rows)
    draft = actions.start(question, text.encode(), "pasted.csv", by=officer, title="People")
    assert draft.raw["across"] == ["Men", "Women", "Total"]


@pytest.mark.django_db
def test_where_no_cell_can_be_told_from_the_next_that_is_said(
    question: Question, officer: User
) -> None:
    text = "Help Under 16 Women\nKeep 3 41\n"
    with pytest.raises(UnusableInputError, match="where one cell ends"):
        actions.start(question, text.encode(), "pasted.csv", by=officer, title="People")


@pytest.mark.django_db
def test_another_sheet_of_a_workbook_is_said_and_can_be_chosen(
    question: Question, officer: User
) -> None:
    data = workbook(First=[["H", "A"], ["x", "3"]], Second=[["H", "B"], ["x", "4"]])
    draft = actions.start(question, data, "a.xlsx", by=officer, title="People")
    assert "“Second” is another sheet" in draft.raw["notes"][0]
    draft = actions.start(question, data, "a.xlsx", by=officer, title="People", sheet="Second")
    assert draft.raw["across"][0] == "B"
