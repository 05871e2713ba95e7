"""The JSON of the command-line contract, with the text that the spans point into."""

import json
from collections.abc import Sequence
from typing import Any

from answerable.audit.report.report import LetterReport
from answerable.model import Letter, Span


def to_json(reports: Sequence[LetterReport]) -> str:
    """``{"letters": [...]}`` in the form of the contract; an unusable file has ``error``."""
    return json.dumps(
        {"letters": [_letter(report) for report in reports]}, ensure_ascii=False, indent=2
    )


def _letter(report: LetterReport) -> dict[str, Any]:
    letter = report.letter
    if letter is None:
        return {"path": report.path, "error": report.error}
    return {
        "path": report.path,
        "chars": len(letter.text),
        "regime": letter.regime,
        "outcome": letter.outcome.value,
        "ncnd": letter.ncnd,
        "authority": {
            "name": letter.authority.name,
            "kind": letter.authority.kind,
            "scottish": letter.authority.scottish,
        },
        "reference": letter.reference,
        "dates": _dates(letter),
        "questions": [
            {
                "number": question.number,
                "text": question.text,
                "wants_counts": question.wants_counts,
                "span": list(question.span),
            }
            for question in letter.questions
        ],
        "answers": [
            {"questions": list(answer.numbers), "outcome": answer.outcome.value}
            for answer in letter.answers
        ],
        "provisions": [
            {
                "cite": str(use.cite),
                "role": use.role.value,
                "questions": list(use.parts),
                "spans": [list(span) for span in use.spans],
            }
            for use in letter.provisions
        ],
        "shows": _shows(letter),
        "findings": [finding.as_json() for finding in report.findings],
        "language": "cy" if report.welsh else "en",
        "notes": list(report.remarks),
        "text": letter.text,
    }


def _dates(letter: Letter) -> dict[str, str | None]:
    dates = letter.dates
    return {
        name: phrase.day.isoformat() if phrase else None
        for name, phrase in (
            ("sent", dates.sent),
            ("received", dates.received),
            ("review_asked", dates.review_asked),
        )
    }


def _shows(letter: Letter) -> dict[str, bool]:
    shows = letter.shows
    shown: dict[str, Span | object | None] = {
        "balance": shows.balance,
        "review": shows.review,
        "regulator_right": shows.regulator,
        "reuse": shows.reuse,
        "ncnd": shows.ncnd,
        "held": shows.held,
        "not_held": shows.not_held,
        "supplied": shows.supplied,
        "withheld": shows.withheld,
        "caveat": shows.caveat,
        "refusal_notice": shows.refusal_notice,
        "reference": shows.reference,
    }
    return {name: value is not None for name, value in shown.items()}
