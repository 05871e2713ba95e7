r"""Long lists of alternatives, sorted by their first letters: found as ``re`` finds them, in less time.

``re`` goes through ``(?:we|i|our office) (?:hold|have)|the council has|held`` one alternative after
the other, at every place, and enters each to see how it begins. Here the parsed expression is put in
another order that means the same: an alternative that begins with alternatives of its own is written
out once for each, and those that begin with the same letter stand together, behind that letter. So
the engine sees from one letter which few to try.

What is tried first stays first: alternatives that begin with different letters never both match in
one place, so only their order is changed. Nothing is changed where case does not count, and where
an interpreter keeps its parser elsewhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

try:
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _constants as op  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # an interpreter that keeps them elsewhere: slower, not different
    parser = None

__all__ = ["ASCII", "compile_behind", "compile_sorted", "firsts_of", "op", "parsed"]

Items = list[tuple[Any, Any]]  # a parsed expression: kinds and what belongs to each
Firsts = tuple[frozenset[str], bool]  # the characters; whether a match may also hold none

ASCII = frozenset(map(chr, range(128)))
_BEYOND = "\x80"  # stands for every character beyond ASCII
_TRIED = ASCII | {_BEYOND}
_MOST = 600  # elements of a list of alternatives that are written out


def parsed(source: str, flags: int) -> Any | None:
    """The tree of an expression; None where none can be had or case does not count."""
    if parser is None or flags & re.IGNORECASE:
        return None
    tree = parser.parse(source, flags)
    return None if tree.state.flags & (re.IGNORECASE | re.VERBOSE | re.LOCALE) else tree


def compile_sorted(source: str, flags: int) -> re.Pattern[str]:
    """As ``re.compile``, with the alternatives sorted."""
    tree = parsed(source, flags)
    if tree is None:
        return re.compile(source, flags)
    return _compiled(_sequence(list(tree), tree.state), tree.state)


def compile_behind(source: str, flags: int) -> re.Pattern[str] | None:
    r"""As ``compile_sorted``, for ``\b…``: with one character before it that is no part of a word.

    None where the expression does not begin with an edge of a word, or a match may begin with
    more than plain letters and digits.
    """
    tree = parsed(source, flags)
    if tree is None or not tree or tree[0] != (op.AT, op.AT_BOUNDARY):
        return None
    firsts, empty = firsts_of(tree)
    if empty or not firsts <= _WORD:
        return None
    rest = _sequence(list(tree)[1:], tree.state, edge=True)
    return _compiled([(op.IN, _NO_WORD), *rest], tree.state)


_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
if parser is not None:
    _NO_WORD = [
        (op.NEGATE, None),
        (op.RANGE, (ord("a"), ord("z"))),
        (op.RANGE, (ord("A"), ord("Z"))),
        (op.RANGE, (ord("0"), ord("9"))),
        (op.LITERAL, ord("_")),
    ]


def _compiled(items: Items, state: Any) -> re.Pattern[str]:
    pattern: re.Pattern[str] = compiler.compile(parser.SubPattern(state, items), state.flags)
    return pattern


def _sequence(items: Items, state: Any, *, edge: bool = False) -> Items:
    """The elements with all alternatives among them sorted; ``edge``: an edge of a word is here."""
    made: Items = []
    for kind, value in items:
        if kind is op.AT:
            if value is not op.AT_BOUNDARY or not edge:
                made.append((kind, value))
            edge = edge or value is op.AT_BOUNDARY
            continue
        if kind is op.BRANCH:
            each = [_sequence(list(one), state, edge=edge) for one in value[1]]
            made.extend(_branch(each, state))
        elif kind is op.SUBPATTERN and not value[1] and not value[2]:
            inner = parser.SubPattern(state, _sequence(list(value[3]), state, edge=edge))
            made.append((kind, (*value[:3], inner)))
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            inner = parser.SubPattern(state, _sequence(list(value[2]), state))
            made.append((kind, (*value[:2], inner)))
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            ahead = value[0] > 0
            inner = _sequence(list(value[1]), state, edge=edge and ahead)
            made.append((kind, (value[0], parser.SubPattern(state, inner))))
            continue
        else:
            made.append((kind, value))
        edge = False
    return made


@dataclass(slots=True)
class _Bucket:
    """Alternatives that stand together: those behind one letter, or one that begins otherwise."""

    letter: int | None
    firsts: frozenset[str] | None  # of one that begins otherwise; None: with anything, or nothing
    each: list[Items]

    def bars(self, letter: int) -> bool:
        """Whether an alternative that begins with ``letter`` may not be moved before this one."""
        return self.letter is None and (
            self.firsts is None or letter > 127 or chr(letter) in self.firsts
        )


def _branch(alternatives: Iterable[Items], state: Any) -> Items:
    """One element, or a few, for a list of alternatives."""
    buckets: list[_Bucket] = []
    for items in _written_out(list(alternatives)):
        if not items or items[0][0] is not op.LITERAL:
            firsts, empty = firsts_of(items)
            buckets.append(_Bucket(None, None if empty else firsts, [items]))
            continue
        letter = items[0][1]
        for bucket in reversed(buckets):
            if bucket.letter == letter:
                bucket.each.append(items[1:])
                break
            if bucket.bars(letter):
                buckets.append(_Bucket(letter, None, [items[1:]]))
                break
        else:
            buckets.append(_Bucket(letter, None, [items[1:]]))
    made = [_of_bucket(bucket, state) for bucket in buckets]
    if len(made) == 1:
        return made[0]
    if all(len(items) == 1 and items[0][0] is op.LITERAL for items in made):
        return [(op.IN, [items[0] for items in made])]
    return [(op.BRANCH, (None, [parser.SubPattern(state, items) for items in made]))]


def _of_bucket(bucket: _Bucket, state: Any) -> Items:
    if bucket.letter is None:
        return bucket.each[0]
    if len(bucket.each) == 1:
        return [(op.LITERAL, bucket.letter), *bucket.each[0]]
    return [(op.LITERAL, bucket.letter), *_branch(bucket.each, state)]


def _written_out(alternatives: list[Items]) -> list[Items]:
    """The alternatives, those that begin with alternatives of their own once for each."""
    made: list[Items] = []
    waiting = alternatives[::-1]
    room = _MOST - sum(map(_size, alternatives))
    while waiting:
        items = waiting.pop()
        heads = _heads(items)
        more = sum(map(_size, heads)) + (len(heads) - 1) * _size(items[1:]) if heads else 0
        if not heads or more > room:
            made.append(items)
        else:
            room -= more
            waiting.extend([*head, *items[1:]] for head in reversed(heads))
    return made


def _heads(items: Items) -> list[Items]:
    """What an alternative may begin with, best first, where that are several things."""
    if items:
        kind, value = items[0]
        if kind is op.BRANCH:
            return [list(one) for one in value[1]]
        if kind is op.MAX_REPEAT and value[:2] == (0, 1) and _is_plain(value[2]):
            return [list(value[2]), []]
    return []


def _is_plain(items: Items) -> bool:
    """Whether what is repeated holds something in every match, and no group that is asked for."""
    return not firsts_of(items)[1] and not any(kind is op.SUBPATTERN for kind, _ in _all(items))


def _all(items: Items) -> Iterable[tuple[Any, Any]]:
    """Every element, and those within it."""
    for kind, value in items:
        yield kind, value
        if kind is op.BRANCH:
            for one in value[1]:
                yield from _all(one)
        elif kind in (op.SUBPATTERN, op.MAX_REPEAT, op.MIN_REPEAT, op.ASSERT, op.ASSERT_NOT):
            yield from _all(value[-1])


def _size(items: Items) -> int:
    return sum(1 for _ in _all(items))


def firsts_of(items: Iterable[tuple[Any, Any]]) -> Firsts:
    """The characters a match of the elements can begin with, and whether it may be empty.

    One of a set that holds characters beyond ASCII may begin with ``_BEYOND``.
    """
    found: frozenset[str] = frozenset()
    for kind, value in items:
        firsts, empty = _firsts_of(kind, value)
        found |= firsts
        if not empty:
            return found, False
    return found, True


def _firsts_of(kind: Any, value: Any) -> Firsts:
    if kind is op.LITERAL:
        return frozenset(chr(value)), False
    if kind is op.IN:
        return frozenset(c for c in _TRIED if _is_in(c, value)), False
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset(), True
    if kind is op.SUBPATTERN:
        _, added, _, items = value
        return (ASCII, True) if added & re.IGNORECASE else firsts_of(items)
    if kind is op.BRANCH:
        each = [firsts_of(items) for items in value[1]]
        return frozenset().union(*(firsts for firsts, _ in each)), any(e for _, e in each)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, _, items = value
        firsts, empty = firsts_of(items)
        return firsts, empty or least == 0
    return ASCII, True  # anything else, "." among them: any character, or none


def _is_in(character: str, members: Iterable[tuple[Any, Any]]) -> bool:
    r"""Whether a set such as ``[^a-z\d]`` holds the character."""
    negated = held = False
    for kind, value in members:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            held = held or character == chr(value)
        elif kind is op.RANGE:
            held = held or value[0] <= ord(character) <= value[1]
        else:  # \d, \w and the like
            held = held or character in _CLASSES[str(value)]
    return held != negated


def _reaches_beyond(kind: Any, value: Any) -> bool:
    if kind is op.LITERAL:
        return bool(value > 127)
    if kind is op.RANGE:
        return bool(value[1] > 127)
    return True  # all but a few; letters and digits of other alphabets


_CLASSES = {
    name: frozenset(c for c in ASCII if re.match(sign, c))
    for name, sign in (
        ("CATEGORY_DIGIT", r"\d"),
        ("CATEGORY_NOT_DIGIT", r"\D"),
        ("CATEGORY_SPACE", r"\s"),
        ("CATEGORY_NOT_SPACE", r"\S"),
        ("CATEGORY_WORD", r"\w"),
        ("CATEGORY_NOT_WORD", r"\W"),
    )
}
