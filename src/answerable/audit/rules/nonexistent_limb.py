"""A provision is relied on that the Act does not have, or the Data Protection Act that was repealed.

FOIA s.17(1)(b). The Data Protection Act 1998 went on 25 May 2018, and FOIA s.40 was recast.
"""

from collections.abc import Iterator
from datetime import date

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at, plainly
from answerable.letters.phrases import Phrase
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Regime,
    Role,
    Severity,
    Source,
)

RULE = Rule(
    code="SN106",
    slug="nonexistent-limb",
    cites=(foia("17", "1", "b"),),
    why=(
        "A refusal that rests on a provision which does not exist, or on an Act that has been "
        "repealed, specifies no exemption. It usually comes from an old template."
    ),
    fix=("Cite the provision relied on as the law now stands, down to its limb."),
)
_OLD_ACT = Phrase(r"data protection act 1998|\bdpa 1998|\b1998 act", "1998")
# "A like request was refused by reference to the Act of 1998, then in force": told of the past.
_GONE = Phrase(
    r"\bthen in force|\b(?:at|of) (?:the|that) time\b|\brepealed\b|\breplaced\b|\bsuperseded\b|\bno longer\b|\bformerly\b|\b(?:has|had) (?:since )?(?:gone|ceased|lapsed)\b|\b(?:old|earlier|previous|predecessor) (?:law|act|regime|legislation)\b|\bbefore (?:25 )?may 2018|\bin those days\b|\bas it then was\b",
    "then in force", " time", "repealed", "replaced", "superseded", "no longer", "formerly", "gone", "ceased", "lapsed", "old ", "earlier ", "previous ", "predecessor", "may 2018", "those days", "then was",
)  # fmt: skip
_REPEALED = date(2018, 5, 25)
_RECAST = (("3A",), ("3B",), ("4A",), ("5A",), ("5B",))
_PERSONAL = {
    "FOIA": "section 40(2) with section 40(3A)(a)",
    "FOISA": "section 38(1)(b) with section 38(2A)(a)",
    "EIR": "regulation 13(1) with regulation 13(2A)(a)",
    "EISR": "regulation 11(2) with regulation 11(3A)(a)",
}
_NEW_ACT = Source("Data Protection Act 2018", "https://www.legislation.gov.uk/ukpga/2018/12")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire for each limb relied on that does not exist, and for the Act of 1998 as current law."""
    for use in letter.relied():
        if not law.exists(use.cite):
            yield RULE.finding(
                letter,
                use.spans[0],
                f"{use.cite} is relied on, and the law has no such provision "
                "(it may be from before a change, or a slip).",
                fix=_fix_personal(use.cite.regime) if _is_personal(use.cite) else "",
            )
    old = next(plainly(_OLD_ACT, _GONE, letter.own), None)
    if old is None:
        return
    after = _after_repeal(letter, case)
    if after is not False:
        yield RULE.finding(
            letter,
            old,
            "The letter relies on the Data Protection Act 1998, which was repealed on 25 May 2018.",
            cites=(foia("40"), _NEW_ACT),
            fix=_fix_personal(letter.regime),
            certainty=Certainty.SURE if after else Certainty.LIKELY,
            severity=None if after else min(RULE.severity, Severity.MEDIUM),
        )


def _is_personal(cite: Cite) -> bool:
    return _PERSONAL.get(cite.regime, "").split("(")[0].endswith(f" {cite.number}")


def _fix_personal(regime: str) -> str:
    named = _PERSONAL.get(regime, _PERSONAL["FOIA"])
    return f"Cite the limb as the law now stands: {named}, and the UK GDPR and Data Protection Act 2018."


def _after_repeal(letter: Letter, case: Case) -> bool | None:
    """Whether the letter was written after the repeal; None where it bears no date.

    A letter that cites what came in with the new Act was.
    """
    if any(use.cite.number == "40" and use.cite.parts[:1] in _RECAST for use in letter.provisions):
        return True
    received = case.received or (letter.dates.received.day if letter.dates.received else None)
    sent = case.sent or (letter.dates.sent.day if letter.dates.sent else None)
    known = received or sent
    return None if known is None else known >= _REPEALED


# "We refuse it under section 45(2)": a refusal, in the sentence that names what exempts nothing.
_REFUSES_BY = Phrase(
    r"\b(?:exempt|exception|exemption|except)\w*|\bwithh[eo]ld|\brefus|\brel(?:y|ies|ied|ying|iance)\b|\bkept? back|\bkeep(?:ing)?\b|\bnot (?:be )?(?:releas|disclos|suppl|provid|giv|send)|\bappl(?:y|ies|ied)\b|\bengaged\b|\b(?:lets|allows|permits|entitles|enables|protects|covers)\b|\bby virtue of|\bpursuant to",
    "exempt", "except", "withh", "refus", "rely", "relie", "relying", "reliance", "kept back", "keep", "not ", "apply", "applie", "engaged", "lets", "allows", "permits", "entitles", "enables", "protects", "covers", "virtue", "pursuant",
)  # fmt: skip
_NOT_RELIED = Phrase(
    r"\b(?:no|not|n't|never|nor) (?:\w+ ){0,3}(?:rel(?:y|ying|ied)|claim\w*|appl\w+|us(?:e|ed|ing)|exist|such)\b|\bcommissioner\b|\breview\b|\bcode of practice\b|\bappeal\b",
    "no ", "not ", "n't ", "never", "nor ", "commissioner", "review", "code", "appeal",
)  # fmt: skip
_REFUSING = (Outcome.REFUSED, Outcome.PARTIAL, Outcome.NCND, Outcome.OTHER, Outcome.FULL)


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A refusal names a provision that the law does not have, or that exempts nothing."""
    if letter.outcome not in _REFUSING:
        return
    for use in letter.provisions:
        if use.role is not Role.MENTIONED or not _exempts_nothing(use.cite):
            continue
        for span in use.spans:
            line = line_at(letter.own, span.start)
            if _REFUSES_BY.found(letter.own, *line) and not _NOT_RELIED.found(letter.own, *line):
                yield RULE.hint(letter, span, f"Check {use.cite}: the law has no such exemption.")
                return


#: Sections after the exemptions: the Commissioner, the codes, appeals and the rest.
_LATER = {Regime.FOIA: 45, Regime.FOISA: 42}


def _exempts_nothing(cite: Cite) -> bool:
    later = _LATER.get(cite.regime)
    after = later is not None and cite.number.isdigit() and int(cite.number) >= later
    return after or not law.exists(cite)
