"""What a report counts, in one pass over the rows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

#: Findings of these weights are what the report calls a serious defect.
SERIOUS = frozenset({"critical", "high"})
UNDATED = "no date"
UNNAMED = "body not named"


@dataclass
class Tally:
    """Letters, and how many of them have a finding, a sure one, a serious one."""

    letters: int = 0
    found: int = 0
    serious: int = 0

    def add(self, *, found: bool, serious: bool) -> None:
        """Count one letter."""
        self.letters += 1
        self.found += found
        self.serious += serious


@dataclass
class Figures:
    """Everything a report says in numbers.

    A defect, a provision or an outcome is counted once a letter. ``by_year`` of a defect is
    keyed by the defect and the year.
    """

    rows: int = 0
    all: Tally = field(default_factory=Tally)
    failed: Counter[str] = field(default_factory=Counter)
    defects: Counter[str] = field(default_factory=Counter)
    likely: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    provisions: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    bodies: dict[str, Tally] = field(default_factory=dict)
    years: dict[str, Tally] = field(default_factory=dict)
    by_year: Counter[tuple[str, str]] = field(default_factory=Counter)


def count(rows: Iterable[dict[str, Any]]) -> Figures:
    """The figures of an audited corpus."""
    figures = Figures()
    for row in rows:
        figures.rows += 1
        if row["error"] is not None:
            figures.failed[_reason(row["error"])] += 1
        else:
            _letter(figures, row)
    return figures


def _letter(figures: Figures, row: dict[str, Any]) -> None:
    findings = row["findings"] or []
    weights = {finding["severity"] for finding in findings}
    seen = {"found": bool(findings), "serious": bool(weights & SERIOUS)}
    year = (row["date"] or "")[:4] or UNDATED
    body = row["authority"] or UNNAMED
    figures.all.add(**seen)
    figures.years.setdefault(year, Tally()).add(**seen)
    figures.bodies.setdefault(body, Tally()).add(**seen)
    figures.outcomes[row["outcome"]] += 1
    figures.severities.update(weights)
    figures.provisions.update(set(row["provisions"] or []))
    slugs = {finding["slug"] for finding in findings}
    sure = {finding["slug"] for finding in findings if finding["certainty"] == "sure"}
    figures.defects.update(slugs)
    figures.likely.update(slugs - sure)
    figures.by_year.update((slug, year) for slug in slugs)


def _reason(error: str) -> str:
    """The error without what is particular to one row."""
    for beginning, reason in _REASONS.items():
        if error.startswith(beginning):
            return reason
    return "could not be read"


_REASONS = {
    "no text": "no text",
    "It reads as a request": "a request, not a reply",
    "It does not read as a reply": "not a reply to a request",
    "the letter took longer": "took too long",
    "the letter crashed": "crashed the process that read it",
    "the letter asked for more memory": "asked for too much memory",
    "the program could not": "the program failed on it",
}
