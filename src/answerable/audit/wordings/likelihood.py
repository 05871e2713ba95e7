"""How likely harm is said to be: the two levels of the prejudice test, and words below both."""

from functools import lru_cache

from answerable import law
from answerable.audit.wordings.lines import plainly
from answerable.audit.wordings.once import once
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Letter, Span

#: "would be likely to", in any of its forms.
LIKELY = Phrase(
    r"would,? (?:therefore |also |then )?be (?:very |highly |more )?likely|(?:is|are|be|seems?|was) (?:very |highly |more )?likely to|likelihood|real (?:and|or) (?:significant|weighty|substantial)|real risk|significant risk|lower (?:level|threshold|limb)|(?:prejudice|harm),? (?:that is |which is )?likely\b|likely (?:prejudice|harm|to (?:prejudice|harm|endanger|undermine|deter|inhibit|impede|assist|lead|result|cause|affect|be))",
    "likel", "real ", "significant risk", "lower ",
)  # fmt: skip
#: "would", claimed of the harm itself.
WOULD = Phrase(
    r"would (?:also |clearly |therefore |seriously |otherwise )?(?:prejudice|harm|endanger|undermine|inhibit|damage|impair|impede)|there would be (?:\w+ )?(?:prejudice|harm|damage)\b|more (?:probable|likely) than not|higher (?:level|threshold|limb)|on the balance of probabilit",
    "would", "more ", "higher ", "probabilit",
)  # fmt: skip
#: Only "could", "may" or "might".
POSSIBLE = Phrase(
    r"\b(?:could|may|might)\b (?:well |also |potentially |possibly |then |even )?(?:be |allow|lead|prejudice|harm|affect|have|assist|enable|put|give|damage|endanger|cause|encourage|attract|impede|help|add|undermine|result|identify|react)",
    "could", "may", "might",
)  # fmt: skip

_RIGHTS = Phrase(
    r"\bre-?us|\breview\b|\bcomplain|\bcommissioner\b|\blicence\b|\bcontact\b",
    "re-us", "reus", "review", "complain", "commissioner", "licence", "contact",
)  # fmt: skip


@once
def only_possible(letter: Letter) -> Span | None:
    """Where harm is said to be possible and no more; "may be re-used" is no harm."""
    return next(plainly(POSSIBLE, _RIGHTS, letter.own), None)


@lru_cache(maxsize=1_024)
def needs_prejudice(cite: Cite) -> bool:
    """Whether a limb stands only where something would be harmed or endangered."""
    name = str(cite)
    found = law.limbs(law.cites.parse_one(name)) or tuple(
        row
        for row in law.provisions()
        if any(each == name or each.startswith(f"{name}(") for each in row.ncnd.cites)
    )
    return any(row.kind.startswith(("prejudice", "endangerment")) for row in found)
