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
from answerable.model import Certainty, Cite, Finding, Letter, Span, Voice

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
    if (
        letter.ncnd
        and any(law.is_ncnd_limb(use.cite) for use in letter.relied())
        and shows.ncnd(letter.own, span.end) is not None
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


# What is pointed at, the words of the law, and what it is called: "please accept that passage as our
# refusal notice", "that page is the notice required by the Act", "notice is given in the foregoing terms".
_WORDS_OF_IT = r"(?:passage|words?|wording|page|text|extract|excerpt|quotation|quote|provisions?|section|regulation|subsections?|paragraphs?|lines|terms|recital|copy|print-?out|sheet|statute|law|clause|list)"
_POINTED = rf"(?:(?:this|that|these|those|the|said|our) (?:\w+ ){{0,3}}?{_WORDS_OF_IT}\b|(?:the |all )?(?:above|foregoing|aforesaid|preceding)\b|(?:what|all that|everything) (?:\w+ ){{0,3}}(?:quoted|printed|reproduced|set out|copied|cited|recited|overleaf|above)\b|(?:section|regulation) \d{{1,2}}[^.\n]{{0,30}}(?:quoted|printed|reproduced|set out|copied|recited|in full|overleaf|above)\b)"
_NOTICE = r"(?:notice|refusal|(?:our|formal|whole) decision|grounds? (?:of|for) (?:the |our |this )?refus\w+|reasons? (?:for|of) (?:the |our |this )?refus\w+|reasons? why|answer to your request|response to your request|reply to your request|explanation)"
_AS_NOTICE = Phrase(
    rf"\b{_POINTED}[^.\n]{{0,60}}?\b(?:is|are|as|be|being|for|serves?|served|acts?|stands?|constitutes?|constituting|amounts? to|represents?|forms?|comprises?|makes? up|operates?|counts?|suffices?|gives?|contains?|provides?|takes? the place of|does duty|fulfils?|meets?|satisf\w+|discharges?|by way of|in place of|instead of|our|the) [^.\n]{{0,30}}?\b{_NOTICE}\b"
    rf"|\b{_NOTICE}\b[^.\n]{{0,40}}?\b(?:given|made|served|issued|expressed|contained|found|set out|stated|consists?|comprises?|takes?|is|are|lies|rests)\b[^.\n]{{0,30}}?\b(?:in|by|of|on|through|as)\b[^.\n]{{0,20}}?\b{_POINTED}"
    rf"|\bby (?:quoting|setting out|reproducing|reciting|printing|copying|citing|giving you|sending you|enclosing)\b[^.\n]{{0,60}}\b(?:section|regulation|words|act|provision|text|law)\b[^.\n]{{0,60}}\b{_NOTICE}\b",
    "notice", "refusal", "decision", "ground", "reason", "answer to", "response to", "reply to", "explanation",
    needs=("passage", "word", "page", "text", "extract", "excerpt", "quot", "provision", "section", "regulation", "paragraph", "lines", "terms", "recit", "copy", "print", "sheet", "statute", "law", "clause", "list", "above", "foregoing", "aforesaid", "preceding"),
)  # fmt: skip
# The law is told in its own words: two limbs or more set out, or words in quotation marks.
_TOLD = Phrase(
    r"\b(?:section|regulation|subsection|s\.?) ?\d{1,2}[^\n]{0,40}?(?:\b(?:says|reads?|provides?|states|runs|is (?:as follows|in these terms)|as follows|tells|lays down|enacts|exempts|headed|in full|whole)\b|:)|\bwhole of section \d|\b(?:printed|reproduced|quoted|copied|set out|recited) (?:overleaf|below|above|in full|here)",
    "section", "regulation", "s.", "s3", "s4", "s2", "overleaf", "below", "above", "in full", "here",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Words of the law are pointed to as the notice, or a section is told and no limb chosen."""
    for span in _AS_NOTICE.among(letter.own):
        if not _NO_MORE.match(letter.own, span.start):
            yield RULE.hint(letter, span, _UNCHOSEN)
            return
    called = _BARELY.search(letter.own)
    if (
        called is not None
        and _TOLD.found(letter.own)
        and not any(_is_chosen(use.cite) for use in letter.relied())
    ):
        yield RULE.hint(letter, called, _UNCHOSEN)


_UNCHOSEN = "Check that the notice says in its own words which limb is relied on, beside quoting the section."
# "This letter is a refusal notice under section 17": no words of an exemption.
_NO_MORE = compiled(
    r"[^.\n]{0,60}\b(?:section 17|section 16|regulation 14|regulation 13 of|the (?:review|commissioner)|this (?:letter|reply|response|e-?mail))\b"
)
_BARELY = Phrase(
    r"\b(?:this|that|it|which|the same) (?:therefore |hereby |accordingly |thus )?(?:is|serves?|acts?|stands?|constitutes?|forms?|amounts? to|operates?)(?: as| to)? (?:\w+ ){0,2}?(?:notice|refusal)\b",
    "notice", "refusal",
)  # fmt: skip


def _is_chosen(cite: Cite) -> bool:
    """Whether what is relied on leaves no limb open."""
    return len(law.limbs(cite)) <= 1
