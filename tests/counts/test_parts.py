"""A part of a whole: its rest is a count too, and whatever is published must keep it as safe."""

import random
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from answerable.counts.bounds import bounds
from answerable.counts.controlled import controlled_rounding
from answerable.counts.explain import explain
from answerable.counts.guesses import protected
from answerable.counts.judge import met
from answerable.counts.lines import three_lines
from answerable.counts.protect import Method, Plan, Wishes
from answerable.counts.read_table import from_rows, read_rows, read_table_json
from answerable.counts.rules import primary, rule_named
from answerable.counts.table import Cell, Table
from answerable.model import RefusedInputError, UnusableInputError

RULE = rule_named("fewer-than-5")
SEED = """Help,Men,Women,Under 16,Total
Housing,12,3,9,15
Health,15,18,30,33
School,22,14,0,36
Total,49,35,39,84
"""
PART = ("Under 16 of Total",)


def table(text: str = SEED, *said: str) -> Table:
    return from_rows(read_rows(text), None, said or PART)


def plan_of(made: Table, method: Method = Method.AUTO, **wishes: object) -> Plan:
    flags = primary(made, RULE, skip=frozenset({made.grand_total}))
    return protected(made, flags, RULE, Wishes(method=method, **wishes))  # type: ignore[arg-type]


def drawn(seed: int) -> Table:
    """Two rows by men, women and under 16, small enough to list every table that agrees."""
    rng = random.Random(seed)
    rows = [["Help", "Men", "Women", "Under 16", "Total"]]
    for name in ("A", "B"):
        men, women = rng.choice([0, 1, 2, 3, 5, 6]), rng.choice([0, 1, 3, 5])
        rows.append([name, *map(str, (men, women, rng.randint(0, men + women), men + women))])
    return from_rows(rows, None, PART)


def agreeing(made: Table, withheld: frozenset[Cell]) -> Iterator[dict[Cell, int]]:
    """Every table of this shape that shows the same published cells, by plain enumeration."""
    value = dict(zip(made.cells(), made.values, strict=True))
    most = value[made.grand_total]
    for inner in product(range(most + 1), repeat=4):
        full: dict[Cell, int] = {}
        for i, (men, women) in enumerate((inner[:2], inner[2:])):
            full |= {(i, 0): men, (i, 1): women, (i, 3): men + women}
        for j in (0, 1, 3):
            full[2, j] = full[0, j] + full[1, j]
        if any(full[c] != value[c] for c in full if c not in withheld):
            continue
        for parts in product(range(full[0, 3] + 1), range(full[1, 3] + 1)):
            full |= {(0, 2): parts[0], (1, 2): parts[1], (2, 2): sum(parts)}
            if all(full[i, 2] == value[i, 2] for i in range(3) if (i, 2) not in withheld):
                yield full | {(i, 4): full[i, 3] - full[i, 2] for i in range(3)}


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("method", [Method.EXACT, Method.FAST])
def test_no_withheld_cell_and_no_rest_is_told_more_closely_than_the_rule_allows(
    seed: int, method: Method
) -> None:
    made = drawn(seed)
    plan = plan_of(made, method)
    every = list(agreeing(made, plan.withheld))
    assert every
    for flag in plan.primary:
        seen = [each[flag.cell] for each in every]
        ends = plan.bounds.intervals[made.name(flag.cell)]
        assert (ends.lo, ends.hi) == (min(seen), max(seen))
        if not plan.unmet:
            assert min(seen) <= 1
            assert max(seen) >= 4
    for cell in plan.kept:
        ends = plan.bounds.intervals[made.name(cell)]
        seen = [each[cell] for each in every]
        assert (ends.lo, ends.hi) == (min(seen), max(seen))


