"""The report as a page: pictures drawn here as SVG, and beside each the table it is drawn from."""

from collections.abc import Sequence
from html import escape

from answerable.mosaic.analysis import Analysis, IfAnswered
from answerable.mosaic.strip import Strip
from answerable.mosaic.words import between, count_of, small, some_of, supports

_W, _H, _LEFT = 64, 34, 150


def strip_svg(found: Strip) -> str:
    """A row a total, a column a share; darker is likelier, and the number stands in each cell."""
    width, height = _LEFT + _W * len(found.shares) + 10, 30 + _H * len(found.rows) + 26
    title = f"Probability that {found.body} has cases, by total and by share of always-NCND bodies"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" aria-label="{escape(title, quote=True)}">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style>{_HATCH}"
    ]
    for column, share in enumerate(found.shares):
        parts.append(f'<text x="{_LEFT + _W * (column + 0.5)}" y="20">{share:.0%}</text>')
    for row, (total, cells) in enumerate(found.rows):
        y = 28 + _H * row
        label = (
            "no total"
            if total is None
            else f"total {total.lo:,}"
            if total.lo == total.hi
            else (f"total {total.lo:,} to {total.hi:,}")
        )
        parts.append(f'<text class="row" x="0" y="{y + 21}">{label}</text>')
        parts.extend(_cell(p, _LEFT + _W * column, y) for column, p in enumerate(cells))
    parts.append(
        f'<text class="row" x="{_LEFT}" y="{height - 6}">share of bodies that always neither confirm nor deny</text>'
    )
    return "".join([*parts, "</svg>"])


def _cell(p: float | None, x: float, y: float) -> str:
    box = f'x="{x + 1}" y="{y + 1}" width="{_W - 2}" height="{_H - 2}"'
    middle = f'x="{x + _W / 2}" y="{y + 21}"'
    if p is None:
        return f'<rect {box} fill="url(#no)"/><text {middle}>cannot be</text>'
    ink = "#fff" if p > 0.72 else "#000"  # the better contrast of the two, 4.5 or more
    light = [round(a + (b - a) * p) for a, b in zip((240, 245, 243), (31, 77, 69), strict=True)]
    fill = "#{:02x}{:02x}{:02x}".format(*light)
    return f'<rect {box} fill="{fill}"/><text {middle} style="fill:{ink}">{p:.3f}</text>'


def bars_svg(analysis: Analysis, most: int = 40) -> str:
    """A bar a body from its least to its greatest number, the widest scale that the total allows."""
    assert analysis.chances is not None
    rows = list(
        zip(analysis.question.bodies, analysis.intervals, analysis.chances.bodies, strict=True)
    )
    shown = rows[:most]
    ends = [hi for _, (_, hi), _ in shown if hi is not None] + [lo for _, (lo, _), _ in shown]
    top = max([*ends, 1])
    height = 22 * len(shown) + 8
    title = f"The interval of each of {len(shown)} bodies, from 0 to {top:,}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 760 {height}" width="760" '
        f'height="{height}" aria-label="{title}"><title>{title}</title><style>{_STYLE}</style>'
    ]
    for n, (body, (lo, hi), _) in enumerate(shown):
        y = 4 + 22 * n
        x1 = 220 + 420 * lo / top
        x2 = 640.0 if hi is None else 220 + 420 * hi / top
        name = body.name if len(body.name) < 30 else body.name[:28] + "…"
        parts.append(
            f'<text class="row" x="0" y="{y + 14}">{escape(name)}</text>'
            f'<line x1="220" x2="640" y1="{y + 10}" y2="{y + 10}" stroke="#c9ced4"/>'
            f'<rect x="{x1:.1f}" y="{y + 4}" width="{max(x2 - x1, 4):.1f}" height="12" fill="#1f4d45"/>'
            f'<text class="row" x="650" y="{y + 14}">{escape(between(lo, hi))}</text>'
        )
    return "".join([*parts, "</svg>"])


