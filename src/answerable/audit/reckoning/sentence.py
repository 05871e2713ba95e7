"""Figures told in a sentence, and the hidden one that their total gives away.

"14 in the North, fewer than five in the South and 17 in all": three are in the South. Only a
sentence of which every clause is understood is worked; one with a second hidden figure, a range,
a part left over or anything rounded is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from answerable.audit.wordings.lines import around, line_at
from answerable.audit.wordings.numbers import value
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Span


@dataclass(frozen=True, slots=True)
class Told:
    """A hidden figure that a sentence tells all the same."""

    span: Span
    number: int


_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty"
)
_KEPT = r"(?:withheld|suppressed|redacted|exempt|hidden|omitted|removed|kept back|held back|(?:not|cannot be) (?:disclosed|given|shown|released|stated|provided|published))"
# Not "the figures below five", which speaks of cells.
_BELOW = r"(?<!figure )(?<!figures )(?<!number )(?<!numbers )(?<!counts )(?<!cells )(?<!those )(?<!any )(?<!anything )(?:<|fewer than |less than |under |below )(?P<below>\d{1,2}|five|six|ten)\b"
# The figure of one place kept back: "ward b *", "beech (withheld)", "the figure for beech is withheld".
_CELL = (
    rf"{_BELOW}(?! ?(?:%|per ?cent|working|days|hours|minutes|weeks|months|years|years|pages|pounds|miles|km))"
    r"|(?<=[a-z\]'\d)] )(?:\*{1,3}|\[c\]|\[x\]|xx?)(?![\w*])|(?<=[a-z]: )\*(?![\w*])"
    rf"|\b(?:figure|number|count|value) (?:for|in|at|of|from) [a-z][a-z' -]{{0,40}} (?:is |was |has been |have been )?{_KEPT}\b"
    rf"|(?<=[,;:] )(?:and )?(?!(?:the )?(?:names?|information|details?|figures?|numbers?|rest|remainder|others?|it|this|that|these|those|they|which|we|has|have|been|was|were|is|are|to|be|all|some|both|each|none|total)\b)(?:the )?[a-z][a-z' -]{{0,24}} (?:is |was |has been )?[\[(]?{_KEPT}\b"
    rf"|(?<= and )[a-z][a-z' -]{{0,24}} [\[(]{_KEPT}\b"
)
_HIDDEN = Phrase(
    _CELL,
    "<", "fewer than ", "less than ", "under ", "below ", "*", "[c]", "[x]", " x", "withheld", "suppressed", "redacted", "exempt", "hidden", "omitted", "removed", "kept back", "held back", "disclosed", "given", "shown", "released", "stated", "provided", "published",
    anywhere=True,
)  # fmt: skip
# What makes the sum unsure: a range, a round figure, a second part that is not given, a supposition.
_UNSURE = compiled(
    r"\b(?:between|about|around|approximately|approx|roughly|nearly|almost|more than|over \d|at least|at most|up to|some \d|estimated?|round(?:ed|ing)|nearest|includ\w+|among|such as|for example|e\.g|the rest|remainder|remaining|the others?|elsewhere|not known|unknown|not recorded|unrecorded|each|both|either|respectively|if|per ?cent|several|a few|a handful|many|may be|might|would)\b|%|\d ?(?:-|to) ?\d"
)
# Numbers that count nothing: a section, a date, a year, a label, a stretch of time.
_NO_COUNT = compiled(
    r"\b(?:sections?|s\.?|regulations?|regs?\.?|articles?|parts?|questions?|items?|schedules?|paragraphs?|pages?|tables?|wards?|years?|bands?|grades?|class|routes?|zones?|sites?|blocks?|units?|lots?|levels?|tiers?|q|aged?|version|no\.?) ?\d[\d.]*(?:\([a-z0-9]{1,4}\)){0,3}(?= |[,;:.]|$)"
    r"|\b(?:below|under|less than|fewer than) (?:\d{1,2}|five|six|ten)\b|\b(?:19|20)\d\d(?:[/-]\d{2,4})?\b|\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b\d{1,3} (?:working |calendar )?(?:days|hours|minutes|weeks|months|years)\b"
)
_FIGURE = compiled(
    rf"(?<![\w.,/(-])£?(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,6}})(?![\w(/]|[.,]\d)|\b(?P<words>{_WORDS})\b|\b(?P<one>one)(?= (?:in|at|for|from|about|to)\b)"
)
_TOTAL = compiled(
    r"\b(?:totals?|totall?ed|totalling|overall|altogether|all told|combined|all together)\b|\bin all\b(?! (?:cases|of|other|the)\b)"
)
# A total has its figure in its own sentence.
_WITH_ITS_FIGURE = Phrase(
    r"(?:total|in all\b|overall|altogether|all told|combined|all together)",
    "total", "in all", "overall", "altogether", "all told", "combined", "all together",
    needs=(*"0123456789", *_WORDS.split("|")),
)  # fmt: skip
# Places have capitals: "Beech withheld" is a cell, "the addresses are withheld" is none.
_SMALL_WORD = compiled(
    r"(?:and )?(?:the )?(?!figure|number|count|value|fewer|less|under|below|xx?$)[a-z]"
)
_CLAUSE = compiled(
    r"[;:()\[\]\n]|,(?=\s)|\.(?=\s|$)| (?:and|but|while|with|whilst|plus|or|against) "
)
_LONGEST = 600  # characters of a sentence, or two
_MOST = 40  # totals that are looked at


def told_in_a_sentence(letter: Letter) -> Told | None:
    """The first hidden figure that is told by a total and the others beside it."""
    own = letter.own
    beside = (around(own, Span(at, at)) for at in islice(_WITH_ITS_FIGURE.firsts(own), _MOST))
    for hidden in (each for place in beside for each in _HIDDEN.among(own, *place)):
        if _not_a_place(letter.flow[hidden.start : hidden.end]):
            continue
        here = line_at(own, hidden.start)
        whole = _TOTAL.search(own, here.start, here.end) is not None
        line = here if whole else _with_total_beside(own, hidden)
        if line is None or line.end - line.start > _LONGEST:
            continue
        number = _worked(own[line.start : line.end], hidden.start - line.start)
        if number is not None:
            return Told(hidden, number)
    return None


def _not_a_place(mark: str) -> bool:
    """Whether what is kept back is no cell of a sum: "the addresses are withheld"."""
    return _SMALL_WORD.match(mark) is not None


def _with_total_beside(own: str, hidden: Span) -> Span | None:
    """The sentence with the one before or after it, where that gives a total and nothing else."""
    line, both = line_at(own, hidden.start), around(own, hidden)
    before, after = Span(both.start, line.start), Span(line.end, both.end)
    for beside in (before, after):
        words = own[beside.start : beside.end]
        if _TOTAL.search(words) and len(list(_figures(words))) == 1:
            return Span(min(beside.start, line.start), max(beside.end, line.end))
    return None


def _worked(words: str, at: int) -> int | None:
    """The hidden figure at ``at``, if all the clauses of ``words`` are understood and add up."""
    cells = list(_HIDDEN.among(words))
    if len(cells) != 1 or not cells[0].start <= at < cells[0].end:
        return None
    cell = cells[0]
    most = _at_most(words[cell.start : cell.end])
    # The mark itself holds a number: what is left is looked at without it.
    rest = words[: cell.start] + " " * (cell.end - cell.start) + words[cell.end :]
    if _UNSURE.search(rest):
        return None
    totals: list[int] = []
    others: list[int] = []
    start = 0
    for end, following in [*(m.span() for m in _CLAUSE.finditer(rest)), (len(rest), len(rest))]:
        clause = rest[start:end]
        given = list(_figures(clause))
        whole = _TOTAL.search(clause) is not None
        within = start <= cell.start < end
        if len(given) > 1 or (within and given):
            return None
        (totals if whole else others).extend(given)
        start = following
    if len(totals) != 1 or not others:
        return None
    left = totals[0] - sum(others)
    return left if 0 <= left <= (totals[0] if most is None else most) else None


def _at_most(mark: str) -> int | None:
    below = _IS_BELOW.match(mark)
    number = value(below["below"]) if below else None
    return None if number is None else int(number) - 1


_IS_BELOW = compiled(_BELOW)


def _figures(clause: str) -> Iterator[int]:
    """The counts in ``clause``."""
    for found in _FIGURE.finditer(_NO_COUNT.sub(" ", clause)):
        number = value(found[0].lstrip("£"))
        if number is not None:
            yield int(number)
