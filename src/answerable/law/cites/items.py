"""The list that follows an opening word: "31(1)(a)-(c) and (g), 40(2)", as it is written."""

import re

from answerable.law.cites.beside import in_one_bracket
from answerable.law.cites.leads import Lead
from answerable.law.cites.lone import known_section, may_be_a_section, may_stand_bare
from answerable.law.cites.loose import Loose, loose_at
from answerable.law.cites.series import Item

# Across a line end the next limb must not begin a sentence, or it labels an item of a list.
_GAP = r"(?:[^\S\n]{0,2}|[^\S\n]?\n[>\s]{0,4}(?=\([0-9a-zA-Z]{1,3}\)(?!\s{1,3}[A-Z\"“])))"
# Short words in brackets, which are no limbs.
_WORDS = r"(?!(?:or|no|uk|eu|us|ie|eg|as|at|an|by|do|go|he|if|in|is|it|me|my|of|on|so|to|up|we|am|pm|mr|ms|dr|hr|it|pa)\s?\))"
_LETTERS = rf"{_WORDS}[a-z]{{1,2}}|[ivx]{{3,4}}"
_LIMB = rf"{_GAP}\(\s?(?:[0-9]{{1,2}}[a-z]{{0,2}}|{_LETTERS})\s?\)"
_LOOSE = r"(?:(?<=\))(?:[a-k]|i{2,3}|iv)\)?(?![\w'’]))?"  # "31(1)a"
_ITEM = re.compile(
    rf"([0-9]{{1,3}}(?-i:[A-Z]{{0,2}}|[a-z]))(?![\w%£]|[.:][0-9]|,[0-9]{{3}}|-[a-z])((?:{_LIMB}){{0,5}}{_LOOSE})",
    re.IGNORECASE,
)
_LIMBS = re.compile(rf"((?:{_LIMB}){{1,5}}{_LOOSE})(?!\w)", re.IGNORECASE)
_SUB = r"(?:sub[-\s]?sections?|sub[-\s]?paragraphs?|paragraphs?|paras?\.?|limbs?|parts?)"
_BELOW = re.compile(
    rf",?\s{{1,2}}(?P<opens>\()?{_SUB}\s{{1,2}}(?:(?P<limbs>(?:{_LIMB}){{1,5}})|(?P<number>[0-9]{{1,2}}[A-Z]{{0,2}})(?![\w%]|\.[0-9]))(?(opens)\s?\))",
    re.IGNORECASE,
)
_WITH = (
    r"(?:read\s|together\s|along\s|in\sconjunction\s)?with\b|by\svirtue\sof\b|as\swell\sas\b"
    r"|and\s?/\s?or\b|and\b|or\b|and/or\b|ac\b|neu\b"
)
_JOIN = re.compile(
    rf"(?:\s\((?=[a-z]{{3}})[^()\n]{{4,70}}\))?\s{{0,3}}(?:(?P<range>-|–|—|‑|−|to\b|through\b)|(?:,|;|/|&|\+|{_WITH})(?:\s{{0,2}}(?:{_WITH}|&|also\b))?)\s{{0,3}}"
    rf"(?:,?\s?(?:also|alternatively|in\sthe\salternative|failing\sthat),?\s)?(?P<sub>{_SUB}\s{{1,3}})?",
    re.IGNORECASE,
)
# "adran 31(1)(a) a (b)", "adrannau 23 i 26".
_JOIN_WELSH = re.compile(r"\s{1,3}(?:(?P<range>i)|a|ac|neu)\s{1,3}(?P<sub>(?!))?", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?<![\w-]){_SUB}\s{{0,2}}((?:(?:{_LIMB}){{1,4}}|\s[0-9]{{1,2}}[A-Z]?)(?:\s?(?:,|and|or|&|to|-|–)\s?(?:{_LIMB}){{1,3}}){{0,6}})"
    r"\s{1,2}(?:of|in|to|under)\s{1,2}(?:the\s)?$",
    re.IGNORECASE,
)
# "Sections 35(1)(a) (formulation of policy) and 36(2)(b)(i)": what a member is about stands behind it.
_OF = (" of", ")of", " in", " to", " under", " the")
_WHITE = re.compile(r"[\s()>]+")
_MOST = 40  # members of one list; no letter names more


def items_at(text: str, at: int, lead: Lead) -> tuple[list[Item], int]:
    """The members of the list whose first number is at ``at``, and where the list ends."""
    first = _number(text, at, lead)
    if first is None:
        return [], at
    parts, end = _below(text, first.parts, first.end)
    if not parts and lead.needs_limb:
        return [], at
    items, end = _members(text, Item(first.number, parts, needs_law=first.needs_law), end)
    for _ in range(_MOST):
        join = _JOIN.match(text, end) or (_JOIN_WELSH.match(text, end) if lead.welsh else None)
        if join is None:
            break
        item = _next(text, join, items[-1], lead)
        if item is None:
            break
        more, end = _members(text, *item)
        items += more
    return items, end


