"""A request turned away because it is put as a question.

FOIA s.8 and s.84: a question is a valid request for whatever recorded information answers it.
(There is no duty to create information or give opinions, and saying so is right.)
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import around, line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Regime

RULE = Rule(
    code="SA104",
    slug="answer-created",
    cites=(Cite(Regime.FOIA, "8"), Cite(Regime.FOIA, "84")),
    why=(
        "Most people ask in questions. If something recorded answers the question, it has been "
        "asked for; only where nothing recorded does is there nothing to supply. Calling a "
        "question invalid leaves the part unanswered."
    ),
    fix=(
        "Say whether recorded information that answers the question is held, and supply it, "
        "refuse it, or say that none is held."
    ),
)

_QUESTION = Phrase(
    r"\b(?:(?:is|are|was|were|as|being|posed|put|framed|phrased|asked|amounts? to|constitutes?|contains?)\b.{0,30}\b(?:a "
    r"(?:\w+ )?question|questions|an enquiry|general enquir\w+)\b.{0,60}\b(?:not|rather than|instead of|and so)\b.{0,60}"
    r"\b(?:request|information)"
    r"|(?:not|n't) (?:count|qualify|amount|rank|constitute|class)\w*\b.{0,20}\brequests?\b.{0,80}\b(?:question|enquir)|(?:question|enquir)\w*\b.{0,120}\b(?:not|n't) (?:count|qualify|amount|rank|constitute)\w*\b.{0,20}\brequest"
    r"|\bnot a (?:means|way|vehicle) of (?:putting|asking|having)\b.{0,40}\bquestions?\b|\b(?:sentence|question|item|part|one) (?:beginning|that begins|starting|which begins) with ['\"]?why\b.{0,20}\bis not\b"
    r"|\b(?:why|question)\b.{0,60}\bis a request for (?:an? )?(?:opinions?|explanations?|views?|comments?)\b.{0,40}\bnot\b|\bis(?:n't| not) a request for (?:an? )?(?:documents?|records?|information)\b.{0,40}\bquestion"
    r"|\b(?:act|law|legislation)\b.{0,60}\b(?:not|n't) (?:cover|extend to|apply to|reach|deal with) (?:\w+ )?(?:questions|explanations|reasons)"
    r"|\b(?:act|law|legislation)\b[^.]{0,60}\bnot for (?:\w+ )?questions\b"
    r"|not (?:a |an )?(?:valid |proper |true )?(?:foi |freedom of information |fo\S+ )?requests?\b.{0,80}\bquestion"
    r"|\b(?:consists? of|amounts? to|contains?|puts?|asks?|poses?) (?:\w+ ){0,2}questions?\b.{0,80}\b(?:not|rather than|instead of|and so)\b"
    r"|questions?\b.{0,60}\b(?:is|are) not (?:a |an )?(?:valid|request|covered|caught|within|something)"
    r"|(?:not|n't|no) (?:require|oblige|compel|duty|obligation|extend|entitle)\w*\b.{0,40}\b(?:to )?(?:answer|reply to|"
    r"respond to)\w*\b.{0,20}\bquestions?|(?:act|legislation|law) (?:is|does) not .{0,40}(?:question|answer))",
    "question", "enquir", "answer",
)  # fmt: skip
_REFUSES = Phrase(
    r"\b(?:(?:not|n't) have to (?:treat|answer|deal|respond|consider)|(?:not|n't) be (?:taking|dealing|answering|responding)|(?:not|n't) (?:count|qualify|amount|rank|constitute)|nothing (?:that )?(?:the \w+|we) (?:has|have) to do|not (?:a |an )?(?:valid|proper|request|true|been (?:dealt|answered|considered)|dealt|answer(?:ed)?\b|respond|"
    r"consider|treat|process|proceed|covered|caught)|invalid|decline|will not|cannot (?:answer|respond|be (?:dealt|answered|"
    r"considered))|(?:not|n't|no) (?:require|oblige|compel|duty|obligation)|disregard|reject)",
    "invalid", "decline", "no", "n't", "nothing", "disregard", "reject",
)  # fmt: skip
_ANSWERED = Phrase(
    r"\b(?:(?:do|does|did) not hold|no recorded|not held|hold(?:s)? (?:no|recorded)|however|nevertheless|nonetheless|even so|"
    r"but (?:we|i|to|in|the|as|can)|to be helpful|to help|outside the act|in the interests|as a courtesy|the answer is|we "
    r"can (?:tell|confirm|say|advise)|we (?:hold|have (?:searched|looked|checked|treated|considered|answered|attached|"
    r"enclosed))|opinions?|creat(?:e|ed|ing)|new information|comment|view\b|explain why|speculat|hypothetical)\b",
    "recorded", "not held", "hold", "however", "nevertheless", "nonetheless", "even so", "but ", "help", "outside the", "interests", "courtesy", "answer is", "we can", "we have", "opinion", "creat", "new info", "comment", "view", "explain", "specul", "hypoth",
)  # fmt: skip


# Turned away outright, whatever else is said near it.
_NOT_LOOKED = Phrase(
    r"\b(?:have|has) not (?:looked|searched)\b|\bnothing (?:that )?(?:the \w+|we) (?:has|have) to do\b|\bquestions?\b.{0,40}\bwill not (?:answer|deal with) (?:this|it|that|them)\b",
    "not looked", "not searched", "nothing ", "will not",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a part is called a question and not dealt with for that."""
    own = letter.own
    for span in _QUESTION.among(own):
        near = around(own, span)
        if not _REFUSES.found(own, *near) or (
            _ANSWERED.found(own, *near) and not _NOT_LOOKED.found(own, *near)
        ):
            continue
        yield RULE.finding(
            letter,
            span,
            "A part is turned away because it is put as a question. A question is a request for "
            f"any recorded information that answers it ({RULE.cites[0]}, {RULE.cites[1]}).",
            certainty=Certainty.SURE,
        )
        return


_TURNED_AWAY = Phrase(
    r"\b(?:questions?|why|opinions?|explanations?|documents?)\b.{0,120}\b(?:not|n't|no|only|rather)\b.{0,80}\b(?:act|requests?|information|documents?|answer)|\b(?:not|n't|no|only)\b.{0,80}\b(?:questions?|why|opinions?|explanations?)\b",
    "question", "why", "opinion", "explanation", "document",
)  # fmt: skip
_ELSE = Phrase(
    r"opinions? (?:is|are) not|review|commissioner|complain|dissatisfied|unhappy|public interest|if you have any|exempt|prejudice|not held|do not hold|do(?:es)? not hold",
    "review", "commissioner", "complain", "dissatisfied", "unhappy", "interest", "any", "exempt", "prejudice", "hold", "held",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A sentence sets questions against documents or requests."""
    for span in _TURNED_AWAY.among(letter.own):
        if not _ELSE.found(letter.own, *line_at(letter.own, span.start)):
            yield RULE.hint(
                letter,
                span,
                "Check that no question is turned away for being one; recorded information may answer it.",
            )
