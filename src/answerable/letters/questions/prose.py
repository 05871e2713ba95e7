"""Questions asked in running text, one or several to a sentence."""

import itertools
import re

from answerable.letters.patterns import compiled
from answerable.letters.text import sentence_spans
from answerable.model import Span

_WH = r"(?:how (?:many|much|long|often|far|old|are|is|do|does|did|was|were|has|have)|what|which|who|whose|when|where|why|whether)"
_IMPERATIVE = compiled(
    r"(?:please|kindly|could (?:you|i)|can (?:you|i)|would you|will you|may (?:i|we)|i(?:'d| would| should) (?:also )?(?:like|love|be grateful)|i (?:also )?(?:want|need|wish|request|seek|ask|am (?:looking|asking|seeking|requesting)|am writing to (?:request|ask)|hereby|require)|we(?:'d| would| should)? (?:also )?(?:like|want|request|wish|need|seek|ask)|send|give|tell|provide|supply|list|confirm|let me|under (?:the )?(?:foi|foisa|freedom|eir|environmental)|also (?:how|what|which|the|please|any|who|when)|environmental information request|copies of|a copy of|my request (?:concerns|is|relates)|grateful)\b",
    re.IGNORECASE,
)
_NOT_ASKED = compiled(
    r"(?:please not\b|please (?:just )?(?:send|supply|provide|give|let me have)? ?(?:me )?(?:it|this|them|these|(?:the )?answers?|q\d|(?:number|item|part|question)s? \d)\b[^.?]{0,40}\b(?:as|in) (?:an? )?(?:\.?csv|excel|\.?xlsx?|spreadsheets?|pdf|word|electronic|machine)|i(?:'d| would) like it (?:as|in)\b|as an? (?:csv|excel|spreadsheet)\b|if there (?:is|are|were|was) none,? please (?:just )?say so|please (?:note|be aware|be advised|begin|start|treat|reply|respond|acknowledge|do not|don't|contact|let me know if (?:you|this|there)|confirm receipt|see|find|accept|find attached|could you reply)|if (?:you|this|it|any|the) .{0,120}(?:refus|too much|cost|exempt|need|unclear|not clear|held by|do not hold|don't hold|hold)|i (?:look forward|expect|understand|am aware|believe|don't agree|do not agree|remind|note|shall|will|reserve|am (?:a|the|an|concerned|not|writing (?:about|further|as|in))|have (?:read|noted|been|seen|already|asked))|thank|thanks|i would (?:remind|prefer|be happy)|i'd (?:prefer|be happy)|i would like (?:it|this|the (?:reply|response|answers?|information|figures|data) (?:in|by|as|to be))|you (?:say|said|have|are|must|should|may)|this (?:is|follows|request)|my (?:preferred|preference|address|name)|in the event|should you|as you (?:know|will)|under (?:the )?.{0,60}(?:act|regulations)[^,:]{0,60}(?:you (?:have|are|must)|must))\b",
    re.IGNORECASE,
)
_GREETED = compiled(
    r"(?:hi|hello|dear|good (?:morning|afternoon|evening))\b[^,.?!:]{0,40}[,:!]? ?(?=[iIwWpPcCuUaA])",
    re.IGNORECASE,
)
# A new ask within a sentence: after a comma or an "and", a question word or "the number of".
_MORE = compiled(
    rf"(?:,|;|\band\b|\bor\b|\balso\b|\bplus\b| -)[ ]{{0,2}}(?:(?:and|also|then|if so|if yes|if not|if no|if you (?:have|do|did)|if (?:it|there|they) (?:has|have|does|do|is|are|was|were)|finally)[, ]{{1,3}}){{0,2}}(?={_WH}\b(?! (?:ever|is more|of (?:these|those|which)\b.{{0,4}}$))|(?:(?:of|for) )?(?:the |any )?(?:total )?(?:number|cost|amount|date|dates|name|names|scoring|emails|valuation|minutes|report|outcomes?|copy|copies)\b|can i\b|(?:for|of|in|with|on|at|to|by) (?:how many|what|which|whom)\b|(?<=;[ ])(?:the|an?|any|all|every|each|copies|details)\b|(?:please )?(?:say|tell me|send me|state|confirm|explain) (?:whether|if|how|what|when|which|who|the|a|any|all)\b)",
    re.IGNORECASE,
)
# "And tell me …", "For each of the last three years please state …".
_LED_INTO = compiled(
    r"^(?:if (?:so|not|yes|you (?:do|have|did)|(?:it|they|there|one) (?:has|have|is|are|was|were|does|do))[, ]{1,8}(?=(?:i (?:want|would)|please|could you|send|give|tell|how|what|which|who|when|where|why)\b)|(?:and|so|then|finally|now|just|also|lastly|further|additionally|in addition|secondly|thirdly)[, ]{1,2}(?=(?:i(?:'d| would) like|could you|can you|please|tell|send|give|how|what|which|who|when|where|why)\b)|(?:for|in|since|between|during|over|within|regarding) [^.?!,]{1,80}[, ]{1,2}(?=(?:please (?:state|provide|send|give|tell|supply|list|confirm)|could you|can you|(?:the )?(?:total )?(?:number|cost|amount|name)s? of)\b))",
    re.IGNORECASE,
)
# "Please tell me, for each of the last five years, how many …": nothing was asked before the comma.
_NOTHING_YET = compiled(
    r"\W*(?:(?:please|kindly|could you|can you|would you|and|also|i(?:'d| would) (?:also )?like to know)[, ]+){0,3}(?:(?:tell|let|advise|inform|say|state|confirm|give|provide|send|show)(?: (?:me|us))?(?: know)?)?,? ?(?:for|in|since|between|during|over|within|by|regarding|as at|as of|from)\b(?:(?!please|\bstate\b|\blist\b|provide|number|total|cost)[^?]){0,120}$",
    re.IGNORECASE,
)
# "…, which has not yet been published": says more about the thing before it.
_TELLS_MORE = compiled(r"which (?:has|have|had|is|are|was|were|may|will)\b", re.IGNORECASE)
_IN_WHICH = compiled(r"(?:in|of|on|by|with|to|at|for|under|from) (?:which|whom)\b", re.IGNORECASE)
_FOLLOWS = compiled(
    r"please (?:give|state|say|list|include|show) (?:the|their|its) [a-z]{3,20} (?:of|for|in) (?:each|every one|all of (?:them|these|those))\W*$|(?:if (?:there is|there are|so|yes|you do|it does|they (?:do|are)|one exists)\b.{0,30}\b(?:may|can|could|please|send|have|provide|copy|see)\b.{0,30}\b(?:it|one|them|copy|that|this)\b(?! (?:was|is|were|cost|and)\b)[^a-z]*(?:$|[^a-z ]))",
    re.IGNORECASE,
)
# "If there is a policy on visits to the sick, please send it."
_IF_THERE = compiled(
    r"if there (?:is|are|was|were|has been|have been) (?!none\b|no\b|not\b|any (?:charge|cost|fee|delay|problem)|a (?:charge|cost|fee|delay|problem))[^.?]{8,200}?,? (?:please (?:send|provide|supply|give|let me have|tell)|may i|could i|can i|i(?:'d| would) like)\b",
    re.IGNORECASE,
)
_IF = compiled(r"if (?:so|not|yes|\w+ \w+)", re.IGNORECASE)
_RELATIVE = compiled(
    r"(?:in|of|for|to|by|from|at|on|with|under|about|after|the|a|any|those|people|staff|those|document|documents|one|ones|companies|officers) $",
    re.IGNORECASE,
)
# "For 2025, number of staff disciplined, by site.": a thing named with no word of what is so about it.
_NAMED_ALONE = compiled(
    r"(?:the )?(?:total )?(?:number|cost|amount|name)s? of (?:(?!\b(?:is|are|was|were|has|have|had|would|will|may|can|could|should|do|does|did)\b)[^\n])*$",
    re.IGNORECASE,
)


