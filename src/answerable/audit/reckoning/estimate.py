"""The hours, minutes, counts and pounds of a cost estimate, and whether they agree.

"1,640 files at 3 minutes each gives 82 hours" is a sum that can be worked again. The reading is
generous: a stated total is taken to agree when any sensible sum of the letter's figures gives it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from answerable.audit.wordings.numbers import NUMBER, value
from answerable.model import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure and its place: minutes for times, pounds for money, things for counts."""

    value: float
    span: Span


@dataclass(frozen=True, slots=True)
class Estimate:
    """The figures of an estimate.

    ``rates`` are minutes for one thing, ``totals`` minutes for all of it (the appropriate limit
    itself is left out), ``limit_hours`` the limit where the letter names one.
    """

    counts: tuple[Amount, ...]
    rates: tuple[Amount, ...]
    totals: tuple[Amount, ...]
    money: tuple[Amount, ...]
    limit_hours: float | None
    days: bool  # an amount of time is given in days or weeks

    @property
    def has_figures(self) -> bool:
        """Whether any figure of an estimate is given beside the limit."""
        return bool(self.rates or self.totals or self.money or self.days)

    def worked(self) -> float | None:
        """Minutes for the whole, where one count and the rates give it plainly."""
        if len({count.value for count in self.counts}) != 1 or not self.rates:
            return None
        return self.counts[0].value * self.each()

    def each(self) -> float:
        """Minutes for one thing. A rate named twice, or summed up after its steps, counts once."""
        return sum(dict.fromkeys(_net([rate.value for rate in self.rates])))

    def agrees(self, minutes: float) -> bool:
        """Whether some sensible sum of the counts and rates comes to ``minutes``."""
        return any(_near(minutes, other) for other in self._sums())

    def _sums(self) -> Iterator[float]:
        counts = [count.value for count in self.counts][:8]
        rates = _net([rate.value for rate in self.rates][:6])
        steps = _runs(rates)
        for thing in _runs(counts):
            yield from (thing * step for step in steps)
        if len(counts) == len(rates):
            yield sum(a * b for a, b in zip(counts, rates, strict=True))
        for one, other in combinations(counts, 2):
            yield from (one * other * step for step in steps)
        yield from _by_sample(counts, [t.value for t in self.totals][:5] + rates)
        parts = [total.value for total in self.totals]
        if len(parts) > 2:
            yield from (sum(parts) - part for part in parts)


def _net(rates: list[float]) -> list[float]:
    """The rates with the steps left out that a later one adds up: 1½, 1½ and 2, then "5 each"."""
    for place in range(len(rates) - 1, 1, -1):
        for start in range(place - 1):
            if abs(sum(rates[start:place]) - rates[place]) < 0.01:
                return _net(rates[:start] + rates[place:])
    return rates


def _by_sample(counts: list[float], times: list[float]) -> Iterator[float]:
    for time in times:
        for sample in counts:
            yield from (time / sample * whole for whole in counts if whole > sample > 0)


def _runs(values: list[float]) -> list[float]:
    """Every value, and the sum of every run of neighbours."""
    return [
        sum(values[start:end])
        for start in range(len(values))
        for end in range(start + 1, len(values) + 1)
    ]


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= max(30.0, 0.06 * max(one, other))


