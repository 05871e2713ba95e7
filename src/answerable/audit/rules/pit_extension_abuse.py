"""More time taken than the law gives, or taken in the wrong way.

FOIA s.10(3) and 17(2): only to weigh the public interest, for an exemption already found to apply and
named, with an estimate of the date; the regulator expects no more than 40 working days in all. EIR
reg 7(1): only where the request is both complex and voluminous. FOISA has no such extension.
"""

from collections.abc import Iterator
from datetime import date

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around, line_at
from answerable.audit.wordings.periods import period
from answerable.audit.wordings.reasons import has_reasons
from answerable.audit.wordings.times import last_day, received
from answerable.clock import due
from answerable.letters.phrases import Phrase
from answerable.model import (
    Certainty,
    Cite,
    DatedPhrase,
    Finding,
    Letter,
    Outcome,
    Regime,
    Role,
    Severity,
    Span,
)

RULE = Rule(
    code="TM102",
    slug="pit-extension-abuse",
    cites=(Cite(Regime.FOIA, "10", ("3",)), Cite(Regime.FOIA, "17", ("2",))),
    why=(
        "Extra time is for one thing: weighing the public interest once a qualified exemption is "
        "found to apply. The notice has to name that exemption, say that no decision on the "
        "balance has been reached, and give a date. It is not for finding the information or for "
        "deciding whether anything is exempt."
    ),
    fix_under={
        "FOISA": "Answer within 20 working days of receipt; if that has passed, answer at once.",
        "EIR": (
            "Say what makes the request both complex and voluminous, and give the day by which it "
            "will be answered, within 40 working days of receipt (regulation 7)."
        ),
        "EISR": (
            "Say how the volume and the complexity of what is asked for make an answer in time "
            "impracticable, and give the day by which it will be answered, within 40 working days "
            "of receipt (regulation 7)."
        ),
    },
    fix=(
        "Name the exemption and say why it applies, say that only the balance is outstanding, and "
        "give the day by which the decision will be sent, within 40 working days of receipt."
    ),
)
_WHY = Cite(Regime.FOIA, "17", ("1", "c"))
_BALANCE = Phrase(r"\bpublic interest|\bbalance", "public interest", "balance")
_EIR = (Cite(Regime.EIR, "7", ("1",)),)
_FOR_BALANCE = Cite(Regime.FOIA, "10", ("3",))
_FOISA = (Cite(Regime.FOISA, "10", ("1",)),)