def is_ask(words: str) -> bool:
    """Whether a sentence asks for something."""
    stripped = _LED_INTO.sub("", words.strip(" \"'>"), count=1)
    if not stripped or _NOT_ASKED.match(stripped):
        return stripped.endswith("?") and not re.match(
            r"(?:please|thank|i |if )", stripped, re.IGNORECASE
        )
    if stripped.rstrip("\"'").endswith("?") or _IF_THERE.match(stripped):
        return True
    if len(stripped) < len(words.strip(" \"'>")) and _NAMED_ALONE.match(stripped):
        return True
    return (
        _IMPERATIVE.match(stripped) is not None
        or re.match(rf"{_WH}\b", stripped, re.IGNORECASE) is not None
        or re.match(r"(?:is|are|was|were) there (?:an? |any )", stripped, re.IGNORECASE) is not None
    )


def asks(text: str, span: Span, strict: bool = False) -> list[Span]:
    """The asks in one line of text.

    ``strict``: beside a list, only what plainly asks for one thing more counts.
    """
    found: list[Span] = []
    for sentence in sentence_spans(text, span.start, span.end):
        words = text[sentence.start : sentence.end]
        greeting = _GREETED.match(words)
        if greeting and len(words) > greeting.end() + 12:
            sentence = Span(sentence.start + greeting.end(), sentence.end)
            words = words[greeting.end() :]
        if not is_ask(words) or (found and _FOLLOWS.match(words.strip())):
            continue
        if strict and (words.rstrip().endswith(":") or not _plain_ask(words)):
            continue
        if words.rstrip().endswith(":") and len(words) < 160:
            continue
        found += _several(text, sentence)
    return found


