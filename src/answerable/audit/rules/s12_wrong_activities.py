"""A cost estimate that counts work the law does not let it count.

SI 2004/3244 reg 4(3): finding out whether the information is held, locating, retrieving and
extracting it. FOISA: SSI 2004/467 reg 3 leaves out deciding whether it is held or exempt.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.cost import limit_refusal
from answerable.audit.wordings.lines import around, line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity, Source

RULE = Rule(
    code="CV103",
    slug="s12-wrong-activities",
    interprets=True,
    cites=(
        Source("Fees Regulations 2004, reg 4(3)", "https://www.legislation.gov.uk/uksi/2004/3244"),
    ),
    why=(
        "Only four things may be counted: working out whether the information is held, finding "
        "it, getting it and taking it out of what else is there. Redaction, consulting others, "
        "weighing exemptions and checking or approving the answer may not, and an estimate that "
        "needs them to pass the limit fails."
    ),
    fix="Take that time out, work the estimate again and see whether it still passes the limit.",
)
_SCOTTISH = Source(
    "Fees for Required Disclosure (Scotland) Regulations 2004, reg 3",
    "https://www.legislation.gov.uk/ssi/2004/467",
)

_WEIGHING = (
    r"|\b(?:consider|decid|assess|determin|check|work|review|apply|identify|establish)(?:e|s|ing|ed|ing out)?"
    r"\b.{0,50}\b(?:exempt|withh)|\bpublic interest test"
    r"|\b(?:consider|decid|assess|determin|judg)(?:e|s|ing|ed)? (?:whether|if|what|which)\b.{0,60}\b(?:disclos|releas|withh|exempt|sent|published|given out)"
    r"|\b(?:read|review|go|look|sift|check)(?:ing)? .{0,40}\b(?:sensitiv|confidential|personal (?:data|information|"
    r"details)|could be (?:released|disclosed)|can be (?:released|disclosed)|(?:suitable|safe) for (?:release|disclosure))"
)
_REDACTING = (
    r"\bredact|\bblack(?:ing|ed)? (?:it |them |anything |any \w+ |names )?out\b|\banonymis|\b(?:remov|tak|blank|delet|strip|obscur|strik|cross|mask|cover|pixelat|edit|cut|screen|weed)(?:e|ing|s)?(?: out)? .{0,30}"
    r"\b(?:names|personal (?:data|details|information)|details|identif)"
    r"|\b(?:names|personal (?:data|details)|identif\w+)\b.{0,60}\b(?:removed|taken out|blanked|struck|deleted|obscured|covered)"
    r"|\b(?:checked|read over|approved|cleared|signed off) by (?:a |an |the )?(?:\w+ ){0,2}(?:managers?|officers?|lawyers?|solicitors?|directors?|legal)"
    r"|\bfor anything (?:that|which) (?:should|ought|must|may|could|can) (?:not|be)"
)
_ASKING = (
    r"|\b(?:consult(?!ed|ation|ant)|seek(?:ing)? (?:the )?(?:views|consent|agreement|permission)|ask(?:ing)? (?:the |each |every )?"
    r"(?:\w+ ){0,2}(?:whether|if) (?:it|they|he|she) (?:object|consent|agree)|check(?:ing)? with (?:the|each|every|a)|check(?:ing|ed)? (?:\w+ ){1,3}with (?:the|each|every|a|our|their) (?:\w+ ){0,2}(?:managers?|officers?|leaders?|lawyers?|solicitors?|heads?|colleagues?|directors?|famil(?:y|ies)|suppliers?|contractors?|compan(?:y|ies)|authors?)\b"
    r"|obtain(?:ing)? (?:consent|legal advice|the views|approval)|legal advice|sign(?:ing)?[- ]off|(?:senior|management|managers?'?|director'?s?|ministerial|final|internal|for|and|or|,) approv(?:al|ing)\b(?! (?:was|ended|lost))|approv(?:al|ing) (?:by|from|of the (?:reply|response|answer|release))|approving"
    r"|quality[- ]check|proof-?read|contact(?:ing)? (?:each|every|the) (?:third|compan|supplier|contractor|famil|individual))"
)
_ANCHORS = [
    "redact",
    "black",
    "remov",
    "tak",
    "blank",
    "delet",
    "strip",
    "obscur",
    "consult",
    "seek",
    "ask",
    "check",
    "obtain",
    "legal advice",
    "sign",
    "approv",
    "quality",
    "proof",
    "contact",
    "exempt",
    "public interest",
    "read",
    "review",
    "sift",
    "look",
    "go",
    "anonymis",
    "strik",
    "cross",
    "mask",
    "cover",
    "pixelat",
    "edit",
    "cut",
    "screen",
    "weed",
    "consider",
    "decid",
    "assess",
    "determin",
    "judg",
    "names",
    "personal",
    "identif",
    "clear",
    "anything",
]
_WEIGHED = ("read", "review", "sift", "look", "go", "consider", "decid", "assess", "determin", "judg", "check", "work", "apply", "identify", "establish", "withh", "disclos", "releas")  # fmt: skip
_WORK = Phrase(_REDACTING + _ASKING + _WEIGHING, *_ANCHORS)
_SCOTTISH_WORK = Phrase(_WEIGHING.removeprefix("|"), "exempt", "public interest", *_WEIGHED)
_TIME = Phrase(
    r"\b(?:minutes?|mins?|hours?|hrs?|seconds|days?|estimat|calculat|takes?\b|taking|£)",
    "min", "hour", "hrs", "second", "day", "estimat", "calculat", "take", "taking", "£",
)  # fmt: skip
_EXACT_TIME = Phrase(
    r"\b(?:minutes?|mins?|hours?|hrs?|seconds?)\b",
    "min", "hour", "hr", "second",
)  # fmt: skip
_LEFT_OUT = Phrase(
    r"\bnot (?:been )?(?:count|let|includ|add|allow|permit|tak)|\b(?:exclud|without|ignor|leav(?:e|ing) out|left out|apart "
    r"from (?!find|locat|search|the (?:find|search|work of find)|that)|aside from (?!find|locat|search|the (?:find|search))|no account|no time|before (?:any|the (?:time|work|hours|minutes)|adding|we (?:count|add)|anything)|nothing (?:is|was|has been) (?:counted|added|included|allowed)|cannot (?:count|include)|may not|must not|nothing (?:\w+ ){0,8}(?:for|in respect)|no (?:allowance|part|provision|work|minutes|hours) (?:\w+ ){0,4}(?:for|of|in)\b|only the (?:time|work|hours|minutes|steps?|tasks?)|(?:n't|not) (?:\w+ ){0,2}(?:depend|rely|form|part|in (?:the|our|this))|neither|nor\b"
    r"|on top(?!.{0,140}\b(?:(?:allow|add|includ|count)(?:ed|s|ing)?\b(?! (?:no|not)\b)|further \d))|would (?:then|also) (?:have|need)|in addition|disregard|none of|do(?:es)? not (?:cover|contain|cost))",
    "exclud", "only the", "n't", "without", "leav", "left", "apart", "aside", "no", "before", "neither", "top", "then", "also", "addition", "disregard",
)  # fmt: skip
_OTHER = Phrase(
    r"\bsection 14|\bvexatious|\binternal review\b|\bdissatisfied\b|\bcommissioner\b|\bburden",
    "section 14", "vexatious", "review", "dissatisfied", "commissioner", "burden",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on the first sentence that counts time for redaction, consulting or weighing."""
    if limit_refusal(letter) is None:
        return
    scottish = letter.regime == "FOISA"
    own = letter.own
    for span in (_SCOTTISH_WORK if scottish else _WORK).among(own):
        line = line_at(own, span.start)
        near = around(own, span)
        if _LEFT_OUT.found(own, line.start, line.end) or _OTHER.found(own, line.start, line.end):
            continue
        if not _TIME.found(own, line.start, line.end):
            continue
        sure = _EXACT_TIME.found(own, line.start, line.end)
        if not sure and not _EXACT_TIME.found(own, near.start, near.end):
            continue
        source = _SCOTTISH if scottish else RULE.cites[0]
        yield RULE.finding(
            letter,
            span,
            f"The estimate counts work that may not be counted (“{letter.excerpt(span)}”): "
            f"{source} lets only certain work be counted.",
            certainty=Certainty.SURE if sure else Certainty.LIKELY,
            severity=None if sure else Severity.MEDIUM,
            cites=(source,),
        )
        return


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A cost refusal speaks of work that may not be counted."""
    if limit_refusal(letter) is None:
        return
    for span in _WORK.among(letter.own):
        line = line_at(letter.own, span.start)
        if not _LEFT_OUT.found(letter.own, *line) and not _OTHER.found(letter.own, *line):
            yield RULE.hint(
                letter,
                span,
                "Check that this work is not counted: only finding, getting and taking out may be.",
            )
