"""National security argued as prejudice.

FOIA s.24: exemption "required", that is reasonably necessary, for safeguarding national security.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.patterns import compiled
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


_HARM = compiled(r"\b(?:prejudic|harm|damag)\w*")


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Section 24 is relied on and harm is spoken of."""
    if not any(use.cite.number == "24" for use in letter.relied()):
        return
    harm = _HARM.search(letter.own)
    if harm is not None:
        yield RULE.hint(
            letter,
            Span(*harm.span()),
            "Check that the notice says why section 24 is required to safeguard national security.",
        )
