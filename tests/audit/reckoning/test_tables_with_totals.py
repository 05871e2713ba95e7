"""Hidden cells that a total gives away, and those that it does not."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.audit.reckoning import recoverable, tables


def found(text: str) -> list[float]:
    return [number for table in tables(text) for _, number in recoverable(table)]


def column(cells: list[str], total: str) -> str:
    rows = [f"   Row {chr(65 + n)}      {cell}" for n, cell in enumerate(cells)]
    return "\n".join([*rows, f"   Total      {total}"]) + "\n"


def test_one_hidden_cell_in_a_column() -> None:
    assert found(column(["14", "*", "22"], "39")) == [3]


def test_two_hidden_cells_are_safe() -> None:
    assert found(column(["14", "*", "*"], "39")) == []


def test_a_hidden_total_alone_is_the_sum() -> None:
    assert found(column(["14", "3", "22"], "withheld")) == [39]


def test_rows_with_bars() -> None:
    assert found("| Year | Boys | Girls | Total |\n| 7 | 6 | * | 9 |\n| 8 | 1 | 7 | 8 |\n") == [3]


def test_rows_with_tabs() -> None:
    assert found("School\tBoys\tGirls\tTotal\nA\t6\t<5\t9\nB\t1\t7\t8\n") == [3]


def test_one_solved_cell_solves_the_next() -> None:
    text = "Town   Men   Women   Total\nA   11   *   15\nB   *   9   21\nTotal   23   13   36\n"
    assert sorted(found(text)) == [4, 12]


def test_a_square_of_hidden_cells_is_safe() -> None:
    text = "Town   Men   Women   Total\nA   *   *   15\nB   *   *   21\nC   10   12   22\nTotal   23   35   58\n"
    assert found(text) == []


def test_prose_is_no_table() -> None:
    assert found("In total there were 39.  Of these 14 were in A.\n\nTotal cost:  £12\n") == []


@given(st.lists(st.integers(0, 500), min_size=2, max_size=12), st.data())
def test_a_single_hidden_cell_is_always_found(values: list[int], data: st.DataObject) -> None:
    hidden = data.draw(st.integers(0, len(values) - 1))
    cells = ["*" if n == hidden else str(v) for n, v in enumerate(values)]
    assert found(column(cells, str(sum(values)))) == [values[hidden]]


@given(st.text(alphabet="0123456789 |*<:\ntotalxyz", max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    found(text)