_TIME = re.compile(
    rf"(?<![\w.£])(?:(?P<n>{NUMBER})(?P<half> and a half| and a quarter)?(?:[ -])"
    r"(?P<unit>minutes?|mins?|hours?|hrs?|seconds?|secs?|days?|weeks?|months?)\b"
    r"|(?P<set>half an hour|half-an-hour|(?:a )?quarter of an hour|three[- ]quarters of an hour"
    r"|an hour and a half|an hour|half a minute|a minute and a half|a minute))"
)
_AND_MORE = re.compile(
    rf"(?:,| and) (?:a further |another )?(?P<n>{NUMBER}) to (?!\d)(?:[a-z]+ ){{0,2}}(?:find|locat|retriev|extract|open|read|"
    r"search|copy|check|record|list|redact|review|sort|consult|go|look|pull|collect|note)"
)
# "A minute to fetch one and to read it two and a half."
_AND_TO = re.compile(
    rf"(?:,| and) to [a-z]+ (?:it |them |each |one |that )?(?P<n>{NUMBER})(?P<half> and a half| and a quarter)?(?=[.,;]|$)"
)
_UNITS = {"m": 1.0, "h": 60.0, "s": 1 / 60}
_PARTS = {" and a half": 0.5, " and a quarter": 0.25}
_SETS = {
    "half an hour": 30.0,
    "half-an-hour": 30.0,
    "quarter of an hour": 15.0,
    "a quarter of an hour": 15.0,
    "three quarters of an hour": 45.0,
    "three-quarters of an hour": 45.0,
    "an hour and a half": 90.0,
    "an hour": 60.0,
    "half a minute": 0.5,
    "a minute and a half": 1.5,
    "a minute": 1.0,
}
_EACH = re.compile(
    r"\b(?:each|apiece|every|per (?:\w+)|for one|an? (?:file|record|case|document|item|email|survey))\b"
)
_IN_ALL = re.compile(r"^.{0,8}\b(?:in all|in total|altogether|overall|of work)")
_COMES_TO = re.compile(
    r"(?:\b(?:so|total|totals|gives|giving|makes|making|comes to|come to|equals|altogether|is|total of)|=) ?(?:about |around |"
    r"roughly |over |some |nearly |almost |well over |a total of |more than )?$"
)
_SAMPLE = re.compile(rf"\b(?:samples?|trials?|batch|test|dip) of (?P<n>{NUMBER})")
_MONEY = re.compile(
    rf"£ ?(?P<n>(?>{NUMBER}))(?! ?(?:an|per|/|for each|each|for every|every|for an) ?(?:hour|hr))"
)
_FACTOR = re.compile(
    rf"(?<![\w£.])(?P<n>(?>{NUMBER})) ?(?:x|×|\*|multiplied by|times|@) ?(?={NUMBER} ?(?:min|hour|sec|h))"
)
_COUNT = re.compile(
    rf"(?<![\w£./,])(?P<n>{NUMBER})\)? (?P<of>(?:[a-z'-]+ ){{0,4}}?[a-z'-]+s|people|staff|children)\b"
)
# "The 1,200 left, at three minutes": things named before.
_REST = re.compile(
    rf"\bthe (?:other )?(?P<n>{NUMBER}) (?:left|remaining|that (?:remain|are left))\b"
)
_SECTION = re.compile(
    r"(?:sections?|s\.|questions?|parts?|pages?|reg(?:ulation)?s?\.?|annex|items?|schedule|para(?:graph)?s?"
    r"|articles?|no\.?|ref|version|january|february|march|april|may|june|july|august|september|october"
    r"|november|december) ?\(?$"
)
_NO_THING = re.compile(
    r"(?:minutes?|mins?|hours?|hrs?|seconds?|secs?|days?|weeks?|months?|years?|working|per|and|to|or|is|was"
    r"|of|january|february|march|april|may|june|july|august|september|october|november|december|pounds|pence"
    r"|the|has|this|its|as|in|on|at|for|by|since|until|x|times)\b"
)
_TIMELESS = re.compile(
    r"\b(?:review|commissioner|complain|dissatisfied|working days|within (?:twenty|forty))"
)
_LIMIT_WORDS = re.compile(
    r"\b(?:limit|exceed|more than|over|in excess|appropriate|maximum|longer than|threshold|beyond|above|ceiling)"
)


@lru_cache(maxsize=8)  # two rules read the same letter
def read_estimate(own: str, hours: tuple[float, ...], pounds: tuple[float, ...]) -> Estimate:
    """The estimate in the letter's own words.

    Args:
        own: the authority's words, lower case, one sentence a line.
        hours: the appropriate limits, in hours; a bare mention of one is not an estimate.
        pounds: the appropriate limits and the hourly rate; nor is one of these.
    """
    counts: list[Amount] = []
    rates: list[Amount] = []
    totals: list[Amount] = []
    money: list[Amount] = []
    named: float | None = None
    days = False
    lines = [Span(*m.span()) for m in _LINE.finditer(own)]
    timed = [_is_timed(own[a:b]) for a, b in lines]
    for index, (start, end) in enumerate(lines):
        if not any(timed[max(0, index - 2) : index + 3]):
            continue
        line = own[start:end]
        if timed[index] and not _OFFER.search(line):
            for kind, amount in _times(line, start):
                if kind == "days":
                    days = True
                elif kind == "total" and amount.value / 60 in hours:
                    named = amount.value / 60
                else:
                    (rates if kind == "rate" else totals).append(amount)
        if not _OFFER.search(line):
            counts += _counts(line, start)
        money += (each for each in _money(line, start) if each.value not in pounds)
    return Estimate(tuple(counts), tuple(rates), tuple(totals), tuple(money), named, days)


# "If you could restrict it to families with children (about 210 files)": no part of the sum.
_OFFER = re.compile(
    r"\bif you (?:could|can|were|would|will|are able|like|limit|narrow|restrict|confin|reduc|ask)|\byou (?:could|might|may) (?:limit|narrow|restrict|confine|reduce|ask|choose)|\b(?:well )?(?:inside|within) the limit\b|\b(?:fewer|less) than \d+ hours\b|\bsome \d+ or \d+ hours\b|\byou choose\b|\bany one \w+ for all\b"
)
_LINE = re.compile(r"[^\n]+")
_TIME_WORDS = ("minute", "hour", " mins", " hrs", " min ", "second", " day", "week", "month")


