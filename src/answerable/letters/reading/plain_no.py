"""A part of a request that is refused in everyday words: "we would rather not say who they were".

Such words mean little in a letter at large ("you will not be getting a reminder"), so they are
looked for only in a passage that says which question it answers.
"""

from bisect import bisect_right

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading import shows
from answerable.model import Block, Outcome, PartAnswer, Span, Voice

_TO = r"(?:tell(?:ing)? (?:you|anyone|anybody) (?!(?:whether|if|exactly|precisely|more|any more)\b)|say(?:ing)? (?:who|which|what|where|how much|to whom)\b|nam(?:e|ing) (?:them|the|any|those|names|either|it|him|her)\b|identify(?:ing)? (?:them|the|any|those)\b|giv(?:e|ing) (?:you|out|them|it|that|this|those|the)\b|let(?:ting)? you (?:have|see|know) (?!(?:whether|if|when)\b)|shar(?:e|ing) (?:them|it|that|this|those|the)\b|disclos(?:e|ing) (?:them|it|that|this|those|the)\b|releas(?:e|ing) (?:them|it|that|this|those|the)\b|hand(?:ing)? (?:over|out|it|them)\b|show(?:ing)? you\b|send(?:ing)? (?:you )?(?:the|those|them|it|this|that|any|their|its)\b|pass(?:ing)? (?:on|it|them)\b|part(?:ing)? with\b)"
_SAID_NO = Phrase(
    rf"\b(?:we|i|the (?:council|trust|university|department|board|authority|school|force|college|commission|agency|office))(?:(?: will| shall| do| does| are| am| is| can| would| could)(?: not|n't|not)|(?:'re|'m|'ll) not| won't| shan't| can't) (?:be |now |therefore )?(?:going to |able to |prepared to |propos(?:e|ing) to |intend(?:ing)? to |minded to |wish(?:ing)? to |free to |want to |willing to |in a position to )?{_TO}"
    r"|\byou (?:will|may|can|shall)(?: ?not|n't) (?:be )?(?:hav(?:e|ing)|get(?:ting)?|given|told|see|shown) (?!(?:to|whether|if|charged|a right)\b)|\byou won't (?:be )?(?:having|getting|given|told|seeing|shown) (?!(?:to|whether|if)\b)"
    rf"|\b(?:decided|chosen|elected|resolved|prefer|rather|sooner|opted|agreed|determined|thought it best|best) not (?:to )?(?:be )?{_TO}|\brather not (?:say|tell|name|give|send|disclose|release)\b"
    r"|\bkeep(?:ing)? (?:that|this|it|them|those|these|the \w+)(?: of (?:the )?\w+)? (?:to ourselves|private|secret|confidential)\b|\b(?:stays?|remains?|staying|remaining) (?:with us|private|confidential|secret|between us)\b"
    r"|\b(?:the|those|these|their|it|this|that|they) (?:[\w']+ ){0,5}?(?:will|can|shall|is|are) ?(?:not|n't) (?:to )?(?:be |being ){0,2}(?:given|released|disclosed|supplied|provided|handed|sent|named|let) (?!(?:by|to (?:the|a|any)|in|with)\b)|\b(?:the|those|these|their|it|this|that|they) (?:[\w']+ ){0,5}?(?:will|can|shall|is|are) ?(?:not|n't) (?:to )?(?:be |being ){0,2}(?:given|released|disclosed|supplied|provided|sent|named)(?=[.;,])"
    r"|\bno (?:names?|details?|figures?|cop(?:y|ies)|information|answer|prices?|addresses|amounts?|documents?) (?:\w+ ){0,3}?(?:will|can|shall|is to|are to|is|are) (?:be |being )?(?:given|disclosed|released|named|sent|supplied|provided|handed over|let out)\b(?! for)"
    r"|\bnot (?:something|anything|a thing) (?:that |which )?(?:we|i|the \w+) (?:will |would |can |could |shall |are (?:prepared|willing|going|able) to )?(?:be )?(?:tell|say|nam|shar|discuss|disclos|giv)\w*",
    "not ", "n't ", "won't", "shan't", "can't", "cannot", "to ourselves", "private", "secret", "confidential", "with us", "between us", "given", "disclosed", "released", "named", "sent", "supplied", "provided", "handed over", "let out",
)  # fmt: skip
# "We cannot tell you how many, because they are not counted": nothing is kept back.
_NOT_KNOWN = compiled(
    r"\b(?:not|n't|no longer|never) (?:\w+ )?(?:recorded?|kept|keep|known?|counted?|hold|held|(?<=do not )have|(?<=don't )have|collected?|noted?|exist|asked?|decided?|measured?|made)\b|\bno (?:record|note|log|list|such)\b|\b(?:until|unless|once)\b|\bin advance\b"
)


def says_no(own: str, start: int, end: int) -> Span | None:
    """Where a passage that answers a question refuses to, in everyday words."""
    return next((span for span in _SAID_NO.among(own, start, end) if _refuses(own, span)), None)


def _refuses(own: str, span: Span) -> bool:
    line = own.rfind("\n", 0, span.start) + 1
    stop = own.find("\n", span.end)
    stop = len(own) if stop < 0 else stop
    return not (_NOT_KNOWN.search(own, line, stop) or shows.in_another_form(own, span, stop))


def of_a_part(own: str, blocks: list[Block]) -> Span | None:
    """The first passage on a numbered question that refuses in everyday words."""
    starts: list[int] = []
    for span in _SAID_NO.among(own):
        starts = starts or [block.span.start for block in blocks]
        block = blocks[max(0, bisect_right(starts, span.start) - 1)]
        if block.parts and block.voice is Voice.AUTHORITY and _refuses(own, span):
            return span
    return None


# A plain statement: "The lease begins on 1 September", "We received seven bids".
_STATES = compiled(
    r"\b(?:is|are|was|were|has|have|had|does|did|do|will|begins?|began|ends?|ended|received|spent|paid|costs?|employs?|took|made|bought|sold|runs?|ran|held|gave|came|went)\b|\d"
)
# What argues, or tells of rights, is no answer beside a refusal.
_ARGUES = compiled(
    r"\breview\b|\bcomplain|\bexe(?:mpt|cept)|\binterests?\b|\bprejudic|\blikely to\b|\brelates to\b|\bformulation\b|\bsee (?:above|below|\d|\(|our|the)\b|\bas (?:above|below|for)\b|\b(?:the )?same (?:applies|answer|reason)\b|\bharm\b|\bconfidential"
)
_LONGEST = 600  # characters


def answered_beside(own: str, answers: tuple[PartAnswer, ...]) -> bool:
    """Whether some numbered part is refused outright and another plainly answered."""
    refused = any(answer.outcome is Outcome.REFUSED for answer in answers)
    return refused and any(
        answer.outcome is Outcome.FULL
        and any(_tells(own[place.start : place.end]) for place in answer.spans)
        for answer in answers
    )


def _tells(words: str) -> bool:
    return (
        len(words) < _LONGEST
        and words.rstrip().endswith((".", "!"))
        and _STATES.search(words) is not None
        and _ARGUES.search(words) is None
    )
