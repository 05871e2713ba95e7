"""A file to a report: spans, groups, findings in order, a verdict."""

from collections.abc import Callable, Iterable, Iterator
from time import process_time

from answerable.gate.checks import all_checks
from answerable.gate.groups import Group, gather
from answerable.gate.limits import Limits, TooMuchError
from answerable.gate.masking import sample
from answerable.gate.naming import name_people
from answerable.gate.personal import NameFinder, Waiting
from answerable.gate.report import FileReport
from answerable.gate.spans import Span
from answerable.gate.telling import ABOUT
from answerable.gate.walk import spans
from answerable.model import Basis, Certainty, Finding, Place, Severity

_NAMED = {
    "National Insurance number",
    "NHS number",
    "tax reference",
    "bank details",
    "date of birth",
    ABOUT,
}


_SHARE = 0.6  # of the processor's time, after which a model stops reading for names


def inspect_here(
    data: bytes,
    name: str,
    limits: Limits,
    reveal: str = "sample",
    watch: Callable[[Span], None] | None = None,
    finder: Callable[[], NameFinder] | None = None,
) -> FileReport:
    """Inspect in this process; the child of ``opening`` calls it, within limits of the system.

    ``watch`` is shown every span, for those who need them after the inspection. ``finder`` opens
    the model that reads for names of people, if there is one.
    """
    begun = process_time()
    formats: list[str] = []
    waiting = Waiting() if finder else None
    try:
        found = spans(data, name, limits, formats)
        groups = gather(found if watch is None else _watched(found, watch), waiting)
    except TooMuchError as problem:
        return FileReport(
            name, formats[0] if formats else "", "refuse", (), {}, f"“{name}” {problem}."
        )
    told = ""
    if finder is not None and waiting is not None:
        told = name_people(groups, waiting, finder, begun + _SHARE * limits.cpu_seconds)
    made = _findings(groups, reveal)
    people = sum(group.people for group in groups if group.carrier != "visible")
    hold = any(finding.severity >= Severity.MEDIUM for _, finding in made)
    return FileReport(
        name,
        formats[0] if formats else "unknown",
        "hold" if hold else "pass",
        tuple(finding for _, finding in made),
        {"findings": len(made), "people": people, "places": len(groups)},
        people=tuple(exposed for exposed, _ in made),
        names=told,
    )


def _findings(groups: list[Group], reveal: str) -> list[tuple[int, Finding]]:
    """What the checks make of the groups, with how many people; most people first."""
    checks = {check.slug: check for check in all_checks()}
    made: list[tuple[int, Finding]] = []
    for group in groups:
        if group.carrier == "visible":
            finding = _visible(group) or _named(group, reveal)
        else:
            finding = checks[group.carrier].judge(group, reveal)
        if finding is not None:
            made.append((0 if finding.slug == "visible_names" else group.people, finding))
    made.sort(key=lambda one: (-one[0], -one[1].severity))
    return made


def _watched(found: Iterable[Span], watch: Callable[[Span], None]) -> Iterator[Span]:
    for span in found:
        watch(span)
        yield span


def _visible(group: Group) -> Finding | None:
    """Personal data that anybody sees: a question to ask, not a thing hidden."""
    kinds = {kind: count for kind, count in group.kinds.items() if kind in _NAMED}
    if not kinds:
        return None
    if group.names:
        kinds["name"] = group.kinds["name"]
    told = ", ".join(f"{kind}: {count:,}" for kind, count in sorted(kinds.items()))
    if group.remark:
        told += f"; the first remark about a person stands in row {group.remark:,} of those seen"
    return Finding(
        "G-visible-personal-data",
        "visible_personal_data",
        Severity.MEDIUM,
        Certainty.LIKELY,
        Basis.GOOD_PRACTICE,
        f"Personal data in plain sight: {group.where} ({told}). What anybody can read in the file needs a decision too.",
        (),
        Place(group.where),
        told,
        "Confirm that it is meant to be released, or take it out.",
    )


def _named(group: Group, reveal: str) -> Finding | None:
    """People named in plain sight: nearly every letter names some, so it is told and no more."""
    if not group.names:
        return None
    count = len(group.names)
    names = list(group.names.met.values())
    return Finding(
        "G-visible-names",
        "visible_names",
        Severity.LOW,
        Certainty.LIKELY,
        Basis.GOOD_PRACTICE,
        f"People named in plain sight: {group.where}, {count:,} {'name' if count == 1 else 'names'}. A name of a private person needs a decision; that of the officer who signs does not.",
        (),
        Place(group.where),
        sample(names[:12], reveal, names),
        "Look through the names, and redact those that are not to be released.",
    )
