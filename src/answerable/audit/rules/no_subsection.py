"""An exemption is cited by its section alone although the section has several limbs.

FOIA s.17(1)(b); EIR reg.14(3)(a); FOISA s.16(1)(c).
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.audit.wordings.lines import line_at
from answerable.letters.patterns import compiled
from answerable.model import Cite, Finding, Letter, Outcome, ProvisionUse, Role

RULE = Rule(
    code="SN105",
    slug="no-subsection",
    cites=(foia("17", "1", "b"),),
    why=(
        "Sections such as 31, 36, 38 and 40 hold several exemptions with different tests. "
        "Unless the limb is named the applicant cannot tell which test was applied; the "
        "Commissioner treats the omission as a breach."
    ),
    fix=("Name the limb relied on, for example section 38(1)(b) and not section 38."),
    fix_under={
        "EIR": "Name the exception down to its letter, for example regulation 12(5)(e).",
        "EISR": "Name the exception down to its letter, for example regulation 10(5)(e).",
    },
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire for each provision relied on that still leaves several limbs open."""
    for use in letter.relied():
        open_limbs = _open_limbs(use.cite)
        if letter.outcome is Outcome.EXTENSION and use.cite.regime.environmental:
            continue  # time under regulation 7 is taken to find out what to rely on
        if any(
            other.role is not Role.QUOTED and other.cite != use.cite and other.cite.within(use.cite)
            for other in letter.provisions
        ):
            continue  # "section 44(1)(a)", and then "section 44 is absolute"
        if len(open_limbs) > 1 and not _named_after(letter, use):
            shown = ", ".join(limb.short for limb in open_limbs[:4])
            more = " …" if len(open_limbs) > 4 else ""
            yield RULE.finding(
                letter,
                use.spans[0],
                f"{use.cite} is relied on without its limb ({shown}{more}); "
                f"{foia('17', '1', 'b')} asks for the exemption to be specified.",
                cites=(foia("17", "1", "b"), use.cite),
            )


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """More time is taken for an exemption that is named without its limb (FOIA s.17(2))."""
    if letter.outcome is not Outcome.EXTENSION:
        return
    for use in letter.provisions:
        if (
            use.role is not Role.QUOTED
            and law.is_exemption(use.cite)
            and len(_open_limbs(use.cite)) > 1
        ):
            yield RULE.hint(
                letter,
                use.spans[0],
                f"Check that the limb of {use.cite} is named that is being weighed.",
            )
            return


# "One of the matters listed in section 31(1). The matter here is paragraph (g)."
_PARAGRAPH = compiled(r"\b(?:paragraphs?|limbs?|sub-?paragraphs?|heads?) \([a-z]\)")


def _named_after(letter: Letter, use: ProvisionUse) -> bool:
    """Whether the limb is named in the words that follow, by its letter alone."""
    for span in use.spans:
        line = line_at(letter.own, span.start)
        following = line_at(letter.own, min(line.end + 1, len(letter.own)))
        if _PARAGRAPH.search(letter.own, span.end, following.end):
            return True
    return False


def _open_limbs(cite: Cite) -> list[Cite]:
    if (law.is_ncnd_limb(cite) and cite.parts) or law.status(cite) == "procedural":
        return []
    limbs = dict.fromkeys(law.cites.parse_one(row.cite) for row in law.limbs(cite))
    return [limb for limb in limbs if limb != cite and limb.within(cite)]
