"""A refusal that gives only the words of the law, and no reason of its own.

FOIA s.17(1)(c), FOISA s.16(1)(d), EIR reg 14(3), EI(S)R reg 13(b): say why the exemption applies, unless that is apparent.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import duty_to, foia, part_two
from answerable.audit.wordings.exceptions import harm_exceptions
from answerable.audit.wordings.reasons import has_reasons
from answerable.letters.phrases import Phrase
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
_PLAIN = (Outcome.REFUSED, Outcome.PARTIAL)
# A review that takes up another exemption is a refusal of its own for that.
_NEW = Phrase(
    r"\b(?:now|also|additionally|in addition|further(?:more)?|as well|instead)\b.{0,60}\b(?:rel(?:y|ies|ied|ying)|appl(?:y|ies|ied)|cit(?:e|es|ed)|"
    r"claim|invok|exempt)|\b(?:new|further|additional|another) exemption",
    "now", "also", "addition", "further", "as well", "instead", "new exem", "another exem",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when exemptions are relied on and no sentence gives a reason of its own."""
    duty = duty_to("why", letter)
    fresh = letter.outcome is Outcome.INTERNAL_REVIEW and _NEW.found(letter.own)
    if duty is None or not (letter.outcome in _OUTCOMES or fresh):
        return
    relied = part_two(letter)
    apparent = {"21", "22", "22A"}
    if not relied or all(use.cite.number in apparent for use in relied):
        return
    if has_reasons(letter, outside_balance=True):
        return
    if harm_exceptions(letter):  # eir-not-engaged speaks of these
        return
    plain = not has_reasons(letter, outside_balance=False) and letter.outcome in _PLAIN
    plain = plain and not duty.regime.environmental
    yield RULE.finding(
        letter,
        relied[0].spans[0],
        f"The notice does not show why {relied[0].cite} applies to this information, required by "
        f"{duty}.",
        certainty=Certainty.SURE if plain else Certainty.LIKELY,
        severity=None if plain else Severity.MEDIUM,
        cites=(duty,),
    )
