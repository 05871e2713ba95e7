"""What a reader could tell from one version of a table and from everything published before.

Pure. What the arithmetic proves, what the rule says and what the law asks stay apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from answerable.counts.bounds import Bounds, Interval, bounds
from answerable.counts.explain import Seen, explain, in_range
from answerable.counts.guesses import guesses, relations
from answerable.counts.lines import LAW, groups, how_many_unsafe, proven, rule_says
from answerable.counts.model import Relation
from answerable.counts.rules import Rule
from answerable.counts.table import Cell
from answerable.desk.tables.systems import Link, Published, gap_name, together
from answerable.desk.tables.versions import How, Version, empty_plan

SECONDS = 6.0


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier release: the key it is known by, the table, and how it is linked to the new one."""

    key: str
    table: Published
    link: Link


@dataclass(frozen=True, slots=True)
class Told:
    """One cell that is not plain: what a reader can tell of it, and why."""

    cell: Cell
    words: str
    kind: str
    tells: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """``unsafe``: sentences for which a reason is wanted; ``matter``: releases that tell more."""

    published: Published
    cells: tuple[Told, ...]
    lines: tuple[tuple[str, str], ...]
    unsafe: tuple[str, ...] = ()
    contradiction: str = ""
    matter: tuple[str, ...] = ()


def judge(made: Version, corner: str, rule: Rule, earlier: Sequence[Earlier]) -> Judgement:
    """A version of a table, audited as a reader would see it beside all earlier releases."""
    published = made.published(corner)
    linked = [each for each in earlier if each.link is not Link.OTHER]
    system = together(published, [(each.table, each.link) for each in linked])
    names = published.cells()
    system = system.and_relations(
        Relation(
            tuple((names[cell], Fraction(sign)) for cell, sign in terms),
            Fraction(0),
            Fraction(0),
            f"as a reader may guess, {words}",
        )
        for terms, words in relations(made.table, guesses(made.table))
        if all(cell in names for cell, _ in terms)
    )
    joint = bounds(system, seconds=SECONDS)
    if joint.feasible is False:
        return Judgement(published, (), _lines(made, joint), contradiction=_clash(joint))
    printed = published.names()
    every: dict[Cell, str] = {
        (i, j): name for i, row in enumerate(printed) for j, name in enumerate(row)
    } | names
    seen = Seen(system, {cell: every.get(cell, "") for cell in made.table.cells()})
    known = {cell: joint.intervals[name] for cell, name in every.items() if name in joint.intervals}
    told = _differences(published, linked, joint, rule.below)
    unsafe = [*_short(made, rule, known), *told]
    return Judgement(
        published,
        # Of a table that stands alone the table itself has the better words.
        _cells(made, rule, known, seen if linked else None),
        _lines(made, joint, known, told),
        tuple(dict.fromkeys(unsafe)),
        matter=_matter(published, linked, joint),
    )


def _beside(published: Published, linked: Sequence[Earlier]) -> Bounds:
    return bounds(together(published, [(e.table, e.link) for e in linked]), seconds=SECONDS)


def _clash(joint: Bounds) -> str:
    """A contradiction in one sentence."""
    reasons = [each for each in joint.conflict if each][:6]
    return (
        "Read in the way chosen below, these cannot all be true: "
        f"{'; '.join(reasons)}. Put the table right, or say below what the earlier table counts."
    )


def _cells(
    made: Version, rule: Rule, known: Mapping[Cell, Interval], seen: Seen | None
) -> tuple[Told, ...]:
    """A sentence for each cell that is marked, with the subtraction spelled out."""
    explained: dict[Cell, str] = {}
    if made.plan is not None:
        by_name = {made.table.name(cell): each for cell, each in known.items()}
        plan = empty_plan(made, Bounds(True, by_name, {}))
        explained = dict(zip(plan.kept, explain(plan, seen=seen), strict=True))
    return tuple(
        Told(
            cell,
            made.table.words(cell),
            kind,
            in_range(known[cell]),
            explained.get(cell) or _sentence(made, rule, cell, known[cell]),
        )
        for cell in made.table.cells()
        if (kind := made.kind(cell)) and cell in known
    )


def _sentence(made: Version, rule: Rule, cell: Cell, known: Interval) -> str:
    words, cells = made.table.words(cell), made.table.cells()
    if made.table.is_rest(cell):
        part, whole = map(made.table.words, made.table.rest_of(cell))
        return (
            f"A reader subtracts “{part}” from “{whole}” and can tell that the rest, which the rule "
            f"{rule.name} treats as unsafe, is {in_range(known)}."
        )
    if made.base:
        shown = made.values[cells.index(cell)]
        return (
            f"{words} is shown as {shown:,}; a reader who knows that counts were rounded to "
            f"{made.base} can tell that it is {in_range(known)}."
        )
    if made.how is How.KEEP:
        return f"{words} is published, though the rule {rule.name} treats it as unsafe."
    return (
        f"{words} is withheld with everything else; a reader can tell that it is {in_range(known)}."
    )


