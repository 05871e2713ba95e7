"""Clarification asked for where none is reasonably needed, or late, so that the clock stops.

FOIA s.1(3): only where further information is reasonably required to identify and locate what is
asked for, and the applicant is told what is needed. FOISA s.1(3). The s.45 Code asks for it early.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around, line_at, plainly
from answerable.audit.wordings.periods import period
from answerable.audit.wordings.times import days_taken
from answerable.letters.phrases import Phrase, Words
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Regime, Severity, Span

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
    r"\b(?:what (?:exactly |precisely )?(?:do )?you mean(?:t)? by|what (?:is|was) mean(?:t)? by|what you (?:understand|mean) by|what you take|in what sense|what sense|which sense|(?:your )?(?:definition|"
    r"meaning|interpretation) of|define|how you (?:define|would define|understand))(?: the (?:words?|terms?|phrase|"
    r"expression))?\b",
    "sense", "mean", "understand by", "you take", "definition", "interpretation", "define", "understand",
)  # fmt: skip
_WHY = Phrase(
    r"\b(?:why you (?:want|need|are asking|require|wish|seek|have asked)|(?:the |your )(?:purpose|reason|motive|interest|use|object|background)s? (?:of|for|to|"
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
    "in what sense",
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
    plain = _asked_plainly(letter, case) if _QUICK.found(letter.own) else None
    if plain is not None:
        yield plain
    elif needless := _needless(letter):
        yield RULE.hint(letter, needless, _CHECK)


def _asked_plainly(letter: Letter, case: Case) -> Finding | None:
    """The purpose or the meaning asked for, or anything late, in words that stop the clock."""
    own = letter.own
    if not _ASKS.found(own) or not _CLOCK.found(own):
        return None
    why = _WHY.search(own)
    if why is not None and _ASKS.found(own, *around(own, why, 1)):
        return RULE.finding(
            letter,
            why,
            "The letter asks for the purpose of the request; that is not needed to identify or "
            f"find information ({RULE.cites[0]}).",
        )
    late = 2 * (days_taken(letter, case) or 0) > period("foia-response")[0]
    meaning = _meaning(letter)
    if meaning is not None:
        return RULE.finding(
            letter,
            meaning,
            "The letter asks what a plain word means and stops the clock for it"
            + (", late in the period" if late else "")
            + f"; {RULE.cites[0]} allows that only where the request cannot otherwise be understood.",
            certainty=Certainty.SURE if late else Certainty.LIKELY,
        )
    if late and (asks := _ASKS.search(own)) and not _HELPS.found(own, *around(own, asks, 2)):
        return RULE.finding(
            letter,
            asks,
            "Clarification is asked for late in the period, with no options offered.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
    return None


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


# The same in more words; what is seen by these is a hint.
_ASKS_IN_ANY_WORDS = Phrase(
    r"\b(?:clarif(?:y|ication)|please (?:explain|define|confirm|specify|state|tell us|let us know|could you)|(?:could|can|"
    r"would|will) you (?:please )?(?:explain|define|confirm|specify|clarify|tell us|let us know|say)|(?:need to|will have to|must) (?:explain|define|specify|clarify|tell)|need (?:you )?(?:to "
    r"know|more (?:detail|information)|further (?:detail|information))|we (?:ask|require) you to|unclear (?:what|which)|not "
    r"clear (?:what|which)|what (?:do )?you mean|be more specific|need(?:s)? you to|you are (?:asked|requested|required|invited) to|(?:would|will|could|should) (?:help|assist) (?:us|me) (?:to |if )|(?:should|would|must) (?:like|be glad|be grateful|be pleased|have) |(?:asks?|requires?|requests?) (?:that )?you(?: to)?\b|kindly|please (?:write|give|supply|provide|answer|indicate|set out|advise|identify|list|say|describe|spell|complete|elaborate|expand)|(?:until|unless|before) you (?:explain|say|tell|define|state|specify|answer|write)|(?:want|wants|wish|wishes|need|needs) to (?:know|understand|be told)|knows? (?:why|what)|(?:glad|grateful|pleased|helpful|like|wish) (?:to (?:know|be told|hear)|if you (?:could|would))|tell us)",
    "clarif", "please", "you ", "need", "we ask", "we require", "unclear", "not clear", "what", "more specific", "glad", "grateful", "pleased", "helpful", "like to", "wish", "tell us", "help us", "help me", "assist ", "you are ", "should ", "would ", "must ", "kindly", "asks", "requires", "requests", "until", "unless", "before", "want", "know",
)  # fmt: skip
_STOPS_IN_ANY_WORDS = Phrase(
    r"\b(?:unable to (?:proceed|progress|process|deal)|(?:not|cannot) (?:be able to )?(?:proceed|progress|process|continue|go "
    r"(?:on|further)|deal|begin|start|work)|unable to (?:begin|start|go|take|do|continue|answer|look)|before (?:we|it|the \w+) (?:can|could|will|goes?|takes?|does|starts?|begins?)|can (?:go|be taken) (?:any )?further|paus(?:e|ed|ing)\b|stopp?(?:ed|s)\b|re-?start\w*|afresh|(?:will|does|do|can|shall|would)(?: not|n't) (?:run|begin|start|count|be counted)|in the meantime|meanwhile|(?:until|till) (?:then|you|this|that|it|we|your|all|both)|lie on (?:the )?file|put (?:aside|to one side|by)|unless (?:and|you|we)|wait(?:ing)? for you|no (?:further |more )?(?:work|action|search|steps)|(?:only )?once (?:you|all|we|that|this|it|your)|day (?:on which )?your|on hold|clock|(?:twenty|20) working days (?:will|period|time)|period of (?:twenty|20)|section 1 ?"
    r"\(3\)|(?:will|shall|may) (?:be )?(?:close|treated as (?:closed|withdrawn))|suspend|until (?:you|we) (?:do|have|hear|"
    r"receive|reply))",
    "before", "can go", "can be", "paus", "stop", "restart", "meantime", "meanwhile", "till", "lie on", "put ", "unless", "wait", "n't", "re-start", "afresh", "no ", "once", "day", "unable", "not", "hold", "clock", "working", "period", "section", "close", "treated", "suspend", "until",
)  # fmt: skip
# The letter shows that it knew: "although there is only the one", "it is ready to go".
_KNEW = Phrase(
    r"\b(?:although|though|even though|while|whilst|but|albeit|despite)\b.{0,60}\b(?:only (?:the )?(?:one|a single)|just (?:the )?one|no other|a single|clear|plain|obvious|(?:we|i) (?:do |can )?(?:know|guess)\b(?! what to)|found|located|hold|have (?:it|them|the))\b|\bready (?:to (?:go|send|be sent)|for (?:release|you|sending))|\b(?:have|has) (?:already )?(?:found|located|retrieved|identified|collated|gathered|got) (?:it|them|the|this|what|your|all)\b|\b(?:is|are) (?:to hand|on (?:my|our) desk|in front of)\b|\bonly (?:the )?one (?:such|of)?|\b(?:perfectly|quite|reasonably|fairly) (?:clear|plain|obvious)\b",
    "though", "while", "but ", "albeit", "despite", "ready", "found", "located", "retrieved", "identified", "collated", "gathered", "got ", "to hand", "desk", "in front", "only", "clear", "plain", "obvious",
)  # fmt: skip
# What only the authority could know: how many pages, who was there, which file or reference.
_CANNOT_KNOW = Phrase(
    r"\b(?:number of (?:pages|documents|items|records|copies|e-?mails)|how many (?:pages|documents|items|records|e-?mails)|names? of (?:those|the (?:people|persons|officers?|authors?|staff)|each|all|every)|(?:our|its|the) (?:file|reference|case|document|record) (?:numbers?|references?|names?|titles?)|(?:titles?|dates?|authors?|recipients?|senders?) of (?:the|each|every|all|any) (?:documents?|e-?mails?|letters?|records?|reports?|meetings?)|who (?:wrote|sent|signed|attended|holds|keeps)|where (?:it|they|the \w+) (?:is|are) (?:kept|held|filed|stored)|exact (?:dates?|times?|titles?|words?|wording)|subjects? discussed|which (?:system|folder|drawer|database|cabinet)|(?:section|provision) of the act you)\b",
    "number of", "how many", "name", "file", "reference", "case ", "document", "record", "title", "date", "author", "recipient", "sender", "who ", "where ", "exact", "subject", "which ", "provision",
)  # fmt: skip
_MANY = Phrase(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d+) (?:\w+ ){1,3}(?:cent(?:re|er)s|sites|schools|officers|groups|projects|reports|files|systems|contracts|meetings|people|teams|departments|versions|buildings|streets|roads|companies)\b",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
)  # fmt: skip
# More than one thing is meant or to be chosen from; so there is something to ask.
_CHOICE = Phrase(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|various|numerous|dozens|hundreds|thousands|\d+|more than one|a (?:number|range|list)) (?:of )?(?:\w+ ){0,4}?(?:have|has|share|carry|bear|serv\w+|each|with|called|named|known|such|match\w*|of th\w+|answer|fit|might|could|cent(?:re|er)s|sites|schools|officers|groups|projects|reports|files|systems|contracts|meetings|people|teams|departments|versions|years|kinds|sorts|types)\b|\b(?:any (?:one )?of|which (?:one|of)|either .{1,60} or|whether you (?:mean|meant|want)|do you (?:mean|want)|did you (?:mean|have)|might be|may be|could be|for (?:example|instance)|such as|below|following list|if you mean|options?)\b|\bwe (?:run|operate|own|have) (?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|several|\d+)\b",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several", "many", "various", "numerous", "dozens", "hundreds", "thousands", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "more than one", "a number", "a range", "a list", "any", "which", "either", "whether", "do you", "did you", "might", "may ", "could", "for ", "such as", "below", "following", "if you", "option",
)  # fmt: skip
_NOT_ASKING = Phrase(
    r"\b(?:review|commissioner|dissatisfied|unhappy|complain\w*|have answered|needn't|need not|refin\w+|narrow\w*|limit|hours|fee|payment|identity|proof)\b",
    "review", "commissioner", "dissatisfied", "unhappy", "complain", "answered", "need", "refin", "narrow", "limit", "hour", "fee", "payment", "identity", "proof",
)  # fmt: skip


def _needless(letter: Letter) -> Span | None:
    """A question to the applicant for which time stops, and a sign that it need not be asked."""
    if not _stops(letter):
        return None
    for span in plainly(_ASKS_IN_ANY_WORDS, _NOT_ASKING, letter.own):
        near = around(letter.own, span)
        if (
            _KNEW.found(letter.own, *near)
            or _WHY.found(letter.own, *near)
            or _CANNOT_KNOW.found(letter.own, *line_at(letter.own, span.start))
        ):
            return span
    return None


def _without_choice(letter: Letter) -> Span | None:
    """A question to the applicant for which time stops, with nothing to choose from about it."""
    if not _stops(letter):
        return None
    for span in plainly(_ASKS_IN_ANY_WORDS, _NOT_ASKING, letter.own):
        if not _CHOICE.found(letter.own, *around(letter.own, span, 2)):
            return span
    return None


def _stops(letter: Letter) -> bool:
    """Whether the letter does nothing more until the applicant answers."""
    return letter.outcome is Outcome.CLARIFICATION or (
        letter.outcome in _OPEN
        and not _gives(letter)
        and _STOPS_IN_ANY_WORDS.found(letter.own)
        and _ASKS_IN_ANY_WORDS.found(letter.own)
    )


def _gives(letter: Letter) -> bool:
    """Whether something is supplied: not "until this is supplied" by the applicant."""
    supplied = letter.shows.supplied
    return supplied is not None and not _STOPS_IN_ANY_WORDS.found(
        letter.own, *line_at(letter.own, supplied.start)
    )


_OPEN = (Outcome.FULL, Outcome.EXTENSION)


_CHECK = (
    "Check that this has to be asked: time stops only where the request cannot be understood "
    "without it."
)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """The applicant is asked what a word means, what it is for, or something that need not be asked."""
    needless = _needless(letter) or _without_choice(letter)
    if needless is not None:
        yield RULE.hint(letter, needless, _CHECK)
        return
    for span in _ASKS_WHAT.among(letter.own):
        if _MANY.found(letter.own, *around(letter.own, span)):
            continue
        yield RULE.hint(
            letter,
            span,
            "Check that this has to be asked: time stops only where the request cannot be understood without it.",
        )
