"""Harm is asserted, with no link between disclosure and the harm.

Prejudice test (Hogan, EA/2005/0026): an interest, a causal link, and a likelihood.
"""

from collections.abc import Iterator

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, part_two
from answerable.audit.wordings.likelihood import LIKELY, POSSIBLE, WOULD
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Finding, Letter, Severity

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
_CAUSE = Phrase(
    r"\b(?:because|since|as (?:a|the|they|it)|if (?!disclosed|released)|so that|who knew|by (?:using|pitching|bidding|reading|comparing|knowing|[a-z]+ing)|in order to|with (?:the|that|this) (?:rate|price|figure|information)|use (?:it|this|the)|therefore)\b",
    "because",
    "since",
    "as ",
    "if ",
    "so that",
    "knew",
    "by ",
    "in order",
    "with ",
    "use ",
    "therefore",
)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when prejudice limbs rest on what could or may happen and nothing says how."""
    if letter.regime in ("EIR", "EISR") or not any(
        _is_prejudice(str(u.cite)) for u in part_two(letter)
    ):
        return
    possible = POSSIBLE.search(letter.own)
    if possible is None or any(_explains(letter, phrase) for phrase in (LIKELY, WOULD)):
        return
    yield RULE.finding(
        letter,
        possible,
        "The harm is said to be possible; the notice does not show how disclosure would bring it "
        "about.",
        certainty=Certainty.LIKELY,
        severity=Severity.MEDIUM,
    )


def _is_prejudice(cite: str) -> bool:
    found = law.limbs(law.cites.parse_one(cite)) or tuple(
        row for row in law.provisions() if cite in row.ncnd.cites
    )
    return any(row.kind.startswith(("prejudice", "endangerment")) for row in found)


def _explains(letter: Letter, phrase: Phrase) -> bool:
    for span in phrase.among(letter.own):
        start = letter.own.rfind("\n", 0, span.start) + 1
        end = letter.own.find("\n", span.end)
        if _CAUSE.found(letter.own, start, len(letter.own) if end < 0 else end):
            return True
    return False
