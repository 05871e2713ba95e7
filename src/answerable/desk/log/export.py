"""Everything public as open data: CSV that no spreadsheet runs, JSON with its schema."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from answerable.desk.log.entries import public
from answerable.desk.publish.models import Publication

COLUMNS = (
    "id", "address", "reference", "title", "request", "answer", "subject", "service", "regime",
    "outcome", "provisions", "received", "answered", "published", "licence",
)  # fmt: skip
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BOM = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else


def rows(base: str) -> Iterator[dict[str, Any]]:
    """Each published entry as plain values, newest first. ``base``: address of the log."""
    for entry in public().select_related("service").iterator(chunk_size=500):
        yield as_row(entry, base)


def as_row(entry: Publication, base: str) -> dict[str, Any]:
    """One entry as the open data and the schema have it."""
    return {
        "id": entry.public_id,
        "address": base + entry.public_id,
        "reference": entry.reference,
        "title": entry.title,
        "request": entry.request,
        "answer": entry.answer,
        "subject": entry.subject,
        "service": entry.service.name if entry.service else None,
        "regime": entry.regime,
        "outcome": entry.outcome,
        "provisions": list(entry.provisions),
        "received": entry.received_on.isoformat(),
        "answered": entry.answered_on.isoformat(),
        "published": entry.published_on.isoformat() if entry.published_on else None,
        "licence": entry.licence,
    }


def safe_cell(value: object) -> str:
    """A value as a cell that no spreadsheet takes for a formula."""
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    text = text.replace("\x00", "")
    return "'" + text if text.lstrip(" ").startswith(_STARTS_A_FORMULA) else text


def as_csv(found: Iterator[dict[str, Any]]) -> Iterator[str]:
    """The rows as CSV, line by line."""
    writer = csv.writer(_Echo())
    yield _BOM + writer.writerow(COLUMNS)
    for row in found:
        yield writer.writerow([safe_cell(row[name]) for name in COLUMNS])


def as_json(found: Iterator[dict[str, Any]], head: dict[str, Any]) -> Iterator[str]:
    """The rows as one JSON object, entry by entry."""
    yield json.dumps(head)[:-1] + ', "entries": ['
    for place, row in enumerate(found):
        yield (",\n" if place else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


class _Echo:
    """A file that hands back what is written to it, as ``csv`` needs for streaming."""

    def write(self, value: str) -> str:
        return value
