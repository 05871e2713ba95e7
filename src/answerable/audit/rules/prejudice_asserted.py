"""Harm is asserted, with no link between disclosure and the harm.

Prejudice test (Hogan, EA/2005/0026): an interest, a causal link, and a likelihood.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two
from answerable.audit.wordings.likelihood import needs_prejudice, only_possible
from answerable.audit.wordings.once import once
from answerable.audit.wordings.reasons import has_reasons
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity, Span

RULE = Rule(
    code="EX101",
    slug="prejudice-asserted",
    cites=(foia("17", "1", "c"),),
    why=(
        "That something could or may happen is true of anything. The reader must be able to "
        "follow how this information would lead to that harm."
    ),
    fix=(
        "Say who would do what with the information, how that would harm the interest named, "
        "and how likely it is."
    ),
)
# Somebody who would do something: "a rival that knew the prices would bid below them". The verbs
# left out are those of the test itself and of its paraphrases.
_ACTS = Phrase(
    r"\bwould (?:also |then |therefore |soon |in turn )?(?:be (?:very |more |less |highly )?likely to )?(?!be\b|prejudic|harm|damag|undermin|affect|endanger|have|not\b|allow|enabl|help|show|increas|otherwise|seem|appear|contraven|breach|impair|imped|tak|exceed|like|lead|follow|arise|occur|result|come|cause|mean|be\b)[a-z]{3,}"
    r"|(?:because|since|so that|who|which|if) .{0,80}\b(?:could|would|can|might) (?:then |also |simply |easily )?(?:use|bid|pitch|undercut|work out|find|learn|know|compare|choose|avoid|target|price|tell|decide|exploit|enter|attack|guess|copy)\b",
    "would", "could", "can ", "might",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when prejudice limbs rest on what could or may happen and nothing says how."""
    if letter.regime in ("EIR", "EISR") or not any(
        needs_prejudice(u.cite) for u in part_two(letter)
    ):
        return
    if _explains(letter):
        return
    possible = only_possible(letter)
    if possible is None:
        yield from _stated_only(letter)
        return
    yield RULE.finding(
        letter,
        possible,
        "The harm is said to be possible; the notice does not show how disclosure would bring it "
        "about.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
    )


def _stated_only(letter: Letter) -> Iterator[Finding]:
    """The prejudice is stated in the words of the limb and nothing says who would do what."""
    if letter.ncnd or has_reasons(letter, outside_balance=True, joined=True):
        return
    use = next(u for u in part_two(letter) if needs_prejudice(u.cite))
    yield RULE.finding(
        letter,
        use.spans[0],
        f"Prejudice under {use.cite} is stated; the notice does not show how disclosure would "
        "bring it about.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
    )


def _explains(letter: Letter) -> bool:
    """Whether, outside the balance, a sentence says who would do what."""
    return any(
        not any(b.span.start <= span.start < b.span.end for b in letter.balances)
        for span in _acts(letter)
    )


@once
def _acts(letter: Letter) -> tuple[Span, ...]:
    """Every place where somebody would do something."""
    return tuple(_ACTS.among(letter.own))


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Hardly a sentence says who would do what with the information."""
    uses = [u for u in part_two(letter) if needs_prejudice(u.cite)]
    if uses and len(_acts(letter)) <= 2:
        yield RULE.hint(
            letter,
            uses[0].spans[0],
            "Check that the notice shows how disclosure would bring the harm about.",
        )
