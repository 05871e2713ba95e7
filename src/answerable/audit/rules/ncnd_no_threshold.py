"""A prejudice-based limb without "would" or "would be likely".

Prejudice test (Hogan, EA/2005/0026): the Commissioner tests an unstated level at the lower one.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import foia, judged_by_foia
from answerable.audit.wordings.likelihood import LIKELY, WOULD, needs_prejudice, only_possible
from answerable.model import Certainty, Finding, Letter, Outcome, Span

RULE = Rule(
    code="NC104",
    slug="ncnd-no-threshold",
    cites=(foia("17", "1", "c"),),
    why=(
        "The two levels ask for different evidence and weigh differently in the balance. A "
        "letter that only says what could or might happen claims neither."
    ),
    fix=("Say whether the harm would happen, or would be likely to, and keep to that level."),
)
_OUTCOMES = (Outcome.REFUSED, Outcome.NCND, Outcome.PARTIAL)


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when prejudice limbs are relied on and no level of likelihood is claimed for them."""
    if letter.outcome not in _OUTCOMES or not judged_by_foia(letter):
        return
    uses = [use for use in letter.relied() if needs_prejudice(use.cite)]
    if not uses or LIKELY.found(letter.own):
        return
    claimed = list(WOULD.among(letter.own))
    if any(not _of_security(letter, span) for span in claimed):
        return
    possible = only_possible(letter)
    if claimed and possible is None:
        return
    yield RULE.finding(
        letter,
        possible or uses[0].spans[0],
        f"The notice does not say whether harm under {uses[0].cite} would happen or would be "
        "likely to; it speaks only of what could or may.",
        # A section named without its limb may have one that needs no prejudice.
        certainty=Certainty.LIKELY if claimed or not uses[0].cite.parts else Certainty.SURE,
    )


def _of_security(letter: Letter, span: Span) -> bool:
    """Whether “would prejudice” speaks of national security, and so of another exemption."""
    return "national security" in letter.own[span.start : span.end + 30]


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """Prejudice is argued, and some of it is only said to be possible."""
    uses = [use for use in letter.relied() if needs_prejudice(use.cite)]
    possible = only_possible(letter) if uses else None
    if possible is not None:
        yield RULE.hint(letter, possible, "Check that each exemption says how likely the harm is.")
