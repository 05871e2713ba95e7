"""A file to a report: spans, groups, findings in order, a verdict."""

from collections.abc import Callable, Iterable, Iterator

from answerable.gate.checks import all_checks
from answerable.gate.groups import Group, gather
from answerable.gate.limits import Limits, TooMuchError
from answerable.gate.report import FileReport
from answerable.gate.spans import Span
from answerable.gate.walk import spans
from answerable.model import Basis, Certainty, Finding, Place, Severity

_NAMED = {
    "National Insurance number",
    "NHS number",
    "tax reference",
    "bank details",
    "date of birth",
}


def inspect_here(
    data: bytes,
    name: str,
    limits: Limits,
    reveal: str = "sample",
    watch: Callable[[Span], None] | None = None,
) -> FileReport:
    """Inspect in this process; the child of ``opening`` calls it, within limits of the system.

    ``watch`` is shown every span, for those who need them after the inspection.
    """
    formats: list[str] = []
    try:
        found = spans(data, name, limits, formats)
        groups = gather(found if watch is None else _watched(found, watch))
    except TooMuchError as problem:
        return FileReport(
            name, formats[0] if formats else "", "refuse", (), {}, f"“{name}” {problem}."
        )
    checks = {check.slug: check for check in all_checks()}
    made: list[tuple[int, Finding]] = []
    for group in groups:
        if group.carrier == "visible":
            finding = _visible(group)
        else:
            finding = checks[group.carrier].judge(group, reveal)
        if finding is not None:
            made.append((group.people, finding))
    made.sort(key=lambda one: (-one[0], -one[1].severity))
    people = sum(group.people for group in groups if group.carrier != "visible")
    hold = any(finding.severity >= Severity.MEDIUM for _, finding in made)
    return FileReport(
        name,
        formats[0] if formats else "unknown",
        "hold" if hold else "pass",
        tuple(finding for _, finding in made),
        {"findings": len(made), "people": people, "places": len(groups)},
        people=tuple(exposed for exposed, _ in made),
    )


def _watched(found: Iterable[Span], watch: Callable[[Span], None]) -> Iterator[Span]:
    for span in found:
        watch(span)
        yield span


def _visible(group: Group) -> Finding | None:
    """Personal data that anybody sees: a question to ask, not a thing hidden."""
    kinds = {kind: count for kind, count in group.kinds.items() if kind in _NAMED}
    if not kinds:
        return None
    told = ", ".join(f"{kind}: {count:,}" for kind, count in sorted(kinds.items()))
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
