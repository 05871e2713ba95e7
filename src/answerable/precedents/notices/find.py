"""Decisions by provision, subject, outcome, year and court."""

from collections.abc import Iterable

from answerable.model import Cite
from answerable.precedents.notices.record import Notice, bundled
from answerable.precedents.words import content


def find_notices(
    provision: Cite | None = None,
    subject: str = "",
    years: tuple[int, int] | None = None,
    court: str = "",
    outcome: str = "",
    *,
    among: Iterable[Notice] | None = None,
) -> tuple[Notice, ...]:
    """The decisions that meet every condition given, the newest first.

    ``provision``: those on it, on a limb of it, or on the whole that it belongs to;
    ``subject``: those whose name or holding have all of its words that say something;
    ``years``: first and last; ``court``: part of its name, in any case; ``outcome``: one of
    ``OUTCOMES``; ``among``: the decisions to look through (the bundled ones).
    """
    words = set(content(subject.replace("_", " ")))
    found = [
        each
        for each in (bundled() if among is None else among)
        if (not outcome or each.outcome == outcome)
        and (years is None or (each.year is not None and years[0] <= each.year <= years[1]))
        and court.lower() in each.court.lower()
        and (provision is None or any(_touch(provision, cite) for cite in each.cites))
        and (not words or words <= set(content(f"{each.name} {each.held}")))
    ]
    return tuple(sorted(found, key=lambda each: (-(each.year or 0), each.key)))


def _touch(one: Cite, other: Cite) -> bool:
    return one.within(other) or other.within(one)
