"""Rules: what is unsafe by itself, from counts and from contributions; what leaves is silent."""

from fractions import Fraction

import pytest

from answerable.counts.explain import explain
from answerable.counts.lines import groups
from answerable.counts.protect import Cost, Wishes, protect
from answerable.counts.report import plan_html
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Table, with_margins
from answerable.counts.terminal import plan_text


def money(*parts: list[int]) -> Table:
    """One row of magnitudes with their contributions, and its margins."""
    table = with_margins((1, len(parts)), [sum(each) for each in parts], ())
    given = {(0, j): tuple(map(Fraction, each)) for j, each in enumerate(parts)}
    return Table(table.shape, table.values, table.labels, given)


@pytest.mark.parametrize(
    ("parts", "unsafe", "room"),
    [
        ([90, 1, 9], True, 11),  # two largest: 99 of 100; 99 x 100/90 = 110, 10 short; p: 9 - 1 = 8
        ([100], True, 12),  # one contributor
        ([10] * 12, False, 0),
        ([50, 40, 10] + [0] * 3, True, 1),  # three contributors where ten are asked
        ([50, 39, 2, 2, 2, 1, 1, 1, 1, 1], False, 0),
    ],
)
def test_dominance_by_contributions(parts: list[int], unsafe: bool, room: int) -> None:
    rule = rule_named("threshold-10-dominance")
    flags = {flag.cell: flag for flag in primary(money(parts, [10] * 20), rule)}
    assert ((0, 0) in flags) is unsafe
    if unsafe:
        found = flags[0, 0].room
        assert found is not None
        top = sum(sorted(parts)[-2:])
        needed = max(
            Fraction(top * 100, 90) - sum(parts),
            Fraction(max(parts), 10) - (sum(parts) - top),
            Fraction(1),
        )
        assert needed <= found < needed + 1


def test_p_per_cent_alone_flags_an_estimate_that_is_too_close() -> None:
    rule = rule_named("p-percent-10")
    close = money([100, 50, 9], [10, 10, 10])
    far = money([100, 50, 10], [10, 10, 10])
    assert [flag.cell for flag in primary(close, rule)] == [(0, 0)]
    assert primary(far, rule) == []


def test_a_count_of_nought_is_not_unsafe_and_the_threshold_is_not_below_itself() -> None:
    table = with_margins((1, 4), [0, 1, 4, 5], ())
    assert [flag.cell[1] for flag in primary(table, rule_named("fewer-than-5"))][:2] == [1, 2]
    assert [flag.cell[1] for flag in primary(table, rule_named("nhs-england-hes"))][:3] == [1, 2, 3]


def test_what_is_published_does_not_tell_which_cells_were_unsafe() -> None:
    table = with_margins(
        (3, 3), [12, 3, 20, 15, 18, 9, 22, 14, 30], (("a", "b", "c"), ("x", "y", "z"))
    )
    rule = rule_named("fewer-than-5")
    plan = protect(table, primary(table, rule), rule, Wishes(cost=Cost.COUNT, lower=1, upper=2))
    sentences = explain(plan, publishable=True)
    reasons = {each.split(" because ")[1].split(";")[0] for each in sentences}
    assert len(reasons) == 1
    page = plan_html(plan, sentences, publishable=True)
    assert 'class="first"' not in page
    assert "1 cell is unsafe" not in page
    assert "1 cell is unsafe" not in plan_text(plan, sentences, colour=False, publishable=True)


def test_an_insider_alone_in_a_cell_learns_no_other_exactly() -> None:
    table = with_margins((3, 3), [1, 3, 20, 15, 18, 9, 22, 14, 30], ())
    rule = rule_named("fewer-than-5")
    flags = primary(table, rule)
    plan = protect(table, flags, rule, Wishes(insiders=True))
    assert not plan.unmet
    assert not protect(table, flags, rule, Wishes()).unmet
    assert plan.cost >= protect(table, flags, rule, Wishes()).cost


def test_a_group_all_in_one_category_is_told() -> None:
    table = with_margins((3, 2), [9, 0, 12, 15, 7, 8], (("North", "South", "East"), ("yes", "no")))
    rule = rule_named("fewer-than-5")
    plan = protect(table, primary(table, rule), rule, Wishes())
    told = groups(plan)
    assert len(told) == 1
    assert told[0].startswith("All 9 of North, Total are in North, yes")
    assert told[0] in plan_text(plan, [], colour=False).replace("\n", " ")