def _members(text: str, item: Item, end: int) -> tuple[list[Item], int]:
    """A member with those written in one bracket or beside it, and where they end."""
    several = in_one_bracket(text, item, end)
    return several if several is not None else (_side_by_side(item), end)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _side_by_side(item: Item) -> list[Item]:
    """Limbs of one depth written without a comma: "31(1)(a)(b)", "36(2)(b)(i)(ii)"."""
    for place in range(1, len(item.parts)):
        if _beside(item.parts, place):
            first = Item(item.number, item.parts[:place], item.ranged)
            return [first, *(Item("", (part,)) for part in item.parts[place:])]
    return [item]


def _beside(parts: tuple[str, ...], place: int) -> bool:
    """Whether the limb at ``place`` stands beside the one before it, not within it."""
    before, limb = parts[place - 1], parts[place]
    if place >= 3 and before in _ROMAN and limb in _ROMAN:
        return _ROMAN.index(limb) == _ROMAN.index(before) + 1
    both = len(before) == len(limb) == 1 and before.isalpha() and limb.isalpha()
    return both and before < limb and limb not in ("i", "v", "x")


def items_before(text: str, start: int) -> tuple[list[tuple[tuple[str, ...], bool]], int]:
    """Limbs named before the section: "subsections (1) and (3) of section 31".

    Gives each with whether it ends a range, and where the words begin.
    """
    if not text[max(0, start - 8) : start].rstrip().lower().endswith(_OF):
        return [], start
    head = text[max(0, start - 60) : start]
    found = _BEFORE.search(head)
    if found is None:
        return [], start
    limbs: list[tuple[tuple[str, ...], bool]] = []
    place = 0
    words = found.group(1)
    for each in re.finditer(rf"(?:{_LIMB})+|[0-9]{{1,2}}[A-Za-z]?", words, re.IGNORECASE):
        between = words[place : each.start()].strip().lower()
        limbs.append((_split(each.group()), between in ("to", "-", "–")))
        place = each.end()
    return limbs, start - len(head) + found.start()


def _below(text: str, parts: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int]:
    """Limbs written out after the number: "section 40, subsection (2)"."""
    for _ in range(3):
        below = _BELOW.match(text, end)
        if below is None or (below.group("number") and "sub" not in below.group().lower()):
            break
        parts += _split(below.group("limbs") or below.group("number"))
        end = below.end()
    return parts, end


def _number(text: str, at: int, lead: Lead) -> Loose | None:
    """A number with its limbs; with a small letter only where the Act has such a section, s.22a."""
    found = _ITEM.match(text, at)
    if found is None:
        return loose_at(text, at, lead.environmental)
    number = found.group(1)
    if number[-1].islower() and not known_section(number.upper()):
        return None
    if text[found.end() : found.end() + 1] == "[" and not found.group(2):
        loose = loose_at(text, at, lead.environmental)
        if loose is not None:
            return loose
    return Loose(number.upper(), _split(found.group(2)), found.end(), needs_law=False)


def _next(text: str, join: re.Match[str], before: Item, lead: Lead) -> tuple[Item, int] | None:
    """The next member: a limb of the same provision, or another provision."""
    at, ranged = join.end(), join.group("range") is not None
    limbs = _LIMBS.match(text, at)
    if limbs is not None:
        if not before.parts and before.number and ranged:
            return None  # "section 21 - (a) …" labels an item
        return Item("", _split(limbs.group(1)), ranged), limbs.end()
    item = _number(text, at, lead)
    if item is None or (item.needs_law and not before.needs_law):
        return None  # "section 40(2), 12.5 hours of work"
    parts, end = _below(text, item.parts, item.end)
    below = (join.group("sub") or "").lower()
    if below and not (parts and may_be_a_section(item.number)):
        # "Section 14(1) and subsection 2" goes on within the section; "section 40, part 2" does not.
        return (Item("", (item.number, *parts)), end) if "sec" in below else None
    if not parts and not may_stand_bare(text, join, item.number, item.end, before, lead):
        return None
    return Item(item.number, parts, ranged, needs_law=item.needs_law), end


def _split(limbs: str) -> tuple[str, ...]:
    # Numbered subsections keep their capital letter, (5B), as the Acts print it; limbs have none.
    if not limbs:
        return ()
    return tuple(
        part.upper() if part[0].isdigit() else part.lower() for part in _WHITE.split(limbs) if part
    )