_EXTENDS = Phrase(
    r"\bsection 10 ?\(3\)|\bs\.? ?10 ?\(3\)|\bexten(?:d|ding|ded|sion)\b.{0,80}\b(?:time|period|deadline|limit|date|days|respon|response|target)"
    r"|\b(?:time|period|deadline|limit|date|days)\b.{0,60}\bexten(?:d|ding|ded|sion)|\b(?:further|more|additional|extra|longer) (?:time|period|\d+ "
    r"working days|twenty working days)|\bregulation 7\b",
    "10", "exten", "further", "more ", "additional", "extra", "longer", "regulation 7",
)  # fmt: skip
_MORE_DAYS = Phrase(
    r"\b(?:further|additional|more|extra|another) (?:\d+|[a-z]+)? ?working days",
    "further", "additional", "more ", "extra", "another",
)  # fmt: skip
_CHOOSING = Phrase(
    r"\b(?:whether|if|which|what|any of the|decid\w+|determin\w+|establish\w*)\b.{0,60}\b(?:exemptions?|exceptions?)\b.{0,60}\b(?:could|may|might|would|"
    r"should|can|apply|applies|engaged|relevant|be (?:applied|used|engaged|claimed|relied))|\b(?:exemptions?|exceptions?) (?:that |which )?(?:may|might|could) "
    r"(?:apply|be engaged)|\bcollat|\b(?:gather|locat|retriev|search)(?:ing)? (?:for )?(?:the |all )?(?:information|records|documents)|\bconsult(?:ing)? "
    r"(?:with )?(?:third|other|colleagues|the)",
    "exempt", "exception", "collat", "gather", "locat", "retriev", "search", "consult",
)  # fmt: skip
_DATE = Phrase(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|\b(?:january|february|march|"
    r"april|may|june|july|august|september|october|november|december) \d{1,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b(?:20|twenty|10|ten|15|fifteen|5|five)"
    r" (?:further |more |additional )?working days (?:from|of|after|later)",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "/", ".", "days",
)  # fmt: skip
_PROMISE = Phrase(
    r"\b(?:by|before|until|no later than|on or before|not later than|estimate|expect|aim|hope|anticipate|intend|further|additional|new (?:date|deadline|target)"
    r"|to|within)\b",
    "by", "before", "until", "later", "estimate", "expect", "aim", "hope", "anticipate", "intend", "further", "additional", "new", "to", "within",
)  # fmt: skip
_COMPLEX = Phrase(r"\bcomplex", "complex")
_VOLUME = Phrase(
    r"\bvolum|\bamount\b|\bso much (?:information|material|paper)|\blarge (?:number|quantity)|\bquantity\b",
    "volum", "amount", "so much", "large", "quantity",
)  # fmt: skip
_NOT_NOW = Phrase(
    r"\b(?:we (?:previously|earlier|had|have already)|previously|in our letter|wrote to you|no longer|not (?:exten|appl|us|rel)|review|commissioner|would|within "
    r"which|complain|dissatisfied)\b",
    "we", "previous", "letter", "wrote", "no", "review", "commissioner", "would", "within", "complain", "dissatisfied",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on an extension notice that lacks what the law asks of one."""
    if letter.outcome is not Outcome.EXTENSION and not _takes_longer(letter):
        return
    place = _place(letter)
    if letter.regime == "FOISA":
        yield RULE.finding(
            letter,
            place,
            f"FOISA gives no extension: the time in {_FOISA[0]} cannot be lengthened.",
            cites=_FOISA,
        )
    elif letter.regime in ("EIR", "EISR"):
        yield from _environmental(letter, case, place)
    else:
        yield from _public_interest(letter, case, place)


def _takes_longer(letter: Letter) -> bool:
    """A Scottish letter that does nothing but take more time, though it names no power to."""
    if letter.regime != "FOISA" or letter.outcome not in (Outcome.FULL, Outcome.OTHER):
        return False
    return letter.shows.supplied is None and _MORE_DAYS.found(letter.own)


def _place(letter: Letter) -> Span | None:
    for span in _EXTENDS.among(letter.own):
        if not _NOT_NOW.found(letter.own, *line_at(letter.own, span.start)):
            return span
    return _EXTENDS.search(letter.own)


def _environmental(letter: Letter, case: Case, place: Span | None) -> Iterator[Finding]:
    cites = _EIR if letter.regime == "EIR" else (Cite(Regime.EISR, "7", ("1",)),)
    # "The request for each map is complex" reads as the request retold; nobody calls his own that.
    low = letter.flow.lower()
    if not (_COMPLEX.found(low) and _VOLUME.found(low)):
        message = (
            "The notice does not say that the request is both complex and voluminous, required by "
            f"{cites[0]}."
        )
        if any(use.cite == _FOR_BALANCE for use in letter.provisions):
            message = (
                "Time is taken to weigh the public interest, for which the Regulations give none: "
                f"{cites[0]} is for a request that is both complex and voluminous."
            )
        yield RULE.finding(letter, place, message, cites=cites)
        return
    start = received(letter, case)
    if start is None or (latest := _latest(letter, start)) is None:
        return
    limit = due(start, Regime(letter.regime), "response_extended_reg7").due
    if latest.day > limit:
        yield RULE.finding(
            letter,
            latest.span,
            f"The date given comes after the longest time that {cites[0]} allows, which ends on "
            f"{limit.day} {limit:%B %Y}.",
            cites=cites,
            fix="Give a day by which the request will be answered that is not later than that.",
        )


def _public_interest(letter: Letter, case: Case, place: Span | None) -> Iterator[Finding]:
    named = [
        use.cite
        for use in letter.provisions
        if use.role is not Role.QUOTED and law.is_exemption(use.cite)
    ]
    lacking = []
    if not named:
        lacking.append("which exemption applies")
    elif all(law.status(cite) == "absolute" for cite in named):
        lacking.append("a qualified exemption (the ones named need no balance)")
    choosing = None if named else _CHOOSING.search(letter.own)
    if choosing is not None:
        lacking.append("that an exemption has been found to apply and only the balance is left")
    if not _BALANCE.found(letter.own):
        lacking.append("that the public interest is what remains to be weighed")
    day = _new_date(letter)
    if day is None:
        lacking.append("a date by which the decision is expected")
    if lacking:
        yield RULE.finding(
            letter,
            choosing or place,
            f"The extension does not show {' or '.join(lacking)}, required by {RULE.cites[0]} and "
            f"{RULE.cites[1]}.",
        )
        return
    if not has_reasons(letter, outside_balance=False, least=2):
        yield RULE.finding(
            letter,
            place,
            f"The extension does not show why {named[0]} applies, required by {_WHY}.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
            cites=(_WHY, *RULE.cites),
        )
    yield from _too_long(letter, case, place)


def _too_long(letter: Letter, case: Case, place: Span | None) -> Iterator[Finding]:
    start = received(letter, case)
    if start is None or (latest := _latest(letter, start)) is None:
        return
    most, _ = period("foia-pit-extension")
    limit = last_day(start, most)
    if latest.day > limit:
        yield RULE.finding(
            letter,
            latest.span,
            f"The date given is more than {most} working days after receipt (which ends on "
            f"{limit.day} {limit:%B %Y}); the regulator expects no more for {RULE.cites[0]}.",
            certainty=Certainty.LIKELY,
        )


def _latest(letter: Letter, start: date) -> DatedPhrase | None:
    """The last day that is promised, after the request came in."""
    days = [phrase for phrase in letter.dates.others if phrase.day > start]
    promised = [p for p in days if _PROMISE.found(letter.own, *line_at(letter.own, p.span.start))]
    return max(promised, key=lambda phrase: phrase.day, default=None)


def _new_date(letter: Letter) -> Span | None:
    """A day, or a number of working days, that is promised for the decision."""
    own = letter.own
    sent = letter.dates.sent.span if letter.dates.sent else None
    received = letter.dates.received.span if letter.dates.received else None
    review = letter.shows.review
    for span in _DATE.among(own):
        if any(
            known is not None and known.start < span.end and span.start < known.end
            for known in (sent, received)
        ):
            continue
        if review is not None and span.start >= review.span.start:
            continue  # "she will answer you within 20 working days": of the review
        line = line_at(own, span.start)
        before = own[line.start : span.start]
        if _PROMISE.found(before[-60:]) and not _NOT_NOW.found(own, *line):
            return span
    return None


# What the time is for, if not for the balance of an exemption found to apply: somebody's opinion, the
# search, advice, leave, the press of work, or a second helping of it.
_ELSE = Phrase(
    r"\b(?:qualified person|vice-chancellor|minister|monitoring officer|chief (?:officer|executive)|she|he|they|solicitors?|lawyers?|legal (?:team|services|advisers?)|counsel|third part(?:y|ies)|suppliers?|contractors?|compan(?:y|ies)|departments?|colleagues|officers?|committee|board|press office)\b[^.\n]{0,60}\b(?:(?:not|n't) (?:yet |so far )?(?:been )?(?:asked|given|formed|replied|responded|decided|considered|seen|approved|signed|returned|told|had|met)|(?:yet|still|has|have|needs?|is|are) to (?:be asked|give|form|reply|respond|consider|see|approve|sign|decide|meet|comment|be consulted)|(?:is|are|on|away|off)[^.\n]{0,12} (?:leave|sick|absent|holiday|away|busy))"
    r"|\b(?:to (?:allow|enable|give|let)|so that|while|until|for|before|pending|await\w*|in order (?:to|for))\b[^.\n]{0,60}\b(?:qualified person|opinion|legal advice|consult\w*|third part(?:y|ies)|supplier\w*|contractor\w*|colleagues|leave|holiday|workload|resources?|staff(?:ing)?|locat\w+|find\w*|search\w*|retriev\w+|collat\w+|gather\w*|redact\w+|review(?:ing)? (?:the|all|each)|read\w*|examin\w+|go through|complet\w+ (?:our|the) (?:search|enquir|inquir|work|redact)\w*|whether (?:it|any|the|we|they|or not)|which (?:exemption|section|of)|approv\w+|sign(?:ed)? off|press office|clear\w*)\b"
    r"|\b(?:first|initial|preliminary|quick) look\b|\b(?:may|might|could) be (?:that )?(?:one|some|an?|several|other|more|exempt)|\b(?:not|n't) (?:yet )?(?:decided|determined|established|settled|concluded|identified|considered|sure|certain|know|known|found|worked out)\b[^.\n]{0,40}\b(?:whether|which|if|what)\b[^.\n]{0,60}\b(?:exempt\w*|appl\w+|engaged|held|hold)"
    r"|\b(?:second|further|another|again|third|additional) (?:extension|time)\b|\b(?:already|previously|earlier) extended\b|\bextend(?:ed|ing)? (?:it |this |the time |the deadline )?(?:again|further|once more|a second)\b"
    r"|\b(?:workload|pressure of work|backlog|volume of requests|shortage|short-staffed|annual leave|(?:staff|officers?|team|key \w+|colleagues?) (?:\w+ )?(?:holidays?|leave|absences?|sickness|vacanc\w+)|(?:owing to|due to|because of|on account of|as a result of|by reason of) (?:\w+ ){0,3}(?:holidays?|leave|absences?|sickness|illness|staff\w*|work|workloads?|volume|backlog|complexity|size|number|resources?|election|vacanc\w+|reorgani[sz]ation|systems?|it problems?)|sick(?:ness)? (?:leave|absence)|holiday period|school holidays|staff (?:changes|absence|shortages?))\b"
    r"|\b(?:not|n't|un)(?: ?at present| ?yet| ?currently)? ?(?:able|possible|in a position|know|say|certain|sure|give|offer|promise)\b[^.\n]{0,40}\b(?:when|date|how long|time)\b|\bas soon as (?:we|possible|practicable|it)|\bin due course\b|\bwhen (?:we are able|we can|it is ready)\b|\bas (?:quickly|promptly) as",
    "not ", "n't ", "yet ", "still ", "has to", "have to", "needs to", "need to", "is to", "are to", "leave", "sick", "absent", "holiday", "away", "busy", "qualified person", "opinion", "advice", "consult", "third part", "supplier", "contractor", "colleagues", "workload", "resource", "staff", "locat", "find", "search", "retriev", "collat", "gather", "redact", "review", "read", "examin", "through", "complet", "whether", "which ", "approv", "sign", "press office", "clear", "look", "may be", "might be", "could be", "extension", "further time", "additional time", "another time", "extend", "pressure", "backlog", "volume of", "shortage", "short-staffed", "owing to", "due to", "because of", "account of", "result of", "reason of", "unable", "as soon as", "due course", "when we", "when it", "as quickly", "as promptly",
)  # fmt: skip
_MORE_TIME = Phrase(
    r"\bexten(?:d|ds|ding|ded|sion|sions)\b|\b10\(3\)|\b(?:more|further|additional|extra|longer) (?:time|period|\w+ working days|\d+)|\bneeds? (?:until|longer)|\bdeadline\b|\b(?:reply|answer|respond|decide|decision) (?:\w+ )?(?:by|until|later than)\b",
    "exten", "10(3)", "more ", "further ", "additional ", "extra ", "longer", "until", "deadline", "by", "later than",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """More time is taken, and words near by speak of another purpose than the balance."""
    if letter.outcome is not Outcome.EXTENSION or letter.regime in ("EIR", "EISR"):
        return
    review = letter.shows.review
    end = review.span.start if review is not None else len(letter.own)
    for span in _MORE_TIME.among(letter.own, 0, end):
        near = around(letter.own, span)
        other = _ELSE.search(letter.own, near.start, min(near.end, end))
        if other is not None:
            yield RULE.hint(
                letter,
                other,
                "Check that the time is for the public interest balance alone, with the exemption "
                "already found to apply and a date given.",
            )
            return
