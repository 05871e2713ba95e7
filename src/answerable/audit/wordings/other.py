"""What is held of other things, or of a subject in general: it is no answer about the one named.

"We hold a great deal about policing generally, but as to the named person we neither confirm nor
deny." What is held "about the named person", however it is put, is left to count.
"""

from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import compiled
from answerable.model import Letter, Span

_GENERAL = compiled(
    r"\b(?:generally|in general|general (?:guidance|polic(?:y|ies)|information|records?|material|figures|statistics|subject|matters?)|as a whole|(?:like|as) (?:every|any|all|most|each|other|many) (?:other )?[a-z]+|for all (?:of )?(?:its|our|their)|(?:of|about|on|for) (?:all|every|each of) (?:of )?(?:its|our|the)|(?:about|on|of|with) (?:many |several |a number of )?other (?:subjects?|matters?|things|people|persons|places|sites|addresses|streets|cases|topics)|unrelated|nothing to do with|none of (?:which|that|it|this)|(?:which|that|this) (?:says?|tells?) nothing|elsewhere|in other contexts|for other purposes|as is (?:well )?known|national\w*|county-?wide|force-?wide|(?:borough|city|trust|county)-?wide|(?:across|throughout) (?:the )?(?:whole )?(?:county|city|borough|country|force area|area|region)|publish\w*|(?:in the )?public domain|publicly|on (?:our|the|its) website|annual report)\b"
)
#: In the words that say what is held, the thing or the person asked about.
_NAMED = compiled(
    r"\b(?:named|naming|in particular|in question|specific(?:ally)?|concerned|at issue|you (?:name|mention|describe|ask|asked|seek|refer|want|request|have in mind)\w*|requested|(?:this|that(?! (?:is|are|was|were|has|have|had|can|we|it|they|may|apply|applies|anybody|anyone)\b)|these|those) [a-z]+|him|her|his|such|of (?:this|the|that) (?:kind|sort|description)|withheld|the (?:address|person|man|woman|individual|officer|patient|employee|pupil|suspect|house|premises|site|street|operation|complaint|incident|informant)s?)\b"
)
_STOPS = (", ", "; ", ": ", " but ", " although ", " though ", " while ", " and we ", "—", "\n")


def held_of_others(letter: Letter, span: Span) -> bool:
    """Whether what is said at ``span`` to be held is of a general subject, or of another."""
    own = letter.own
    line = line_at(own, span.start)
    if _GENERAL.search(own, line.start, line.end) is None:
        return False
    start = max((_after(own, stop, line.start, span.start) for stop in _STOPS), default=line.start)
    ends = [own.find(stop, span.end, line.end) for stop in _STOPS]
    end = min((at for at in ends if at >= 0), default=line.end)
    return _NAMED.search(own, start, end) is None


def _after(own: str, stop: str, start: int, end: int) -> int:
    at = own.rfind(stop, start, end)
    return start if at < 0 else at + len(stop)
