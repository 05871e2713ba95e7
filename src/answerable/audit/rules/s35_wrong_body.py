"""Section 35 claimed by a body that cannot claim it.

FOIA s.35(1): information held by a government department or the Welsh Government.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.model import Finding, Letter

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


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when s.35 is relied on by a body that is plainly not a department."""
    use = next(
        (u for u in letter.relied() if u.cite.number == "35" and not u.cite.regime.scottish), None
    )
    if use is None or letter.authority.kind not in _CANNOT:
        return
    yield RULE.finding(
        letter,
        use.spans[0],
        f"{use.cite} is relied on by {letter.authority.name or 'a body'} that does not appear to be "
        "a government department; the section is open to departments and the Welsh Government only.",
        cites=(use.cite,),
    )
