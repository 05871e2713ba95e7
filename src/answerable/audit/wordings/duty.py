"""Which duties a letter is under: whether it refuses under FOIA, and whether it is all NCND."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from answerable import law
from answerable.audit.wordings.once import once
from answerable.model import Cite, Letter, Outcome, ProvisionUse, Regime, Role, Span

_REFUSALS = frozenset(
    {
        Outcome.REFUSED,
        Outcome.NCND,
        Outcome.COST_LIMIT,
        Outcome.VEXATIOUS,
        Outcome.REPEATED,
        Outcome.ALREADY_ACCESSIBLE,
        Outcome.FUTURE_PUBLICATION,
    }
)


def refusal_notice_due(letter: Letter) -> bool:
    """Whether FOIA s.17 (or EIR reg.14) asks for a notice: something is refused, in whole or part.

    An extension under s.10(3) is one too (s.17(2)); one under EIR reg.7, which refuses nothing, is
    not (reg.14 asks for particulars of a refusal). "Not held" alone is not.
    """
    if letter.outcome is Outcome.EXTENSION:
        return letter.regime not in ("EIR", "EISR")
    if letter.outcome in _REFUSALS:
        return True
    if letter.outcome is Outcome.PARTIAL and not letter.relied():
        # Withheld, or turned away as no request; a part that is only not held needs no notice.
        return letter.shows.withheld is not None or not (letter.shows.not_held or letter.ncnd)
    if letter.outcome in (Outcome.PARTIAL, Outcome.INTERNAL_REVIEW):
        return bool(letter.relied()) or (letter.outcome is Outcome.PARTIAL and letter.ncnd)
    return False


def judged_by_foia(letter: Letter) -> bool:
    """Whether the Act of 2000 governs the notice, so far as the letter shows."""
    return letter.regime in ("FOIA", "mixed", "unknown") and not letter.authority.scottish


def wholly_ncnd(letter: Letter) -> bool:
    """Whether the letter neither confirms nor denies, and confirms nothing beside it.

    A review that comes to that, and supplies nothing, is such a letter, too.
    """
    if letter.outcome is not Outcome.INTERNAL_REVIEW:
        return letter.outcome is Outcome.NCND
    return (
        letter.ncnd
        and letter.shows.held is None
        and letter.shows.supplied is None
        and all(answer.outcome is Outcome.NCND for answer in letter.answers)
    )


def layered(letter: Letter) -> bool:
    """Known information answered, and only anything further neither confirmed nor denied."""
    span = letter.shows.ncnd
    if span is None:
        return False
    line_end = letter.own.find("\n", span.end)
    words = letter.own[span.start : line_end if line_end > 0 else len(letter.own)]
    return any(word in words for word in ("further", "any other", "beyond", "additional", "else"))


_OTHER_GROUNDS = ("12", "14")  # cost; vexatious and repeated requests


def names_a_ground(letter: Letter) -> bool:
    """Whether a ground of refusal is named, though perhaps nothing was read as resting on it."""
    return any(
        use.role is not Role.QUOTED
        and (law.is_exemption(use.cite) or use.cite.number in _OTHER_GROUNDS)
        for use in letter.provisions
    )


def on_no_such_limb(letter: Letter) -> Iterator[ProvisionUse]:
    """For each part that is neither confirmed nor denied on a disclosure limb alone, that limb.

    Only where the limb has a counterpart that removes the duty, and the letter names it nowhere.
    """
    if letter.regime == "FOISA":  # section 18 there works by naming the exemption behind it
        return
    named = {use.cite.whole for use in letter.provisions if law.is_ncnd_limb(use.cite)}
    for answer in letter.answers:
        if answer.outcome is not Outcome.NCND:
            continue
        within = [use for use in letter.relied() if _stands_in(use, answer.spans)]
        if within and not any(use.cite.whole in named for use in within):
            yield from (use for use in within[:1] if law.ncnd_limb_for(use.cite))


def _stands_in(use: ProvisionUse, places: tuple[Span, ...]) -> bool:
    return any(at.start <= span.start < at.end for span in use.spans for at in places)


def disclosure_limbs_cited(letter: Letter) -> list[ProvisionUse]:
    """Provisions that exempt disclosure, of sections that have a limb for confirming or denying."""
    return [
        use
        for use in letter.provisions
        if law.is_exemption(use.cite)
        and not law.is_ncnd_limb(use.cite)
        and use.cite.parts
        and law.ncnd_limb_for(use.cite)
    ]


@once
def part_two(letter: Letter) -> tuple[ProvisionUse, ...]:
    """The exemptions and exceptions relied on; cost, vexatious and repeated requests left out.

    So is section 39 where it only leads on to an exception of the Regulations.
    """
    relied = tuple(use for use in letter.relied() if law.status(use.cite) != "procedural")
    if letter.regime not in ("EIR", "EISR", "mixed") or not any(
        use.cite.regime.environmental for use in relied
    ):
        return relied
    return tuple(use for use in relied if use.cite.number != "39" or use.cite.regime.environmental)


@cache
def foia(number: str, *parts: str) -> Cite:
    """A provision of the Act of 2000."""
    return Cite(Regime.FOIA, number, parts)


#: What each regime asks of a refusal: that holding is confirmed, the exemption named, and why.
_DUTIES: dict[str, dict[str, Cite]] = {
    "held": {
        "FOIA": Cite(Regime.FOIA, "1", ("1", "a")),
        "FOISA": Cite(Regime.FOISA, "16", ("1", "a")),
    },
    "specify": {
        "FOIA": Cite(Regime.FOIA, "17", ("1", "b")),
        "EIR": Cite(Regime.EIR, "14", ("3", "a")),
        "FOISA": Cite(Regime.FOISA, "16", ("1", "c")),
        "EISR": Cite(Regime.EISR, "13", ("b",)),
    },
    "why": {
        "FOIA": Cite(Regime.FOIA, "17", ("1", "c")),
        "EIR": Cite(Regime.EIR, "14", ("3",)),
        "FOISA": Cite(Regime.FOISA, "16", ("1", "d")),
        "EISR": Cite(Regime.EISR, "13", ("b",)),
    },
}


def duty_to(what: Literal["held", "specify", "why"], letter: Letter) -> Cite | None:
    """The provision of the letter's regime that asks for this; None where it has none.

    A Scottish authority that writes under the UK Act is judged for that alone.
    """
    if letter.authority.scottish and letter.regime not in ("FOISA", "EISR"):
        return None
    regime = letter.regime if letter.regime in Regime.__members__ else "FOIA"
    return _DUTIES[what].get(regime)
