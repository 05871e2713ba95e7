"""What is part of what, in the officer's words: what makes something up, and what is some of it.

“North, South make up North region” leaves nothing over; “Under 16 is part of Total” does. Words are
read by the labels of the table they are said of, so that labels may hold any words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from answerable.model import RefusedInputError, UnusableInputError

_SUM = (" make up ", " makes up ", " add up to ")
_PART = (" is part of ", " is a part of ", " are part of ", " of ")
_AND = (",", ";", "+", "&", " and ")
_MOST_PARTS = 100
_MOST_TRIED = 12  # parts of one whole of which every choice is tried
HOW = "write “Under 16 is part of Total”, or “North, South make up North region”"


Sum = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Nesting:
    """Of one dimension, by label: ``sums`` are what makes up what, ``parts`` what is some of what.

    ``loose`` are wholes of which a file names some: what is part of nothing may be of them, too.
    """

    sums: tuple[Sum, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    loose: frozenset[str] = frozenset()

    @property
    def below(self) -> frozenset[str]:
        """The labels that make something up."""
        return frozenset(name for members, _ in self.sums for name in members)

    @property
    def apart(self) -> frozenset[str]:
        """The labels that are only some of another, and so are not added to any total."""
        return frozenset(part for part, _ in self.parts) - self.below

    def words(self) -> list[str]:
        """The same as it would be said."""
        return [
            *(f"{', '.join(members)} make up {whole}" for members, whole in self.sums),
            *(f"{part} is part of {whole}" for part, whole in self.parts),
        ]


def nestings(
    labels: Sequence[Sequence[str]], within: Mapping[str, str], said: Iterable[str]
) -> tuple[Nesting, ...]:
    """What is said, for each dimension.

    Args:
        labels: the labels of each dimension.
        within: what each label makes up, with others (from a file).
        said: sentences, in the two forms above.

    Raises:
        RefusedInputError: more is said than can be judged.
        UnusableInputError: something said has neither form, names no label or labels of two
            dimensions, or makes something a part of itself.
    """
    sums: list[dict[str, list[str]]] = [{} for _ in labels]
    for part, whole in within.items():
        axis = _axis(labels, (part, whole), f"“{part}” is said to be part of “{whole}”")
        sums[axis].setdefault(whole, []).append(part)
    makes = [[(tuple(some), whole) for whole, some in each.items()] for each in sums]
    parts: list[list[tuple[str, str]]] = [[] for _ in labels]
    for sentence in filter(str.strip, said):
        axis, members, whole, makes_up = _read(sentence, labels)
        if makes_up:
            makes[axis].append((members, whole))
        else:
            parts[axis] += [(member, whole) for member in members]
        if len(parts[axis]) > _MOST_PARTS:
            raise RefusedInputError(
                f"Up to {_MOST_PARTS} labels can be said to be part of another; give a smaller table."
            )
    found = tuple(
        Nesting(tuple(dict.fromkeys(each)), _through(tuple(dict.fromkeys(some))), frozenset(of))
        for each, some, of in zip(makes, parts, sums, strict=True)
    )
    for each in found:
        _no_circle(each)
    return found


def speaks_of(sentence: str, labels: Sequence[Sequence[str]]) -> bool:
    """Whether a sentence can be read by these labels; another table may have those it names."""
    try:
        _read(sentence, labels)
    except UnusableInputError:
        return False
    return True


def _axis(labels: Sequence[Sequence[str]], named: Sequence[str], what: str) -> int:
    holding = [k for k, names in enumerate(labels) if {*named} <= {*names}]
    if not holding:
        raise UnusableInputError(f"{what}, but no dimension has both labels.")
    if len(holding) > 1:
        raise UnusableInputError(f"“{named[0]}” is a label of two dimensions; tell them apart.")
    return holding[0]


def _read(sentence: str, labels: Sequence[Sequence[str]]) -> tuple[int, tuple[str, ...], str, bool]:
    """The dimension, the labels that are part, the whole, and whether they make it up."""
    text = f" {' '.join(sentence.split()).rstrip('.')} "
    tried = ""
    for words, makes_up in (*((each, True) for each in _SUM), *((each, False) for each in _PART)):
        for at in _places(text, words):
            left, right = text[:at].strip(), text[at + len(words) :].strip()
            ways = [
                (axis, members, whole, makes_up)
                for axis, names in enumerate(labels)
                if (whole := _label(right, names)) and (members := _members(left, names))
            ]
            if len(ways) > 1:
                raise UnusableInputError(
                    f"“{ways[0][2]}” is a label of two dimensions; tell them apart."
                )
            if ways:
                return ways[0]
            known = any(_label(right, names) for names in labels)
            tried = tried or (left if known else right)
    if tried:
        raise UnusableInputError(
            f"In “{sentence.strip()}”, “{tried}” is not a label beside the other; the labels are "
            f"{_listed(labels)}."
        )
    raise UnusableInputError(f"“{sentence.strip()}” does not say what is part of what: {HOW}.")


def _places(text: str, words: str) -> list[int]:
    folded = text.casefold()
    return [k for k in range(len(folded)) if folded.startswith(words, k)]


def _label(text: str, names: Sequence[str]) -> str:
    """The label that this is, capitals or not; "" if it is none."""
    if text in names:
        return text
    alike = [name for name in names if name.casefold() == text.strip("“”\"'").casefold()]
    return alike[0] if len(alike) == 1 else ""


def _members(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """The labels of a list; () if it is none. A label may hold commas itself."""
    if found := _label(text, names):
        return (found,)
    for mark in _AND:
        for at in _places(text, mark):
            if not (first := _label(text[:at].strip(), names)):
                continue
            if rest := _members(text[at + len(mark) :].strip().removeprefix("and "), names):
                return (first, *(name for name in rest if name != first))
    return ()


def _listed(labels: Sequence[Sequence[str]]) -> str:
    return "; ".join(", ".join(f"“{name}”" for name in names[:12]) for names in labels)


def _through(parts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """A part of a part is a part of the whole: its rest, too, can be had by subtraction."""
    found, seen = list(parts), {*parts}
    for part, middle in found:  # grows while it is gone through
        for other, whole in parts:
            if other == middle and whole != part and (part, whole) not in seen:
                seen.add((part, whole))
                found.append((part, whole))
    return tuple(found)


def _no_circle(nesting: Nesting) -> None:
    above: dict[str, set[str]] = {}
    pairs = ((name, whole) for members, whole in nesting.sums for name in members)
    for part, whole in (*pairs, *nesting.parts):
        above.setdefault(part, set()).add(whole)
    for name in above:
        seen: set[str] = set()
        left = list(above[name])
        while left:
            each = left.pop()
            if each == name:
                raise UnusableInputError(f"“{name}” is part of itself, as it was said.")
            if each not in seen:
                seen.add(each)
                left += above.get(each, ())


def check_parts(names: Sequence[str], lines: Sequence[Sequence[int]], nesting: Nesting) -> None:
    """That what is said to be only some of a whole is not what makes it up.

    Parts that make up their whole by the numbers would leave a sum out that any reader sees.

    Raises:
        UnusableInputError: it is; the sentence says what to say instead.
    """
    column = {name: [line[k] for line in lines] for k, name in enumerate(names)}
    top = [name for name in names if name not in nesting.apart | nesting.below]
    for whole in dict.fromkeys(whole for _, whole in nesting.parts):
        some = [p for p, of in nesting.parts if of == whole and p in nesting.apart]
        groups = [name for name in top if name != whole] if whole in top else []
        for others in ([], groups) if groups else ([],):
            left = [
                n - sum(column[name][k] for name in others) for k, n in enumerate(column[whole])
            ]
            if few := _making_up(some, column, left, 1 if others else 2):
                raise UnusableInputError(
                    f"“{whole}” is everywhere the sum of {_and(*others, *few)}, which a reader "
                    f"would see: {_instead(others, few, whole)}."
                )


def _making_up(
    some: Sequence[str], column: Mapping[str, list[int]], left: list[int], least: int
) -> tuple[str, ...]:
    if not any(left) or len(some) > _MOST_TRIED:
        return ()
    for size in range(least, len(some) + 1):
        for few in combinations(some, size):
            if [sum(each) for each in zip(*(column[name] for name in few), strict=True)] == left:
                return few
    return ()


def _instead(others: Sequence[str], few: Sequence[str], whole: str) -> str:
    if others:
        return f"leave out that {_and(*few)} would be only a part of “{whole}”"
    return f"say “{', '.join(few)} make up {whole}” in place of “part of”"


def _and(*names: str) -> str:
    return " and ".join(f"“{name}”" for name in names)