def _is_timed(line: str) -> bool:
    return any(word in line for word in _TIME_WORDS) and not _TIMELESS.search(line)


def _number(match: re.Match[str]) -> float:
    return value(match["n"]) or 0.0


def _money(line: str, offset: int) -> Iterator[Amount]:
    for match in _MONEY.finditer(line):
        yield Amount(_number(match), Span(offset + match.start(), offset + match.end()))


def _times(line: str, offset: int) -> Iterator[tuple[str, Amount]]:
    for match in _TIME.finditer(line):
        if _is_price(line, match.start()):
            continue
        unit = (match["unit"] or "m")[0] if not match["set"] else "set"
        span = Span(offset + match.start(), offset + match.end())
        if unit in "dw" or (match["unit"] or "").startswith("mo"):
            if unit != "m" and not _LIMIT_WORDS.search(line):
                yield "days", Amount(0.0, span)
            continue
        minutes = _SETS[match["set"]] if match["set"] else _minutes(match, unit)
        if (ends := _range(line, match)) is not None:
            low, minutes = (end * _UNITS[unit] for end in ends)
            yield _kind(line, match, unit, low), Amount(low, span)
        kind = _kind(line, match, unit, minutes)
        yield kind, Amount(minutes, span)
        if kind == "rate" and (unit in _UNITS or minutes < 60):
            yield from _further(line, match.end(), offset, _UNITS.get(unit, 1.0))


_FROM = re.compile(rf"\b(?:between|from) (?P<n>{NUMBER}) (?:and|to) $")


def _range(line: str, match: re.Match[str]) -> tuple[float, float] | None:
    """The ends of "between two and three minutes": a sum may be made with either."""
    words = match["n"] or ""
    if " and " in words and line.endswith("between ", 0, match.start()):
        low, high = (value(each) for each in words.split(" and ", 1))
    else:
        lead = _FROM.search(line[max(0, match.start() - 30) : match.start()])
        low, high = (value(lead["n"]), value(words)) if lead and words else (None, None)
    return (low, high) if low and high and low < high else None


def _further(line: str, start: int, offset: int, unit: float) -> Iterator[tuple[str, Amount]]:
    """The "three" of "two minutes to find and three to extract"."""
    for match in _AND_MORE.finditer(line, start, min(len(line), start + 120)):
        span = Span(offset + match.start("n"), offset + match.end("n"))
        yield "rate", Amount(_number(match) * unit, span)
    for match in _AND_TO.finditer(line, start, min(len(line), start + 120)):
        more = _PARTS.get(match["half"] or "", 0.0)
        yield (
            "rate",
            Amount((_number(match) + more) * unit, Span(offset + start, offset + match.end())),
        )


def _is_price(line: str, start: int) -> bool:
    """Whether "an hour" here is part of "£25 an hour"."""
    return bool(re.search(r"£ ?[\d.,]+ (?:for )?$", line[max(0, start - 14) : start]))


def _minutes(match: re.Match[str], unit: str) -> float:
    number = value(match["n"]) or 0.0
    number += _PARTS.get(match["half"] or "", 0.0)
    return number * _UNITS[unit]


def _kind(line: str, match: re.Match[str], unit: str, minutes: float) -> str:
    if unit == "h" or minutes >= 60:
        after = line[match.end() : match.end() + 24]
        before = line[max(0, match.start() - 40) : match.start()]
        if _IN_ALL.search(after) or _COMES_TO.search(before):
            return "total"
        each = _EACH.search(after) or re.search(r"\beach\b[^.]{0,30}$", before)
        return "rate" if each and minutes <= 600 else "total"
    return "rate"


def _counts(line: str, offset: int) -> Iterator[Amount]:
    for match in _FACTOR.finditer(line):
        yield Amount(_number(match), Span(offset + match.start("n"), offset + match.end("n")))
    for match in _SAMPLE.finditer(line):
        yield Amount(_number(match), Span(offset + match.start("n"), offset + match.end("n")))
    for match in _REST.finditer(line):
        yield Amount(_number(match), Span(offset + match.start("n"), offset + match.end("n")))
    for match in _COUNT.finditer(line):
        number = value(match["n"])
        if number is None or number < 2 or _NO_THING.match(match["of"]):
            continue
        before = line[max(0, match.start() - 14) : match.start()]
        if _SECTION.search(before) or before.endswith(_SAMPLES):
            continue
        if 1980 <= number <= 2040 and "," not in match["n"] and not _plural_next(match["of"]):
            continue
        yield Amount(number, Span(offset + match.start(), offset + match.start() + len(match["n"])))


_SAMPLES = (
    "sample of ",
    "samples of ",
    "trial of ",
    "trials of ",
    "batch of ",
    "test of ",
    "dip of ",
)


def _plural_next(of: str) -> bool:
    return of.split(" ", 1)[0].endswith("s")
