"""A part of a request that is refused in everyday words: "we would rather not say who they were".

Such words mean little in a letter at large ("you will not be getting a reminder"), so they are
looked for only in a passage that says which question it answers; or where nothing else was seen
to be done and a reason for keeping something stands beside them.
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


# "The Association is unable to help you on this occasion", "it would not be right to let them out".
_LETS = r"(?:let|letting|giv(?:e|ing)|hand(?:ing)?|shar(?:e|ing)|releas(?:e|ing)|pass(?:ing)?|send(?:ing)?|tell(?:ing)?|disclos(?:e|ing)|publish(?:ing)?|mak(?:e|ing) (?:it|them|this|that|these|those|the \w+) (?:public|available)|show(?:ing)?|circulat(?:e|ing)|discuss(?:ing)?)"
_BRUSHED_OFF = Phrase(
    rf"\b(?:unable to|not able to|cannot|can't|can not|not in a position to) (?:be able to |be of )?(?:help|assist|assistance|oblige|accommodate)\b"
    rf"|\b(?:not|n't|neither|nor) (?:be |feel it (?:is |was |would be )?|think it (?:is |was |would be )?|consider it )?(?:right|appropriate|proper|fair|reasonable|comfortable|our practice|our policy|usual|prudent|sensible|wise) (?:for us |of us |for the \w+ )?(?:to|in|about|with) (?:be )?{_LETS}\b"
    rf"|\b(?:cannot|can't|can not|will not|won't|not going to|never) (?:start|begin|be|get into|go into|go around|go round) {_LETS}\b"
    r"|\b(?:must|will|should|needs? to|has to|have to|are to|is to|ought to) (?:therefore )?(?:remain|stay|be kept|be treated as|be regarded as) (?:strictly )?(?:confidential|private|secret|in confidence|internal|within the|between (?:us|the))\b"
    r"|\b(?:answer|reply|response) (?:to (?:both|all|each|your \w+) )?(?:has to be|must be|will have to be|can only be) (?:therefore )?(?:a |an )?(?:polite |firm )?no\b|\bhave to (?:say no|disappoint you)\b|\bnot (?:for|open to) (?:public(?:ation)?|sharing|circulation|general (?:release|circulation)|outsiders)\b",
    "unable to", "able to", "cannot", "can't", "can not", "position to", "right ", "appropriate", "proper", "fair", "reasonable", "comfortable", "practice", "policy", "usual", "prudent", "sensible", "wise", "will not", "won't", "going to", "never", "remain", "stay", "be kept", "be treated", "be regarded", " no", "disappoint", "not for", "not open",
    needs=("help", "assist", "oblige", "accommodate", "let", "giv", "hand", "shar", "releas", "pass", "send", "tell", "disclos", "publish", "public", "available", "show", "circulat", "discuss", "confiden", "private", "secret", "internal", "within", "between", "answer", "reply", "response", "say no", "disappoint", "outsider"),
)  # fmt: skip
_BECAUSE = Phrase(
    r"\b(?:confiden\w+|sensitiv\w+|priva(?:cy|te)|gdpr|data protection|commercial\w*|personal (?:data|information|details|matters?)|third part(?:y|ies)|in trust|privileged|legal advice)\b",
    "confiden", "sensitiv", "priva", "gdpr", "data protection", "commercial", "personal", "third part", "in trust", "privileged", "legal advice",
)  # fmt: skip
# Said of the way on, of a case that is only supposed, or of what is nobody's to give.
_NOT_OF_THIS = compiled(
    r"\b(?:if|should you|were you|review\w*|complain\w*|commissioner|unless|until|while|whether|without (?:it|this|that|more|them|knowing)|did not ask|asked us to|by (?:telephone|phone))\b"
)


def of_the_whole(own: str) -> Span | None:
    """Where a letter that names no ground says no all the same, with a reason beside it.

    Such words are weak signs by themselves; only where they stand by a word like "confidential".
    """
    reasons = [span.start for span in _BECAUSE.among(own)]
    for span in _BRUSHED_OFF.among(own) if reasons else ():
        start, end = own.rfind("\n", 0, span.start) + 1, own.find("\n", span.end)
        end = len(own) if end < 0 else end
        if _NOT_OF_THIS.search(own, start, end) or not _refuses(own, span):
            continue
        low = max(0, start - _NEAR)
        if any(low <= place < end + _NEAR // 2 for place in reasons):
            return span
    return None


_NEAR = 300  # characters: a sentence or two


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
