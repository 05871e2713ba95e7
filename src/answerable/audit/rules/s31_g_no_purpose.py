"""Section 31(1)(g) to (i) without the purpose and the function.

FOIA s.31(2) lists the purposes; the limb applies only to functions for one of them.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia
from answerable.letters.phrases import Phrase
from answerable.model import Finding, Letter, Role

RULE = Rule(
    code="EX108",
    slug="s31-g-no-purpose",
    cites=(
        foia("31", "1", "g"),
        foia("31", "2"),
    ),
    why=(
        "These limbs protect functions exercised for a purpose of subsection (2). Without the "
        "purpose and whose function it is, nobody can say whether the exemption is engaged."
    ),
    fix=("Name the purpose, for example section 31(2)(c), and the function, and say whose it is."),
)
_PURPOSE = Phrase(
    r"\b(?:sub-?section|paragraph) \(2\)\([a-j]\)|\bparagraphs? \([a-j]\) of (?:sub-?section|that subsection|section 31) ?\(2\)|\b(?:find(?:s|ing)? out|establish\w*|determin\w*|decid\w*|judg\w*|investigat\w*|inquir\w*|look\w* into|examin\w*|see|seeing|ask\w*|consider\w*) (?:\w+ )?(?:whether|if|the cause|what caused|who|why)\b(?!.{0,40}\bcharged with).{0,80}\b(?:law|improper|misconduct|regulatory action|fit|fitness|competen\w*|responsible|cause|accident|fail\w*|comply|complied|breach\w*|properly|offence|wrong)|\bfit (?:and proper|to (?:practise|practice|run|manage|hold))|\bmisconduct\b.{0,40}\b(?:charit|administration)|\bmismanage\w*|\bsecur\w+ the (?:health|safety|welfare)|\bprotect\w* (?:\w+ )?(?:persons|people|workers|the public|charit)\w*\b.{0,60}\b(?:risk|health|safety|harm|at work|misconduct)|ascertain(?:ing)?\b|improper conduct|fitness or competence|protecting charit|health, safety and welfare|cause of (?:an|the) accident",
    "subsection", "sub-section", "paragraph", "whether", " if ", "cause", "who", "why", "fit ", "misconduct", "mismanag", "secur", "protect", "ascertain",
    "improper",
    "fitness",
    "charit",
    "welfare",
    "accident",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when (g), (h) or (i) is relied on and no purpose of s.31(2) is cited or described."""
    use = next(
        (
            u
            for u in letter.relied()
            if u.cite.number == "31"
            and u.cite.parts[:1] == ("1",)
            and u.cite.parts[1:2] in (("g",), ("h",), ("i",))
            and not u.cite.regime.scottish
        ),
        None,
    )
    if use is None:
        return
    cited = any(
        other.cite.within(foia("31", "2"))
        and other.role is not Role.QUOTED
        and len(other.cite.parts) > 1
        for other in letter.provisions
    )
    if not cited and not _PURPOSE.found(letter.own):
        yield RULE.finding(
            letter,
            use.spans[0],
            f"{use.cite} is relied on and the notice does not show a purpose of {foia('31', '2')} "
            "nor whose function is meant.",
        )
