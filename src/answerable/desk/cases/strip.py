"""The strip of working days above a case: which are gone, which count, which do not.

Drawn on the server, a week a picture, so that the weeks wrap on a narrow screen. Days gone are
hatched, today has a mark above it and the due day is filled: colour is never the only sign. The
pictures are hidden from readers aloud, who get ``in_words`` instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from answerable.clock import Due

_WIDE, _THIN, _GAP, _HIGH, _TOP = 26, 7, 3, 26, 30
_LONGEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Box:
    """One day. ``n`` is the working day's number, None for a day that does not count."""

    date: date
    n: int | None
    gone: bool
    today: bool
    due: bool
    why: str


def strip(found: Due, today: date) -> list[Box]:
    """The days from receipt to the due date, as boxes."""
    return [
        Box(
            date=working.date,
            n=working.n,
            gone=working.date < today,
            today=working.date == today,
            due=working.date == found.due,
            why=working.why,
        )
        for working in found.workings
        if working.date - found.received < _LONGEST
    ]


def in_words(boxes: list[Box]) -> str:
    """What the strip shows, as sentences."""
    counted = [box for box in boxes if box.n is not None]
    if not counted:
        return ""
    gone = sum(box.gone for box in counted)
    skipped = sorted({box.why for box in boxes if box.n is None and not _weekend(box)})
    words = f"{gone} of {len(counted)} working days are gone; the last is {_day(counted[-1].date)}."
    return f"{words} Not counted besides weekends: {', '.join(skipped)}." if skipped else words


def weeks(boxes: list[Box]) -> list[SafeString]:
    """The strip as pictures, one a calendar week."""
    by_week = groupby(boxes, key=lambda box: box.date.isocalendar()[:2])
    return [_week(list(days), first=place == 0) for place, (_, days) in enumerate(by_week)]


def _week(boxes: list[Box], *, first: bool) -> SafeString:
    drawn = list(_placed(boxes))
    last_box, last_left = boxes[-1], drawn[-1][0]
    width = max(last_left + _width(last_box), 52)
    return format_html(
        '<svg class="app-cases-week" xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" '
        'viewBox="0 0 {} {}" aria-hidden="true" focusable="false">{}'
        '<text x="0" y="11" font-size="12" fill="#484949">{}</text>{}</svg>',
        width,
        _TOP + _HIGH + 1,
        width,
        _TOP + _HIGH + 1,
        # An id stands once on a page: the others use the pattern of the first.
        format_html(_HATCH, "app-cases-gone") if first else "",
        f"{boxes[0].date:%-d %b}",
        format_html_join("", "{}", ((_box(box, left),) for left, box in drawn)),
    )


def _placed(boxes: list[Box]) -> Iterator[tuple[int, Box]]:
    left = 1
    for box in boxes:
        yield left, box
        left += _width(box) + _GAP


def _width(box: Box) -> int:
    return _THIN if box.n is None else _WIDE


def _box(box: Box, left: int) -> SafeString:
    fill, ink = _colours(box)
    middle = left + _width(box) / 2
    return format_html(
        '<g><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" fill="{}" '
        'stroke="{}" stroke-width="{}"/>{}{}</g>',
        _title(box),
        left,
        _TOP,
        _width(box),
        _HIGH - 1,
        fill,
        "#0b0c0c" if box.n is not None else "#8a9099",
        3 if box.today else 1,
        _number(box, middle, ink),
        _mark(middle) if box.today else "",
    )


def _mark(middle: float) -> SafeString:
    return format_html(
        '<path d="M{} 19 L{} 19 L{} 27 Z" fill="#0b0c0c"/>', middle - 5, middle + 5, middle
    )


def _colours(box: Box) -> tuple[str, str]:
    if box.due:
        return "#0b0c0c", "#ffffff"
    if box.n is None:
        return "#f3f3f3", "#0b0c0c"
    return ("url(#app-cases-gone)" if box.gone else "#ffffff"), "#0b0c0c"


def _number(box: Box, middle: float, ink: str) -> str:
    if box.n is None:
        return ""
    return format_html(
        '<text x="{}" y="{}" text-anchor="middle" font-size="13" font-weight="{}" fill="{}">{}</text>',
        middle,
        _TOP + 17,
        "bold" if box.today or box.due else "normal",
        ink,
        box.n,
    )


def _title(box: Box) -> str:
    what = box.why if box.n is None else f"working day {box.n}"
    return f"{_day(box.date)}: {what}{', today' if box.today else ''}{', due' if box.due else ''}"


def _day(day: date) -> str:
    return f"{day:%A %-d %B %Y}"


def _weekend(box: Box) -> bool:
    return box.date.weekday() > 4


_HATCH = (
    '<defs><pattern id="{}" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
    '<rect width="2" height="6" fill="#c5d3e0"/></pattern></defs>'
)
