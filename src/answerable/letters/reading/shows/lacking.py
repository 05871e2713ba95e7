"""Whether it says that something is not held: "whether or not it is held" does not."""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading.shows.clauses import clause_before
from answerable.model import Span

_NOT_HELD = Phrase(
    r"\b(?:do|does|did|is|are|was|were|has|have)(?: not|n't) (?:currently |actually |now |itself |ourselves |been |routinely |centrally )?(?:hold|held(?! back)|possess|record|recorded|collect|collected|kept|keep|retain|retained|store|stored|(?:have|received?) (?:this|that|these|(?:any|either|one|some) of (?:this|that|these|those|it|them|what)|any (?:information|record|data|document|such|cop|report)\w*|such|one\b|a record|records|copies|a copy|(?:the|all the) (?:information|data|records?|documents?|figures?|reports?|material)))\b"
    r"|\b(?:we|i|it|the \w+) (?:have|has) (?:nothing|none) (?:on|about|of (?:the|this|that|it)|in writing|recorded|like|that|which|to (?:send|give|show|offer))\b(?! (?:you )?(?:more|further|else))|\bha(?:s|ve) no (?:recorded )?information (?:falling|within|of (?:that|the|this) kind|to answer|(?:that|which) (?:falls|answers|would answer|meets))|\bnot held\b(?! back)|\bneither (?:thing|one|item|part|document|record|report|of (?:these|them|those|the \w+)) (?:is|are|was|were) held\b(?! back)|\bno (?:[\w-]+,? ){1,4}(?:or [\w-]+ )?(?:is|are) held\b|\bno (?:recorded |relevant |such )?(?:information|records?|data|documents?|copy|copies|correspondence|emails?|minutes) (?:(?:is|are|was|were|has been|have been|could be|can be) )?(?:held|found|exists?|kept|located|identified|traced)|\bhold(?:s|ing)? (?:no|none|nothing)\b|there (?:is|are) no (?:recorded |such )?(?:information|records?|documents?|reports?|data)\b|(?:could|were|was|able|have been|been) (?:not|unable) (?:to )?(?:be )?(?:find|found|locate|located|trace|traced)|(?:found|located|produced|returned|revealed|identified) (?:no(?:thing|ne)?)\b|(?:none|nothing) (?:is|was|has been) (?:held(?! back)|found|located)|\bnot (?:information|something|a record|records|data|documents?|material) (?:which|that) (?!one )(?:\w+ ){1,4}?(?:holds?|has|have|keeps?)\b(?! (?:obtained|received|had|got|given|taken|made|seen))|no longer (?:hold|holds|held|exists?|have)",
    "hold", "held", "not have", "n't have", "not possess", "not record", "n't record", "not collect", "not keep", "n't keep", "not retain", "found", "exists", "not kept", "there is no", "there are no", "to find", "locat", "trace", "not store", "receive", "returned no", "identified no", "not been kept", "have nothing", "has nothing", "have none", "has none", "not routinely", "not currently", "not centrally", "not information", "not something", "not a record", "not data", "no longer", "not actually", "not now", "no information", "no recorded",
    needs=(" not ", "n't", " no", "not held", "neither ", "unable", "no ", "nothing", "none"),
)  # fmt: skip
_NOT_HELD_DENIED = compiled(
    r"\b(?:whether|neither|if|(?:holds?|held|is|does|do|did|confirm) or|or (?:whether|not)|indication|infer\w*|conclu\w+|that any|may|might|would)\b"
)
_HELD_ELSEHOW = compiled(
    r"not (?:held|recorded|kept|stored) (?:centrally|together|separately|electronically|in (?:an? |one |the )?.{0,40}(?:format|form|place|way|system|database)|by (?:street|ward|type))"
)


def not_held(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Says that something is not held; "whether or not it is held" does not."""
    for span in _NOT_HELD.among(own, start, end):
        if _NOT_HELD_DENIED.search(clause_before(own, span, 70)):
            continue
        if not _HELD_ELSEHOW.match(own, max(span.start, span.end - 12)) and not (
            _HELD_ELSEHOW.search(own, span.start, min(len(own), span.end + 70))
        ):
            return span
    return None
