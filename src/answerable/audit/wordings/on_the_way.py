"""What a letter tells of that moves its day, with the dates: a fee asked for and paid, a school closed.

FOIA s.10(2), FOISA s.10(2), EIR reg.8: the days from the notice to the payment do not count. SI
2004/3364 reg.3: nor do the days on which a school is closed, up to the sixtieth working day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from answerable.audit.rule import Case
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.times import received, regime_of, sent
from answerable.clock import Event, due
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Words
from answerable.model import DatedPhrase, Letter, Regime, Span, UnusableInputError

_OF_MONEY = Words(
    "fee", "payment", "cheque", "paid", "£", "charge", "deposit", "postal order", "invoice"
)
_MONEY = compiled(
    r"\b(?:fees?|payment|cheque|paid|charges?|deposit|postal order|invoice|disbursements?|copying|regulation 8)\b|£ ?\d"
)
# What stands before the day or after it: "we asked for £45 on", "our fees notice of".
_ASKED = compiled(
    r"\b(?:asked|requested|sent|gave|given|issued|served|wrote|written|invoiced|told|notified|notice|emailed|e-mailed|letter|demanded)\b"
)
_PAID = compiled(
    r"\b(?:paid(?! (?:to|by) (?!us|you))|(?:payment|cheque|fee|money|postal order|deposit|£ ?[\d.,]+|it|this|that|which) (?:\w+ ){0,2}?(?:reached|arrived|came|cleared|received|made|settled|credited)|receiv(?:ed|ing) (?:your |the |a )?(?:payment|cheque|fee|money|postal order|deposit|£)|receipt of (?:your |the )?(?:payment|cheque|fee|money|£)|had (?:your |the )(?:payment|cheque|fee|money)|payment (?:of|on|was))"
)
_NOT_SO = compiled(
    r"\b(?:if|unless|would(?! cost)|will|may|might|should|no (?:fees?|charge|payment)|not|never|used to|once you|waive\w*|refund\w*|review|commissioner)\b"
)
_APART = compiled(r"[,;:()]|\band\b|\bbut\b|\buntil\b|\bto\b")


def events_told(letter: Letter, case: Case) -> tuple[Event, ...]:
    """The fee asked for and paid, or the days closed, that the letter tells with dates."""
    return (*_fee(letter, case), *closures(letter))


def due_as_told(letter: Letter, case: Case) -> date | None:
    """The day by which the answer was due, by what the letter tells happened on the way.

    None where it tells of nothing with dates, or of what leaves no day.
    """
    start = received(letter, case)
    events = events_told(letter, case) if start is not None else ()
    if start is None or not events:
        return None
    try:
        found = due(start, regime_of(letter), events=events)
    except UnusableInputError:
        return None
    return None if found.no_date else found.due


def _fee(letter: Letter, case: Case) -> tuple[Event, ...]:
    if not _OF_MONEY.found(letter.own):
        return ()
    end = sent(letter, case)
    asked: date | None = None
    for told in letter.dates.others:
        line = line_at(letter.own, told.span.start)
        if (
            not letter.own.startswith(_DIGITS, told.span.start)
            or (end is not None and told.day > end)
            or told == letter.dates.received
            or not _MONEY.search(letter.own, *line)
        ):
            continue
        words = _words_of(letter, told, line)
        if any(_NOT_SO.search(each) for each in words):
            continue
        if asked is None:
            if _asks(" ".join(words)) and not _PAID.search(words[0]):
                asked = told.day
        elif told.day >= asked and any(_PAID.search(each) for each in words):
            return _asked_and_paid(regime_of(letter), asked, told.day)
    return ()


def _asks(clause: str) -> bool:
    return _ASKED.search(clause) is not None and (
        _MONEY.search(clause) is not None or "asked for" in clause
    )


def _asked_and_paid(regime: Regime, asked: date, paid: date) -> tuple[Event, ...]:
    if regime.environmental:
        return Event("payment_notice_reg8", on=asked), Event("payment_received", on=paid)
    return Event("fees_notice_given", on=asked), Event("fee_received", on=paid)


def _words_of(letter: Letter, told: DatedPhrase, line: Span) -> tuple[str, str]:
    """The clause before a day, and the one after it, neither past another day."""
    own = letter.own
    others = [each.span for each in letter.dates.others if line.start <= each.span.start < line.end]
    low = max((s.end for s in others if s.end <= told.span.start), default=line.start)
    high = min((s.start for s in others if s.start >= told.span.end), default=line.end)
    before = _APART.split(own[low : told.span.start])[-1]
    after = own[told.span.end : high].lstrip(", ")
    return before, _APART.split(after)[0]


# A fee that is spoken of as asked for and paid, though not with both its days.
_FEE_DONE = compiled(
    r"\b(?:you (?:have |had |then |duly )?paid|your (?:payment|cheque)|fees? notice (?:of|dated|was|sent|given|issued|on)\b|(?:sent|gave|issued|served) (?:you )?(?:with )?(?:a |our |the )?fees? notice|payment (?:was )?received|receiv(?:ed|ing) (?:your |the )?(?:payment|fee)|(?:fee|charge|payment) (?:was|has been|had been) (?:paid|received))"
)
_HERE = compiled(
    r"\b(?:enclosed|attached|below|overleaf|herewith|this letter|this is|accompan\w+)\b"
)


def of_money(own: str, span: Span) -> bool:
    """Whether the words at ``span``, or the clause they begin, are about a fee."""
    return _MONEY.search(own, span.start, span.end) is not None


def fee_was_taken(own: str, line: Span) -> bool:
    """Whether a sentence tells that a fee was asked for or paid, and does not only mention one."""
    return (
        _FEE_DONE.search(own, *line) is not None
        and _NOT_SO.search(own, *line) is None
        and _HERE.search(own, *line) is None
    )


_SHUT = Words("closed", "shut", "holiday", "half-term", "half term", "term ", "break")
_SHUT_FROM = compiled(
    r"\b(?:(?:school|academy|college|nursery|trust|we|office|which) (?:\w+ ){0,2}?(?:was|were|is|has been|had been) (?:\w+ ){0,2}?(?:closed|shut)|(?:school|summer|easter|christmas|autumn|spring|winter|half-term|half term|may)[ -](?:\w+ ){0,2}?(?:holidays?|break|closure|vacation|half[- ]term)|half[- ]term|closed for the)\b"
)
_SPAN_OF_DAYS = compiled(
    r"\(? ?(?:inclusive )?(?:to|until|till|-|and|through|through to|up to|up to and including)(?: and including)?(?: the| [a-z]+day,?)? ?"
)
_ENDED = compiled(
    r"\b(?:term|school|academy|college|nursery|year) (?:\w+ )?(?:ended|finished|closed|shut|broke up)\b[^.;\n]{0,30}$"
)
_BEGAN = compiled(
    r"[^.;\n]{0,60}\b(?:began|started|opened|re-?opened|returned|resumed|came back)\b[^.;\n]{0,30}$"
)
_TO_COME = compiled(r"\b(?:if|will|would|may|might|unless|next)\b")


def closures(letter: Letter) -> tuple[Event, ...]:
    """The days on which a school tells that it was closed."""
    if (
        letter.authority.kind != "school"
        or regime_of(letter) is not Regime.FOIA
        or not _SHUT.found(letter.own)
    ):
        return ()
    return tuple(
        Event("school_closed", from_=first, to=last) for first, last in _closed_days(letter)
    )


def _closed_days(letter: Letter) -> Iterator[tuple[date, date]]:
    own = letter.own
    for one, two in pairwise(letter.dates.others):
        line = line_at(own, one.span.start)
        if (
            not line.start <= two.span.start < line.end
            or not own.startswith(_DIGITS, one.span.start)
            or _TO_COME.search(own, *line)
        ):
            continue
        days = _one_closure(own[line.start : one.span.start], own[one.span.end : two.span.start])
        if days is None:
            continue
        first, last = one.day + days[0], two.day - days[1]
        if first <= last and (last - first).days <= _LONGEST:
            yield first, last


def _one_closure(before: str, between: str) -> tuple[timedelta, timedelta] | None:
    """What to add to the first day and take from the last; None where it is no closure."""
    none, one = timedelta(0), timedelta(1)
    if _SPAN_OF_DAYS.fullmatch(between) and _SHUT_FROM.search(before):
        return none, none
    ended = _ENDED.search(before)
    if ended is not None and _BEGAN.fullmatch(between):
        shut = "closed" in ended[0] or "shut" in ended[0]
        return none if shut else one, one
    return None


_LONGEST = 90  # days: no school is closed for longer
_DIGITS = tuple("0123456789")
