"""National security argued as prejudice.

FOIA s.24: exemption "required", that is reasonably necessary, for safeguarding national security.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.likelihood import needs_prejudice
from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.model import Block, Certainty, Finding, Letter, Span, Voice

RULE = Rule(
    code="EX106",
    slug="s24-prejudice-language",
    cites=(
        foia("24", "1"),
        foia("24", "2"),
    ),
    why=(
        "The section does not ask whether national security would be prejudiced but whether the "
        "exemption is required to safeguard it. The regulator's own guidance paraphrases it, so "
        "a loose word alone does little harm."
    ),
    fix=(
        "Say why the exemption, or the exclusion of the duty, is reasonably necessary to "
        "safeguard national security."
    ),
)
_PREJUDICE = Phrase(
    r"(?:prejudic\w*|negative (?:effect|impact)|detriment\w*|injur\w*|adverse effect|adversely affect\w*|harm\w*|damag\w*)\b.{0,30}national security|national security\b.{0,40}(?:prejudic|adverse|harm)",
    "national security",
)
_NECESSARY = Phrase(
    r"(?:\brequired\b|necess\w*|needed|in order)\b[^\n]{0,120}(?:national security|safeguard)|(?:national security|safeguard\w*)\b[^\n]{0,120}(?:\brequire[sd]?\b|necess|needed)",
    "required",
    "requires",
    "necess",
    "needed",
    "in order",
)


def _telling(letter: Letter) -> list[Block]:
    """The passages that tell what the law says, where they speak of national security."""
    return [
        block
        for block in letter.spoken_by(Voice.STATUTE)
        if "national security" in letter.flow[block.span.start : block.span.end]
    ]


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.24 is relied on, prejudice is spoken of and necessity is not."""
    if not any(use.cite.number == "24" for use in letter.relied()):
        return
    own = letter.own
    span = _PREJUDICE.search(own)
    if span is None:
        # "Section 24 applies to information which would prejudice …": the law itself told so.
        told = "\n".join(letter.flow[b.span.start : b.span.end] for b in _telling(letter)).lower()
        found = _PREJUDICE.search(told) and not _NECESSARY.found(told)
        span = next(b.span for b in _telling(letter)) if found else None
    if span is not None and not _NECESSARY.found(own):
        yield RULE.finding(
            letter,
            span,
            "National security is argued as prejudice; the notice does not show that the "
            f"exemption is required to safeguard it ({foia('24')}).",
            certainty=Certainty.LIKELY,
        )
        return
    harm = None if span is not None or _NEEDED.found(own) else _harm_as_the_test(letter)
    if harm is not None:
        yield RULE.hint(
            letter,
            harm,
            "Harm is argued, and nothing that the exemption is required to safeguard national "
            f"security ({foia('24')}).",
        )


# What section 24 asks, in any words: "nothing less would do", "cannot be safeguarded if".
_NEEDED = Phrase(
    r"\b(?:required|requires?|necess\w+|need(?:s|ed)?|in order|essential|indispensable|nothing less|no other way|cannot be (?:safeguarded|protected|kept)|has to be|must be|reasonably|safeguard\w*)\b(?! (?:to (?:confirm|answer|reply|respond|say)|of (?:foi|the act)|by section 1))",
    "requir", "necess", "need", "in order", "essential", "indispensable", "nothing less", "no other way", "cannot be", "has to be", "must be", "reasonably", "safeguard",
)  # fmt: skip
_ARGUED = Phrase(
    r"\b(?:prejudic\w+|detriment\w*|advers\w+|harm(?:s|ed|ful|ing)?|damag\w+|injur\w+|impair\w*|jeopardi\w+|undermin\w+|compromis\w+|threat(?:en\w*)? (?:to )?|risk to|at risk|endanger\w*|imperil\w*|harm test|prejudice test|negative (?:effect|impact)|weaken\w*)\b",
    "prejudic", "detriment", "advers", "harm", "damag", "injur", "impair", "jeopard", "undermin", "compromis", "threat", "risk to", "at risk", "endanger", "imperil", "negative ", "weaken",
)  # fmt: skip
_OTHERWISE = Phrase(
    r"\b(?:public interest|outweigh\w*|balance|section (?:31|38|43|26|27|40|36)|not|nor|no)\b|n't\b",
    "public interest", "outweigh", "balance", "section", "not", "nor", "no ", "n't",
)  # fmt: skip


def _harm_as_the_test(letter: Letter) -> Span | None:
    """Harm spoken of as what brings section 24 in, where no other exemption asks for harm."""
    if any(needs_prejudice(use.cite) for use in letter.relied() if use.cite.number != "24"):
        return None
    return next(plainly(_ARGUED, _OTHERWISE, letter.own), None)


_HARM = Phrase(r"\b(?:prejudic|harm|damag)\w*", "prejudic", "harm", "damag")


# "The test isn't whether an answer would prejudice anything."
_TEST_TOLD = Phrase(
    r"\b(?:test|question|language|ask(?:s|ed)?|matter)\b[^.\n]{0,40}(?:not|n't)\b[^.\n]{0,60}\b(?:prejudic|harm)|\b(?:prejudice|harm) is not\b",
    "prejudic", "harm",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Section 24 is relied on and harm is spoken of."""
    if not any(use.cite.number == "24" for use in letter.relied()):
        return
    harm = _HARM.search(letter.own)
    if harm is not None and not _TEST_TOLD.found(letter.own):
        yield RULE.hint(
            letter,
            harm,
            "Check that the notice says why section 24 is required to safeguard national security.",
        )
