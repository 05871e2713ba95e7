"""The UK Act applied by a Scottish public authority, or the Scottish Act by a UK-wide body.

FOISA s.3 and Schedule 1 say who is a Scottish public authority; FOIA s.80 leaves them to FOISA.
UK departments and UK-wide bodies answer under FOIA also in Scotland.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.bodies import is_uk_wide, may_be_uk_wide, sounds_scottish
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Regime, Role, Severity, Span

RULE = Rule(
    code="SC104",
    slug="wrong-uk-scots-act",
    cites=(Cite(Regime.FOISA, "3"), Cite(Regime.FOIA, "80")),
    why=(
        "Section numbers, tests, time to review and the Commissioner all differ. A Scottish "
        "council has no powers under the UK Act and a UK department none under the Scottish one, "
        "so the whole notice hangs on the wrong law."
    ),
    fix="Answer under the Act that covers the authority, with its sections, tests and Commissioner.",
    own_law=False,
)

_SCOTS_ACT = Phrase(
    r"\bfreedom of information \(scotland\) act|\bfoi ?\(?s\)?a\b",
    "scotland", "foisa", "foi(s)a", "foi (s)a",
)  # fmt: skip
_UK_ACT = Phrase(
    r"\bfreedom of information act(?: 2000)?\b|\bfoia\b(?! ?\(s)|\bfoi act\b",
    "freedom of information act", "foia", "foi act",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when the Act applied is not the one that covers the authority that writes."""
    if letter.regime in ("FOISA", "EISR"):
        yield from _uk_under_scottish(letter)
    elif letter.authority.scottish:
        yield from _scottish_under_uk(letter)
    else:
        yield from _by_name(letter)


def _scottish_under_uk(letter: Letter) -> Iterator[Finding]:
    uses = [use for use in letter.relied() if use.cite.regime is Regime.FOIA]
    named = _UK_ACT.search(letter.own) or _in_headings(letter, _UK_ACT)
    if (
        named is None
        or letter.regime not in ("FOIA", "mixed")
        or (letter.regime == "mixed" and not uses)
    ):
        return
    if _SCOTS_ACT.found(letter.own) or _in_headings(letter, _SCOTS_ACT):
        return
    yield RULE.finding(
        letter,
        named,
        "A Scottish public authority answers under the Freedom of Information (Scotland) Act 2002 "
        f"({RULE.cites[0]}); the letter applies the UK Act.",
    )


def _uk_under_scottish(letter: Letter) -> Iterator[Finding]:
    if not may_be_uk_wide(letter):
        return
    wide = is_uk_wide(letter)
    spans = [
        use.spans[0]
        for use in letter.provisions
        if use.cite.regime.scottish and use.role is not Role.QUOTED
    ]
    yield RULE.finding(
        letter,
        _SCOTS_ACT.search(letter.own) or (spans[0] if spans else None),
        "A UK-wide body answers under the Freedom of Information Act 2000 also in Scotland; the "
        "letter applies the Scottish Act.",
        certainty=Certainty.SURE if wide else Certainty.LIKELY,
        cites=(RULE.cites[1], RULE.cites[0]),
    )


def _by_name(letter: Letter) -> Iterator[Finding]:
    """A body that seems by its name to be in Scotland applies the law of the rest of the country."""
    if letter.regime in ("FOIA", "EIR") and sounds_scottish(letter):
        yield RULE.finding(
            letter,
            _UK_ACT.search(letter.own) or _in_headings(letter, _UK_ACT),
            "By its name this may be a Scottish public authority, which answers under the "
            f"Scottish law ({RULE.cites[0]}); the letter applies the law of the rest of the country.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )


def _in_headings(letter: Letter, phrase: Phrase) -> Span | None:
    return phrase.search(letter.flow[:1500].lower())
