"""Clarification asked for where none is reasonably needed, or late, so that the clock stops.

FOIA s.1(3): only where further information is reasonably required to identify and locate what is
asked for, and the applicant is told what is needed. FOISA s.1(3). The s.45 Code asks for it early.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around
from answerable.audit.wordings.periods import period
from answerable.audit.wordings.times import days_taken
from answerable.letters.phrases import Phrase, Words
from answerable.model import Certainty, Cite, Finding, Letter, Regime, Severity, Span

RULE = Rule(
    code="SA103",
    slug="clarification-abuse",
    cites=(Cite(Regime.FOIA, "1", ("3",)), Cite(Regime.FOIA, "16", ("1",))),
    why=(
        "Asking what the applicant means stops the clock, so it may be asked only when the "
        "information cannot otherwise be identified or found. A plain word needs no definition, "
        "a reason for asking is never needed, and a question put in the last days of the period "
        "looks like a way to gain time."
    ),
    fix=(
        "Answer the part as it stands on its ordinary meaning, say how you read it, and offer "
        "to look again if something else was meant."
    ),
)

_ASKS = Phrase(
    r"\b(?:clarif(?:y|ication)|please (?:explain|define|confirm|specify|state|tell us|let us know|could you)|(?:could|can|"
    r"would|will) you (?:please )?(?:explain|define|confirm|specify|clarify|tell us|let us know|say)|(?:need to|will have to|must) (?:explain|define|specify|clarify|tell)|need (?:you )?(?:to "
    r"know|more (?:detail|information)|further (?:detail|information))|we (?:ask|require) you to|unclear (?:what|which)|not "
    r"clear (?:what|which)|what (?:do )?you mean|be more specific|(?:glad|grateful|pleased|helpful|like|wish) (?:to (?:know|be told|hear)|if you (?:could|would))|tell us)",
    "clarif", "please", "you ", "need", "we ask", "we require", "unclear", "not clear", "what", "more specific", "glad", "grateful", "pleased", "helpful", "like to", "wish to", "tell us",
)  # fmt: skip
_MEANING = Phrase(
    r"\b(?:what (?:exactly |precisely )?(?:do )?you mean(?:t)? by|what (?:is|was) mean(?:t)? by|what you (?:understand|mean) by|what you take|(?:your )?(?:definition|"
    r"meaning|interpretation) of|define|how you (?:define|would define|understand))(?: the (?:words?|terms?|phrase|"
    r"expression))?\b",
    "mean", "understand by", "you take", "definition", "interpretation", "define", "understand",
)  # fmt: skip
_WHY = Phrase(
    r"\b(?:why you (?:want|need|are asking|require|wish|seek|have asked)|(?:the |your )(?:purpose|reason|motive)s? (?:of|for|"
    r"in|behind) (?:your |the |this |making |asking|which|requesting)|what you (?:intend|plan|propose|will|are going)"
    r"(?: to)? (?:do|use)|how you (?:intend|plan|will|propose)(?: to)? use|who you (?:represent|work for|are acting))",
    "why you", "purpose", "reason", "motive", "what you", "how you", "who you",
)  # fmt: skip
_HELPS = Phrase(
    r"\b(?:for (?:example|instance)|such as|whether you (?:mean|want|would)|do you (?:mean|want)|is it|did you mean|either|"
    r"options?|could (?:be|mean)|may (?:be|mean)|might (?:be|mean)|the following|any of|which of|we hold|we have(?! (?:nothing|not|no\b|heard))|we (?:run|"
    r"operate|own)|there are|more than one|several|(?:two|three|four|five|six|seven|eight|nine|"
    r"ten)(?! (?:months|weeks|days|years|working))|if you mean|to help)\b",
    "for ", "such as", "whether", "do you", "is it", "did you", "either", "option", "could", "may ", "might", "following", "any of", "which of", "we ", "there are", "more than", "several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "if you", "to help",
)  # fmt: skip
_CLOCK = Phrase(
    r"\b(?:unable to (?:proceed|progress|process|deal)|(?:not|cannot) (?:be able to )?(?:proceed|progress|process|continue|go "
    r"(?:on|further)|deal)|on hold|clock|(?:twenty|20) working days (?:will|period|time)|period of (?:twenty|20)|section 1 ?"
    r"\(3\)|(?:will|shall|may) (?:be )?(?:close|treated as (?:closed|withdrawn))|suspend|until (?:you|we) (?:do|have|hear|"
    r"receive|reply))",
    "unable", "not", "hold", "clock", "working", "period", "section", "close", "treated", "suspend", "until",
)  # fmt: skip


# A letter without one of these asks nothing that this rule looks at.
_QUICK = Words(
    "clarif",
    "mean by",
    "meant by",
    "understand by",
    "you take",
    "defin",
    "why you",
    "purpose",
    "reason for",
    "more specific",
    "intend to",
    "who you",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the purpose or a plain word is asked for, the more surely when it comes late."""
    own = letter.own
    if not _QUICK.found(own):
        return
    if not _ASKS.found(own) or not _CLOCK.found(own):
        return
    why = _WHY.search(own)
    if why is not None and _ASKS.found(own, *around(own, why, 1)):
        yield RULE.finding(
            letter,
            why,
            "The letter asks for the purpose of the request; that is not needed to identify or "
            f"find information ({RULE.cites[0]}).",
        )
        return
    late = 2 * (days_taken(letter, case) or 0) > period("foia-response")[0]
    meaning = _meaning(letter)
    if meaning is not None:
        yield RULE.finding(
            letter,
            meaning,
            "The letter asks what a plain word means and stops the clock for it"
            + (", late in the period" if late else "")
            + f"; {RULE.cites[0]} allows that only where the request cannot otherwise be understood.",
            certainty=Certainty.SURE if late else Certainty.LIKELY,
        )
    elif late and (asks := _ASKS.search(own)) and not _HELPS.found(own, *around(own, asks, 2)):
        yield RULE.finding(
            letter,
            asks,
            "Clarification is asked for late in the period, with no options offered.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )


def _meaning(letter: Letter) -> Span | None:
    """Where the letter asks for the meaning of a word and offers no meanings to choose from."""
    for span in _MEANING.among(letter.own):
        if not _HELPS.found(letter.own, *around(letter.own, span, 1)):
            return span
    return None


_ASKS_WHAT = Phrase(
    r"\bwhat (?:exactly )?(?:do )?you (?:mean|understand|meant|take)\b|\bwhat (?:is|was) meant by\b|\b(?:which|what) [^.\n]{0,40}\byou (?:regard|count|think of|have in mind)\b|\bdefin(?:e|ition)\b|\bwhat use you\b|\bwhy you (?:want|need|ask)",
    "what", "why you", "which ", "defin",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The applicant is asked what a word means, or what the information is for."""
    for span in _ASKS_WHAT.among(letter.own):
        yield RULE.hint(
            letter,
            span,
            "Check that this has to be asked: time stops only where the request cannot be understood without it.",
        )
