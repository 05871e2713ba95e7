"""Section 44 without the law that prohibits disclosure.

FOIA s.44(1): prohibited by or under an enactment, an assimilated obligation, or as contempt.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.patterns import compiled
from answerable.letters.phrases import Phrase
from answerable.model import Block, BlockKind, Finding, Letter, ProvisionUse, Voice

RULE = Rule(
    code="EX119",
    slug="s44-no-enactment",
    cites=(foia("44", "1", "a"),),
    why=(
        "The exemption borrows its force from another law. Unless that law is named the "
        "applicant cannot see that there is a prohibition at all."
    ),
    fix=("Name the Act or instrument and the provision that prohibits disclosure."),
)
_LAW = compiled(
    r"\b(?:Act|Regulations?|Order|Rules|Directive|Measure)\b(?: \(?[A-Z][a-z]+\)?)?,? (?:19|20)\d\d|\b(?:UK )?GDPR\b"
)
# An order of a court, or what is before one; "contempt of court" alone is the heading of the limb.
_ORDERED = Phrase(
    r"\bcourt order|\border (?:\w+ ){0,2}?(?:of|by|from|in|made by) (?:the |an? |his |her )?(?:\w+ ){0,2}?(?:court|judge|justice|tribunal|coroner|sheriff|master|division|bench)\b|\b(?:justice|judge|sheriff|lord|master) \w+ (?:has |had )?(?:ordered|directed|forbade|ruled|prohibited)\b|\binjunction\b|\bundertaking (?:given )?to the (?:high )?court\b|\b(?:judge|court|tribunal|coroner|master) (?:has |had |have )?(?:\w+ )?(?:order|direct|forb|prohibit|restrain|rul)\w*|\bcontempt\b.{0,80}\b(?:order|judge|proceedings|trial|case|hearing|document|disclosed|private|served|leave)\b|\b(?:order|judge|proceedings|trial|case|hearing|disclosed|private|served|leave|publish\w*|pass\w*)\b.{0,100}\bcontempt\b|\b(?:civil procedure|family procedure|criminal procedure|court of protection) rules\b",
    "order", "direct", "forbade", "rule", "prohib", "injunction", "undertaking", "judge", "court", "tribunal", "coroner", "master", "contempt", "rules",
)  # fmt: skip
_PRIVACY = compiled(r"Data Protection|GDPR")
_OURS = compiled(r"Freedom of Information|Environmental Information|\bF\.?O\.?I\b")


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.44 is relied on and no other enactment, order or contempt is named."""
    use = next(
        (u for u in letter.relied() if u.cite.number == "44" and not u.cite.regime.environmental),
        None,
    )
    if use is None or _named(letter, use):
        return
    yield RULE.finding(
        letter,
        use.spans[0],
        f"{use.cite} is relied on and the notice does not show which law prohibits disclosure.",
    )


def _named(letter: Letter, use: ProvisionUse) -> bool:
    if _ORDERED.found(letter.own):
        return True
    for block in letter.blocks:
        if block.voice in (Voice.AUTHORITY, Voice.STATUTE) and block.kind is not BlockKind.TABLE:
            for match in _LAW.finditer(letter.flow, *block.span):
                about = (max(0, match.start() - 60), match.end())
                if _OURS.search(letter.flow, *about):
                    continue
                # Data protection law is named for section 40, unless it is in the same breath.
                near = any(block.span.start <= s.start < block.span.end for s in use.spans)
                if not near and _another(letter, block, use):
                    continue  # the passage on section 31 names the law that an inquiry is under
                if near or not _PRIVACY.search(letter.flow, *about):
                    return True
    return False


def _another(letter: Letter, block: Block, use: ProvisionUse) -> bool:
    """Whether the block gives the reasons for another provision, in a letter that has several."""
    return any(
        block.span.start <= span.start < block.span.end
        for other in letter.relied()
        if other is not use and other.cite.number != "44"
        for span in other.spans
    )
