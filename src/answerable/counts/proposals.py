"""What an officer may have meant by a total that does not add up: a part, or a subtotal, among groups.

Only what fits in every line is proposed, in the very words that would say it. Nothing is taken as said.
"""

from collections.abc import Sequence
from itertools import combinations

from answerable.counts.runs import parts_of
from answerable.model import UnusableInputError

_AT_ONCE, _FEW = 3, 16  # how many groups may be too many, and among how many that is tried

Lines = Sequence[Sequence[int]]


class PartUnsaidError(UnusableInputError):
    """The table may be right, if what is part of what is said: ``proposed`` are the very words.

    ``why`` ends before "say". What is proposed fits names and numbers, and is taken of nobody.
    """

    def __init__(self, why: str, proposed: tuple[str, ...]) -> None:
        super().__init__(f"{why} say, if it is so, “{'”, “'.join(proposed)}”.")
        self.why, self.proposed = why, proposed


def unsaid(what: str, names: Sequence[str], lines: Lines, total: int) -> UnusableInputError:
    """The refusal of a total that does not add up; ``what`` says where, and ends before the advice."""
    extra = _too_many(names, lines, total)
    words = [_words(k, extra, names, lines, total) for k in extra]
    if extra and all(words):
        listed = " and ".join(f"“{names[k]}”" for k in extra)
        why = f"it adds up without {listed}: leave {'it' if len(extra) == 1 else 'them'} out, or"
        return PartUnsaidError(what + why, tuple(filter(None, words)))
    if extra:
        return UnusableInputError(
            f"{what}it adds up without “{names[extra[0]]}”, which looks like a part or a subtotal "
            "of the others: leave it out, or say what is part of what."
        )
    if total != len(names) - 1:
        return UnusableInputError(
            f"{what}put the table right first, or give “{names[total]}” another name if it is no "
            "total."
        )
    return UnusableInputError(f"{what}put the table right first.")


def _too_many(names: Sequence[str], lines: Lines, total: int) -> tuple[int, ...]:
    """The fewest groups without which the total is the sum of the rest; () if there are none."""
    groups = [k for k in range(len(names)) if k != total and any(line[k] for line in lines)]
    over = [sum(line) - 2 * line[total] for line in lines]
    if len(groups) == 1:  # a whole and one of its parts
        (k,) = groups
        return (k,) if all(line[k] <= line[total] for line in lines) else ()
    for size in range(1, min(len(groups) - 1, _AT_ONCE if len(groups) <= _FEW else 1) + 1):
        for few in combinations(groups, size):
            if all(sum(line[k] for k in few) == n for line, n in zip(lines, over, strict=True)):
                return few
    return ()


def _words(k: int, extra: Sequence[int], names: Sequence[str], lines: Lines, total: int) -> str:
    """What may be said of one group: that others make it up, or that it is some of another."""
    kept = [j for j in range(len(names)) if j not in (k, total, *extra)]
    narrow = [[line[j] for j in (*kept, k)] for line in lines]
    if parts := parts_of(len(kept), narrow, None, anything=True):
        return f"{', '.join(names[kept[j]] for j in parts[0])} make up {names[k]}"
    wholes = [
        j for j in kept if _named(names[j], names[k]) and all(line[k] <= line[j] for line in lines)
    ]
    whole = max(wholes, key=lambda j: len(names[j]), default=total)
    if all(line[k] <= line[whole] for line in lines):
        return f"{names[k]} is part of {names[whole]}"
    return ""


def _named(whole: str, part: str) -> bool:
    """Whether the name of a part has the name of its whole in it: “Men under 16”, “Men”."""
    long, short = part.casefold().split(), whole.casefold().split()
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
