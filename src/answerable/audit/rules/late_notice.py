"""A response sent after the time for it.

FOIA s.10(1) and 17(1): the twentieth working day after receipt; EIR reg 5(2) and 14(2); FOISA
s.10(1); EI(S)R reg 5(2). Days after a clarification, a fees notice or an extension are counted from
that; where the letter shows one, no day is called late.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.delay import days_told, in_time, told_of_waiting
from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.on_the_way import (
    due_as_told,
    events_told,
    fee_was_taken,
    of_money,
)
from answerable.audit.wordings.times import days_taken, received, regime_of, sent
from answerable.clock import Event, due_date, within_calendar
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Span

RULE = Rule(
    code="TM101",
    slug="late-notice",
    cites=(
        Cite(Regime.FOIA, "10", ("1",)),
        Cite(Regime.FOIA, "17", ("1",)),
    ),
    why=(
        "The answer, and any refusal, is due promptly and in any event by the twentieth working "
        "day. A late notice is a breach of its own, whatever else is right, and is counted in the "
        "figures that the regulator watches."
    ),
    fix="Say that the reply is late, apologise and record it; send the rest without more delay.",
)
_GROUND = {
    Regime.FOIA: RULE.cites,
    Regime.EIR: (Cite(Regime.EIR, "5", ("2",)), Cite(Regime.EIR, "14", ("2",))),
    Regime.FOISA: (Cite(Regime.FOISA, "10", ("1",)),),
    Regime.EISR: (Cite(Regime.EISR, "5", ("2",)),),
}

_MOVED = Phrase(
    r"\b(?:clarif|fees? notice|section 10 ?\(3\)|regulation 7\b|exten(?:d|sion)|further time to|additional time|your payment|payment (?:was )?"
    r"received|fee (?:was )?(?:paid|received)|refined|narrowed|revised request|school holiday|further information (?:from you|that you)|you "
    r"(?:replied|confirmed|wrote (?:again|back)|told us|answered|came back|got back|sent (?:us|the))|(?:we|to) ask(?:ed)? (?:you|which|what|for more)|(?<!thank you for )your (?:reply|answer|email|letter|message) of \d|put on hold|paused)",
    "clarif", "fee", "10", "regulation 7", "exten", "further", "additional", "payment", "refined", "narrowed", "revised", "school", "you", "asked", "hold", "paused",
)  # fmt: skip
_CLARIFIED = Phrase(
    r"\b(?:your|you) clarif|\bclarification (?:reached|came|arrived|was received|of \d|on \d)|\breceived (?:your |the )?clarification",
    "clarif",
)
# "No notice of any extension was sent to you": nothing moved the day.
_NOT_MOVED = Phrase(
    r"\b(?:no (?:\w+ ){0,3}extension|not (?:been )?extend|without (?:any )?(?:\w+ )?extension|did not extend)",
    "extension", "extend",
)  # fmt: skip
_SORRY = Phrase(
    r"\b(?:apolog|sorry|regret)\w*\b.{0,120}\b(?:delay|late(?:ness)?\b|overdue|time (?:it has )?taken|long|not (?:been )?(?:sent|replied|answered|responded|"
    r"provided|met)|missed|deadline|outside|beyond|exceed|wait|sooner|within)"
    r"|\b(?:delay|late(?:ness)?|overdue|missed|deadline|outside the|beyond the|exceeded)\b.{0,120}\b(?:apolog|sorry|regret)"
    r"|\b(?:reply|response|letter|answer|notice) (?:is|was|has been|comes|should have|ought to have)\b.{0,30}\b(?:late\b|overdue|reached you|been (?:sent|with "
    r"you)|outside)|\bshould have (?:been (?:answered|sent|replied|issued)|reached you|replied|responded|written)\b.{0,60}\bby\b"
    r"|\b(?:not|failed to) (?:responded?|replied|reply|answered?|met?|comply|complied) .{0,40}(?:within|in) (?:the )?(?:statutory|20|twenty|time|required|legal)",
    "apolog", "sorry", "regret", "overdue", "outside", "failed", " late", "should have", "not respon", "not repl", "not answer", "not me", "not compl",
)  # fmt: skip
_OTHER = Phrase(
    r"\b(?:may be|might be|will be|would|if (?:the|this|we)|any (?:delay|inconvenience)|review|in case|invoice|payment|project|report|train|bus|patient|unless)\b",
    "may", "might", "will", "would", "if", "any", "review", "case", "invoice", "payment", "project", "report", "train", "bus", "patient", "unless",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on the dates (case first, else the letter's); without dates, hint at the letter's own words."""
    if letter.outcome is Outcome.INTERNAL_REVIEW:
        return
    start, end = received(letter, case), sent(letter, case)
    if start is not None and end is not None and start <= end:
        yield from _by_dates(letter, case)
        return
    said = _says_late(letter)
    if said is not None:
        yield RULE.finding(
            letter,
            said,
            "The letter itself says that it is late; "
            f"{_GROUND[regime_of(letter)][0]} sets the time for a response.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
            cites=_GROUND[regime_of(letter)],
        )


