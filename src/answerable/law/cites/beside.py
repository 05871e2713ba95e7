"""Limbs that share a bracket: "31(1)(a, b and c)", "12(4)(d/e)", "40(2, 3A)"."""

import re

from answerable.law.cites.series import Item

_LIMB = r"(?:[ivx]{2,4}|[a-z]|[0-9]{1,2}[a-z]?)"
_AND = r"(?:\s?,\s?(?:and\s|or\s)?|\s?[/&+]\s?|\s(?:and|or|to|a|neu)\s|\s?[-–]\s?)"
_SHARED = re.compile(rf"\s?\(\s?({_LIMB}(?:{_AND}{_LIMB}){{1,9}})\s?\)", re.IGNORECASE)
_PIECE = re.compile(rf"({_AND})?({_LIMB})(?![a-z0-9])", re.IGNORECASE)


def in_one_bracket(text: str, item: Item, end: int) -> tuple[list[Item], int] | None:
    """The limbs in the bracket that follows ``item``, with its end; None if there is none.

    A bracket a space away is one of limbs only behind another limb, and of letters: "section 21
    (2 and 3)" tells which questions it answers.
    """
    shared = _SHARED.match(text, end)
    if shared is None:
        return None
    words = shared.group(1)
    if text[end] != "(" and not (item.parts and words[0].isalpha()):
        return None
    limbs: list[tuple[str, bool]] = []
    for each in _PIECE.finditer(words):
        limb = each.group(2).upper() if each.group(2)[0].isdigit() else each.group(2).lower()
        limbs.append((limb, (each.group(1) or "").strip() in ("to", "-", "–")))
    if len({limb[0].isdigit() for limb, _ in limbs}) > 1:
        return None
    (first, _), *more = limbs
    members = [Item(item.number, (*item.parts, first), item.ranged)]
    return members + [Item("", (limb,), ranged) for limb, ranged in more], shared.end()
