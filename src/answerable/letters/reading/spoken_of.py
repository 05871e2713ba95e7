"""What was asked for, where a letter speaks of it only by the way: "the report, which you asked for"."""

from answerable.letters.patterns import compiled
from answerable.model import Block, BlockKind, Question, Span, Voice

_HEAD = 500  # characters of a paragraph that are looked at
_MOST = 20  # paragraphs
# "our refusal to release the debrief on the fire, which you asked for under the Act",
# "the plans of the drain, 1961 to 1988, which you asked to have as scans".
_ASKED_FOR = compiled(
    r"(?P<joint>,? (?:which|that),?|,)? you (?:have |had )?(?:recently )?(?:asked (?:for\b(?! (?:it|them|this|that)\b)|to (?:see|have)\b(?! (?:it|them|this|that)\b))|requested\b|wanted\b(?! to)|sought\b)"
)
_NO_THING = (" if", " as", " and", " when", " which", " where", " because", " that", " in", " what")
_LONGEST = 220  # characters of a thing
# "our letter of 9 May, in which we withheld the note on the scheme under section 36".
_IN_WHICH = compiled(
    r"\breview(?:ed)? (?:on [^.:;]{4,30} )?(?:of )?(?:our|its|the|my) (?:[a-z]+ ){0,2}?(?:letter|reply|response|decision|refusal|answer) (?:of|dated) \d{1,2} [a-z]{3,9}(?: \d{4})?,? (?:about|to withhold|not to (?:disclose|release|supply)|to refuse|on) (?P<about>(?:the|its|our|your|any|all|an?) [^.:;\n]{8,200}?)(?:[.,]|$)"
    r"|\b(?:which|that) (?:withheld|refused),?(?: under [^,;:]{5,60},)? (?P<withheld>(?:the|an?|any|all|its|our|part of the) [^.:;\n]{8,200}?)(?:[.,]| under\b|$)"
    r"|\b(?:in which|by which|when) (?:we|i|the [a-z]+) (?:had )?(?:withheld|declined to \w+|refused(?: to (?:\w+|give you))?(?! to\b)|did not (?:release|disclose|supply)) (?P<thing>(?:the|any|all|a|every|some|certain|part of the) [^.:;\n]{8,200}?)(?:,| (?:under|by virtue of|relying|on the (?:ground|basis|footing)|as exempt|because)\b|$)"
)
# What stands before the thing itself.
_BEFORE = compiled(
    r".*\b(?:refus\w+ (?:of |to \w+ (?:you )?)?|decision (?:on|about|not to \w+) |withh\w+ |disclos\w+ |release |(?:holds?|enclos\w+|attach\w*|includ\w+|covers?) )(?=(?:the|a|an|all|any|every|copies|your)\b)"
)
_NOTHING = compiled(
    r"(?:(?:the|any|all|some|other|further|of|this|that|your|a|an|much|most|everything|anything) )*(?:information|documents?|material|records?|data|copy|copies|papers?|figures|details|everything|anything|those|that|this|these|review|internal review|reconsideration|decision)?$"
)
_OURS = compiled(r"(?:we|i|you|it|this|that|there|if|as|when|where|since|because|thank|please)\b")


def spoken_of(flow: str, low: str, blocks: list[Block]) -> tuple[Question, ...]:
    """The thing that the letter says in passing was asked for, or empty."""
    for block in blocks[:_MOST]:
        if block.voice is not Voice.AUTHORITY or block.kind is BlockKind.TABLE:
            continue
        start, end = block.span.start, min(block.span.end, block.span.start + _HEAD)
        if low.find("you ", start, end) >= 0:
            for match in _ASKED_FOR.finditer(low, start, end):
                found = _before(flow, low, start, match.start())
                if found is not None:
                    return (found,)
        if low.find("which ", start, end) >= 0 or low.find("review", start, end) >= 0:
            within = _IN_WHICH.search(low, start, end)
            found = None
            if within is not None:
                found = _thing(flow, low, *within.span(within.lastgroup or "thing"))
            if found is not None:
                return (found,)
    return ()


def _before(flow: str, low: str, start: int, end: int) -> Question | None:
    """The thing that ends at ``end``, before "which you asked for"; None for none."""
    if low.endswith(_NO_THING, start, end):
        return None
    at = max(start, end - _LONGEST, *(low.rfind(mark, start, end) + 1 for mark in ".:;\n"))
    before = _BEFORE.match(low, at, end)
    return _thing(flow, low, before.end() if before else at, end)


def _thing(flow: str, low: str, start: int, end: int) -> Question | None:
    while start < end and low[start] in ' ,"':
        start += 1
    words = low[start:end]
    if len(words) < 12 or _NOTHING.match(words) or _OURS.match(words):
        return None
    return Question("1", " ".join(flow[start:end].split()), Span(start, end))
