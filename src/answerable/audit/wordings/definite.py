"""Sentences that speak of a thing as of something that is there or has happened."""

from collections.abc import Iterator
from itertools import islice

from answerable.audit.wordings.lines import line_at
from answerable.audit.wordings.once import once
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Letter, Span

# Something definite that has happened: "the losses were …", "his work with the team came …"
_DEFINITE = Phrase(
    r"\b(?:the|these|those|our|his|her|their|that) (?:[a-z'-]+ ){1,4}?(?<!you )(?:was|were|has been|have been|had been|came|took|began|showed|describes?|contains?|concerns?|records?|ran|lasted|led to)\b",
    "was", "were", "been", "came", "took", "began", "showed", "describe", "contain", "concern", "record", "ran ", "ran,", "lasted", "led to",
)  # fmt: skip
SUPPOSES = Phrase(
    r"\b(?:if|would|whether|any|assum\w+|suppos\w+)\b|(?:^|, |; )were\b|\bas it were\b",
    "if",
    "were",
    "would",
    "whether",
    "any",
    "assum",
    "suppos",
)
# What is done about the request itself, or is public anyway.
OURS = Phrase(
    r"\b(?:your (?:request|e-?mail|letter|message|enquiry)|this (?:letter|notice|response|reply|decision|refusal)|(?:our|the) refusal|published|public(?:ly)? available|public (?:domain|knowledge|record)|decision notice|commissioner|tribunal|website)\b",
    "request", "your e", "your letter", "your message", "this ", "refusal", "publi", "decision", "commissioner", "tribunal", "website",
)  # fmt: skip


# "A statement that we hold it would tell …", "a yes would mean that …".
_HYPOTHETICAL = compiled(
    r"\b(?:if|whether|would|could|might|were|either|unless|suppose\w*|statement|hypothe\w+)\b"
)
# "… that we hold": not "the information we hold", which is there.
_THAT_WE = compiled(r"\bthat (?:we|it|they|the \w+)? ?$")
_WOULD_TELL = compiled(
    r"[^.;]{0,60}\b(?:would|could|might) (?:\w+ )?(?:tell|mean|show|reveal|disclose|confirm|be|itself|give|amount|lead|make|let|allow)\b"
)


# What an authority holds: other things that are held are held in another sense.
_OF_RECORDS = compiled(
    r"\b(?:information|records?|documents?|data|reports?|files?|material|e-?mails?|papers|letters?|notes?|figures|details|copies|logs?|registers?|lists?|minutes|correspondence|contracts?|statements?|they|it|this|that|these|those|both|all|any|one|some|which|what|\d+)\b"
)


def is_supposed(letter: Letter, span: Span) -> bool:
    """Whether the sentence supposes what it says at ``span``: "a statement that we hold it would …"."""
    line = line_at(letter.own, span.start)
    if _HYPOTHETICAL.search(letter.own, line.start, span.start) is not None:
        return True
    if letter.own.endswith("held", span.start, span.end) and not _OF_RECORDS.search(
        letter.own, max(line.start, span.start - 60), span.start
    ):
        return True  # "proceedings are held in open court"
    before = letter.own[max(line.start, span.start - 30) : span.start]
    return _THAT_WE.search(before) is not None and (
        _WOULD_TELL.match(letter.own, span.end) is not None
    )


@once
def definite(letter: Letter) -> tuple[Span, ...]:
    """Where a sentence, with no "if" and not about the request, says what was or has been."""
    return tuple(islice(_outright(letter), _MOST))


#: More places than any rule asks for.
_MOST = 20


def _outright(letter: Letter) -> Iterator[Span]:
    for span in _DEFINITE.among(letter.own):
        line = line_at(letter.own, span.start)
        if not SUPPOSES.found(letter.own, *line) and not OURS.found(letter.own, *line):
            yield span
