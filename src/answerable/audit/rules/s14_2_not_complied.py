"""A request refused as repeated although the earlier one was not complied with.

FOIA s.14(2) and FOISA s.14(2) need an earlier request with which the authority complied: it
supplied the information or said that it held none.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    ProvisionUse,
    Regime,
    Severity,
    Span,
)

RULE = Rule(
    code="CV107",
    slug="s14-2-not-complied",
    cites=(Cite(Regime.FOIA, "14", ("2",)), Cite(Regime.FOISA, "14", ("2",))),
    why=(
        "A request counts as repeated only if an earlier one, the same or nearly so, was complied "
        "with and a reasonable time has not passed. An earlier refusal is not compliance, so a "
        "fresh request has to be looked at afresh."
    ),
    fix=(
        "Answer the request, or refuse it again on the exemption with reasons; if the earlier "
        "request was complied with, say when and what was supplied."
    ),
)

_REFUSED = Phrase(
    r"\b(?:refus(?:ed|al|ing)|(?:could|would) not (?:comply|answer|supply|provide|disclose|release)|exceed(?:ed|s)? the (?:appropriate|cost) limit|(?:was|were) (?:too (?:costly|expensive)|over the (?:cost )?limit)|withheld|withholding|declin(?:ed|ing)|turned down|not (?:answered|disclosed|released|supplied|provided|complied)"
    r"|did not (?:answer|disclose|release|supply|provide|comply|give)|were unable to (?:answer|disclose|provide|supply)"
    r"|exempt(?:ion|ed)?|neither confirmed nor denied|no (?:reply|response|answer) (?:was|has been)|still (?:being "
    r"considered|under consideration|awaiting)|have not yet)\b",
    "refus", "withheld", "declined", "turned", "not", "unable", "exempt", "neither", "reply", "response", "answer", "still", "exceed",
)  # fmt: skip
_COMPLIED = Phrase(
    r"\b(?:suppl(?:y|ied)|provided|disclosed|released|sent|g(?:ave|iven)(?! (?:the|a|our) (?:number|reference))(?! (?:you |her |him |them )?(?:our|an?|the|that|its) (?:answer|reply|response|decision|notice))|answered|(?<!has )complied|responded in full|not held"
    r"|did not hold|no information (?:was|is) held|enclosed|were told|(?:met|satisfied|fulfilled)(?: it| that| this)? in full|sending you|handed (?:the|it|them|all|both)|said (?:\w+ ){0,4}?that (?:we|it|the \w+) (?:have|has|had|hold|holds|held) no)\b",
    "suppl", "provided", "disclosed", "released", "sent", "gave", "given", "answered", "complied", "responded", "held", "enclosed", "told", "in full", "sending", "handed", "said ",
)  # fmt: skip
_PAST = Phrase(
    r"\b(?:previous|earlier|first|original|identical|similar|prior|before|already|in (?:january|february|march|april|may"
    r"|june|july|august|september|october|november|december|20\d\d)|on \d|(?:last|this) (?:year|month|week|spring|summer"
    r"|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|ago\b"
    r"|(?:we|council|trust|university) (?:had )?(?:refused|declined|withheld|answered|supplied|provided|sent|disclosed|gave|released|told|did not)"
    r"|at that time|dated \d|of \d)",
    "previous", "earlier", "first", "original", "identical", "similar", "prior", "before", "already", "in ", "on ", "last ", "this ", "ago", "at that", "dated", "of ",
)  # fmt: skip
_NOT_THIS = Phrase(
    r"\b(?:review|commissioner|complain|refusal notice|(?:we|i) (?:are|am) refusing|therefore refus|is refused|provides that|where (?:an|a public|the) authority)",
    "review", "commissioner", "complain", "refus", "provides", "where ",
)  # fmt: skip


# "We told you then that they were exempt and did not send them."
_EXEMPT_THEN = Phrase(
    r"\b(?:told|informed|explained to|said to|wrote to) you (?:then|at the time|that time)\b.{0,60}\b(?:exempt|withh|refus|not)"
    r"|\b(?:we|i|the \w+) (?:answered|replied|responded)(?: to (?:it|you|that))?(?: on \d[^.:;\n]{0,25}| then)?(?:[:;,] ?| and | by | to say that )(?:the |we |i |it )?(?:\w+ ){0,2}?(?:refus|withh|declin)",
    "answered", "replied", "responded", "told you", "informed you", "explained", "said to you", "wrote to you",
)  # fmt: skip


# "… a repeat of your request of 12 March, which was refused for cost"
_REPEATS_A_REFUSAL = Phrase(
    r"\b(?:repeat|repetition|same as|identical|similar)\b.{0,120}\b(?:which|that|and) (?:was|we|had been|the \w+) (?:\w+ )?(?:refused|declined|turned down|withheld|not answered)",
    "repeat", "repetition", "same as", "identical", "similar",
)  # fmt: skip
# "We refused it, and nothing was sent to you."
_NOTHING_SENT = Phrase(
    r"\bnothing (?:was|had been|has been) (?:sent|given|supplied|provided|released|disclosed)\b",
    "nothing ",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.14(2) is relied on and the letter says that the earlier request was refused."""
    at_review = letter.outcome is Outcome.INTERNAL_REVIEW
    for use in letter.relied():
        if use.cite.number != "14" or use.cite.parts[:1] != ("2",) or use.cite.regime.environmental:
            continue
        complied = _sentence(letter, _COMPLIED)
        told = _EXEMPT_THEN.search(letter.own) or _NOTHING_SENT.search(letter.own)
        refused = told or _sentence(letter, _REFUSED) or _REPEATS_A_REFUSAL.search(letter.own)
        if at_review:
            # The refusal under review is no earlier request; what was withheld before it is.
            if _WITHHELD_BEFORE.found(letter.own) and complied is None:
                yield _unsure(letter, use)
            return
        if refused is not None and (complied is None or told is not None):
            yield RULE.finding(
                letter,
                refused,
                f"{use.cite.short} needs an earlier request that was complied with; the letter says "
                "that the earlier one was refused or not answered.",
                cites=(use.cite,),
            )
        elif complied is None:
            yield _unsure(letter, use)
        return


# "On 2 October you were told that it was being withheld under section 43(2)."
_WITHHELD_BEFORE = Phrase(
    r"\b(?:withheld|refused|declined|exempt)\b.{0,40}\bunder section (?!14\b)\d",
    "withheld", "refused", "declined", "exempt",
)  # fmt: skip


def _unsure(letter: Letter, use: ProvisionUse) -> Finding:
    return RULE.finding(
        letter,
        use.spans[0],
        f"The notice does not show that the earlier request was complied with, which {use.cite} needs.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
        cites=(use.cite,),
    )


def _sentence(letter: Letter, phrase: Phrase) -> Span | None:
    """The first match in a sentence about something earlier."""
    for span in phrase.among(letter.own):
        line = line_at(letter.own, span.start)
        if _NOT_THIS.found(letter.own, line.start, line.end):
            continue
        if _PAST.found(letter.own, line.start, line.end):
            return span
    return None


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A request is refused as repeated."""
    for use in letter.relied():
        if use.cite.number == "14" and use.cite.parts[:1] == ("2",):
            yield RULE.hint(
                letter, use.spans[0], "Check that the earlier request was in fact complied with."
            )
            return
