"""SARIF 2.1.0, so that code hosts and editors can show findings beside the letter.

Static Analysis Results Interchange Format, OASIS Standard, 27 March 2020.
"""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from answerable import __version__
from answerable.audit.registry import all_rules
from answerable.audit.report.report import LetterReport
from answerable.audit.rule import Rule
from answerable.model import Certainty, Finding, Place, Severity, Span

_LEVEL = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}


def to_sarif(reports: Sequence[LetterReport]) -> str:
    """One run over all the letters. Columns and offsets count Unicode code points."""
    known = all_rules()
    index = {rule.code: number for number, rule in enumerate(known)}
    run = {
        "tool": {
            "driver": {
                "name": "Answerable",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in known],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "artifacts": [{"location": {"uri": _uri(report.path)}} for report in reports],
        "results": [result for report in reports for result in _results(report, index)],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.title() for word in rule.slug.split("-")),
        "shortDescription": {"text": rule.defect.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"slug": rule.slug, "tags": [rule.basis.value, rule.severity.word]},
    }


def _invocation(reports: Sequence[LetterReport]) -> dict[str, Any]:
    notices = [
        {"level": "error", "message": {"text": f"{report.path}: {report.error}"}}
        for report in reports
        if report.error
    ]
    return {"executionSuccessful": not notices, "toolExecutionNotifications": notices}


def _results(report: LetterReport, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    if report.letter is None:
        return
    lines = _line_starts(report.letter.text)
    for finding in report.findings:
        region = _region(report.letter.text, lines, finding.where)
        yield _result(_uri(report.path), finding, index[finding.code], region)


def _result(uri: str, finding: Finding, rule: int, region: dict[str, Any]) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "rank": 100.0 if finding.certainty is Certainty.SURE else 50.0,
        "message": {"text": f"{finding.message} {finding.fix}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": region,
                }
            }
        ],
        "properties": {
            "slug": finding.slug,
            "certainty": finding.certainty.value,
            "severity": finding.severity.word,
            "basis": finding.basis.value,
            "cites": [str(cite) for cite in finding.cites],
        },
    }


def _region(text: str, lines: list[int], where: Span | Place) -> dict[str, Any]:
    span = where if isinstance(where, Span) else Span(0, 0)
    region: dict[str, Any] = {"charOffset": span.start, "charLength": span.end - span.start}
    for name, position in (("start", span.start), ("end", span.end)):
        line = bisect_right(lines, position) - 1
        region[f"{name}Line"] = line + 1
        region[f"{name}Column"] = position - lines[line] + 1
    if span.end > span.start:
        region["snippet"] = {"text": text[span.start : span.end]}
    return region


def _line_starts(text: str) -> list[int]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


def _uri(path: str) -> str:
    return quote(PurePath(path).as_posix(), safe="/-_.~")
