"""What the gate says of a file, as data, text, JSON and a page."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from answerable.model import Finding, Place, Severity

if TYPE_CHECKING:
    from answerable.gate.pictures.where import Where


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: its format, verdict ("pass", "hold" or "refuse"), findings and counts.

    ``people`` says for each finding how many people may be told from what it found; the findings
    stand in that order, and those of as many people by their severity. ``names`` says whether a
    model looked for names in running text, and if not why.
    """

    path: str
    format: str
    verdict: str
    findings: tuple[Finding, ...]
    counts: dict[str, int] = field(default_factory=dict)
    error: str = ""
    people: tuple[int, ...] = ()
    names: str = ""

    @property
    def worst(self) -> Severity | None:
        """The worst severity found, None if nothing was."""
        return max((finding.severity for finding in self.findings), default=None)

    def as_json(self) -> dict[str, Any]:
        """The file in the form of the command-line contract."""
        made: dict[str, Any] = {
            "path": self.path,
            "format": self.format,
            "verdict": self.verdict,
            "findings": [
                finding.as_json() | {"people": people}
                for finding, people in zip_longest(self.findings, self.people, fillvalue=0)
                if isinstance(finding, Finding)
            ],
            "counts": self.counts,
        }
        if self.names:
            made["names"] = self.names
        if self.error:
            made["error"] = self.error
        return made


def to_json(reports: Sequence[FileReport]) -> str:
    """All files as one JSON object."""
    return json.dumps(
        {"files": [report.as_json() for report in reports]}, ensure_ascii=False, indent=2
    )


#: What a verdict says in a report.
VERDICTS = {
    "pass": "PASS",
    "hold": "HOLD: do not release as it is",
    "refuse": "REFUSED: not opened",
}


def place_of(finding: Finding) -> str:
    """Where a finding is, in words; "" if it says no place."""
    return finding.where.words if isinstance(finding.where, Place) else ""


def to_text(reports: Sequence[FileReport]) -> str:
    """All files in plain lines."""
    lines: list[str] = []
    for report in reports:
        lines.append(f"{report.path} ({report.format or 'unknown'}): {VERDICTS[report.verdict]}")
        if report.error:
            lines.append(f"  {report.error}")
        holding = [one for one in report.findings if one.severity >= Severity.MEDIUM]
        for _, finding in gathered(holding):
            lines += [f"  [{finding.severity.word}] {finding.message}"]
            if finding.excerpt:
                lines.append(f"      It reads: {finding.excerpt}")
            lines.append(f"      What to do: {finding.fix}")
        notes = sum(finding.severity < Severity.MEDIUM for finding in report.findings)
        if notes:
            lines.append(
                f"  {notes} note{'s' if notes > 1 else ''} (metadata and the like) that hold{'s' if notes == 1 else ''} nothing back."
            )
        lines.append("")
    held = sum(report.verdict != "pass" for report in reports)
    lines.append(f"{len(reports)} file{'s' if len(reports) != 1 else ''}, {held} held or refused.")
    lines += about_names(reports)
    return "\n".join(lines)


def gathered(findings: Sequence[Finding], most: int = 20) -> list[tuple[int, Finding]]:
    """The findings as they are read: of one kind the first ``most``, and one line for the rest.

    Each has its number in ``findings``, from 1.
    """
    count = Counter(one.slug for one in findings)
    told: Counter[str] = Counter()
    made: list[tuple[int, Finding]] = []
    for number, one in enumerate(findings, 1):
        told[one.slug] += 1
        rest = count[one.slug] - most
        if told[one.slug] <= most:
            made.append((number, one))
        elif told[one.slug] == most + 1:
            more = f"{rest:,} more like these. All are in the report as JSON."
            rest_of = replace(one, message=more, excerpt="", where=Place("further places"))
            made.append((number, rest_of))
    return made


def about_names(reports: Sequence[FileReport]) -> list[str]:
    """Whether a model looked for names, a sentence for each answer the files have."""
    told = dict.fromkeys(report.names for report in reports if report.names)
    return [f"{one[0].upper()}{one[1:]}." for one in told]


def to_html(reports: Sequence[FileReport], places: "Mapping[str, Where] | None" = None) -> str:
    """All files as one page that needs nothing else, with pictures of where things are.

    ``places`` gives for the path of a report what there is to draw.
    """
    from answerable.gate.report_page import page

    return page(reports, places or {})
