"""Section 35 claimed by a body that cannot claim it.

FOIA s.35(1): information held by a government department or the Welsh Government.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity

RULE = Rule(
    code="EX109",
    slug="s35-wrong-body",
    cites=(foia("35", "1"),),
    why=(
        "Section 35 is about government policy and is open only to government departments and "
        "the Welsh Government. A council, police force, NHS body or university has to look "
        "elsewhere, usually to section 36."
    ),
    fix=("Consider section 36, with the opinion of the qualified person; otherwise disclose."),
)
_CANNOT = ("council", "police", "nhs", "university", "school")

# "The Department holds two submissions"; not "the Department which sent this letter".
_DEPARTMENT = Phrase(
    r"^(?:the|this|our) (?:department|ministry|cabinet office|treasury|home office|welsh government)(?: (?:for|of) (?:\w+ ){0,3}?\w+(?: and \w+)?)? (?:holds?|has|considers?|relies|withholds?|applies|takes|accepts?|recognises|does|is|neither|decided|received|can|will|believes?)\b(?! (?:told|asked|said|advised|sent|informed|written|indicated|shared|given|supplied|provided|the (?:author|owner|source)))"
    r"|\b(?:reply|letter|response|answer) (?:comes|is|is sent) (?:from|on behalf of|by) (?:the|this) (?:department|ministry|cabinet office|treasury|home office|welsh government)\b|\b(?:we are|as|being) (?:a|the) (?:government |ministerial |non-ministerial )?(?:department|ministry)\b(?!,? (?:we are|it is) not)|\bour (?:own )?(?:ministers?|secretary of state|permanent secretary)\b",
    "department", "ministry", "cabinet office", "treasury", "home office", "welsh government", "minister", "secretary of state", "permanent secretary",
)  # fmt: skip

_ITSELF = Phrase(
    r"\b(?:the|this|our) (?:\w+ )?(?:council|trust|university|force|constabulary|police|school|academy|college|governors|cabinet|board|vice-chancellor)\b(?! of (?:ministers|state))",
    "council", "trust", "university", "force", "constabulary", "police", "school", "academy", "college", "governors", "cabinet", "board", "vice-chancellor",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.35 is relied on by a body that is plainly not a department."""
    use = next(
        (u for u in letter.relied() if u.cite.number == "35" and not u.cite.regime.scottish), None
    )
    if use is None or letter.authority.kind not in _CANNOT:
        return
    department = _DEPARTMENT.search(letter.own)
    if department is not None and not _ITSELF.found(letter.own):
        return  # a department that writes under another's head
    yield RULE.finding(
        letter,
        use.spans[0],
        f"{use.cite} is relied on by {letter.authority.name or 'a body'} that does not appear to be "
        "a government department; the section is open to departments and the Welsh Government only.",
        # Under the head of another body the letter may be that of a department all the same.
        certainty=Certainty.LIKELY if department else Certainty.SURE,
        severity=Severity.MEDIUM if department else None,
        cites=(use.cite,),
    )
