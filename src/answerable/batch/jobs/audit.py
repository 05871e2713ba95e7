"""A lot of letters audited: what each does, on which provisions, and what was found."""

from collections.abc import Sequence
from typing import Any

from answerable.audit import audit_letter
from answerable.batch.row import Columns, Values
from answerable.letters import in_welsh, not_a_response, read_letter
from answerable.letters.reading.welsh import NOTE
from answerable.model import Letter


def audit_batch(ids: Sequence[str], texts: Sequence[str]) -> Columns:
    """The audit of each text, as columns of the length of ``ids``; pure, for any engine.

    ``error`` says in a sentence why a text was not audited (it is no reply to a request); its
    other columns are then empty.
    """
    rows = [{"id": id_} | _audited(text) for id_, text in zip(ids, texts, strict=True)]
    return {name: [row[name] for row in rows] for name in ("id", *_EMPTY)}


def job(columns: Columns, settings: Values) -> Columns:
    """``audit_batch`` in the form that engines call."""
    return audit_batch(columns["id"], columns["text"])


_EMPTY: Values = {
    "letter_authority": "",
    "letter_date": "",
    "regime": None,
    "outcome": None,
    "ncnd": None,
    "chars": None,
    "provisions": [],
    "worst": None,
    "findings": [],
    "error": None,
}


def _audited(text: str) -> Values:
    letter = read_letter(text)
    problem = not_a_response(letter)
    if problem:
        return _EMPTY | {"error": problem}
    found = audit_letter(letter)
    return {
        "letter_authority": letter.authority.name,
        "letter_date": letter.dates.sent.day.isoformat() if letter.dates.sent else "",
        "regime": str(letter.regime),
        "outcome": letter.outcome.value,
        "ncnd": letter.ncnd,
        "chars": len(text),
        "provisions": _relied(letter),
        "worst": max(found, key=lambda each: each.severity).severity.word if found else None,
        "findings": [_plain(finding.as_json()) for finding in found],
        # A row without findings must not pass for a letter that is right.
        "error": NOTE if in_welsh(letter.flow) else None,
    }


def _relied(letter: Letter) -> list[str]:
    return list(dict.fromkeys(str(use.cite) for use in letter.relied()))


def _plain(finding: Values) -> dict[str, Any]:
    # Every row must have the same keys; in a letter a place is always a span.
    return finding | {"where": {"span": finding["where"]["span"]}}
