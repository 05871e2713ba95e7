"""Section 41 for information that was not obtained from anybody.

FOIA s.41(1)(a): obtained by the authority from another person. The terms of its own contract
usually are not.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity

RULE = Rule(
    code="EX117",
    slug="s41-not-obtained",
    interprets=True,
    cites=(foia("41", "1", "a"),),
    why=(
        "The exemption protects what was confided to the authority. A contract it negotiated "
        "and signed is its own information, whatever its confidentiality clause says."
    ),
    fix=("Say from whom the information was obtained; for contract terms consider section 43(2)."),
)
_OBTAINED = Phrase(
    r"obtained (?:from|by)|(?:supplied|provided|given|sent|disclosed|submitted|confided) (?:to (?:us|the \w+|it) )?(?:in confidence )?by|received from|gave (?:us|it|the)|came from|from (?:the|a) (?:company|patient|informant|complainant|third party|supplier|bidder|applicant|family)",
    "obtained",
    "by",
    "received",
    "gave",
    "came",
    "from ",
)
_AGREEMENT = Phrase(
    r"(?:agreement|contract|lease|licence|memorandum|settlement)\b.{0,60}(?:between|with|signed|entered|agreed|confidential)|\bentered into (?:the|an|this|our) (?:\w+ )?(?:agreement|contract)|confidentiality clause|(?:was|were) signed by|on confidential terms|(?:its|the) terms are confidential",
    "agreement",
    "contract",
    "lease",
    "licence",
    "memorandum",
    "settlement",
    "confidential",
    "signed",
)


# What two parties made together was not obtained by the one from the other.
_BOTH = Phrase(
    r"\bnegotiated (?:between|by (?:both|the (?:two )?parties)|with)\b|\b(?:terms?|agreement|contract)\b.{0,30}\bagreed (?:between|by both)\b",
    "negotiated", "agreed",
)  # fmt: skip


# A report of the authority's own: "written by our Station Manager, from his own observations".
_OUR_OWN = Phrase(
    r"\b(?:written|drawn up|prepared|compiled|produced|drafted|composed) (?:in house |internally )?by (?:(?:the|our|its|a|an|one of our|two of our) )?(?:[\w-]+ ){0,3}?(?:managers?|officers?|staff|directors?|team|engineers?|clerk|commanders?|inspectors?|solicitors?|auditors?|ourselves|us)\b|\b(?:our|its|the (?:council|trust|service|board|university|force|authority|department)'s) own (?:report|assessment|notes?|analysis|evaluation|figures|review|survey|plan)\b|\bfrom (?:his|her|their|our) own (?:observations?|notes?|knowledge|records?|work)\b",
    "written", "drawn up", "prepared", "compiled", "produced", "drafted", "composed", "own ",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.41 is relied on for an agreement of the authority's own and no source is named."""
    use = next(
        (u for u in letter.relied() if u.cite.number == "41" and not u.cite.regime.scottish), None
    )
    if use is None:
        return
    made = _BOTH.search(letter.own)
    ours = _OUR_OWN.search(letter.own)
    if ours is not None and not _OBTAINED.found(letter.own):
        yield RULE.finding(
            letter,
            ours,
            f"{use.cite} is relied on, and the letter tells of something that the authority made "
            "itself; it does not show that the information was obtained from another person.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
        return
    if made is None and _OBTAINED.found(letter.own):
        return
    span = made or _AGREEMENT.search(letter.own)
    if span is not None:
        yield RULE.finding(
            letter,
            span,
            f"{use.cite} is relied on for an agreement; the notice does not show that the "
            "information was obtained from another person.",
        )


_OWN = Phrase(
    r"\b(?:our|its) own\b|\b(?:internal|in-house)\b|\b(?:agreement|contract|lease|settlement)\b",
    "own", "internal", "in-house", "agreement", "contract", "lease", "settlement",
)  # fmt: skip


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Section 41 is relied on for what may be the authority's own."""
    use = next(
        (u for u in letter.relied() if u.cite.number == "41" and not u.cite.regime.scottish), None
    )
    if use is not None and _OWN.found(letter.own):
        yield RULE.hint(
            letter,
            use.spans[0],
            "Check that the letter says from whom the information was obtained.",
        )