@pytest.mark.parametrize("seed", range(20))
def test_the_exact_pattern_costs_what_the_cheapest_of_all_costs(seed: int) -> None:
    made = drawn(seed)
    plan = plan_of(made, Method.EXACT, lower=1, upper=2)
    value = dict(zip(made.cells(), made.values, strict=True))
    unsafe = {flag.cell for flag in plan.primary}
    first = frozenset(cell for cell in unsafe if not made.is_rest(cell))
    others = [
        cell
        for cell in made.cells()
        if value[cell] and not made.is_rest(cell) and cell not in {*first, made.grand_total}
    ]
    best = None
    for some in sorted(_sets(others), key=lambda some: sum(value[cell] for cell in some)):
        if _holds(made, first | {*some}, unsafe, value):
            best = sum(value[cell] for cell in some)
            break
    if best is None:
        assert plan.unmet
    else:
        assert not plan.unmet
        assert (plan.cost, plan.bound) == (best, best)


def _sets(cells: list[Cell]) -> list[tuple[Cell, ...]]:
    return [some for n in range(len(cells) + 1) for some in combinations(cells, n)]


def _holds(
    made: Table, withheld: frozenset[Cell], unsafe: set[Cell], value: dict[Cell, int]
) -> bool:
    """Whether each unsafe count can be one less and two more, for whoever sees the rest."""
    if any(made.is_rest(cell) and cell not in made.open_rests(withheld) for cell in unsafe):
        return False
    found = bounds(made.published(withheld)).intervals
    return all(
        met(found[made.name(cell)], value[cell] + 2, True)
        and met(found[made.name(cell)], max(0, value[cell] - 1), False)
        for cell in unsafe
    )


def test_some_of_these_tables_are_protected_and_some_hold_an_unsafe_rest() -> None:
    plans = [plan_of(drawn(seed)) for seed in range(40)]
    assert sum(not plan.unmet for plan in plans) > 10
    assert any(not p.unmet and any(p.table.is_rest(f.cell) for f in p.primary) for p in plans)


def test_the_rest_is_withheld_for_though_nobody_prints_it() -> None:
    plan = plan_of(table())
    (rest,) = [flag for flag in plan.primary if plan.table.is_rest(flag.cell)]
    assert plan.table.words(rest.cell) == "Health, Total less Under 16"
    part, whole = plan.table.rest_of(rest.cell)
    assert {part, whole} & plan.withheld
    assert plan.ready
    assert plan.optimal


def test_without_the_part_said_the_rest_would_be_given_away() -> None:
    apart = "Help,Men,Women,Total\nHousing,12,3,15\nHealth,15,18,33\nSchool,22,14,36\n"
    withheld = plan_of(from_rows(read_rows(apart))).withheld
    assert (1, 2) not in withheld or (0, 2) not in withheld  # totals that the part needs withheld
    found = bounds(table().published(frozenset((i, j) for i, j in withheld if j < 2)))
    assert "r1c3-r1c2" not in found.intervals  # it is had by subtraction: 33 less 30


def test_a_safe_table_with_a_part_is_left_alone() -> None:
    text = "Help,Men,Women,Under 16,Total\nHousing,12,30,9,42\nHealth,15,18,20,33\n"
    plan = plan_of(table(text))
    assert not plan.withheld
    assert plan.ready
    assert explain(plan) == []


def test_a_rest_of_nobody_is_not_unsafe() -> None:
    text = "Help,Men,Women,Under 16,Total\nHousing,12,30,42,42\nHealth,15,18,20,33\n"
    plan = plan_of(table(text))
    assert not plan.withheld
    said = dict(three_lines(plan))["What the arithmetic proves"]
    assert "All 42 of Housing, Total are in Housing, Under 16" in said


@pytest.mark.parametrize("seed", range(20))
def test_adding_a_part_never_widens_a_range(seed: int) -> None:
    made = drawn(seed)
    cells = [cell for cell in made.cells() if not made.is_rest(cell)]
    withheld = frozenset(random.Random(seed).sample(cells, 6))
    with_part = bounds(made.published(withheld)).intervals
    without = Table(
        (3, 5),
        tuple(0 if made.is_rest(c) else v for c, v in zip(made.cells(), made.values, strict=True)),
        sums=((), ((0, 1, 3),)),
    )
    plain = bounds(without.published(withheld)).intervals
    for cell in withheld:
        inner, outer = with_part[made.name(cell)], plain[without.name(cell)]
        assert outer.lo is None or (inner.lo is not None and inner.lo >= outer.lo)
        assert outer.hi is None or (inner.hi is not None and inner.hi <= outer.hi)