def _short(made: Version, rule: Rule, known: Mapping[Cell, Interval]) -> list[str]:
    """The cells that the rule calls unsafe and that stay narrower than the rule's own range."""
    if made.plan is not None and made.plan.unmet:
        return list(made.plan.unmet)
    value = dict(zip(made.table.cells(), made.table.values, strict=True))
    found = []
    for flag in (each for each in made.flags if each.cell in known):
        lo, hi = known[flag.cell].lo, known[flag.cell].hi
        most = max(value[flag.cell], rule.below - 1)
        if made.how is How.ROUND:  # rounding blurs; what must not be is that one value is left
            narrow = known[flag.cell].disclosed
        else:
            narrow = (lo is not None and lo > 1) or (hi is not None and hi < most)
        if narrow:
            found.append(
                f"{made.table.words(flag.cell)} is unsafe by the rule, and a reader can tell that "
                f"it is {in_range(known[flag.cell])}."
            )
    return found


def _differences(
    published: Published, linked: Sequence[Earlier], joint: Bounds, below: int
) -> list[str]:
    """Small numbers that only the releases together give away: cells of theirs, and differences."""
    alone = set(bounds(published.alone(), seconds=SECONDS).disclosed)
    found = []
    for each in linked:
        alone |= set(bounds(each.table.alone(), seconds=SECONDS).disclosed)
        names = {name for row in each.table.names() for name in row}
        names |= {*each.table.rests()} - {*published.rests()}  # of ours the rule has spoken
        if each.link is not Link.SAME:
            names = {f"{name} ({each.table.title})" for name in names} | {
                gap_name(name, each.table, each.link) for name in names
            }
        for name in sorted(names):
            interval = joint.intervals.get(name)
            plainly = name.removesuffix(f" ({each.table.title})") in alone
            if interval and interval.disclosed and not plainly and 0 < (interval.lo or 0) < below:
                found.append(
                    f"With {each.table.title}, a reader can tell that {name} is "
                    f"{in_range(interval)}."
                )
    return list(dict.fromkeys(found))


def _matter(published: Published, linked: Sequence[Earlier], joint: Bounds) -> tuple[str, ...]:
    """The earlier releases without which a reader could tell less."""
    found = []
    for each in linked:
        rest = _beside(published, [other for other in linked if other is not each])
        ours = {name for row in published.names() for name in row}
        if any(joint.intervals[name] != rest.intervals.get(name) for name in ours) or (
            _gaps(joint, each) if each.link is not Link.SAME else _rests(joint, each)
        ):
            found.append(each.key)
    return tuple(found)


def _rests(joint: Bounds, each: Earlier) -> bool:
    """Whether a rest of an earlier table, which it did not tell, is told now."""
    names = each.table.rests()
    if not names:
        return False
    alone = bounds(each.table.alone(), only=names, seconds=SECONDS).intervals
    return any(joint.intervals[n].disclosed and not alone[n].disclosed for n in names)


def _gaps(joint: Bounds, each: Earlier) -> bool:
    every = [*(name for row in each.table.names() for name in row), *each.table.rests()]
    names = (gap_name(name, each.table, each.link) for name in every)
    return any(name in joint.intervals and joint.intervals[name].disclosed for name in names)


def _lines(
    made: Version,
    joint: Bounds,
    known: Mapping[Cell, Interval] | None = None,
    told: Sequence[str] = (),
) -> tuple[tuple[str, str], ...]:
    """Arithmetic, rule, law: three lines kept apart."""
    rests = {cell for cell in made.plan.kept if made.table.is_rest(cell)} if made.plan else set()
    marked = {
        made.table.words(cell): each
        for cell, each in (known or {}).items()
        if cell in made.withheld | rests or (made.base and not made.table.is_rest(cell))
    }
    if joint.feasible is not False and not marked:
        proof = "Nothing is withheld: every number is told."
    else:
        proof = proven(replace(joint, intervals=marked))
    plan = empty_plan(made, joint)
    if made.how is not How.WITHHOLD:
        proof = " ".join([proof, *told, *groups(plan)[:20]])
    return (
        ("What the arithmetic proves", proof[:1].upper() + proof[1:]),
        ("What the rule says", _rule(made)),
        ("What the law asks", LAW[:1].upper() + LAW[1:]),
    )


def _rule(made: Version) -> str:
    if made.plan is not None:
        words = rule_says(made.plan)
        words = words[:1].upper() + words[1:]
        return words if words.endswith(".") else f"{words}."
    words = how_many_unsafe(empty_plan(made, Bounds(True, {}, {}))).rstrip(",")
    cells = words[:1].upper() + words[1:]
    done = {
        How.ROUND: f"every count is rounded to {made.base}, and all totals still add up",
        How.WITHHOLD: "no number is given",
        How.KEEP: "the table is published as it is",
    }[made.how]
    return f"{cells}; {done}."
