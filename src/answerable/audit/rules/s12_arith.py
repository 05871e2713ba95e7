"""A cost estimate whose figures do not give the total, or do not pass the limit.

FOIA s.12; SI 2004/3244 regs 3-4. FOISA s.12; SSI 2004/467.
"""

from collections.abc import Iterator

from answerable.audit.reckoning import Amount, Estimate, read_estimate
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.cost import Limit, known_figures, limit_refusal, limits
from answerable.audit.wordings.numbers import NUMBER, value
from answerable.letters.patterns import compiled
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Regime,
    Severity,
    Source,
    Span,
)

RULE = Rule(
    code="CV104",
    slug="s12-arith",
    cites=(
        Source("Fees Regulations 2004, reg 3", "https://www.legislation.gov.uk/uksi/2004/3244"),
        Cite(Regime.FOIA, "12"),
    ),
    why=(
        "The sum is the whole of a cost refusal: so many things, so many minutes each, at the "
        "set hourly rate. If the figures in the letter do not give the hours it states, or come "
        "to less than the limit, the refusal has nothing under it."
    ),
    fix="Work the sum again and put it right, or answer the request if it is within the limit.",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the sum, worked again, is not what the letter says or is within the limit."""
    use = limit_refusal(letter)
    if use is None or letter.outcome is Outcome.INTERNAL_REVIEW:
        return
    low, high = limits(letter)
    estimate = read_estimate(letter.own, *known_figures(low, high))
    limit = _limit(estimate, low, high)
    yield from _first(
        _wrong_ledger(letter),
        _wrong_row(letter),
        _wrong_product(letter),
        _wrong_sum(letter, estimate),
        _under_limit(letter, estimate, limit),
        _wrong_money(letter, estimate, limit),
    )


def _first(*found: Finding | None) -> Iterator[Finding]:
    for finding in found:
        if finding is not None:
            yield finding
            return


def _limit(estimate: Estimate, low: Limit, high: Limit) -> Limit:
    """The limit that is likely: the one the letter names, else the lower that could apply."""
    return high if estimate.limit_hours == high.hours else low


def _hours(minutes: float) -> str:
    return f"{minutes / 60:,.1f}".removesuffix(".0") + " hours"


def _wrong_sum(letter: Letter, estimate: Estimate) -> Finding | None:
    """A total stated that no sum of the figures gives."""
    if not estimate.totals or not estimate.counts or not estimate.rates:
        return None
    if any(estimate.agrees(total.value) for total in estimate.totals):
        return None
    total = max(estimate.totals, key=lambda each: each.value)
    worked = estimate.worked()
    if worked is not None and worked >= total.value and _at_least(letter, total):
        return None
    if worked is None:
        return RULE.finding(
            letter,
            total.span,
            f"The figures given do not seem to come to {_hours(total.value)}.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
    return RULE.finding(
        letter,
        total.span,
        f"{_sum(estimate)} come to {_hours(worked)}, not {_hours(total.value)}.",
    )


def _at_least(letter: Letter, total: Amount) -> bool:
    """Whether the total is given as a lower bound: "well over 100 hours"."""
    before = letter.own[max(0, total.span.start - 30) : total.span.start]
    return any(word in before for word in _LOWER_BOUNDS)


_LOWER_BOUNDS = (
    "over ",
    "more than",
    "at least",
    "in excess of",
    "upwards of",
    "exceed",
    "above",
    "minimum of",
    "beyond",
)


def _sum(estimate: Estimate) -> str:
    each = estimate.each()
    return f"{estimate.counts[0].value:,.0f} at {each:g} minutes each"


def _under_limit(letter: Letter, estimate: Estimate, limit: Limit) -> Finding | None:
    """A total, stated or worked, that does not pass the limit."""
    worked = estimate.worked()
    highest = max(estimate.totals, key=lambda each: each.value, default=None)
    if highest is not None and len(estimate.totals) == 1:
        place: Amount = highest
        minutes = max(highest.value, worked or 0.0)
    elif not estimate.totals and worked is not None and not estimate.days:
        place, minutes = estimate.rates[0], worked
    else:
        return None
    if minutes > limit.hours * 60 or any(m.value > limit.pounds for m in estimate.money):
        return None
    plain = not estimate.days and (worked is not None or highest is not None)
    return RULE.finding(
        letter,
        place.span,
        f"The estimate comes to {_hours(minutes)}, which does not pass the limit of "
        f"{limit.hours:g} hours (£{limit.pounds:g} at £{limit.rate:g} an hour).",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
    )


# "Number of files      75", "Minutes for each      24", "Total hours      42": a row to a figure.
_ROWS = {
    "number": compiled(r"\n[ ]*(?:number|no\.?) of (?!hours|minutes)[a-z' -]{2,40}?(?:[ ]{2,}|: ?)(\d[\d,]*)[ ]*(?=\n)"),
    "minutes": compiled(r"\n[ ]*(?:average )?(?:time in )?minutes (?:(?:for|to|per) )?(?:each|every|an?|one|find|search|file|record|case|item)[a-z' -]{0,40}?(?:[ ]{2,}|: ?)(\d[\d.]*)[ ]*(?=\n)"),
    "hours": compiled(r"\n[ ]*(?:total |number of )?hours(?: in (?:all|total)| altogether)?(?:[ ]{2,}|: ?)(\d[\d,.]*)[ ]*(?=\n)"),
}  # fmt: skip


def _wrong_ledger(letter: Letter) -> Finding | None:
    """A small table of how many, how long and the hours in all, which they do not come to."""
    if "hours  " not in letter.own and "hours:" not in letter.own:
        return None
    rows = {name: list(row.finditer(letter.own)) for name, row in _ROWS.items()}
    if any(len(found) != 1 for found in rows.values()):
        return None
    number, minutes, hours = (value(found[0].group(1)) for found in rows.values())
    if not number or not minutes or not hours:
        return None
    worked = number * minutes / 60
    if abs(worked - hours) <= max(0.5, 0.03 * worked):
        return None
    return RULE.finding(
        letter,
        Span(*rows["hours"][0].span(1)),
        f"{number:,.0f} at {minutes:g} minutes each come to {_hours(worked * 60)}, not "
        f"{_hours(hours * 60)}.",
    )


# "410 reports x 2 minutes      20.5 hours", "410 reports at 2 minutes each = 20.5 hours": a whole
# sum, with nothing added between.
_ROW = compiled(
    rf"(?<!x )(?<!× )(?<!at )(?<![\w.,£])(?P<count>{NUMBER}) (?:[a-z-]+ ){{0,4}}?(?:x|×|@|at|multiplied by|times) ?(?P<minutes>\d[\d.]*) ?(?:minutes?|mins?)(?: (?:each|apiece|per [a-z]+|for each|a [a-z]+))?"
    rf"(?:[ .]{{3,}}|[ ]?=[ ]?|: ?| ?\| ?|,? (?:which )?(?:is|equals|comes to|come to|makes|gives|totals|amounts to) )(?:about |some |roughly |around |a total of |approximately )?(?P<hours>{NUMBER}) ?(?:hours|hrs)\b(?! (?:and|[a-z]+ minutes))"
)


def _wrong_row(letter: Letter) -> Finding | None:
    """How many, how long each, and right after it the hours, which they do not come to."""
    if " min" not in letter.own:
        return None
    for match in _ROW.finditer(letter.own):
        count, minutes, hours = (value(match[name]) for name in ("count", "minutes", "hours"))
        before = letter.own[letter.own.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not count or not minutes or not hours or "minute" in before:
            continue
        worked = count * minutes / 60
        if abs(worked - hours) > max(1, 0.05 * worked):
            return RULE.finding(
                letter,
                Span(match.start(), match.end()),
                f"{count:,.0f} at {minutes:g} minutes each come to {_hours(worked * 60)}, not "
                f"{_hours(hours * 60)}.",
            )
    return None


_PRODUCT = compiled(
    rf"(?P<hours>{NUMBER}) (?:staff |working )?hours?\b(?:,? (?:and )?(?P<minutes>\d{{1,2}}) (?:minutes|mins)\b)?(?P<between>[^.\n£]{{0,80}}?)\b(?:at|x|×|@) ?(?:a rate of )?£ ?(?P<rate>\d{{1,3}}(?:\.\d\d)?)"
    rf"(?: ?(?:an|per|/) ?(?:hour|hr))?(?P<then>[^£\n]{{0,40}}?)£ ?(?P<sum>{NUMBER})"
)
# "21 hours 30 minutes", "20 hours for each of two officers": more than the hours go in.
_MORE = compiled(r"\d|\b(?:minutes?|half|quarter|each|officers?|people|staff)\b")
# "… at £25 an hour, more than the limit of £450": not what the hours come to.
_NO_RESULT = compiled(
    r"\b(?:limit|over|exceed|more|above|beyond|maximum|threshold|appropriate|cap)"
)


def _wrong_product(letter: Letter) -> Finding | None:
    """Hours, a rate and what they are said to come to, which they do not."""
    for match in _PRODUCT.finditer(letter.own):
        hours, rate, stated = (value(match[name]) for name in ("hours", "rate", "sum"))
        if not hours or not rate or not stated:
            continue
        hours += int(match["minutes"] or 0) / 60
        if _MORE.search(match["between"]) or _NO_RESULT.search(match["then"]):
            continue
        if abs(hours * rate - stated) > max(rate / 2, 0.03 * stated):
            return RULE.finding(
                letter,
                Span(match.start(), match.end()),
                f"{_hours(hours * 60)} at £{rate:g} an hour come to £{hours * rate:,.0f}, not "
                f"£{stated:,.0f}.",
            )
    return None


def _wrong_money(letter: Letter, estimate: Estimate, limit: Limit) -> Finding | None:
    """Pounds that are not the hours, stated or worked, at the set rate."""
    money = [each for each in estimate.money if each.value > limit.pounds]
    if letter.regime == "FOISA" or len(money) != 1:  # there the rate is what the staff cost
        return None
    stated = money[0]
    minutes = stated.value / limit.rate * 60
    if estimate.agrees(minutes) or not (estimate.totals or (estimate.counts and estimate.rates)):
        return None
    if any(_close(total.value / 60 * limit.rate, stated.value) for total in estimate.totals):
        return None
    return RULE.finding(
        letter,
        stated.span,
        f"The hours given, at £{limit.rate:g} an hour, do not come to £{stated.value:,.0f}.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
    )


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= max(30.0, 0.05 * other)


_SPEAKS_OF_TIME = compiled(r"\b(?:hours?|minutes?|days?)\b|£")


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A cost refusal gives figures, which a reader will work again."""
    use = limit_refusal(letter)
    if use is None or letter.outcome is Outcome.INTERNAL_REVIEW:
        return
    if len(_SPEAKS_OF_TIME.findall(letter.own)) > 1:
        yield RULE.hint(
            letter,
            use.spans[0],
            "Check the sum: that the figures give the total, and that it passes the limit.",
        )
