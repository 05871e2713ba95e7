"""A refusal that gives only the words of the law, and no reason of its own.

FOIA s.17(1)(c): say why the exemption applies, unless that is apparent.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, judged_by_foia, part_two
from answerable.audit.wordings.reasons import has_reasons
from answerable.model import Certainty, Finding, Letter, Outcome, Severity

RULE = Rule(
    code="SN108",
    slug="why-missing",
    cites=(foia("17", "1", "c"),),
    why=(
        "Citing a section does not explain it. The applicant, a reviewer and the Commissioner "
        "need to see what in this information brings the exemption into play."
    ),
    fix=(
        "Say in a sentence or two what it is about this information that makes the exemption "
        "apply, short of disclosing what is exempt."
    ),
)
_OUTCOMES = (Outcome.REFUSED, Outcome.NCND, Outcome.PARTIAL)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when exemptions are relied on and no sentence gives a reason of its own."""
    if letter.outcome not in _OUTCOMES or not judged_by_foia(letter):
        return
    relied = part_two(letter)
    apparent = {"21", "22", "22A"}
    if not relied or all(use.cite.number in apparent for use in relied):
        return
    if has_reasons(letter, outside_balance=True):
        return
    plain = not has_reasons(letter, outside_balance=False) and letter.outcome is not Outcome.NCND
    yield RULE.finding(
        letter,
        relied[0].spans[0],
        f"The notice does not show why {relied[0].cite} applies to this information, required by "
        f"{foia('17', '1', 'c')}.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
    )
