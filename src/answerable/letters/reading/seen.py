"""What the whole letter was seen to do, each thing with its words, and the provisions it names.

The two are judged together: whether a provision is relied on hangs on what the letter does, and
what it does may be told by a provision alone.
"""

from dataclasses import dataclass, replace

from answerable.law.cites import CiteHit
from answerable.letters.reading import answering, plain_no, shows, silence
from answerable.letters.reading.provisions import Case, read_provisions
from answerable.model import Block, ProvisionUse, Span


@dataclass(frozen=True, slots=True)
class Seen:
    """The parts of ``Shows`` that decide the outcome: the words that show each; None: not shown."""

    ncnd: Span | None
    held: Span | None
    not_held: Span | None
    supplied: Span | None
    withheld: Span | None


def judged(
    low: str,
    flow: str,
    own: str,
    blocks: list[Block],
    hits: list[CiteHit],
    numbers: frozenset[str],
    *,
    review: bool,
) -> tuple[Seen, tuple[ProvisionUse, ...]]:
    """What is done and the provisions named, each with its role.

    ``low``, ``flow``, ``own`` and ``blocks`` are the letter, as everywhere in this room; ``hits`` the
    places that name a provision; ``numbers`` those of the questions; ``review``: it answers a request
    for review.
    """

    def named() -> tuple[ProvisionUse, ...]:
        return read_provisions(low, flow, own, blocks, hits, _case(seen, numbers, review))

    seen = _first_sight(low, own, blocks)
    provisions = named()
    if seen.ncnd is not None and silence.is_excused(provisions):
        seen = replace(seen, ncnd=None)
        provisions = named()
    unsaid = _by_its_limb(own, provisions, seen) if seen.ncnd is None else None
    if unsaid is not None:
        seen = replace(seen, ncnd=unsaid)
        provisions = named()
    return seen, provisions


def _first_sight(low: str, own: str, blocks: list[Block]) -> Seen:
    seen = Seen(
        ncnd=shows.ncnd(own),
        held=shows.held(own),
        not_held=shows.not_held(own),
        supplied=shows.supplied(own) or answering.supplies_by_answering(low, own, blocks),
        withheld=shows.withheld(own) or plain_no.of_a_part(own, blocks),
    )
    if seen.ncnd or seen.not_held or seen.supplied or seen.withheld:
        return seen
    return replace(seen, withheld=plain_no.of_the_whole(own))


def _case(seen: Seen, numbers: frozenset[str], review: bool) -> Case:
    ncnd = seen.ncnd is not None
    return Case(
        ncnd=ncnd,
        pure=ncnd and seen.held is None and seen.supplied is None,
        withheld=seen.withheld is not None,
        not_held=seen.not_held is not None,
        supplied=seen.supplied is not None,
        review=review,
        numbers=numbers,
    )


def _by_its_limb(own: str, provisions: tuple[ProvisionUse, ...], seen: Seen) -> Span | None:
    """Where a provision that removes the duty to confirm or deny is rested on, in no such words."""
    return silence.by_its_limb(
        own,
        provisions,
        held=seen.held is not None,
        kept=seen.withheld is not None,
        told=bool(seen.held or seen.supplied or seen.not_held),
    )
