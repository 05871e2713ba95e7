"""The figures of a quarter: what they count, and that none gives a small one away."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.counts import bounds
from answerable.desk.cases.models import OUTCOMES
from answerable.desk.stats.chart import Bar, chart
from answerable.desk.stats.figures import FEW, HIDDEN, ROWS, Asked, _shown, _table, few, figures
from answerable.desk.stats.quarters import QuarterOf, closed, quarter_of
from answerable.desk.stats.views import share_in_time


def many(n: int, outcome: str = "full", in_time: bool | None = True, **more: Any) -> list[Asked]:
    return [Asked(outcome, in_time, True, **more)] * n


def test_large_counts_are_told_as_they_are() -> None:
    made = figures(many(20) + many(7, "refused") + many(6, "full", False), 9)
    assert made["received"] == 33
    assert made["table"]["full"] == [20, 6, 0, 26]
    assert made["table"]["refused"] == [7, 0, 0, 7]
    assert made["table"]["total"] == [27, 6, 0, 33]
    assert made["reviews"] == 9


def test_a_small_count_is_told_as_few_and_its_neighbours_do_not_tell_it() -> None:
    table = figures(many(20) + many(9, "refused") + many(3, "partial"), 0)["table"]
    assert table["part"][0] == FEW
    assert table["part"][3] == FEW
    assert HIDDEN in {row[3] for row in table.values()}


def test_an_answer_that_neither_confirms_nor_denies_is_a_refusal() -> None:
    one = figures(many(30) + many(9, "refused") + many(6, "ncnd"), 0)
    other = figures(many(30) + many(15, "refused"), 0)
    assert one == other
    assert "ncnd" not in str(one)


def test_a_section_is_told_without_its_limb() -> None:
    asked = many(30) + many(9, "refused", provisions=("FOIA s.31(1)(a)", "FOIA s.40(2)"))
    asked += many(6, "ncnd", provisions=("FOIA s.31(3)",))
    assert figures(asked, 0)["sections"] == [("FOIA s.31", 15), ("FOIA s.40", 9)]


def test_a_request_counts_once_a_section() -> None:
    asked = many(8, "refused", provisions=("FOIA s.31(1)(a)", "FOIA s.31(1)(b)"))
    assert figures(many(30) + asked, 0)["sections"] == [("FOIA s.31", 8)]


def test_what_is_no_cite_is_not_counted() -> None:
    asked = many(8, "refused", provisions=("nonsense", ""))
    assert figures(many(30) + asked, 0)["sections"] == []


def test_sections_go_where_refusals_are_hidden() -> None:
    asked = many(30) + many(3, "refused", provisions=("FOIA s.31(1)(a)",))
    assert figures(asked, 0)["sections"] == []


def test_a_quarter_with_few_requests_says_only_that() -> None:
    made = figures(many(4), 2)
    assert made == {"received": FEW, "table": None, "sections": [], "reviews": FEW}


def test_a_quarter_without_requests_has_noughts() -> None:
    made = figures([], 0)
    assert made["received"] == 0
    assert {value for row in made["table"].values() for value in row} == {0}


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, FEW), (4, FEW), (5, 5)])
def test_few_begins_at_five(count: int, told: int | str) -> None:
    assert few(count, 5) == told


@pytest.mark.parametrize("outcome", list(OUTCOMES))
def test_every_outcome_has_its_row(outcome: str) -> None:
    made = figures(many(30, outcome), 0)["table"]
    assert sum(row[3] for name, row in made.items() if name in ROWS) == 30


def test_requests_in_every_state_are_in_the_table() -> None:
    asked = [Asked("", None, False)] * 6 + [Asked("", None, True)] * 7
    made = figures(asked, 0)["table"]
    assert made["open"] == [0, 0, 6, 6]
    assert made["ended"] == [0, 0, 7, 7]


_asked = st.builds(
    Asked,
    outcome=st.sampled_from(["full", "partial", "refused", "ncnd", "not_held", "other"]),
    in_time=st.sampled_from([True, True, True, False, None]),
    finished=st.booleans(),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_asked, min_size=5, max_size=60))
def test_no_reader_can_work_out_a_small_count(asked: list[Asked]) -> None:
    """The attack: everything published as equations, and what they leave for each small cell."""
    table = _table(asked)
    shown = _shown(table)
    cells = dict(zip(table.cells(), table.values, strict=True))
    rows = (*ROWS, "total")
    hidden = frozenset(
        (i, j)
        for (i, row), j in product(enumerate(rows), range(4))
        if not isinstance(shown[row][j], int)
    )
    for (i, j), value in cells.items():
        said = shown[rows[i]][j]
        assert (said == FEW) == (0 < value < 5) or (i, j) == table.grand_total
        assert not isinstance(said, int) or said == value
    found = bounds(table.published(hidden), seconds=5).intervals
    for cell in hidden:
        if 0 < cells[cell] < 5:
            interval = found[table.name(cell)]
            assert interval.lo != interval.hi, (shown, cell)


# --- quarters


def test_quarters_follow_each_other() -> None:
    assert QuarterOf(2026, 4).next == QuarterOf(2027, 1)
    assert (str(QuarterOf(2026, 1).first), str(QuarterOf(2026, 1).last)) == (
        "2026-01-01", "2026-03-31",
    )  # fmt: skip


def test_a_quarter_is_closed_when_its_last_answers_were_due() -> None:
    from datetime import date

    first = date(2026, 1, 10)
    assert list(closed(first, date(2026, 5, 15))) == []
    assert list(closed(first, date(2026, 5, 16))) == [QuarterOf(2026, 1)]
    assert quarter_of(date(2026, 9, 30)) == QuarterOf(2026, 3)


# --- the chart


def test_the_share_is_told_where_its_figures_are() -> None:
    assert share_in_time(figures(many(18) + many(6, "full", False), 0)) == (75, False)


def test_the_share_is_the_least_it_can_be_where_few_were_late() -> None:
    share, least = share_in_time({"table": {"total": [16, FEW, 0, 17]}})
    assert (share, least) == (80, True)


@pytest.mark.parametrize(
    "table",
    [None, {"total": [HIDDEN, 7, 0, 9]}, {"total": [0, 0, 9, 9]}, {"total": [9, HIDDEN, 0, 9]}],
)
def test_no_share_is_told_otherwise(table: dict[str, Any] | None) -> None:
    assert share_in_time({"table": table}) == (None, False)


def test_the_chart_shows_each_quarter_and_has_no_style_of_its_own() -> None:
    drawn = chart([Bar("Q1", 80), Bar("Q2", None), Bar("Q3", 60, True)], title="<T>", untold="not")
    assert drawn.count("<rect") == 2
    assert ">80%<" in drawn
    assert "≥ 60%" in drawn
    assert ">not<" in drawn
    assert "&lt;T&gt;" in drawn
    assert "style" not in drawn
