"""What a letter says of itself: what is not to be inferred, re-use, that it is a refusal notice."""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading import silence
from answerable.model import Span

_CAVEAT = Phrase(
    r"(?:(?:should|must|can|may|is|are|ought|does|do|could|need|please do|will|would) ?(?:not|n't) (?:to |therefore )?(?:be (?:taken|read|seen|understood|construed|interpreted|regarded|treated)|infer|assume|draw|conclude|read|imply|suggest|indicate|mean|take|treat)|no (?:inference|conclusion|indication|implication|assumption|significance|meaning)|nothing (?:in (?:this|the|our|my)|should|can|is to be|here|said|above|written|stated|we (?:say|have said))|neither implies|not (?:imply|indicate|an indication|evidence)|without (?:implying|indicating|prejudice to whether)|same (?:answer|reply|response|words) .{0,60}whether|whether or not .{0,60}(?:would (?:give|make|say|reply|answer|respond)|same)|not to be (?:taken|read|understood|construed)|(?:do not|don't) (?:take|read|guess|infer|conclude|assume) |\bnone of (?:this|that|the above) (?:should|must|is to|may|can) be (?:taken|read|understood)|\bread nothing into\b|\b(?:nobody|no one|no-one) (?:should|must|can|may|is to|ought to) (?:read|infer|take|conclude|assume|think|draw|guess) )",
    "infer", "taken", "conclu", "indicat", "impl", "nothing", "draw", "assum", "construed", "understood", "read", "same ", "signific", "suggest", "interpreted", "evidence", "prejudice", "regarded", "treat", "mean", "take", "guess", "none of", "read nothing", "nobody", "no one", "no-one",
)  # fmt: skip
_ABOUT_HOLDING = compiled(
    r"held|hold|exist|contain|either direction|,? or that (?:we|it|there|he|she|they) (?:do|does|did|is|are|was|were|have|has|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|haven't|hasn't)\b|nothing into|there is or is|there is (?:an? |any )?\w+,? n?or\b|confirm|infer|indicat|drawn|draw |does or do|do or do|either way|\b(?:has|is|was|did|do|does|have),? or (?:has|is|was|did|do|does|have),? ?not\b"
)
_REUSE = Phrase(
    r"open government licen[cs]e|\bogl\b|re-?us(?:e|ed|ing)\b.{0,80}(?:licen[cs]e|information|free|permission|copyright|regulations)|(?:may|can|free to|permitted to|welcome to|entitled to) (?:be )?re-?use|\bcopyright\b.{0,80}(?:re-?use|reproduc|permission|licen[cs]e)",
    "open government", "ogl", "re-us", "reus", "copyright",
)  # fmt: skip
_NOTICE = Phrase(
    r"(?:refusal|exemption) notice|notice of refusal|notice under section|section 17\b|regulation 14\b|section 16\b|regulation 13 of the|section 14 of the regulations|refusal under section",
    "notice", "section 17", "section 16", "regulation 14", "regulation 13", "refusal", "section 14 of",
)  # fmt: skip


def caveat(own: str) -> Span | None:
    """Says that nothing is to be inferred about whether information is held."""
    for span in _CAVEAT.among(own):
        start = own.rfind("\n", 0, span.start) + 1
        end = own.find("\n", span.end)
        if _ABOUT_HOLDING.search(own, start, len(own) if end < 0 else end):
            return span
    return silence.NOTHING_FOLLOWS.search(own)


def reuse(own: str) -> Span | None:
    """Licenses or speaks of re-use."""
    return _REUSE.search(own)


def refusal_notice(own: str) -> Span | None:
    """Calls itself a refusal notice, or names the section that governs one."""
    return _NOTICE.search(own)