def _plain_ask(words: str) -> bool:
    return (
        words.rstrip("\"' ").endswith("?")
        or re.match(
            r"\W*(?:also|please (?:also|send|provide|give|tell|supply|list)|i would also|and (?:also )?|finally)",
            words,
            re.IGNORECASE,
        )
        is not None
    )


def _several(text: str, sentence: Span) -> list[Span]:
    words = text[sentence.start : sentence.end]
    cuts = [sentence.start]
    for match in _MORE.finditer(words):
        before = words[: match.start() + 1]
        piece = words[cuts[-1] - sentence.start : match.start()]
        if (
            len(piece.split()) < 3
            or _IF.fullmatch(piece.strip())
            or _RELATIVE.search(before)
            or _NOTHING_YET.match(piece)
        ):
            continue
        if (
            words[match.start()] == ","
            and (
                _TELLS_MORE.match(words, match.end())
                or (" and" not in match.group() and _IN_WHICH.match(words, match.end()))
            )
            and not words.rstrip().endswith("?")
        ):
            continue
        if (
            re.match(r"(?:which|who|whose|where|when)\b", words[match.end() :], re.IGNORECASE)
            and not words.rstrip().endswith("?")
            and not _begins_with_a_question(words, words[match.start()])
            and not _introduces(words[: match.start()])
        ):
            continue
        cuts.append(sentence.start + match.end())
    cuts.append(sentence.end)
    spans = []
    for start, end in itertools.pairwise(cuts):
        piece = _JOINT.sub("", text[start:end].rstrip(" ,;"))
        if piece.strip():
            spans.append(Span(start, start + len(piece)))
    return spans


_JOINT = re.compile(r"[ ,;]{1,3}(?:and|or|as well as|together with)(?: for| of)?$")


def _begins_with_a_question(words: str, joint: str) -> bool:
    """Whether "who …" asks too: not in "whether Mr B, who sits on the board, has …"."""
    opening = re.match(rf"{_WH}\b", words, re.IGNORECASE)
    return opening is not None and not (joint == "," and opening.group().lower() == "whether")


def _introduces(words: str) -> bool:
    """Whether the verb asks for clauses: I'd like to know how much …, which company …."""
    return (
        re.search(
            r"\b(?:know|tell me|told|confirm|say|state|ask|explain|advise|inform)\b",
            words,
            re.IGNORECASE,
        )
        is not None
    )
