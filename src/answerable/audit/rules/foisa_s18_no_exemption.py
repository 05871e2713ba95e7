"""A Scottish notice that neither confirms nor denies, without the exemption behind it.

FOISA s.18(1) and 16(1)(c): s.18 works only with an exemption in ss.28 to 35, 38, 39(1) or 41 that
would apply, and only where saying whether the information exists would be contrary to the public
interest.
"""

from collections.abc import Iterator
from functools import cache

from answerable import law
from answerable.audit.rule import Case, Rule
from answerable.letters.phrases import Phrase
from answerable.model import (
    Certainty,
    Cite,
    Finding,
    Letter,
    Outcome,
    Regime,
    Role,
    Severity,
    Span,
    Voice,
)

_SECTION = Cite(Regime.FOISA, "18")
RULE = Rule(
    code="SC101",
    slug="foisa-s18-no-exemption",
    cites=(Cite(Regime.FOISA, "18", ("1",)), Cite(Regime.FOISA, "16", ("1", "c"))),
    why=(
        "Section 18 is not an exemption. The notice has to name the exemption that would apply if "
        "the information were held, and say why it would be contrary to the public interest to "
        "reveal whether it exists. Without either the applicant cannot tell what is being claimed."
    ),
    fix=(
        "Name the exemption (one of those that section 18 lists), say why it would apply if the "
        "information were held, and why revealing whether it exists is contrary to the public "
        "interest."
    ),
)
_INTEREST = Phrase(
    r"\bpublic(?:'s|’s)? interest|\binterests? of (?:the )?(?:public|community|society)|\b(?:good|bad|better|worse|harmful|best|right|wrong)(?: thing)? for (?:the )?(?:public|people|community|society|everyone|scotland)|\b(?:the )?(?:public|people|community|communities|society|residents|citizens|patients|everyone) (?:at large )?(?:would|will|could|are|is|stands?|have|has) (?:\w+ ){0,3}?(?:lose|losing|worse|harmed|suffer|better|poorer|served|gain|benefit|hurt|damaged|to lose|put (?:off|at))|\bworse for (?:us all|all)\b|\bgreater good\b|\b(?:serves?|served) (?:the )?(?:public|people|community|nobody)\b|\b(?:disservice|common good|public good|public benefit|wider good)\b",
    "public", "interest of", "interests of", "people", "community", "communities", "society", "residents", "citizens", "patients", "everyone", "worse for", "greater good", "serve", "common good", "wider good", "scotland",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire on an NCND under FOISA with no eligible exemption named, or no public interest."""
    if letter.regime != "FOISA" or not letter.ncnd:
        return
    place = _place(letter)
    if not any(
        use.cite.number == _SECTION.number
        and (use.role is not Role.QUOTED or _in_the_head(letter, use.spans))
        for use in letter.provisions
    ):
        yield RULE.finding(
            letter,
            place,
            f"The notice neither confirms nor denies and does not name {_SECTION}, which "
            "alone allows that.",
        )
        return
    apart = {
        use.cite.number
        for use in letter.provisions
        if _possible(use.cite, use.role) and _is_elsewhere(letter, use.spans)
    }
    named = {use.cite.number for use in letter.provisions if _possible(use.cite, use.role)} - apart
    if not named & _eligible():
        other = sorted(named - {_SECTION.number})
        yield RULE.finding(
            letter,
            place,
            (
                f"Section {other[0]} is not one that s.18 works with"
                if other
                else "The notice names no exemption"
            )
            + f" that would apply if the information were held, required by {RULE.cites[0]}.",
        )
    elif _of_another_part(letter, place):
        yield RULE.finding(
            letter,
            place,
            "No exemption is named beside the part that is neither confirmed nor denied; "
            f"{RULE.cites[0]} needs one that would apply if the information were held.",
            certainty=Certainty.LIKELY,
            severity=Severity.MEDIUM,
        )
    elif not _INTEREST.found(letter.own):
        yield RULE.finding(
            letter,
            place,
            "The notice does not say why revealing whether the information exists would be contrary "
            f"to the public interest, required by {RULE.cites[0]}.",
            severity=Severity.HIGH,
        )


def _in_the_head(letter: Letter, spans: tuple[Span, ...]) -> bool:
    """Whether the heading of the letter names it: "Notice under section 18"."""
    blocks = (letter.block_at(span.start) for span in spans)
    return any(block is not None and block.voice is Voice.FURNITURE for block in blocks)


def _is_elsewhere(letter: Letter, spans: tuple[Span, ...]) -> bool:
    """Whether a provision is named only for questions that are answered or refused by themselves."""
    if len(letter.questions) < 2:
        return False  # the numbers are of the reasons: "1) Exemption … 2) Public interest"
    others = [a.spans for a in letter.answers if a.outcome is not Outcome.NCND]
    if not any(a.outcome is Outcome.NCND for a in letter.answers):
        return False
    return all(any(p.start <= s.start < p.end for ps in others for p in ps) for s in spans)


def _of_another_part(letter: Letter, place: Span | None) -> bool:
    """Whether every exemption is named above, where something is said to be held, and none after."""
    held = letter.shows.held
    if place is None or held is None or letter.answers:
        return False
    named = [
        span.start
        for use in letter.provisions
        if _possible(use.cite, use.role) and use.cite.number != _SECTION.number
        for span in use.spans
    ]
    return bool(named) and held.start < min(named) and max(named) < place.start - 200


def _place(letter: Letter) -> Span | None:
    for use in letter.provisions:
        if use.cite.number == _SECTION.number and use.role is not Role.QUOTED:
            return use.spans[0]
    return letter.shows.ncnd


def _possible(cite: Cite, role: Role) -> bool:
    return cite.regime is Regime.FOISA and role is not Role.QUOTED and law.is_exemption(cite)


@cache
def _eligible() -> frozenset[str]:
    """The sections with which s.18 can be used, from the law's own records."""
    return frozenset(
        row.section.removeprefix("s.").split("(")[0]
        for row in law.provisions()
        if row.regime == "FOISA" and row.ncnd.available and row.kind != "procedural"
    )
