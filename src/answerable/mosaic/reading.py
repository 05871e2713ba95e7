"""A table or a JSON file of answers, read into a question; what cannot be used is said plainly."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import isfinite
from typing import Any

import numpy as np

from answerable.model import RefusedInputError, UnusableInputError
from answerable.mosaic.priors import DEFAULT_DISPERSION, LONGEST, negative_binomial
from answerable.mosaic.question import Answer, Body, Kind, Question, Total, Vector

MOST_BODIES = 20_000
LARGEST = 100_000
GREATEST_MEAN = 10_000
MOST_ENTRIES = 40_000_000  # of all priors together; eight bytes each
_WORDS = {
    "none": Kind.NONE,
    "none held": Kind.NONE,
    "zero": Kind.NONE,
    "no": Kind.NONE,
    "nil": Kind.NONE,
    "ncnd": Kind.NCND,
    "neither confirm nor deny": Kind.NCND,
    "neither confirmed nor denied": Kind.NCND,
    "refused": Kind.REFUSED,
    "silent": Kind.SILENT,
    "no reply": Kind.SILENT,
    "": Kind.SILENT,
}

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,30}/[0-9]{1,30}|(?:[0-9]{1,30}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?)"
)
_BAND = re.compile(r"([0-9]{1,9}) ?(?:\.\.|-|–|to) ?([0-9]{1,9})")

Markers = Mapping[str, tuple[int, int | None]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What is declared beside the file; it takes precedence over what the file says."""

    total: Total | None = None
    always_ncnd: float | None = None
    markers: Markers = field(default_factory=dict)
    regions: tuple[tuple[str, Total], ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A body as read, before its prior is made."""

    where: str
    name: str
    answer: Answer
    past: tuple[Answer, ...] = ()
    regions: tuple[str, ...] = ()
    listed: Vector | None = None
    mean: float | None = None
    dispersion: float | None = None
    population: float | None = None


def read_answer(text: str, markers: Markers, where: str) -> Answer:
    """An answer as written; a band such as 5-9 declares its own range.

    Raises:
        UnusableInputError: it is no number, known word, or marker with a declared range.
    """
    said = _printable(text)
    if said in markers:
        lo, hi = markers[said]
        return Answer(Kind.COUNT, said, lo, hi)
    kind = _WORDS.get(said.lower())
    if kind is Kind.NONE:
        return Answer(kind, kind.value, 0, 0)
    if kind is not None:
        return Answer(kind, kind.value)
    digits = said.replace(",", "")
    if digits.isascii() and digits.isdigit() and len(digits) < 10:
        number = int(digits)
        if number > LARGEST:
            raise UnusableInputError(
                f"{where}: {said} is more than {LARGEST:,}, which is more than this can reckon with."
            )
        return Answer(Kind.COUNT, said, number, number)
    band = _BAND.fullmatch(said)
    if band:
        limits = _range(_whole(band[1], where), _whole(band[2], where), f"{where}: the answer")
        return Answer(Kind.COUNT, said, limits.lo, limits.hi)
    if digits.startswith(("-", "−")) and digits[1:].isdigit():
        raise UnusableInputError(
            f"{where}: the answer “{said}” is negative; a number of cases is 0 or more."
        )
    if said.startswith(("<", ">", "*")) or len(said) < 3:
        raise UnusableInputError(
            f"{where}: “{said}” is a marker whose range is not declared; "
            f"say what it stands for, for example --marker '{said}=1..4'."
        )
    raise UnusableInputError(
        f"{where}: “{said}” is not an answer; write a number, a declared marker, none, ncnd, refused or silent."
    )


def read_total(text: str, what: str = "--total") -> Total:
    """``350``, ``300..350``, or values with probabilities: ``300=0.25,350=0.75``."""
    if "=" in text:
        pairs = [part.partition("=") for part in text.split(",")]
        return _distribution({value: weight for value, _, weight in pairs}, what)
    first, dots, last = text.partition("..")
    lo = _whole(first if first.strip() or not dots else "0", what)
    hi = _whole(last, what) if dots else lo
    return _range(lo, hi, what)


def _range(lo: int, hi: int, what: str) -> Total:
    if lo > hi:
        raise UnusableInputError(
            f"{what} runs from {lo} down to {hi}; write the smaller number first."
        )
    return Total(lo, hi)


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
    return _make(_rows_of_csv(text, name, settings.markers), settings, strict=False)


def _rows_of_csv(text: str, name: str, markers: Markers) -> list[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[_Row] = []
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


def _row(cells: Mapping[str, Any], where: str, markers: Markers) -> _Row:
    body = _printable(cells.get("body", ""))
    if not body:
        raise UnusableInputError(f"{where} names no body.")
    past = cells.get("past") or ()
    said = [each for each in past.split(";") if each.strip()] if isinstance(past, str) else past
    if not isinstance(said, list | tuple):
        raise UnusableInputError(f"{where}: “past” must be a list of answers.")
    return _Row(
        where,
        body,
        read_answer(_said(cells), markers, f"{where} ({body})"),
        tuple(read_answer(each, markers, f"{where} ({body}, past)") for each in said),
        _regions(cells.get("region"), f"{where} ({body})"),
        _listed(cells["prior"], f"{where} ({body})") if cells.get("prior") is not None else None,
        _amount(cells.get("prior_mean"), f"{where}: prior_mean", zero=True, most=GREATEST_MEAN),
        _amount(cells.get("prior_dispersion"), f"{where}: prior_dispersion", zero=False),
        _amount(cells.get("population"), f"{where}: population", zero=True),
    )


def _regions(given: object, where: str) -> tuple[str, ...]:
    """Names of regions: text with semicolons between them, or a list."""
    names = given if isinstance(given, list) else str(given or "").split(";")
    if not all(isinstance(each, str) for each in names):
        raise UnusableInputError(f"{where}: “region” must be a name or a list of names.")
    return tuple(dict.fromkeys(_printable(each) for each in names if _printable(each)))


def _said(cells: Mapping[str, Any]) -> str:
    """The answer as text; none given is silence, never "none"."""
    answer = cells.get("answer")
    if isinstance(answer, float) and answer.is_integer():
        answer = int(answer)
    return "" if answer is None else str(answer)


def _printable(text: object) -> str:
    """Without control characters, which could play tricks on a terminal."""
    return "".join(c if c.isprintable() else " " for c in str(text)).strip()


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
    return _make(
        rows,
        Settings(
            settings.total or _total_of(loaded, name),
            settings.always_ncnd if settings.always_ncnd is not None else read_share(share, name),
            markers,
            settings.regions
            or tuple(
                (region, _pair(each, f"“{name}”: regional_totals"))
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
        keys = [key for key, _ in pairs]
        raise _TwiceError(_printable(next(key for key in keys if keys.count(key) > 1))[:80])
    return made


def read_share(value: object, what: str) -> float | None:
    """The share of always-NCND bodies: a number or a fraction from 0 to 1, or None."""
    if value is None:
        return None
    share = _fraction(value, f"{what}: the share of always-NCND bodies")
    if not 0 <= share <= 1:
        raise UnusableInputError(
            f"{what}: the share of always-NCND bodies is {value}; it must lie between 0 and 1."
        )
    return float(share)


def _total_of(loaded: Mapping[str, Any], name: str) -> Total | None:
    if loaded.get("total_distribution") is not None:
        return _distribution(loaded["total_distribution"], f"“{name}”: total_distribution")
    given = loaded.get("total_range", loaded.get("total"))
    return None if given is None else _pair(given, f"“{name}”: total_range")


def _pair(value: object, what: str) -> Total:
    if isinstance(value, list) and len(value) == 2:
        return _range(_whole(value[0], what), _whole(value[1], what), what)
    one = _whole(value, what)
    return Total(one, one)


def _distribution(given: object, what: str) -> Total:
    if not isinstance(given, Mapping) or not given:
        raise UnusableInputError(f"{what} must give a probability for each total.")
    weights = {_whole(key, what): float(_fraction(value, what)) for key, value in given.items()}
    if min(weights.values()) < 0 or abs(sum(weights.values()) - 1) > 1e-9:
        raise UnusableInputError(
            f"{what}: the probabilities add up to {sum(weights.values()):g}, not 1, or one is negative."
        )
    lo, hi = min(weights), max(weights)
    return Total(lo, hi, tuple(weights.get(n, 0.0) for n in range(lo, hi + 1)))


def _markers_of(given: object, name: str) -> dict[str, tuple[int, int | None]]:
    if not isinstance(given, dict):
        raise UnusableInputError(f'“{name}”: markers must be an object such as {{"<5": [1, 4]}}.')
    made: dict[str, tuple[int, int | None]] = {}
    for marker, value in given.items():
        total = _pair(value, f"“{name}”: the range of marker {marker}")
        made[str(marker)] = (total.lo, total.hi)
    return made


def _listed(given: object, where: str) -> Vector:
    if not isinstance(given, list) or not given or len(given) > LONGEST:
        raise UnusableInputError(
            f"{where}: the prior must be a list of the probabilities of 0, 1, 2 … cases."
        )
    exact: list[Fraction] = [_fraction(each, f"{where}: the prior") for each in given]
    if any(each < 0 for each in exact):
        raise UnusableInputError(f"{where}: the prior has a negative probability.")
    whole = sum(exact, Fraction(0))
    if abs(whole - 1) > Fraction(1, 10**9):
        raise UnusableInputError(
            f"{where}: the probabilities of the prior add up to {float(whole):g}, not 1."
        )
    return np.array([float(each) for each in exact])


def _fraction(value: object, what: str) -> Fraction:
    try:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError
        # A huge exponent would be a number too long to write down.
        if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
            raise ValueError
        return Fraction(value)
    except (ValueError, ZeroDivisionError, OverflowError):
        raise UnusableInputError(
            f"{what} has “{str(value)[:40]}”, which is not a number or a fraction such as 3/4."
        ) from None


def _whole(value: object, what: str) -> int:
    number = _fraction(value.strip() if isinstance(value, str) else value, what)
    if number.denominator != 1 or not 0 <= number <= LARGEST:
        raise UnusableInputError(
            f"{what} has “{value}”; it must be a whole number from 0 to {LARGEST:,}."
        )
    return int(number)


def _amount(value: object, what: str, *, zero: bool, most: float = 1e9) -> float | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    number = float(_fraction(value.strip() if isinstance(value, str) else value, what))
    if not isfinite(number) or number < 0 or (number == 0 and not zero) or number > most:
        raise UnusableInputError(
            f"{what} is “{value}”; it must be above 0 and at most {most:,.0f}."
        )
    return number


def _make(rows: list[_Row], settings: Settings, *, strict: bool) -> Question:
    from answerable.mosaic.words import assumptions, overlaps

    if not rows:
        raise UnusableInputError(
            "There are no bodies in the table; each needs a line with its name and answer."
        )
    seen: dict[str, str] = {}
    for row in rows:
        if row.name in seen:
            raise UnusableInputError(
                f"{row.where}: “{row.name}” stands there twice; put its earlier answers into the column past."
            )
        seen[row.name] = row.where
    named = [region for region, _ in settings.regions]
    for region, _ in settings.regions:
        if named.count(region) > 1:
            raise UnusableInputError(
                f"The total of the region “{region}” is given twice; give it once."
            )
        if not any(region in row.regions for row in rows):
            raise UnusableInputError(
                f"There is a total for the region “{region}”, but no body is in it; check the column region."
            )
    means = _default_means(rows, settings.total)
    priors, entries = [], 0
    for row, mean in zip(rows, means, strict=True):
        priors.append(_prior(row, mean, settings.total))
        entries += len(priors[-1])
        if entries > MOST_ENTRIES:
            raise RefusedInputError(
                f"{row.where}: the puzzle is too large ({len(rows):,} bodies and so large a total); "
                "split it by region or declare a smaller total."
            )
    bodies = tuple(
        Body(row.name, row.answer, prior, row.past, row.regions, row.listed is not None)
        for row, prior in zip(rows, priors, strict=True)
    )
    used = [row for row in rows if row.listed is None and row.mean is None]
    words = assumptions(
        total=settings.total,
        share=settings.always_ncnd,
        bodies=bodies,
        markers=settings.markers,
        listed=sum(row.listed is not None for row in rows),
        declared=sum(row.listed is None and row.mean is not None for row in rows),
        by_population=sum(row.population is not None for row in used),
        defaults=len(used),
        mean=means[rows.index(used[0])] if used else 0.0,
        dispersion=DEFAULT_DISPERSION,
    )
    made = Question(bodies, settings.total, settings.regions, settings.always_ncnd, words, strict)
    return replace(made, assumptions=(*words, *overlaps(made)))


def _default_means(rows: list[_Row], total: Total | None) -> list[float]:
    """Where no mean is declared: the middle of the total, shared by population, or equally.

    With no total either, one case a body is expected.
    """
    centre = float(len(rows)) if total is None else (total.lo + total.hi) / 2
    people = [row.population for row in rows]
    known = [each for each in people if each is not None]
    typical = sum(known) / len(known) if known else 1.0
    sizes = [typical if each is None else each for each in people]
    whole = sum(sizes) or 1.0
    return [
        row.mean if row.mean is not None else centre * size / whole
        for row, size in zip(rows, sizes, strict=True)
    ]


def _prior(row: _Row, mean: float, total: Total | None) -> Vector:
    floor = max([row.answer.lo, row.answer.hi or 0, *(each.lo for each in row.past)])
    if row.listed is not None:
        return row.listed
    dispersion = row.dispersion
    if row.mean is None and dispersion is None:
        dispersion = DEFAULT_DISPERSION
    natural = negative_binomial(mean, dispersion) if total is None else None
    length = len(natural) if natural is not None else total.hi + 1 if total else 1
    if natural is not None and floor < length:
        return natural
    return negative_binomial(mean, dispersion, max(length, floor + 1))