@pytest.mark.parametrize("seed", range(12))
def test_other_names_and_another_order_change_nothing(seed: int) -> None:
    made = drawn(seed)
    value = dict(zip(made.cells(), made.values, strict=True))
    names = {0: "Kids", 1: "M", 2: "W", 3: "Total"}
    order = {0: 2, 1: 0, 2: 1, 3: 3}
    rows = [["X", *names.values()]]
    rows += [[f"row {i}", *(str(value[i, order[j]]) for j in range(4))] for i in (1, 0)]
    turned = from_rows(rows, None, ("Kids is part of Total",))
    one, two = plan_of(made, Method.EXACT), plan_of(turned, Method.EXACT)
    assert (one.cost, one.bound, bool(one.unmet)) == (two.cost, two.bound, bool(two.unmet))
    back = {(1 - i if i < 2 else 2, order[j]) for i, j in two.withheld}
    ends = bounds(made.published(frozenset(back))).intervals
    for i, j in two.withheld:
        there = two.bounds.intervals[turned.name((i, j))]
        here = ends[made.name((1 - i if i < 2 else 2, order[j]))]
        assert (there.lo, there.hi) == (here.lo, here.hi)


def test_parts_of_men_and_of_women_are_parts_of_each() -> None:
    text = "A,Men,Men under 16,Women,Women under 16\nx,12,9,9,6\ny,10,10,5,0\n"
    made = table(text, "Men under 16 of Men", "Women under 16 of Women")
    assert made.printed == (3, 5)
    assert made.labels[1][:5] == ("Men", "Men under 16", "Women", "Women under 16", "Total")
    value = dict(zip(made.cells(), made.values, strict=True))
    assert value[0, 4] == 21  # the parts are not added
    words = {made.words(flag.cell) for flag in primary(made, RULE)}
    assert "x, Men less Men under 16" in words
    assert "y, Men less Men under 16" not in words  # 0: everybody


def test_a_part_of_a_part_is_a_part_of_the_whole() -> None:
    text = "A,Under 5,Under 16,Helped\nx,9,17,40\ny,6,15,30\n"
    made = table(text, "Under 5 of Under 16", "Under 16 of Helped")
    assert made.labels[1][-1] == "Helped less Under 5"
    assert made.printed_labels[1] == ("Under 5", "Under 16", "Helped")


def test_two_ways_of_making_up_a_total_are_both_held() -> None:
    text = "A,Men,Women,Under 16,16 and over,Total\nN,21,7,4,24,28\nS,9,3,5,7,12\n"
    made = table(text, "Men, Women make up Total", "Under 16, 16 and over make up Total")
    assert made.along(1) == ((0, 1, 4), (2, 3, 4))


def test_rows_can_be_parts_as_well() -> None:
    text = "A,x,y\nMen,9,20\nWomen,8,15\nUnder 16,15,30\nTotal,17,35\n"
    plan = plan_of(table(text))
    assert {plan.table.words(f.cell) for f in plan.primary} == {"Total less Under 16, x"}
    assert plan.ready


def test_parts_in_rows_and_columns_meet() -> None:
    text = "A,Helped,Under 16\nAll areas,40,20\nCity,22,10\n"
    made = from_rows(read_rows(text), None, ("City of All areas", "Under 16 of Helped"))
    value = dict(zip(made.cells(), made.values, strict=True))
    assert made.printed == (2, 2)
    assert value[2, 2] == 40 - 20 - 22 + 10


