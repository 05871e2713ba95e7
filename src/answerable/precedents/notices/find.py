"""Decisions of the collection by provision, subject, year and court."""

from functools import cache

from answerable.law import Decision, cases
from answerable.law.cites import parse_one
from answerable.model import Cite, Regime, UnusableInputError
from answerable.precedents.words import content


def find_decisions(
    provision: Cite | None = None,
    subject: str = "",
    years: tuple[int, int] | None = None,
    court: str = "",
) -> tuple[Decision, ...]:
    """The decisions that meet every condition given, the newest first.

    ``provision``: those on it, on a limb of it, or on the whole that it belongs to;
    ``subject``: those whose name, topics or holding have all of its words that say something;
    ``years``: first and last; ``court``: part of its name, in any case.
    """
    words = set(content(subject.replace("_", " ")))
    found = [
        each
        for each in cases()
        if (provision is None or any(_touch(provision, cite) for cite in provisions(each)))
        and words <= set(content(_all_words(each)))
        and (years is None or (each.year is not None and years[0] <= each.year <= years[1]))
        and court.lower() in each.court.lower()
    ]
    return tuple(sorted(found, key=lambda each: (-(each.year or 0), each.id)))


@cache
def provisions(decision: Decision) -> tuple[Cite, ...]:
    """The provisions among the topics of a decision: "24(2)" is of FOIA, "EIR 9" says its own."""
    found: list[Cite] = []
    for topic in decision.topics:
        name, _, rest = topic.rpartition(" ")
        try:
            regime = Regime(name or "FOIA")
            if rest[:1].isdigit():
                unit = "reg." if regime.environmental else "s."
                found.append(parse_one(f"{regime} {unit}{rest}"))
        except (ValueError, UnusableInputError):
            continue
    return tuple(found)


def _touch(one: Cite, other: Cite) -> bool:
    return one.within(other) or other.within(one)


def _all_words(each: Decision) -> str:
    return f"{each.name} {' '.join(each.topics).replace('_', ' ')} {each.held}"
