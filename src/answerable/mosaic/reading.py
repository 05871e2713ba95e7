"""A table or a JSON file of answers, read into a question."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from answerable.model import UnusableInputError
from answerable.mosaic.making import Row, Settings, make
from answerable.mosaic.question import Question, Total
from answerable.mosaic.values import (
    Markers,
    amount,
    distribution,
    pair,
    printable,
    probabilities,
    read_answer,
    read_share,
)

MOST_BODIES = 20_000
GREATEST_MEAN = 10_000


def read_question(data: str, name: str, settings: Settings) -> Question:
    """The question in a CSV table or a JSON file (told apart by the first character).

    Raises:
        UnusableInputError: with one sentence that says what and where.
    """
    text = data.lstrip("\ufeff \r\n\t")
    if not text:
        raise UnusableInputError(f"“{name}” is empty; it needs the columns body and answer.")
    if text[0] in "{[":
        return _from_json(text, name, settings)
    return make(_rows_of_csv(text, name, settings.markers), settings, strict=False)


def _rows_of_csv(text: str, name: str, markers: Markers) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        head = [each.strip().lower() for each in next(reader)]
        if len(set(head)) < len(head):
            raise UnusableInputError(f"“{name}” names a column twice in its first line; keep one.")
        missing = [each for each in ("body", "answer") if each not in head]
        if missing:
            raise UnusableInputError(
                f"“{name}” has no column “{missing[0]}” in its first line; it needs body and answer."
            )
        for cells in reader:
            if not any(each.strip() for each in cells):
                continue
            where = f"“{name}”, line {reader.line_num}"
            if len(cells) > len(head) or len(cells) < 2:
                raise UnusableInputError(
                    f"{where} has {len(cells)} cells, but the first line has {len(head)}; make them agree."
                )
            rows.append(_row(dict(zip(head, cells, strict=False)), where, markers))
            if len(rows) > MOST_BODIES:
                raise UnusableInputError(
                    f"“{name}” has more than {MOST_BODIES:,} bodies, which is more than this can reckon with."
                )
    except csv.Error as problem:
        raise UnusableInputError(
            f"“{name}”, line {reader.line_num} is not a row of a CSV table ({problem})."
        ) from None
    return rows


def _row(cells: Mapping[str, Any], where: str, markers: Markers) -> Row:
    body = printable(cells.get("body", ""))
    if not body:
        raise UnusableInputError(f"{where} names no body.")
    past = cells.get("past") or ()
    said = [each for each in past.split(";") if each.strip()] if isinstance(past, str) else past
    if not isinstance(said, list | tuple):
        raise UnusableInputError(f"{where}: “past” must be a list of answers.")
    return Row(
        where,
        body,
        read_answer(_said(cells), markers, f"{where} ({body})"),
        tuple(read_answer(each, markers, f"{where} ({body}, past)") for each in said),
        _regions(cells.get("region"), f"{where} ({body})"),
        probabilities(cells["prior"], f"{where} ({body})")
        if cells.get("prior") is not None
        else None,
        amount(cells.get("prior_mean"), f"{where}: prior_mean", zero=True, most=GREATEST_MEAN),
        amount(cells.get("prior_dispersion"), f"{where}: prior_dispersion", zero=False),
        amount(cells.get("population"), f"{where}: population", zero=True),
    )


def _regions(given: object, where: str) -> tuple[str, ...]:
    """Names of regions: text with semicolons between them, or a list."""
    names = given if isinstance(given, list) else str(given or "").split(";")
    if not all(isinstance(each, str) for each in names):
        raise UnusableInputError(f"{where}: “region” must be a name or a list of names.")
    return tuple(dict.fromkeys(printable(each) for each in names if printable(each)))


def _said(cells: Mapping[str, Any]) -> str:
    """The answer as text; none given is silence, never "none"."""
    answer = cells.get("answer")
    if isinstance(answer, float) and answer.is_integer():
        answer = int(answer)
    return "" if answer is None else str(answer)


def _from_json(text: str, name: str, settings: Settings) -> Question:
    try:
        loaded = json.loads(text, object_pairs_hook=_once_each)
    except json.JSONDecodeError as problem:
        raise UnusableInputError(
            f"“{name}”, line {problem.lineno}: not JSON that can be read ({problem.msg})."
        ) from None
    except _TwiceError as problem:
        raise UnusableInputError(
            f"“{name}”: “{problem}” stands there twice; keep one of them."
        ) from None
    except (ValueError, RecursionError):
        raise UnusableInputError(
            f"“{name}” is not JSON that can be read: nested too deeply, or a number too long."
        ) from None
    given = loaded.get("authorities") if isinstance(loaded, dict) else None
    if not isinstance(given, dict) or not given:
        raise UnusableInputError(
            f"“{name}” has no “authorities”: an object with one entry for each body."
        )
    if len(given) > MOST_BODIES:
        raise UnusableInputError(
            f"“{name}” has more than {MOST_BODIES:,} bodies, which is more than this can reckon with."
        )
    markers = {**_markers_of(loaded.get("markers") or {}, name), **settings.markers}
    rows = []
    for body, cells in given.items():
        if not isinstance(cells, dict):
            raise UnusableInputError(
                f"“{name}”: the entry of “{body}” must be an object with an answer."
            )
        rows.append(_row({**cells, "body": body}, f"“{name}”", markers))
    policy = loaded.get("policy") or {}
    if not isinstance(policy, dict):
        raise UnusableInputError(f"“{name}”: policy must be an object with p_always_ncnd.")
    share = policy.get("p_always_ncnd")
    regions = loaded.get("regional_totals") or {}
    if not isinstance(regions, dict):
        raise UnusableInputError(
            f"“{name}”: regional_totals must be an object of totals by region."
        )
    return make(
        rows,
        Settings(
            settings.total or _total_of(loaded, name),
            settings.always_ncnd if settings.always_ncnd is not None else read_share(share, name),
            markers,
            settings.regions
            or tuple(
                (region, pair(each, f"“{name}”: regional_totals"))
                for region, each in regions.items()
            ),
        ),
        strict=True,
    )


class _TwiceError(Exception):
    """A key of a JSON object stands there twice, and one of them would be lost."""


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _TwiceError(printable(key)[:80])
            seen.add(key)
    return made


def _total_of(loaded: Mapping[str, Any], name: str) -> Total | None:
    if loaded.get("total_distribution") is not None:
        return distribution(loaded["total_distribution"], f"“{name}”: total_distribution")
    given = loaded.get("total_range", loaded.get("total"))
    return None if given is None else pair(given, f"“{name}”: total_range")


def _markers_of(given: object, name: str) -> dict[str, tuple[int, int | None]]:
    if not isinstance(given, dict):
        raise UnusableInputError(f'“{name}”: markers must be an object such as {{"<5": [1, 4]}}.')
    made: dict[str, tuple[int, int | None]] = {}
    for marker, value in given.items():
        total = pair(value, f"“{name}”: the range of marker {marker}")
        made[str(marker)] = (total.lo, total.hi)
    return made
