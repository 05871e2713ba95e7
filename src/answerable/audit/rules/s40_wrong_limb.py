"""The limb of section 40 does not fit what the letter does.

FOIA s.40(2) exempts disclosure; s.40(5A) and (5B) remove the duty to confirm or deny; s.40(1) is
for the applicant's own data.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, on_no_such_limb, wholly_ncnd
from answerable.audit.wordings.lines import line_at
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, ProvisionUse, Span

RULE = Rule(
    code="EX115",
    slug="s40-wrong-limb",
    cites=(
        foia("40", "2"),
        foia("40", "5B"),
    ),
    why=(
        "The two limbs answer different questions. Refusing to confirm on section 40(2) leaves "
        "the duty in place; withholding on section 40(5B) contradicts that the information is "
        "held."
    ),
    fix=(
        "Use section 40(5B) to neither confirm nor deny, and section 40(2) to withhold what is "
        "held."
    ),
)


_HELD_NAMES = Phrase(
    r"\b(?:we|the \w+) holds? (?:those|these|the|this|that|it|them|their)\b.{0,120}\b(?:not obliged|exempt|withh|refus|not (?:provid|suppl|releas|disclos))",
    "hold",
)  # fmt: skip


def _kept_back(letter: Letter, uses: list[ProvisionUse]) -> Span | None:
    """A sentence that says what is held, keeps it back and names the limb for not saying so."""
    for use in uses:
        for span in use.spans:
            found = _HELD_NAMES.search(letter.own, *line_at(letter.own, span.start))
            if found is not None:
                return found
    return None


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire for an NCND letter on s.40(2) alone, and for a disclosure refusal on s.40(5A)-(5B)."""
    personal = [
        u for u in letter.relied() if u.cite.regime.value == "FOIA" and u.cite.number == "40"
    ]
    ncnd = [u for u in personal if law.is_ncnd_limb(u.cite) or u.cite.parts[:1] == ("5",)]
    held = [u for u in personal if u.cite.parts[:1] == ("2",)]
    part = any(use.cite.number == "40" for use in on_no_such_limb(letter))
    if (wholly_ncnd(letter) or part) and held and not ncnd:
        yield RULE.finding(
            letter,
            held[0].spans[0],
            f"{held[0].cite} is relied on to neither confirm nor deny; {foia('40', '5B')} is the "
            "limb that removes that duty.",
        )
    elif ncnd and letter.ncnd and (place := _kept_back(letter, ncnd)):
        yield RULE.finding(
            letter,
            place,
            f"{ncnd[0].cite} is given for something that is held and kept back; "
            f"{foia('40', '2')} is the limb that exempts disclosure.",
            certainty=Certainty.LIKELY,
        )
    elif ncnd and not letter.ncnd and letter.shows.withheld:
        yield RULE.finding(
            letter,
            ncnd[0].spans[0],
            f"{ncnd[0].cite} is relied on in a letter that does not neither confirm nor deny; "
            f"{foia('40', '2')} is the limb that exempts disclosure.",
        )
