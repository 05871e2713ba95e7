"""Whether a letter neither confirms nor denies: "the guidance has such paragraphs" does not."""

from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase, holds
from answerable.letters.reading import silence
from answerable.letters.reading.by_the_way import is_by_the_way
from answerable.letters.reading.shows.clauses import TELLERS, clause_before, rest_after
from answerable.model import Span

_NCND = Phrase(
    r"neither (?:to )?confirm(?:s|ed|ing)?\b.{0,60}?\b(?:n?or|and) (?:to )?den(?:y|ies|ied|ying)"
    r"|(?:can(?:not| ?not|'t)?|do(?:es)? not|don't|will not|won't|unable to|declin\w+ to|refus\w+ to|not (?:obliged|required|able|prepared|going|in a position) to|not) (?:either )?confirm,? (?:or|nor|and (?:does|do|will|can)(?: not|not)) (?:to )?den(?:y|ies)"
    r"|(?:contrary to the public interest|not be in the public interest|not in the public interest) (?:for .{0,40})?to (?:reveal|say|disclose|confirm) (?:whether|if)|\b(?:not|our not|without) (?:to )?reveal(?:ing)? (?:whether|if) .{0,60}(?:exists?|held|hold)|confirm\w* n?or den\w+.{0,40}(?:whether|that|if|any)\b.{0,60}(?:is|are) not (?:possible|appropriate)"
    r"|\bneither (?:the )?(?:a )?yes n?or (?:the )?(?:a )?no\b|no confirmation or denial|(?:duty|obligation|requirement) to (?:confirm or deny|say whether).{0,80}(?:(?:does|do|did) not (?:arise|apply)|is (?:excluded|disapplied|removed))|no duty to (?:confirm or deny|say whether)"
    r"|(?:are|is|am) not (?:saying|stating|revealing|telling you) (?:whether|if)\b"
    r"|(?:declin|refus)\w*(?:, [^,\n]{3,70},)? to (?:say|state|confirm|reveal) (?:whether|if|either way)|(?:will|can|do|does|could|would)(?: not|not|n't) (?:say|state|confirm|reveal|disclose) (?:whether|if) .{0,40}(?:held|hold|exist)|not (?:obliged|required|going|prepared) to (?:say|state|confirm|reveal|tell you) (?:whether|if)\b|\b(?:excused|relieved|released|freed|absolved|exempt(?:ed)?) (?:\w+ ){0,2}from (?:having to |the (?:duty|obligation) (?:to |of )|any (?:duty|obligation) (?:to |of ))?(?:tell|say|stat|confirm|reveal|answer)(?:ing|e)? (?:you )?(?:whether|if)\b|(?:not able|unable|cannot) (?:to )?(?:say|tell you|state|reveal) (?:whether|if) .{0,40}\b(?:held|hold|holds|exists?)\b|\bncnd\b"
    r"|(?:section |s\.? ?)1\(1\)\(a\).{0,60}(?:does not apply|disapplied|do not apply)|n(?:either|ot) (?:admit|say|state)\w* (?:nor|or) den",
    "deny", "denie", "denial", "denying", "say whether", "whether", "say if", "state if", "confirm if", "reveal if", "disclose if", "you if", "ncnd", "1(1)(a)", "either way", "neither yes", "neither the yes", "neither a yes",
)  # fmt: skip
# "To reveal whether it exists would be contrary to the public interest."
_CONTRARY = Phrase(
    r"\bto (?:reveal|say|disclose|confirm) (?:whether|if) .{0,60}\b(?:would|will) (?:itself )?be contrary to the public interest",
    "contrary to the public interest",
)  # fmt: skip
_DENIES_NCND = compiled(
    r"(?:\bnot (?:relying|claiming|applying|a case|seek\w+|saying)|\bn(?:or|either) (?:do|does|are|is|will) (?:we|i|it|the \w+) (?:say|saying|claim\w*|seek\w*|suggest\w*)\b|whether to|no need to|(?:told|said to|wrote to|informed) you (?:\w+ ){0,5}?that (?:we|it|the \w+) (?:would|could|did))\b"
)
# 'The guidance has "neither confirms nor denies" paragraphs for sections 24(2) and 40(5B)'.
_A_MODEL = compiled(
    r"\"? (?:paragraphs?|wordings?|templates?|models?|examples?|letters? (?:were|are|in))\b"
)


def ncnd(own: str, start: int = 0, end: int | None = None) -> Span | None:
    """Says that it neither confirms nor denies."""
    for span in _NCND.among(own, start, end):
        if not (_DENIES_NCND.search(clause_before(own, span)) or _A_MODEL.match(own, span.end)):
            line = own.rfind("\n", 0, span.start) + 1
            before, rest = own[max(line, span.start - 240) : span.start], rest_after(own, span)
            told = holds(before, TELLERS) or rest[-1:].isdigit()  # or a row of a table of counts
            if not (told and is_by_the_way(before, rest)):
                return span
    for span in silence.UNSAID.among(own, start, end):
        if not _DENIES_NCND.search(clause_before(own, span)):
            return span
    return _CONTRARY.search(own, start, end)
