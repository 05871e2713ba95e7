"""A quotation of the section is called the exemption notice.

FOIA s.17(1)(a)-(b). A drafting point: it leaves open which limb is claimed unless the letter
says so again.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.letters.reading import shows
from answerable.model import Certainty, Finding, Letter, Span, Voice

RULE = Rule(
    code="SN113",
    slug="wrong-heading-exemption-notice",
    cites=(
        foia("17", "1", "a"),
        foia("17", "1", "b"),
    ),
    why=(
        "Setting out a section with several subsections and calling that the notice does not "
        "say which subsection is relied on. A reader finds the decision only if it is stated "
        "elsewhere."
    ),
    fix=(
        "Leave the sentence out, and say in one sentence which limb is relied on for which "
        "question."
    ),
)
_CALLED = Phrase(
    r"\b(?:take|treat|read|regard|accept|consider) (?:this|that|those|these|the (?:above|foregoing))(?: \w+){0,3} as (?:being )?(?:the|our|a|an|your) (?:formal )?(?:exemption notice|notice of (?:the )?exemption)|(?:this|(?:the|this) (?:paragraph|passage|section|wording|text|extract) (?:just |above |so )?(?:quoted|set out|cited|given)(?: above)?|(?:the )?(?:above|foregoing)(?: (?:wording|text|words|section|extract|provision|quotation))?|that|which|it|these) (?:therefore |hereby )?(?:acts?|serves?|stands?|constitutes?|is|are|forms?|operates?) (?:as )?(?:an|our|its|the|your|the [a-z]+'s)? ?(?:exemption notice|notice of exemption)",
    "exemption notice", "notice of exemption", "notice of the exemption",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when a quoted section is called the notice and the decision is not stated after it."""
    span = _CALLED.search(letter.own)
    if span is None or not _after_quotation(letter, span):
        return
    rest = letter.own[span.end :]
    if (
        letter.ncnd
        and any(law.is_ncnd_limb(use.cite) for use in letter.relied())
        and shows.ncnd(rest) is not None
    ):
        return
    yield RULE.finding(
        letter,
        span,
        "The letter calls the quoted section its exemption notice; that does not show which limb "
        f"is relied on, which {foia('17', '1', 'b')} asks for.",
        certainty=Certainty.LIKELY,
    )


# "Section 24 has two limbs which matter here:"
_LIMBS = compiled(r"\bsection \d{2}\b.{0,40}\b(?:limbs|subsections|parts|paragraphs)\b")


def _after_quotation(letter: Letter, span: Span) -> bool:
    before = [block for block in letter.blocks if block.span.end <= span.start]
    return any(
        block.voice is Voice.STATUTE
        or "subsection (" in (words := letter.flow[block.span.start : block.span.end].lower())
        or ("section " in words[:60] and _LIMBS.search(words) is not None)
        for block in before[-4:]
    )