def test_rounding_keeps_a_part_within_its_whole_and_adds_up() -> None:
    for seed in range(30):
        made = drawn(seed)
        if max(made.values) < 5:
            continue
        found = controlled_rounding(made, 5)
        shown = dict(zip(made.cells(), found.values, strict=True))
        for i in range(3):
            assert shown[i, 0] + shown[i, 1] == shown[i, 3]
            assert 0 <= shown[i, 2] <= shown[i, 3]
            assert all(shown[i, j] % 5 == 0 for j in range(4))
        assert all(shown[0, j] + shown[1, j] == shown[2, j] for j in range(4))
        for cell in made.cells():
            ends = found.bounds.intervals[made.name(cell)]
            true = made.values[made.cells().index(cell)]
            assert ends.lo <= true <= ends.hi  # type: ignore[operator]


def test_json_says_parts_in_the_table_itself() -> None:
    rows = [[12, 3, 9, 15], [15, 18, 30, 33], [27, 21, 39, 48]]
    labels = [["Housing", "Health", "Total"], ["Men", "Women", "Under 16", "Total"]]
    made = read_table_json({"cells": rows, "labels": labels, "parts": list(PART)})
    assert made.rests == ((), ((2, 3),))
    with pytest.raises(UnusableInputError, match="list of words"):
        read_table_json({"cells": rows, "labels": labels, "parts": "Under 16 of Total"})


def test_json_that_calls_all_of_a_whole_its_parts_is_refused() -> None:
    rows = [[12, 3, 15], [15, 18, 33], [27, 21, 48]]
    labels = [["Housing", "Health", "Total"], ["Men", "Women", "Total"]]
    said = ["Men of Total", "Women of Total"]
    with pytest.raises(UnusableInputError, match="say “Men, Women make up Total”"):
        read_table_json({"cells": rows, "labels": labels, "parts": said})


def test_so_many_parts_that_the_table_would_be_huge_are_refused() -> None:
    names = [f"n{k}" for k in range(30)]
    text = "\n".join(["x," + ",".join(names), *(f"{n}," + ",".join(["9"] * 30) for n in "abcd")])
    made = from_rows(read_rows(text), None, [f"n{k} of n{k + 1}" for k in range(29)])
    assert made.printed == (5, 30)  # every part of a part of a part has its rest
    wide = [f"w{k}" for k in range(110)]
    text = "\n".join(["x," + ",".join(wide), "a," + ",".join(["9"] * 110)])
    with pytest.raises(RefusedInputError, match="Up to 100 labels"):
        from_rows(read_rows(text), None, [f"w{k} of w{k + 1}" for k in range(109)])
    rows = "\n".join(f"{k}," + ",".join(["9"] * 91) for k in range(60))
    text = "x," + ",".join(wide[:91]) + "\n" + rows
    with pytest.raises(RefusedInputError, match="Say fewer parts"):
        from_rows(read_rows(text), None, [f"w{k} of w{k + 1}" for k in range(90)])


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Under 15 of Total", "“Under 15” is not a label"),
        ("Under 16", "does not say what is part of what"),
        ("Total of Under 16", "no part of anything"),
        ("Under 16 of Women", "said to be part of the second"),
        ("Under 16 of Under 16", "part of itself"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(said: str, words: str) -> None:
    with pytest.raises(UnusableInputError, match=words):
        table(SEED, said)


def test_parts_that_make_up_their_whole_are_refused_as_parts() -> None:
    with pytest.raises(UnusableInputError, match="leave out that “Men” would be only a part"):
        table(SEED, *PART, "Men of Total")
    with pytest.raises(UnusableInputError, match="say “Men, Women make up Total”"):
        table(SEED, *PART, "Men of Total", "Women of Total")


def test_a_label_may_hold_commas_and_of() -> None:
    text = 'A,Out of hours,"Calls, all"\nx,9,40\ny,8,30\n'
    made = table(text, "Out of hours of Calls, all")
    assert made.rests[1] == ((0, 1),)


def test_a_publishable_report_does_not_say_which_rest_is_unsafe() -> None:
    said = explain(plan_of(table()), publishable=True)
    rests = [each for each in said if "less Under 16" in each.split(" because ")[0]]
    assert len(rests) == 2
    assert all("treats it as unsafe" not in each for each in said)
