"""From what was typed to audited letters: find the files, read each, apply the rules."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from answerable.audit import Case, all_rules, audit_letter
from answerable.audit.report import LetterReport
from answerable.cli.edge import standard_input
from answerable.clock import within_calendar
from answerable.letters import read_letter, read_request
from answerable.letters.files import DEFAULT, SUFFIXES, Opened, open_bytes, open_file
from answerable.letters.reading import not_a_response
from answerable.model import Finding, RefusedInputError, Regime, UnusableInputError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for on the command line."""

    paths: tuple[str, ...]
    request: Path | None = None
    received: str | None = None
    sent: str | None = None
    regime: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds for every letter of one run."""

    case: Case
    request: str | None
    regime: Regime | None
    codes: frozenset[str]


def run(wanted: Wanted) -> tuple[LetterReport, ...]:
    """Audit every letter named.

    One file among several that cannot be used gets a report with ``error``, and the rest go
    on; a single one raises.

    Raises:
        UnusableInputError: nothing was named, a date, code or regime is wrong, or the one
            letter named cannot be used (RefusedInputError: for safety).
    """
    known = _known(wanted)
    paths = tuple(_walk(wanted.paths))
    if not paths:
        raise UnusableInputError(
            "No letter was named; give a file, a folder that holds letters, or - to read from "
            "standard input."
        )
    if len(paths) == 1:
        return (_one(paths[0], known),)
    return tuple(_patient(path, known, place, len(paths)) for place, path in enumerate(paths, 1))


def _patient(path: str, known: _Known, place: int, of: int) -> LetterReport:
    if of > 20 and sys.stderr.isatty():
        typer.echo(f"\r{place} of {of}", err=True, nl=place == of)
    try:
        return _one(path, known)
    except UnusableInputError as problem:
        return LetterReport(
            path=path, error=str(problem), refused=isinstance(problem, RefusedInputError)
        )


def _one(path: str, known: _Known) -> LetterReport:
    opened = _typed() if path == "-" else _open(path)
    letter = read_letter(
        opened.text,
        request=known.request,
        regime=known.regime,
        attachments=opened.attachments,
    )
    problem = not_a_response(letter)
    if problem:
        if Path(path).suffix.lower() in _RECORDS:
            problem = (
                f"A letter is audited; if this is a decision record, “answerable draft {path}” "
                "judges it and writes its letter."
            )
        raise UnusableInputError(f"“{path}” cannot be audited. {problem}")
    findings = audit_letter(letter, known.case)
    return LetterReport(
        path=path,
        letter=letter,
        findings=tuple(finding for finding in findings if _chosen(finding, known)),
        notes=opened.notes,
    )


_RECORDS = (".yaml", ".yml")


def _typed() -> Opened:
    return open_bytes(standard_input(DEFAULT.file_bytes), "standard input")


def _open(path: str) -> Opened:
    return open_file(Path(path))


def _chosen(finding: Finding, known: _Known) -> bool:
    return finding.code in known.codes


def _walk(paths: tuple[str, ...]) -> Iterator[str]:
    for given in paths:
        place = Path(given)
        if given != "-" and place.is_dir():
            found = sorted(
                each
                for each in place.rglob("*")
                if each.is_file() and each.suffix.lower() in SUFFIXES
            )
            yield from (str(each) for each in found)
        else:
            yield given


def _known(wanted: Wanted) -> _Known:
    request = open_file(wanted.request).text if wanted.request else None
    received, sent = _day(wanted.received, "--received"), _day(wanted.sent, "--sent")
    if received is not None and sent is not None and sent < received:
        raise UnusableInputError(
            f"--sent {sent:%-d %B %Y} is before --received {received:%-d %B %Y}; check both dates."
        )
    case = Case(
        received=received,
        sent=sent,
        request=read_request(request) if request is not None else None,
    )
    return _Known(
        case=case,
        request=request,
        regime=_regime(wanted.regime),
        codes=_codes(wanted.select, wanted.ignore),
    )


def _codes(select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str]:
    wanted = _matching(select) if select else {rule.code for rule in all_rules()}
    return frozenset(wanted - _matching(ignore))


def _matching(names: tuple[str, ...]) -> set[str]:
    """Codes, prefixes of codes ("NC") and ids of defects, in any case."""
    found: set[str] = set()
    for name in names:
        low = name.lower()
        codes = {
            rule.code
            for rule in all_rules()
            if rule.slug.lower() == low or rule.code.lower().startswith(low)
        }
        if not codes:
            raise UnusableInputError(
                f"There is no rule called “{name}”; run “answerable audit --rules” for the list."
            )
        found |= codes
    return found


def _regime(name: str | None) -> Regime | None:
    if name is None:
        return None
    try:
        return Regime(name.upper())
    except ValueError:
        allowed = ", ".join(regime.value.lower() for regime in Regime)
        raise UnusableInputError(f"--regime “{name}” is not one of {allowed}.") from None


def _day(text: str | None, option: str) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UnusableInputError(
            f"{option} “{text}” is not a date; write it as 2026-12-10."
        ) from None
    if not within_calendar(day, Regime.FOIA):
        raise UnusableInputError(
            f"{option} {day:%-d %B %Y} is outside the calendar of bank holidays; check the year."
        )
    return day