def to_html(
    analysis: Analysis,
    picture: Strip | None,
    before: Analysis | None = None,
    options: Sequence[IfAnswered] = (),
    me: str = "",
    consistent: IfAnswered | None = None,
) -> str:
    """The whole report, which ends with what it supports; with a contradiction, what conflicts and why."""
    parts = [
        f"<p>One question was put to {count_of(len(analysis.question.bodies))}. "
        '<a href="#supports">What this does and does not support</a> stands at the end.</p>'
    ]
    if analysis.contradiction:
        parts.append(
            f"<h2>A contradiction</h2><p>{escape(analysis.contradiction.why)}</p>"
            f"<p>Bodies concerned: {escape(some_of(analysis.contradiction.bodies))}.</p>"
        )
    parts.append("<h2>What this rests on</h2>" + _list(analysis.question.assumptions))
    if options:
        parts.append(f"<h2>If {escape(me)} answers …</h2>" + _options(options))
    if picture is not None and picture.possible:
        parts.append(
            f"<h2>How it depends on what is not known</h2><p>The probability that {escape(picture.body)} has cases, for each total and each share of bodies that always neither confirm nor deny.</p>"
            f'<figure tabindex="0">{strip_svg(picture)}</figure>' + _strip_table(picture)
        )
    if analysis.chances is not None:
        some = len(analysis.question.bodies) > 40
        parts.append(
            "<h2>Body by body</h2><p>The interval is what the arithmetic proves; the probability rests on the assumptions"
            f" above.{' The picture shows the first 40; the table has all.' if some else ''}</p>"
            f'<figure tabindex="0">{bars_svg(analysis)}</figure>' + _bodies(analysis)
        )
    parts.append(
        '<h2 id="supports">What this does and does not support</h2>'
        + _list(supports(analysis, before, options, me, consistent))
    )
    return _PAGE.replace("{body}", "\n".join(parts))


def _list(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], kind: str = "") -> str:
    top = "".join(f'<th scope="col">{escape(each)}</th>' for each in head)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(c)}</td>" for c in row[1:])
        + "</tr>"
        for row in rows
    )
    return f"<table{kind}><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def option_rows(options: Sequence[IfAnswered]) -> list[tuple[str, str, str, str, str]]:
    """The "if we answer" table, cell by cell, as words."""
    rows = []
    for one in options:
        past = "yes" if one.contradicts_past else "no"
        if one.contradiction:
            rows.append((one.answer.said, "cannot be", "", one.contradiction.why, past))
            continue
        moved = (
            f"{small(one.largest_change)} ({one.moved}: {one.moved_from:.4f} to {one.moved_to:.4f})"
            if one.largest_change >= 1e-12
            else "none"
        )
        rows.append(
            (one.answer.said, between(one.lo, one.hi), f"{one.p_has_cases:.4f}", moved, past)
        )
    return rows


OPTION_HEAD = (
    "Answer",
    "Own number",
    "Own probability of cases",
    "Largest change for another",
    "Contradicts the past",
)


def _options(options: Sequence[IfAnswered]) -> str:
    return _table(OPTION_HEAD, option_rows(options))


def _strip_table(found: Strip) -> str:
    rows = [
        (
            str(total) if total else "no total",
            *("cannot be" if p is None else f"{p:.4f}" for p in cells),
        )
        for total, cells in found.rows
    ]
    return _table(("Total", *(f"{share:.0%}" for share in found.shares)), rows, ' class="fixed"')


def _bodies(analysis: Analysis) -> str:
    assert analysis.chances is not None
    rows = [
        (body.name, body.answer.said, between(*limits), f"{chance.p_has_cases:.4f}")
        for body, limits, chance in zip(
            analysis.question.bodies, analysis.intervals, analysis.chances.bodies, strict=True
        )
    ]
    return _table(("Body", "Answer", "Number", "Probability of cases"), rows)


_STYLE = (
    "text{font-family:Arial,Helvetica,sans-serif;text-anchor:middle;fill:#14181d;font-size:12px}"
    ".row{text-anchor:start}"
)
_HATCH = (
    '<defs><pattern id="no" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
    '<line x1="0" y1="0" x2="0" y2="6" stroke="#e6cf9a" stroke-width="2"/></pattern></defs>'
)
_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What the answers tell together</title>
<style>
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #14181d; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.75rem; margin: 0; } h2 { font-size: 1.25rem; margin-top: 2rem; break-after: avoid; } h2 + p { break-after: avoid; }
figure { margin: 1rem 0; overflow-x: auto; break-inside: avoid; } svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: .875rem; } tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: .2rem 1rem .2rem 0; border-bottom: 1px solid #c9ced4; }
tbody th { font-weight: normal; } .fixed td { white-space: nowrap; } thead { display: table-header-group; } li { margin-bottom: .4rem; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
</style>
</head>
<body>
<main>
<h1>What the answers tell together</h1>
{body}
</main>
</body>
</html>
"""
