"""Lists and ranges of provisions written out: "31(1)(a)-(c)", "36(2)(b)(i) and (ii)"."""

from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from answerable.law import store
from answerable.model import Cite, Regime

_LAST = {Regime.FOIA: 88, Regime.FOISA: 76, Regime.EIR: 21, Regime.EISR: 22}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MOST = 12  # a longer range names a part of the Act ("sections 21 to 44"), not provisions


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a list as written: a number with limbs, or limbs alone (no number)."""

    number: str
    parts: tuple[str, ...]
    ranged: bool = False  # joined to the one before by "-" or "to"
    needs_law: bool = False  # written as other papers number their parts: "40.2"


def expand(items: list[Item], regime: Regime) -> tuple[Cite, ...]:
    """The cites that ``items`` stand for, each once; empty if they cannot be of this law."""
    if len(items) == 1:
        one = _cite(items[0], None, regime)
        return (one,) if one and int(one.number.rstrip(ascii_uppercase)) <= _LAST[regime] else ()
    cites: list[Cite] = []
    for item in items:
        cite = _cite(item, cites[-1] if cites else None, regime)
        if cite is None or int(cite.number.rstrip(ascii_uppercase)) > _LAST[regime]:
            return ()
        if item.ranged and cites:
            between = _between(cites[-1], cite)
            if between is None:
                return ()
            cites += between
        cites.append(cite)
    return tuple(dict.fromkeys(cites))


def _cite(item: Item, before: Cite | None, regime: Regime) -> Cite | None:
    if item.number:
        number = item.number.lstrip("0")
        return Cite(regime, number, item.parts) if number[:1].isdigit() else None
    if before is None:
        return None
    return Cite(regime, before.number, _aligned(before, item))


def _aligned(cite: Cite, item: Item) -> tuple[str, ...]:
    """Limbs alone take the place of those of their own depth in the provision before."""
    before, limbs = cite.parts, item.parts
    kind = "letter" if _letter_i(cite, item) else _kind(limbs[0], before)
    for depth in range(len(before) - 1, -1, -1):
        if _kind(before[depth], before[:depth]) == kind:
            return before[:depth] + limbs
    return before + limbs


def _letter_i(before: Cite, item: Item) -> bool:
    """Whether "(i)" is the letter after h, where it could be Roman: "31(1)(g) and (i)".

    The end of a range from a letter is one; otherwise the law says which of the two it has.
    """
    last = before.parts[-1] if before.parts else ""
    if (
        item.parts[0] not in ("i", "v", "x")
        or len(last) != 1
        or not last.isalpha()
        or last in _ROMAN
    ):
        return False
    if item.ranged:
        return True
    section = store.structure().regimes[before.regime].sections.get(before.number)
    if section is None:
        return False
    stem = "".join(f"({part})" for part in before.parts[:-1])
    roman = f"{stem}({last})({item.parts[0]})"
    return f"{stem}({item.parts[0]})" in section.limbs and roman not in section.limbs


def _kind(limb: str, above: tuple[str, ...]) -> str:
    if limb[0].isdigit():
        return "number"
    # (i) after a lettered limb is Roman; (i) after a number is the letter between h and j.
    if limb in _ROMAN and above and any(not part[0].isdigit() for part in above):
        return "roman"
    return "letter"


def _between(first: Cite, last: Cite) -> list[Cite] | None:
    """The members strictly between the ends of a range; None where it is no range at all."""
    if first.number != last.number:
        return _sections_between(first, last)
    if len(first.parts) != len(last.parts) or first.parts[:-1] != last.parts[:-1]:
        return []
    stem, low, high = first.parts[:-1], first.parts[-1], last.parts[-1]
    return [Cite(first.regime, first.number, (*stem, part)) for part in _middle(low, high, stem)]


def _middle(low: str, high: str, stem: tuple[str, ...]) -> list[str]:
    if low.isdigit() and high.isdigit():
        count = int(high) - int(low)
        return [str(n) for n in range(int(low) + 1, int(high))] if count <= _MOST else []
    if low in _ROMAN and high in _ROMAN and stem and not stem[-1].isdigit():
        return list(_ROMAN[_ROMAN.index(low) + 1 : _ROMAN.index(high)])
    if len(low) == len(high) == 1 and low.isalpha() and high.isalpha():
        return [chr(code) for code in range(ord(low) + 1, ord(high))]
    if len(low) == 1 and len(high) == 2 and high[0] == low:  # s.37(1)(a)-(ad): (aa), (ab), (ac)
        return [low + letter for letter in ascii_lowercase[: ascii_lowercase.index(high[1])]]
    return []


def _sections_between(first: Cite, last: Cite) -> list[Cite] | None:
    if first.parts or last.parts or not (first.number.isdigit() and last.number.isdigit()):
        return []
    low, high = int(first.number), int(last.number)
    if high - low > _MOST:
        return None
    return [Cite(first.regime, str(n)) for n in range(low + 1, high)]
