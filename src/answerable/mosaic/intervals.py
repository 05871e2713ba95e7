"""What the arithmetic alone proves of each number: no priors, no policy.

With one total, a body's number is at least the total less the most the others can have, and at
most the total less the least they can have. Regions that do not overlap make a tree, on which the
same two subtractions, up and then down, are exact for whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.mosaic.question import Body, Contradiction, Kind, Question, Total

Interval = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class _Group:
    words: str
    members: tuple[int, ...]
    total: Interval | None


def own_interval(body: Body) -> Interval:
    """What a body's own answers allow, today's and the earlier ones."""
    lo, hi = max(body.answer.lo, body.floor), body.answer.hi
    if body.listed_prior and body.answer.kind is not Kind.COUNT:
        last = len(body.prior) - 1
        hi = last if hi is None else min(hi, last)
    return lo, hi


def intervals(question: Question) -> tuple[Interval, ...] | Contradiction:
    """The exact interval of every body, or the answers that conflict."""
    own = [own_interval(body) for body in question.bodies]
    for body, (lo, hi) in zip(question.bodies, own, strict=True):
        if hi is not None and lo > hi:
            if body.listed_prior and body.answer.hi is None:
                return Contradiction(
                    (body.name,),
                    f"{body.name} said earlier that there were at least {lo:,}; "
                    f"its listed prior allows at most {hi:,}.",
                )
            return Contradiction(
                (body.name,),
                f"{body.name} said earlier that there were at least {lo:,}; "
                f"“{body.answer.said}” allows at most {hi:,} now.",
            )
    if len(question.apart) < len(question.regions):
        return _overlapping(question, own)
    groups = _groups(question)
    tops: list[Interval] = []
    for group in groups:
        conflict = _conflict(question, group, own)
        if conflict:
            return conflict
        tops.append(_clip(_sum([own[n] for n in group.members]), group.total))
    national = (question.total.lo, question.total.hi) if question.total else None
    whole = _Group("the total", tuple(range(len(own))), national)
    conflict = _conflict(question, whole, own) or _conflict_of_regions(question, groups, tops)
    if conflict:
        return conflict
    found: list[Interval] = list(own)
    for group, allowed in zip(groups, _share(tops, national), strict=True):
        members = [own[n] for n in group.members]
        for n, one in zip(group.members, _share(members, allowed), strict=True):
            found[n] = one
    if question.total is not None and question.total.gaps and not question.regions:
        return _with_gaps(question, question.total, own)
    return tuple(found)


def _with_gaps(
    question: Question, total: Total, own: list[Interval]
) -> tuple[Interval, ...] | Contradiction:
    """The same where only some totals between the ends are possible: the least and greatest over them."""
    least, most = _sum(own)
    totals = [
        total.lo + n
        for n, weight in enumerate(total.weights)
        if weight and least <= total.lo + n and (most is None or total.lo + n <= most)
    ]
    if not totals:
        allowed = f"{least:,} to {most:,}" if most is not None else f"{least:,} or more"
        return Contradiction(
            tuple(body.name for body in question.bodies),
            f"Together the answers allow {allowed}, but the total is none of those numbers.",
        )
    found = []
    for place, exact in enumerate(zip(*(_share(own, (n, n)) for n in totals), strict=True)):
        highs = [hi for _, hi in exact if hi is not None]
        found.append((min(lo for lo, _ in exact), max(highs) if highs else own[place][1]))
    return tuple(found)


def _overlapping(question: Question, own: list[Interval]) -> tuple[Interval, ...] | Contradiction:
    # Only this case needs the solver, which is slow to load.
    from answerable.mosaic.overlap import Scope, conflicting, ends

    scopes = [
        Scope(
            f"the total of {name}",
            frozenset(n for n, body in enumerate(question.bodies) if name in body.regions),
            total.lo,
            total.hi,
        )
        for name, total in question.regions
    ]
    if question.total is not None:
        everybody = frozenset(range(len(own)))
        scopes.append(Scope("the total", everybody, question.total.lo, question.total.hi))
    found = ends(own, scopes)
    if found is not None:
        return found
    totals, bodies = conflicting(own, scopes)
    told = "; ".join(
        f"{each.words} is {each.lo:,}" + (f" to {each.hi:,}" if each.hi > each.lo else "")
        for each in totals
    )
    return Contradiction(
        tuple(question.bodies[n].name for n in bodies),
        f"The answers of {_count(len(bodies))} do not fit together with these totals: {told}.",
    )


def _count(n: int) -> str:
    return "one body" if n == 1 else f"{n:,} bodies"


def _groups(question: Question) -> list[_Group]:
    """Regions with a total, and every other body by itself."""
    totals = dict(question.regions)
    members: dict[str, list[int]] = {name: [] for name in totals}
    alone: list[_Group] = []
    for n, body in enumerate(question.bodies):
        region = next((each for each in body.regions if each in totals), None)
        if region is not None:
            members[region].append(n)
        else:
            alone.append(_Group(body.name, (n,), None))
    return [
        _Group(f"the total of {name}", tuple(members[name]), (total.lo, total.hi))
        for name, total in totals.items()
    ] + alone


def _conflict(question: Question, group: _Group, own: Sequence[Interval]) -> Contradiction | None:
    if group.total is None:
        return None
    lo, hi = group.total
    names = [question.bodies[n].name for n in group.members]
    limits = [own[n] for n in group.members]
    return too_many(names, [one[0] for one in limits], hi, group.words) or too_few(
        names, [one[1] for one in limits], lo, group.words
    )


def too_many(
    names: list[str], least: list[int], hi: int | None, words: str
) -> Contradiction | None:
    """The fewest bodies whose least numbers together pass a total."""
    if hi is None or sum(least) <= hi:
        return None
    chosen, passed = [], 0
    for n in sorted(range(len(names)), key=lambda n: (-least[n], n)):
        chosen.append(n)
        passed += least[n]
        if passed > hi:
            break
    return Contradiction(
        tuple(names[n] for n in sorted(chosen)),
        f"{_told([(names[n], least[n]) for n in sorted(chosen)], 'at least')}, which is together at least {passed:,}, "
        f"but {words} is at most {hi:,}.",
    )


def too_few(
    names: list[str], most: Sequence[int | None], lo: int, words: str
) -> Contradiction | None:
    """All bodies, if their greatest numbers together fall short of a total."""
    known = [each for each in most if each is not None]
    if len(known) < len(most) or sum(known) >= lo:
        return None
    return Contradiction(
        tuple(names),
        f"{_told(list(zip(names, known, strict=True)), 'at most')}, which is together at most {sum(known):,}, "
        f"but {words} is at least {lo:,}.",
    )


def _told(limits: list[tuple[str, int]], words: str) -> str:
    """Who contributes what; of many bodies only how many."""
    if len(limits) > 6:
        return f"The answers of {len(limits):,} bodies"
    return ", ".join(f"{name} has {words} {n:,}" for name, n in limits)


def _conflict_of_regions(
    question: Question, groups: list[_Group], tops: list[Interval]
) -> Contradiction | None:
    if question.total is None or not question.regions:
        return None
    names = [group.words for group in groups]
    found = too_many(names, [one[0] for one in tops], question.total.hi, "the total") or too_few(
        names, [one[1] for one in tops], question.total.lo, "the total"
    )
    if found is None:
        return None
    bodies = [
        question.bodies[n].name
        for group in groups
        if group.words in found.bodies
        for n in group.members
    ]
    return Contradiction(tuple(bodies), "With the regional totals: " + found.why)


def _sum(limits: list[Interval]) -> Interval:
    most = [hi for _, hi in limits if hi is not None]
    return sum(lo for lo, _ in limits), sum(most) if len(most) == len(limits) else None


def _clip(one: Interval, other: Interval | None) -> Interval:
    if other is None:
        return one
    highs = [hi for hi in (one[1], other[1]) if hi is not None]
    return max(one[0], other[0]), min(highs, default=None)


def _share(limits: list[Interval], total: Interval | None) -> list[Interval]:
    """Each part's interval, given the interval of their sum."""
    if total is None:
        return list(limits)
    least = sum(lo for lo, _ in limits)
    unbounded = sum(hi is None for _, hi in limits)
    most = sum(hi for _, hi in limits if hi is not None)
    made: list[Interval] = []
    for lo, hi in limits:
        open_others = unbounded - (hi is None)
        floor = lo if open_others else max(lo, total[0] - (most - (hi or 0)))
        ceiling = hi if total[1] is None else total[1] - (least - lo)
        if hi is not None and ceiling is not None:
            ceiling = min(ceiling, hi)
        made.append((floor, ceiling))
    return made
