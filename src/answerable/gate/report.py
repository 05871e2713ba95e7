"""What the gate says of a file, as data, text, JSON and a page."""

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from answerable.model import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: its format, verdict ("pass", "hold" or "refuse"), findings and counts."""

    path: str
    format: str
    verdict: str
    findings: tuple[Finding, ...]
    counts: dict[str, int] = field(default_factory=dict)
    error: str = ""

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
            "findings": [finding.as_json() for finding in self.findings],
            "counts": self.counts,
        }
        if self.error:
            made["error"] = self.error
        return made


def to_json(reports: Sequence[FileReport]) -> str:
    """All files as one JSON object."""
    return json.dumps(
        {"files": [report.as_json() for report in reports]}, ensure_ascii=False, indent=2
    )


_VERDICTS = {
    "pass": "PASS",
    "hold": "HOLD: do not release as it is",
    "refuse": "REFUSED: not opened",
}


def _place(finding: Finding) -> str:
    return finding.where.words if isinstance(finding.where, Place) else ""


def to_text(reports: Sequence[FileReport]) -> str:
    """All files in plain lines."""
    lines: list[str] = []
    for report in reports:
        lines.append(f"{report.path} ({report.format or 'unknown'}): {_VERDICTS[report.verdict]}")
        if report.error:
            lines.append(f"  {report.error}")
        for finding in report.findings:
            if finding.severity < Severity.MEDIUM:
                continue
            lines += [f"  [{finding.severity.word}] {finding.message}"]
            if finding.excerpt:
                lines.append(f"      It reads: {finding.excerpt}")
            lines.append(f"      What to do: {finding.fix}")
        notes = sum(finding.severity < Severity.MEDIUM for finding in report.findings)
        if notes:
            lines.append(
                f"  {notes} note{'s' if notes > 1 else ''} (metadata and the like) that hold nothing back."
            )
        lines.append("")
    held = sum(report.verdict != "pass" for report in reports)
    lines.append(f"{len(reports)} file{'s' if len(reports) != 1 else ''}, {held} held or refused.")
    return "\n".join(lines)


def to_html(reports: Sequence[FileReport]) -> str:
    """All files as one page that needs nothing else."""
    body: list[str] = []
    for report in reports:
        body.append(
            f"<section><h2>{html.escape(report.path)}</h2><p class='{report.verdict}'>{_VERDICTS[report.verdict]}</p>"
        )
        if report.error:
            body.append(f"<p>{html.escape(report.error)}</p>")
        if report.findings:
            body.append(
                "<table><thead><tr><th scope='col'>Severity</th><th scope='col'>Where</th><th scope='col'>What</th><th scope='col'>It reads</th><th scope='col'>What to do</th></tr></thead><tbody>"
            )
        for finding in report.findings:
            cells = (
                finding.severity.word,
                _place(finding),
                finding.message,
                finding.excerpt,
                finding.fix,
            )
            body.append(
                "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"
            )
        body.append("</tbody></table></section>" if report.findings else "</section>")
    style = "body{font:1rem/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}.hold,.refuse{color:#a11d00;font-weight:bold}.pass{color:#00572b;font-weight:bold}"
    return f"<!doctype html><html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>What the files carry</title><style>{style}</style></head><body><main><h1>What the files carry</h1>{''.join(body)}</main></body></html>"
