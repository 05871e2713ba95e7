"""Fees asked for before a request is answered, and the time that a letter gives to pay them.

FOIA s.9; FOISA s.9; EIR reg 8(4)-(5); EI(S)R reg 8. The times are the law's clocks.
"""

from collections.abc import Iterator
from datetime import date

from answerable.audit.rule import Case
from answerable.audit.wordings.lines import line_at, plainly
from answerable.audit.wordings.numbers import NUMBER, value
from answerable.audit.wordings.times import regime_of, sent
from answerable.clock import due
from answerable.letters.draft.periods import period
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Outcome, Span

_ASKS = Phrase(
    r"\b(?:fees?|charges?|payment|deposit)\b.{0,80}\b(?:payable|pay|paid|due|required|received|reaches|in advance)\b"
    r"|\bpay\b.{0,60}\b(?:fee|charge)\b|\b(?:please|you must|you need to|asked to) pay\b|\bfees? notice\b",
    "fee", "charge", "payment", "deposit", "pay",
)  # fmt: skip
# In a letter that is a fees notice any money spoken of is the money asked for.
_MONEY = Phrase(
    r"\b(?:fees?|charges?|payments?|invoice|cheque|pay)\b",
    "fee", "charge", "payment", "invoice", "cheque", "pay",
)  # fmt: skip
_NONE_ASKED = Phrase(
    r"\bno (?:\w+ )?(?:fee|charge|payment)|\bwithout (?:a )?(?:fee|charge)|\bwaive|\bnot (?:\w+ )?charg|\bfree of charge",
    "no ", "without", "waive", "not ", "free",
)  # fmt: skip
_POWERS = (("FOIA", "9"), ("FOISA", "9"), ("EIR", "8"), ("EISR", "8"))
_OTHERWISE = (Outcome.FULL, Outcome.OTHER)
# "15p a sheet" is a rate, and "the first £100" the law's: what is to be paid is not known from them.
_SUM = compiled(
    r"(?<!the first )(?<!less than )(?<!more than )(?<!limit of )(?<!exceed )(?<!exceeds )(?<!exceeding )(?<!under )(?<!below )(?<!over )(?<!above )(?:£ ?\d[\d,.]*(?![\d,.])|\bgbp ?\d[\d,.]*(?![\d,.])|\b\d[\d,.]* ?(?:pounds|pence|p)\b|\b[a-z]+ (?:pounds|pence)\b)(?! ?(?:a|an|per|each|for each|for every|/) ?(?:a4 |a3 )?(?:sheet|page|copy|side|photocopy|hour|item|disc|print|plan)\w*\b)(?! each\b)"
)


def fee_asked(letter: Letter) -> Span | None:
    """Where payment is asked for before the request is answered; None where it is not."""
    if letter.outcome is not Outcome.FEES_NOTICE and not _by_power(letter):
        return None
    asked = next(plainly(_ASKS, _NONE_ASKED, letter.own), None)
    if asked is None and letter.outcome is Outcome.FEES_NOTICE:
        return next(plainly(_MONEY, _NONE_ASKED, letter.own), None)
    return asked


def _by_power(letter: Letter) -> bool:
    """A letter that sends nothing, and names the power to charge."""
    if letter.outcome not in _OTHERWISE or letter.shows.supplied is not None:
        return False
    return any((use.cite.regime.value, use.cite.number) in _POWERS for use in letter.provisions)


def names_sum(letter: Letter) -> bool:
    """Whether any sum of money is given."""
    return _SUM.search(letter.own) is not None


_WITHIN = compiled(
    r"\b(?:pay(?:ment|ing|able)?|paid|fees?|cheque|money|invoice|settled|received)\b(?P<between>.{0,80}?)\b(?:within|in|(?:no|not) (?:later|more) than|inside) "
    rf"(?:the next )?(?P<n>{NUMBER}) (?P<kind>working |calendar |clear )?(?P<unit>days?|weeks?|months?)\b(?! (?:of|from|after) (?:receipt|receiving|pay|your pay|it\b|the (?:fee|payment)|clear))"
)
_BY_DAY = compiled(r"(?:\b(?:pay(?:ment|ing|able)?|paid|fees?|cheque|money)\b|£ ?\d).{0,80}\b(?:by|before|until|(?:no|not) later than) (?:[a-z]+day,? )?(?:the )?$")  # fmt: skip
_WE = compiled(r"\bwe (?:will|shall|aim|expect|hope|reply|answer|send|can|may)\b")
_ELSE = compiled(r"\breview|\bcommissioner|\bcomplain|\bdissatisf|\bunhappy|\brefund")
_USUAL = date(2026, 3, 2)  # of an undated letter; three months are 89 to 92 days
_DAYS = {"d": 1.0, "w": 7.0, "m": 30.5}


def shorter_time(letter: Letter, case: Case) -> Span | None:
    """Where the letter gives less time to pay than the law does, and nowhere the law's own."""
    if _lawful_time(letter):
        return None
    least = _least(letter, case)
    for span, days in _periods(letter.own):
        if days < least:
            return span
    return _early_day(letter, case)


def time_to_pay(letter: Letter) -> str:
    """The time that the letter's law gives, in words."""
    return period(_clock(letter), regime_of(letter))


def _clock(letter: Letter) -> str:
    return (
        "reg8_advance_payment_window" if regime_of(letter).environmental else "fee_payment_window"
    )


def _lawful_time(letter: Letter) -> bool:
    """Whether the law's own time is given: "three months", "60 working days"."""
    number, _, unit = time_to_pay(letter).partition(" ")
    both = {number, str(int(value(number) or 0))}
    if value(number) == 60:
        both.add("sixty")
    return any(f"{each} {unit}" in letter.own for each in both)


def _least(letter: Letter, case: Case) -> float:
    """The length of the law's time in days, from the day of the letter (or a usual day)."""
    start = sent(letter, case) or _USUAL
    return (due(start, regime_of(letter), _clock(letter)).due - start).days


def _periods(own: str) -> Iterator[tuple[Span, float]]:
    for match in _WITHIN.finditer(own):
        line = line_at(own, match.start())
        if _WE.search(match["between"]) or _ELSE.search(own, line.start, line.end):
            continue
        days = (value(match["n"]) or 0.0) * _DAYS[match["unit"][0]]
        yield Span(match.start(), match.end()), days * (1.4 if match["kind"] == "working " else 1.0)


def _early_day(letter: Letter, case: Case) -> Span | None:
    start = sent(letter, case)
    if start is None:
        return None
    last = due(start, regime_of(letter), _clock(letter)).due
    for phrase in letter.dates.others:
        line = line_at(letter.own, phrase.span.start)
        before = letter.own[line.start : phrase.span.start]
        if start < phrase.day < last and _BY_DAY.search(before) and not _ELSE.search(before):
            return phrase.span
    return None
