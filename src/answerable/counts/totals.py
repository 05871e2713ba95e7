"""Which row or column is the total of the others: told by its name, by its numbers, or by both.

A total that is taken for one more group would be added to a second total, and a reader of the two
halves one and has the number that was withheld. So a total is looked for in every place, and where
name and numbers do not agree the table is refused or the officer is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from answerable.counts.proposals import PartUnsaidError, unsaid
from answerable.counts.runs import parts_of
from answerable.model import UnusableInputError

TOTALS = frozenset(
    {"total", "totals", "all", "sum", "sum total", "grand total", "overall", "overall total"}
    | {"cyfanswm"}
)
_TELLING = TOTALS | {
    *("subtotal", "both", "together", "combined", "everyone", "everybody", "persons", "people"),
    *("pawb",),
}
_OTHERS = frozenset({"other", "others", "unknown", "arall"})


@dataclass(frozen=True, slots=True)
class Found:
    """The place of the total of one dimension (None: there is none), and what to tell of it."""

    place: int | None
    notes: tuple[str, ...] = ()


def is_total(label: str) -> bool:
    """Whether a label says that it is the total of everything."""
    return _plain(label) in TOTALS


def sounds_like_one(label: str) -> bool:
    """Whether a reader may take a label for a total, of everything or of some groups."""
    words = {*_plain(label).replace("-", " ").split()}
    return is_total(label) or bool(words & _TELLING and not words & _OTHERS)


def _plain(label: str) -> str:
    return " ".join(label.casefold().strip(" .:*()[]").split())


def total_among(
    names: Sequence[str], lines: Sequence[Sequence[int]], others: Sequence[str], what: str
) -> Found:
    """Where the total of ``names`` stands; ``lines`` are the counts along them, ``others`` named.

    ``what``: "row" or "column". Numbers count from three places on; with two, only the name does.

    Raises:
        UnusableInputError: two places are called a total, a total does not add up, or it cannot
            be told which of two is one.
    """
    called = [k for k, name in enumerate(names) if is_total(name)]
    if len(called) > 1:
        first, second = (names[k] for k in called[:2])
        raise UnusableInputError(
            f"Two {what}s are called a total, “{first}” and “{second}”; a reader would compare "
            "them. Keep the one that is the sum of the groups."
        )
    if len(names) == 1:
        return Found(None)
    place: int | None
    if called:
        place = called[0]
        _adds_up(place, names, lines, others)
        notes = moved(names, place, what)
    else:
        place, notes = _by_numbers(names, lines, what)
    return Found(place, (*notes, *_partial(names, lines, place, what)))


def _by_numbers(
    names: Sequence[str], lines: Sequence[Sequence[int]], what: str
) -> tuple[int | None, tuple[str, ...]]:
    halves = [(line, sum(line)) for line in lines]
    summing = [
        k
        for k in range(len(names) if len(names) > 2 else 0)
        if all(2 * line[k] == both for line, both in halves) and any(line[k] for line in lines)
    ]
    if not summing:
        return None, ()
    telling = [k for k in summing if sounds_like_one(names[k])]
    last = len(names) - 1
    if len(summing) > 1 and len(telling) != 1 and last not in summing:
        raise UnusableInputError(
            f"“{names[summing[0]]}” and “{names[summing[1]]}” hold the same numbers, and all else "
            "is 0: it cannot be told which of them is the total. Call the total “Total”."
        )
    place = telling[0] if len(telling) == 1 else last if last in summing else summing[0]
    return place, (
        f"The {what} “{names[place]}” is the sum of all others, so it was taken for the total; "
        f"if it is none, add a {what} called “Total”.",
    )


def moved(names: Sequence[str], place: int, what: str) -> tuple[str, ...]:
    """That a total was put last, where it did not stand there."""
    if place == len(names) - 1:
        return ()
    return (f"The total “{names[place]}” was put in the last {what}.",)


def _adds_up(
    place: int, names: Sequence[str], lines: Sequence[Sequence[int]], others: Sequence[str]
) -> None:
    for line, label in zip(lines, others, strict=True):
        said, summed = line[place], sum(line) - line[place]
        if said != summed:
            raise unsaid(
                f"The “{names[place]}” of “{label}” is {said}, but its cells add up to {summed} "
                f"({abs(summed - said)} {'more' if summed > said else 'less'}); ",
                names,
                lines,
                place,
            )


def _partial(
    names: Sequence[str], lines: Sequence[Sequence[int]], total: int | None, what: str
) -> tuple[str, ...]:
    """What sounds like a total and is none of everything."""
    notes = []
    for k in (k for k, name in enumerate(names) if k != total and sounds_like_one(name)):
        parts = parts_of(k, lines, total, anything=True)
        if parts:
            listed = " and ".join(f"“{names[j]}”" for j in parts[0])
            raise PartUnsaidError(
                f"The {what} “{names[k]}” is the sum of {listed}, so that a total "
                "would count people twice and a reader could subtract: leave it out, or",
                (f"{', '.join(names[j] for j in parts[0])} make up {names[k]}",),
            )
        notes.append(
            f"The {what} “{names[k]}” sounds like a total but is no sum of the others; it was "
            "taken for a group of its own."
        )
    return tuple(notes)


Ends = tuple[Fraction | None, Fraction | None] | None


def published_total(names: Sequence[str], lines: Sequence[Sequence[Ends]]) -> int | None:
    """The place of the total in a table as published, whose numbers are ranges (None: no number).

    A name is enough; without one, what adds up wherever all is published, in two lines or more, and
    can add up everywhere.
    """
    called = [k for k, name in enumerate(names) if is_total(name)]
    if called:
        return called[-1] if len(names) > 1 else None
    for place in reversed(range(len(names) if len(names) > 2 else 0)):
        proofs = [line for line in lines if all(e and e[0] == e[1] for e in line)]
        telling = [line for line in proofs if (end := line[place]) and end[0]]
        if len(telling) > 1 and all(can_add_up(line, place) for line in lines):
            return place
    return None


def can_add_up(line: Sequence[Ends], place: int) -> bool:
    """Whether the number at ``place`` can be the sum of the others (what has no number is left)."""
    total = line[place]
    parts = [each for k, each in enumerate(line) if k != place and each is not None]
    if total is None or not parts:
        return True
    low = sum((lo or Fraction(0) for lo, _ in parts), Fraction(0))
    highs = [hi for _, hi in parts if hi is not None]
    high = sum(highs, Fraction(0)) if len(highs) == len(parts) else None
    return (total[1] is None or low <= total[1]) and (
        high is None or total[0] is None or high >= total[0]
    )
