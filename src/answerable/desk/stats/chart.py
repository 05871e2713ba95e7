"""A chart of the share answered in time, drawn on the server. No database here.

Colour and letters are presentation attributes: the policy of the site forbids inline styles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_HIGH, _STEP, _BAR, _LEFT, _TOP = 200, 84, 48, 44, 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A quarter: its name, and its share in per cent; None where it is not told.

    ``at_least``: the share is the smallest that it can be, since a figure it needs is hidden.
    """

    name: str
    share: int | None
    at_least: bool = False


def chart(bars: Sequence[Bar], *, title: str, untold: str) -> Markup:
    """The bars as SVG with a title for who cannot see them; the table beside it has the figures."""
    width, height = _LEFT + _STEP * max(len(bars), 1) + 8, _TOP + _HIGH + 34
    parts = [_line(share, width) for share in (0, 50, 100)]
    parts += [_bar(place, bar, untold) for place, bar in enumerate(bars)]
    return Markup(
        '<svg class="app-stats-chart" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" '
        'aria-labelledby="chart-title" font-family="Arial, sans-serif" font-size="14" '
        'fill="#0b0c0c"><title id="chart-title">{t}</title>{p}</svg>'
    ).format(w=width, h=height, t=title, p=Markup("").join(parts))


def _y(share: int) -> int:
    return _TOP + _HIGH - share * _HIGH // 100


def _line(share: int, width: int) -> Markup:
    return Markup(
        '<line x1="{l}" x2="{w}" y1="{y}" y2="{y}" stroke="#b1b4b6"/>'
        '<text x="{x}" y="{ty}" text-anchor="end">{s}%</text>'
    ).format(l=_LEFT, w=width, y=_y(share), x=_LEFT - 6, ty=_y(share) + 5, s=share)


def _bar(place: int, bar: Bar, untold: str) -> Markup:
    left = _LEFT + place * _STEP + (_STEP - _BAR) // 2
    middle, foot = left + _BAR // 2, _TOP + _HIGH + 20
    name = Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(
        middle, foot, bar.name
    )
    if bar.share is None:
        return name + Markup(
            '<text x="{}" y="{}" text-anchor="middle" font-size="12">{}</text>'
        ).format(middle, _TOP + _HIGH - 8, untold)
    return name + Markup(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="#1d4f76"/>'
        '<text x="{}" y="{}" text-anchor="middle" font-weight="bold">{}{}%</text>'
    ).format(
        left,
        _y(bar.share),
        _BAR,
        _TOP + _HIGH - _y(bar.share),
        middle,
        _y(bar.share) - 6,
        "≥ " if bar.at_least else "",
        bar.share,
    )
