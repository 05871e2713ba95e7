"""The workings as a small calendar: months as grids, counted days numbered, the rest with why.

Server-side SVG; colour is never the only sign, and every day that does not count says why in its
title. A table stands beside it in the page.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from html import escape

from answerable.clock.course import Working
from answerable.clock.due import Due

_CELL, _GAP, _HEAD = 30, 3, 46
_WEEK = ("M", "T", "W", "T", "F", "S", "S")


@dataclass(frozen=True, slots=True)
class _Day:
    label: str
    css: str
    title: str


def to_svg(found: Due) -> str:
    """The calendar of a due date as an SVG element."""
    months = _months(found)
    days = _days(found)
    width = len(months) * (7 * (_CELL + _GAP) + 26) - 26
    height = _HEAD + 6 * (_CELL + _GAP)
    title = f"Due {found.due:%-d %B %Y}, counted from {found.counted_from:%-d %B %Y}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        _PATTERN,
    ]
    for column, (year, month) in enumerate(months):
        parts.append(_month(year, month, column * (7 * (_CELL + _GAP) + 26), days))
    return "".join([*parts, "</svg>"])


def _months(found: Due) -> list[tuple[int, int]]:
    first = min(found.received, found.counted_from)
    month = (first.year, first.month)
    made = [month]
    while month < (found.due.year, found.due.month) and len(made) < 24:
        month = (month[0] + month[1] // 12, month[1] % 12 + 1)
        made.append(month)
    return made


def _days(found: Due) -> dict[date, _Day]:
    days = {working.date: _day(working) for working in found.workings}
    days[found.received] = _Day("in", "start", f"{found.received:%-d %B %Y}: received")
    if found.counted_from != found.received:
        days[found.counted_from] = _Day(
            "from", "start", f"{found.counted_from:%-d %B %Y}: counted from here"
        )
    last = days.get(found.due)
    number = last.label if last else ""
    days[found.due] = _Day(number, "due", f"{found.due:%-d %B %Y}: due")
    return days


def _day(working: Working) -> _Day:
    if working.counts:
        return _Day(str(working.n), "counts", f"{working.date:%-d %B %Y}: working day {working.n}")
    css = "weekend" if working.why in ("Saturday", "Sunday") else "skipped"
    return _Day("", css, f"{working.date:%-d %B %Y}: {working.why}")


def _month(year: int, month: int, left: int, days: dict[date, _Day]) -> str:
    parts = [
        f'<text class="month" x="{left}" y="14">{calendar.month_name[month]} {year}</text>',
        *(
            f'<text class="week" x="{left + n * (_CELL + _GAP) + _CELL / 2}" y="36">{name}</text>'
            for n, name in enumerate(_WEEK)
        ),
    ]
    first = date(year, month, 1).weekday()
    for number in range(1, calendar.monthrange(year, month)[1] + 1):
        row, column = divmod(first + number - 1, 7)
        x, y = left + column * (_CELL + _GAP), _HEAD + row * (_CELL + _GAP)
        parts.append(_cell(days.get(date(year, month, number)), number, x, y))
    return "".join(parts)


def _cell(day: _Day | None, number: int, x: int, y: int) -> str:
    if day is None:
        return f'<text class="plain" x="{x + _CELL / 2}" y="{y + 19}">{number}</text>'
    label = (
        f'<text class="label" x="{x + _CELL / 2}" y="{y + 25}">{day.label}</text>'
        if day.label
        else ""
    )
    return (
        f'<g class="{day.css}"><title>{escape(day.title)}</title>'
        f'<rect x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" rx="3"/>'
        f'<text class="number" x="{x + _CELL / 2}" y="{y + (13 if day.label else 19)}">{number}</text>'
        f"{label}</g>"
    )


_STYLE = (
    "text{font-family:Arial,Helvetica,sans-serif;text-anchor:middle;fill:#14181d;font-size:11px}"
    ".month{text-anchor:start;font-weight:bold;font-size:13px}.week{fill:#4d565f;font-size:10px}"
    ".plain{fill:#6b747d}.label{font-size:9px;fill:#4d565f}"
    "rect{fill:#fff;stroke:#c9ced4}.counts rect{fill:#e3eeeb;stroke:#1f4d45}"
    ".weekend rect{fill:#f2f3f1;stroke:none}.weekend .number{fill:#6b747d}"
    ".skipped rect{fill:url(#hatch);stroke:#8a5a00}.start rect{stroke:#14181d;stroke-width:2;"
    "stroke-dasharray:3 2}.due rect{fill:#1f4d45;stroke:#1f4d45}.due text{fill:#fff;font-weight:bold}"
)
_PATTERN = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff" stroke="none"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#e0b860" stroke-width="3"/></pattern></defs>'
)


def to_html(found: Due) -> str:
    """A page with the picture, the notes and the table of days."""
    rows = "".join(
        f"<tr><td>{w.date:%a %-d %B %Y}</td><td>{w.n or ''}</td><td>{escape(w.why)}</td></tr>"
        for w in found.workings
    )
    notes = "".join(f"<li>{escape(note)}</li>" for note in found.notes)
    return _PAGE.format(
        due=f"{found.due:%A %-d %B %Y}",
        lead=(
            f"{escape(found.clock.replace('_', ' ').capitalize())} under {found.regime.value}, counted from "
            f"{found.counted_from:%-d %B %Y}. Rests on {escape('; '.join(found.cites))}."
        ),
        svg=to_svg(found),
        notes=f"<ul>{notes}</ul>" if notes else "",
        edition=escape(found.edition),
        rows=rows,
        table="" if not rows else "<h2>Day by day</h2>",
    )


_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Due {due}</title>
<style>
body {{ font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #14181d; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.75rem; margin: 0; }} h2 {{ font-size: 1.125rem; }}
figure {{ margin: 1.5rem 0; overflow-x: auto; }}
table {{ border-collapse: collapse; }} th, td {{ text-align: left; padding: .2rem 1.5rem .2rem 0; border-bottom: 1px solid #c9ced4; }}
.edition {{ color: #4d565f; font-size: .875rem; }}
</style>
</head>
<body>
<main>
<h1>Due {due}</h1>
<p>{lead}</p>
<figure tabindex="0">{svg}</figure>
{notes}
{table}
<table><thead><tr><th scope="col">Day</th><th scope="col">Counts as</th><th scope="col">Why it does not count</th></tr></thead>
<tbody>{rows}</tbody></table>
<p class="edition">Bank holidays: edition {edition}.</p>
</main>
</body>
</html>
"""
