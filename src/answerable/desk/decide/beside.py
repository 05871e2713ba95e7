"""The law beside a decision: the test in our words, what is expected, mistakes, views, decisions.

Only law, regulators and neutral law reports are shown as sources.
"""

from dataclasses import dataclass

from answerable import law
from answerable.desk.decide.limbs import Limb
from answerable.law.cites import parse_one, spell
from answerable.letters.draft.words import protects
from answerable.model import Cite, Regime

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class View:
    """One side of a contested point."""

    view: str
    who: str
    source: str


@dataclass(frozen=True, slots=True)
class Point:
    """A contested point, both sides, and what is safe meanwhile."""

    point: str
    views: tuple[View, ...]
    safe: str


@dataclass(frozen=True, slots=True)
class Case:
    """A leading decision in our words."""

    name: str
    citation: str
    held: str
    url: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything shown beside one limb."""

    cite: Cite
    name: str
    title: str
    link: str
    status: str
    test: tuple[str, ...]
    expects: tuple[str, ...]
    regulator: str
    mistakes: tuple[str, ...]
    relations: tuple[str, ...]
    contested: tuple[Point, ...]
    cases: tuple[Case, ...]
    sources: tuple[str, ...]


def beside(limb: Limb, *, confirming: bool) -> Beside:
    """What to show beside a ground on ``limb``."""
    served = tuple(map(parse_one, limb.row.ncnd.cites)) if confirming else (limb.cite,)
    cite = served[0]
    return Beside(
        cite=cite,
        name=spell(cite, "full"),
        title=limb.title,
        link=law.link(cite),
        status=_status(limb, cite, confirming),
        test=_test(limb, confirming),
        expects=_expects(limb, cite, confirming),
        regulator="the Scottish Information Commissioner"
        if cite.regime.scottish
        else "the Information Commissioner",
        mistakes=limb.row.typical_mistakes,
        relations=limb.row.relations,
        contested=tuple(_point(each) for each in law.contested(cite)),
        cases=_cases({cite, limb.cite} if confirming else {cite}),
        sources=law.shown_sources(limb.row),
    )


def _status(limb: Limb, cite: Cite, confirming: bool) -> str:
    status = law.status(cite) if confirming else limb.status
    if limb.row.status == "absolute_or_qualified_by_condition" and not confirming:
        return "Absolute in the usual case: a balance is asked only under the other conditions."
    return {
        "absolute": "Absolute: no public interest balance is asked.",
        "qualified": "Qualified: a public interest balance decides.",
        "contested": "Sources differ whether a balance is asked. Record one meanwhile.",
    }.get(status, "A step of procedure, not an exemption.")


def _test(limb: Limb, confirming: bool) -> tuple[str, ...]:
    """The test in our words, and what the data says of the threshold where it says something."""
    kind, what = limb.row.kind, protects(limb.cite)
    act = "A yes or a no" if confirming else "Disclosure"
    found = []
    if kind.startswith(("prejudice", "endanger", "adverse")) or kind.endswith("with_prejudice"):
        harm = "endanger" if kind.startswith("endanger") else "harm"
        would = "would" if limb.cite.regime.environmental else "would, or would be likely to,"
        much = " substantially" if "SUBSTANTIALLY" in (limb.row.threshold or "") else ""
        found.append(f"{act} {would} {harm}{much} {what}.")
        found.append("Three steps: the interest is the one protected; the harm follows from "
                     f"{act.lower()} and is real; it is as likely as you say.")  # fmt: skip
    elif kind == "necessity":
        found.append(f"{act} has to be avoided to protect {what}: the exemption is needed for it.")
    elif confirming:
        found.append("Any information of this description, if it were held, would fall within it.")
    else:
        found.append("The information is of the kind described; no harm need be shown for that.")
    threshold = (limb.row.ncnd.test if confirming else limb.row.threshold) or ""
    if " " in threshold and not threshold.startswith("would_or"):
        found.append(f"In short: {threshold}.")
    if limb.row.condition and not confirming:
        found.append(f"With {spell(parse_one(limb.row.condition), 'section')}.")
    return tuple(found)


def _expects(limb: Limb, cite: Cite, confirming: bool) -> tuple[str, ...]:
    """What the notice has to show: what the record names first, then the law's own list."""
    profile = law.profile(limb.cite, confirming=confirming) or {}
    family = str(profile.get("name", "")).rpartition("_")[0]
    said = [_spelled(each, family) for each in profile.get("must", ())]
    said = [each for each in said if " " in each]
    said += profile.get("should", ())
    named = limb.row.must_identify if not confirming else ()
    return tuple(dict.fromkeys(_capital(each) for each in (*named, *said)))


def _spelled(words: str, family: str) -> str:
    """A bare provision of the list with the longest words that a like list has for it."""
    first = words.partition(" ")[0]
    lists = law.table("profiles")["notice_profiles"]
    like = [
        each
        for name, known in lists.items()
        if name.startswith(family)
        for each in known.get("must", ())
        if each.partition(" ")[0] == first
    ]
    return max((words, *like), key=len) if len(words) < _BARE else words


_BARE = 35  # characters: "s.17(1)(c) unless apparent or s.17(4)" says what; less does not


def _capital(text: str) -> str:
    return text if text[:2] in ("s.", "re") and any(c.isdigit() for c in text[:8]) else (
        text[:1].upper() + text[1:]
    )  # fmt: skip


def _point(point: law.Contested) -> Point:
    views = tuple(
        View(each.view, each.who, each.source if law.is_shown(each.source) else "")
        for each in point.views
    )
    return Point(point.point, views, point.safe)


def _cases(cites: set[Cite]) -> tuple[Case, ...]:
    """Decisions on these provisions that can be shown at an official address, newest first."""
    found = []
    for each in sorted(law.cases(), key=lambda case: -(case.year or 0)):
        sources = law.shown_sources(each)
        if sources and any(_on(cites, topic, each.court) for topic in each.topics):
            found.append(Case(each.name, each.citation, each.held, sources[0]))
    return tuple(found[:_SHOWN])


def _on(cites: set[Cite], topic: str, court: str) -> bool:
    """Whether a topic ("31(3)", "EIR 12(4)(b)") touches one of the provisions."""
    regime = Regime.FOISA if "Scottish" in court else Regime.FOIA
    words = f"{regime} s.{topic}" if topic[:1].isdigit() else topic.replace("EIR ", "EIR reg.")
    try:
        about = parse_one(words, regime)
    except ValueError:
        return False
    return any(about.within(cite) or cite.within(about) for cite in cites)