def _by_dates(letter: Letter, case: Case) -> Iterator[Finding]:
    start, end = received(letter, case), sent(letter, case)
    regime = regime_of(letter)
    if start is None or end is None:
        return
    told = due_as_told(letter, case)
    due = told or due_date(start, regime)
    if end <= due:
        return
    # A date of receipt given by the officer may already be the day that counts; only a
    # clarification that the letter tells of leaves that open.
    reckoned = events_told(letter, case)
    moved = _moved(letter, reckoned) if case.received is None else _CLARIFIED.found(letter.own)
    said = _says_late(letter)
    if moved and said is None and case.received is None:
        return
    place = letter.dates.sent.span if letter.dates.sent and case.sent is None else said
    school = letter.authority.kind == "school"
    counts_less = told is not None and told != due_date(start, regime)
    left_out = _left_out(reckoned) if counts_less else ""
    yield RULE.finding(
        letter,
        said or place,
        f"The request came in on {start.day} {start:%B %Y}; {left_out}the "
        f"response was due by {due.day} {due:%B %Y} ({_GROUND[regime][0]}) and is dated "
        f"{end.day} {end:%B %Y}, working day {days_taken(letter, case)}.",
        certainty=Certainty.LIKELY if moved or school else Certainty.SURE,
        severity=Severity.MEDIUM if moved or (school and not told) else None,
        cites=_GROUND[regime],
    )


def _left_out(reckoned: tuple[Event, ...]) -> str:
    """Which days the letter tells are not counted, for the message."""
    kinds = {event.type == "school_closed" for event in reckoned}
    days = [
        words
        for closed, words in (
            (False, "from the notice of the fee to its payment"),
            (True, "on which the school was closed"),
        )
        if closed in kinds
    ]
    return f"leaving out the days {' and '.join(days)}, "


def _moved(letter: Letter, reckoned: tuple[Event, ...]) -> bool:
    """Whether the letter shows something that moves the day; a first extension must itself be in time.

    What is ``reckoned`` already, with its dates, does so no more.
    """
    extending = letter.outcome is Outcome.EXTENSION and letter.shows.supplied is None
    return not extending and any(
        not _is_the_request(letter, span)
        and not _NOT_MOVED.found(letter.own, *line_at(letter.own, span.start))
        and not _is_reckoned(letter, span, reckoned)
        for span in _MOVED.among(letter.own)
    )


def _is_reckoned(letter: Letter, span: Span, reckoned: tuple[Event, ...]) -> bool:
    """Whether it is a fee or a closure of which the days are known, or a fee only mentioned."""
    own = letter.own
    line = line_at(own, span.start)
    closed = any(event.type == "school_closed" for event in reckoned)
    if own.startswith("school", span.start):
        return closed or letter.authority.kind not in ("school", "other", "unknown")
    paid = any(event.type != "school_closed" for event in reckoned)
    if paid and of_money(own, line):
        return True
    return of_money(own, span) and not fee_was_taken(own, line)


def _is_the_request(letter: Letter, span: Span) -> bool:
    """Whether the words "your email of 3 July" mean the request itself, and nothing later."""
    day = letter.dates.received
    return (
        day is not None
        and letter.own.startswith("your ", span.start)
        and span.start < day.span.start <= span.end + 2
    )


def _says_late(letter: Letter) -> Span | None:
    for span in _SORRY.among(letter.own):
        if not _OTHER.found(letter.own, *line_at(letter.own, span.start)):
            return span
    return None


#: Calendar days that never hold more than the working days of any regime.
_SURELY_IN_TIME = 20
_SORRY_FOR_IT = Phrase(
    r"(?:apologi[sz]e|apologies|sorry)\b|delay(?:ed)?\b", "apologi", "sorry", "delay"
)


# A sentence on the request itself, and on how long it has been with the authority.
_ABOUT_REQUEST = Phrase(
    r"\b(?:request(?:ed|s)?|your (?:\w+ )?(?:letter|e-?mail|message|note|form|enquiry|questions?)|you (?:had |have )?(?:\w+ )?(?:asked|wrote|written|sent|made|submitted|e-?mailed|contacted)|asking|asked for|reached us|delivered|arrived|handed|came in)\b",
    "request", "your ", "you ", "asking", "asked", "reached", "delivered", "arrived", "handed", "came in",
)  # fmt: skip
_OF_ELSE = Phrase(
    r"\b(?:review|new request|answered (?:in|on)|repl(?:y|ied) (?:in|on|of|to that)|our (?:letter|reply|answer|response)|clarif\w+|told us on|(?:had|sent) (?:you )?them on|same|identical|between|since|made by|exactly|refus\w+ (?:it|that) (?:in|on))\b",
    "review", "new request", "answered", "repl", "our ", "clarif", "told us", "them on", "same", "identical", "between", "since", "made by", "exactly", "refus",
)  # fmt: skip


def _long_ago(letter: Letter, case: Case) -> Span | None:
    """A day on which the letter says that it was asked, from which the answer would be late."""
    end = sent(letter, case)
    if end is None:
        return None
    for day, span in days_told(letter, _ABOUT_REQUEST, _OF_ELSE):
        if within_calendar(day, regime_of(letter)) and due_date(day, regime_of(letter)) < end:
            return span
    return None


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The dates are far apart, or words of the letter tell of a delay or an older request."""
    if letter.outcome is Outcome.INTERNAL_REVIEW:
        return
    start, end = received(letter, case), sent(letter, case)
    if start is not None and end is not None and start <= end:
        soon = (end - start).days <= _SURELY_IN_TIME
        due = None if soon else due_as_told(letter, case) or due_date(start, regime_of(letter))
        late = due is not None and end > due
        place = letter.dates.sent.span if late and letter.dates.sent else None
    else:
        place = _SORRY_FOR_IT.search(letter.own)
    if place is None:
        place = (
            _long_ago(letter, case) or told_of_waiting(letter, _OTHER) or _SORRY.search(letter.own)
        )
        if place is not None and in_time(letter):
            return
    if place is not None:
        yield RULE.hint(letter, place, "Check that the letter went out in time.")
