"""``answerable due``: when an answer is due, with the workings day by day."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli.edge import FOUND, emit, plain_errors
from answerable.model import UnusableInputError

if TYPE_CHECKING:
    from datetime import date

    from answerable.clock import Due, Event


class DueFormat(StrEnum):
    """What the answer looks like."""

    TEXT = "text"
    JSON = "json"
    SVG = "svg"
    HTML = "html"


def due(
    received: Annotated[
        str | None, typer.Argument(metavar="RECEIVED", help="The day of receipt: 2026-03-10.")
    ] = None,
    regime: Annotated[str, typer.Option(metavar="foia|eir|foisa|eisr", help="The law.")] = "foia",
    clock: Annotated[str, typer.Option(help="Which period; --list names them.")] = "response",
    event: Annotated[
        list[str] | None,
        typer.Option(metavar="TYPE=DATE", help="What happened, or TYPE=FROM..TO; may be repeated."),
    ] = None,
    at: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day the question is asked.")
    ] = None,
    provision: Annotated[
        str, typer.Option(metavar="CITE", help="The exemption a public interest extension weighs.")
    ] = "",
    vectors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Run a file of worked vectors.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List clocks and events and stop.")] = False,
    format_: Annotated[
        DueFormat, typer.Option("--format", help="What it looks like.")
    ] = DueFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write it.")
    ] = None,
) -> None:
    """Say when an answer is due, and how that was reached."""
    with plain_errors():
        if list_:
            emit(_listing(), output)
            return
        if vectors is not None:
            text, ok = _vectors(vectors, format_)
            emit(text, output)
            raise typer.Exit(0 if ok else FOUND)
        if received is None:
            raise UnusableInputError(
                "Say on which day the request was received: answerable due 2026-03-10."
            )
        from answerable.cli.calendars import edition_in_use
        from answerable.clock import check_events
        from answerable.clock import due as reckon

        law, events = regime_named(regime), [_event(each) for each in event or ()]
        check_events((each.type for each in events), law)
        found = reckon(
            day(received, "RECEIVED"),
            law,
            clock,
            events,
            at=day(at, "--at") if at else None,
            edition=edition_in_use(),
            provision=provision,
        )
        if found.no_date:
            raise UnusableInputError(found.no_date)
        emit(_render(found, format_, output), output)


def day(text: str, what: str) -> "date":
    """A date as typed; a time of day is allowed and does not matter."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise UnusableInputError(
            f"{what} “{text}” is not a date; write it as 2026-12-10."
        ) from None


def regime_named(name: str) -> Any:
    """A regime as typed."""
    from answerable.model import Regime

    try:
        return Regime(name.upper())
    except ValueError:
        allowed = ", ".join(regime.value.lower() for regime in Regime)
        raise UnusableInputError(f"--regime “{name}” is not one of {allowed}.") from None


def _event(text: str) -> "Event":
    from answerable.clock import Event

    name, equals, when = text.partition("=")
    if not equals:
        raise UnusableInputError(f"--event “{text}” needs a date: {name or 'TYPE'}=2026-03-10.")
    first, dots, last = when.partition("..")
    if dots:
        start, end = day(first, "--event"), day(last, "--event")
        if end < start:
            raise UnusableInputError(f"--event “{text}” ends before it begins.")
        return Event(name, from_=start, to=end)
    return Event(name, on=day(first, "--event"))


def _render(found: "Due", format_: DueFormat, output: Path | None) -> str:
    if format_ is DueFormat.JSON:
        return json.dumps(_as_json(found), ensure_ascii=False, indent=2)
    from answerable.clock.picture import to_html, to_svg

    if format_ is DueFormat.SVG:
        return to_svg(found)
    if format_ is DueFormat.HTML:
        return to_html(found)
    import sys

    from answerable.cli.due_text import to_text

    return to_text(found, colour=output is None and sys.stdout.isatty())


def _as_json(found: "Due") -> dict[str, Any]:
    return {
        "due": found.due.isoformat(),
        "clock": found.clock,
        "regime": found.regime.value,
        "received": found.received.isoformat(),
        "counted_from": found.counted_from.isoformat(),
        "cites": list(found.cites),
        "workings": [
            {"date": w.date.isoformat(), "counts": w.counts, "n": w.n, "why": w.why}
            for w in found.workings
        ],
        "notes": list(found.notes),
        "edition": found.edition,
    }


def _listing() -> str:
    from answerable.clock import clock_names, event_names
    from answerable.model import Regime

    lines = ["Clocks"]
    for name, what in clock_names().items():
        regimes = ", ".join(r.value for r in Regime if name in clock_names(r))
        lines.append(f"  {name}\n      {what} ({regimes})")
    return "\n".join([*lines, "", "Events", *(f"  {name}" for name in event_names())])


def _vectors(path: Path, format_: DueFormat) -> tuple[str, bool]:
    import yaml

    from answerable.clock.vectors import run_vectors

    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        raise UnusableInputError(f"“{path}” is not YAML that can be read.") from None
    rows = loaded.get("test_vectors") if isinstance(loaded, dict) else loaded
    if not isinstance(rows, list):
        raise UnusableInputError(f"“{path}” holds no list of vectors (test_vectors).")
    results = run_vectors(rows)
    if format_ is DueFormat.JSON:
        text = json.dumps(
            {
                "vectors": [
                    {"id": r.id, "expected": r.expected, "got": r.got, "ok": r.ok} for r in results
                ]
            },
            indent=2,
        )
    else:
        text = "\n".join(
            f"{r.id:<6} {r.expected:<12} {r.got:<12} {'ok' if r.ok else 'DIFFERS'}" for r in results
        )
    return text, all(r.ok for r in results)
