"""Drawings of where things are, as SVG that needs no script: sheet tabs, marked thumbnails."""

import base64
import html
from collections.abc import Mapping, Sequence

from answerable.gate.pictures.where import Tab, Thumbnail

_TAB, _GAP, _LETTER, _ACROSS = 34, 4, 8.2, 860
_RED = "#a11d00"
_LINE = (
    '<path d="M0 {y} H860" stroke="#505a5f"/>'  # the foot of the sheet: hidden tabs stand over it
)


def tab_strip(tabs: Sequence[Tab], numbers: Mapping[str, Sequence[int]], ident: str) -> str:
    """The sheets as tabs in rows; hidden ones stand higher and are hatched.

    ``numbers`` are the findings about a sheet by its name. The drawing repeats what stands in
    words beside it; it is one picture to a screen reader.
    """
    pieces = [_LINE.format(y=16)]
    x, y = 2.0, 16.0
    for tab in tabs:
        label = tab.name if len(tab.name) <= 31 else tab.name[:30] + "…"
        told = "" if tab.state == "visible" else f" ({tab.state})"
        badge = ", ".join(str(one) for one in numbers.get(tab.name, ()))
        width = max(len(label + told) * _LETTER + 24 + (len(badge) * 8 + 16 if badge else 0), 56)
        if x + width > _ACROSS and x > 2:
            x, y = 2.0, y + _TAB + 26
            pieces.append(_LINE.format(y=y))
        pieces.append(_tab(x, y, width, label + told, badge, tab.state != "visible", ident))
        x += width + _GAP
    height = y + _TAB + 6
    hidden = sum(tab.state != "visible" for tab in tabs)
    said = f"Sheet tabs: {len(tabs)}, of which {hidden} hidden" if hidden else "Sheet tabs"
    return (
        f'<svg class="tabs" viewBox="0 0 {_ACROSS} {height:.0f}" role="img" aria-label="{said}">'
        f"{_hatch(ident)}{''.join(pieces)}</svg>"
    )


def _tab(x: float, y: float, width: float, label: str, badge: str, shut: bool, ident: str) -> str:
    top, fill, edge = (y - 14, f"url(#h{ident})", _RED) if shut else (y, "#f3f2f1", "#505a5f")
    weight = "bold" if shut else "normal"
    made = (
        f'<path d="M{x:.1f} {top} h{width:.1f} v{_TAB - 6} q0 6 -6 6 h-{width - 12:.1f} q-6 0 -6 -6 z" '
        f'fill="{fill}" stroke="{edge}" stroke-width="{2 if shut else 1}"/>'
    )
    if shut:  # paper behind the letters, so that they stand clear of the hatching
        made += f'<rect x="{x + 8:.1f}" y="{top + 7}" width="{len(label) * _LETTER + 6:.1f}" height="20" fill="#fff"/>'
    made += (
        f'<text x="{x + 11:.1f}" y="{top + 22}" font-size="15" font-weight="{weight}" fill="#0b0c0c" '
        f'textLength="{len(label) * _LETTER:.1f}" lengthAdjust="spacingAndGlyphs">{html.escape(label)}</text>'
    )
    if badge:
        wide = len(badge) * 8 + 12
        at = x + width - wide - 6
        made += (
            f'<rect x="{at:.1f}" y="{top + 7}" width="{wide}" height="20" rx="10" fill="{_RED}"/>'
            f'<text x="{at + wide / 2:.1f}" y="{top + 22}" font-size="14" fill="#fff" text-anchor="middle">{badge}</text>'
        )
    return made


def thumbnail(page: Thumbnail, numbers: Mapping[str, int], ident: str, said: str) -> str:
    """A page drawn small with its areas hatched and numbered by their findings."""
    scale = page.width / 320
    marks = []
    for area in page.areas:
        left, top, right, bottom = area.box
        pad = 3 * scale
        left, top = max(left - pad, 0), max(top - pad, 0)
        wide = min(right + pad, page.width) - left
        high = min(bottom + pad, page.height) - top
        if wide <= 0 or high <= 0:
            continue
        marks.append(
            f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" '
            f'fill="url(#h{ident})" fill-opacity="0.55" stroke="{_RED}" stroke-width="{2 * scale:.2f}"/>'
        )
        number = numbers.get(area.slug)
        if number is not None:
            size = 13 * scale
            x = min(max(left - size * 0.2, size * 0.8), page.width - size * 0.8)
            y = max(top, size * 0.8)
            marks.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size * 0.8:.1f}" fill="{_RED}"/>'
                f'<text x="{x:.1f}" y="{y + size * 0.35:.1f}" font-size="{size:.1f}" font-weight="bold" '
                f'fill="#fff" text-anchor="middle">{number}</text>'
            )
    picture = base64.b64encode(page.png).decode()
    return (
        f'<svg class="page" viewBox="0 0 {page.width:.1f} {page.height:.1f}" role="img" '
        f'aria-label="{html.escape(said, quote=True)}">{_hatch(ident, scale)}'
        f'<image href="data:image/png;base64,{picture}" width="{page.width:.1f}" '
        f'height="{page.height:.1f}"/>{"".join(marks)}</svg>'
    )


def _hatch(ident: str, scale: float = 1.0) -> str:
    step = 8 * scale
    return (
        f'<defs><pattern id="h{ident}" width="{step:.2f}" height="{step:.2f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="{step:.2f}" height="{step:.2f}" fill="#fde8e3"/>'
        f'<rect width="{step / 4:.2f}" height="{step:.2f}" fill="{_RED}"/></pattern></defs>'
    )
