"""The report of the gate as one page that needs nothing else: no script, no address."""

import html
import re
from collections.abc import Mapping, Sequence

from answerable.gate.pictures.strip import tab_strip, thumbnail
from answerable.gate.pictures.where import Tab, Thumbnail, Where
from answerable.gate.report import VERDICTS, FileReport, about_names, gathered, place_of
from answerable.model import Finding, Severity

_SHEET = re.compile(r"sheet '(.*?)'(?: \((?:hidden|very hidden)\))?(?=$|,| )")
_STYLE = """
body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}
h1{font-size:2rem}h2{font-size:1.4rem;overflow-wrap:anywhere;border-top:2px solid #0b0c0c;padding-top:1rem}
h3{font-size:1.1rem}
.hold,.refuse{color:#a11d00;font-weight:bold}.pass{color:#00572b;font-weight:bold}
.findings,.notes{list-style:none;padding:0}
.findings li{border-left:6px solid #505a5f;padding:.2rem 0 .2rem 1rem;margin:1rem 0;overflow-wrap:anywhere}
.findings li.critical,.findings li.high{border-color:#a11d00}
.findings li.medium{border-color:#b58105}
.findings p{margin:.2rem 0}
.n{display:inline-block;min-width:1.3rem;padding:0 .3rem;border-radius:1rem;background:#a11d00;color:#fff;
font-weight:bold;text-align:center}
.severity{font-weight:bold;text-transform:uppercase;font-size:.9rem}
.read{background:#f3f2f1;padding:.1rem .4rem}
svg.tabs{width:100%;height:auto;display:block}
.tabscroll{overflow-x:auto}.tabscroll svg{min-width:40rem}
.pages{display:flex;flex-wrap:wrap;gap:1.5rem;margin:1rem 0}
figure{margin:0;max-width:20rem;flex:1 1 15rem}
svg.page{width:100%;height:auto;border:1px solid #505a5f;display:block;background:#fff}
figcaption{padding-top:.4rem}figcaption ul{margin:.2rem 0;padding-left:1.2rem}
details{margin:1rem 0}
@media print{.tabscroll{overflow:visible}.tabscroll svg{min-width:0}figure{break-inside:avoid}}
"""
_PAGE = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "<title>What the files carry</title><style>{style}</style></head><body><main>"
    "<h1>What the files carry</h1>{body}</main></body></html>"
)


def page(reports: Sequence[FileReport], places: Mapping[str, Where]) -> str:
    """All files, each with its findings and a picture of where they are, if there is one."""
    held = sum(report.verdict != "pass" for report in reports)
    files = f"{len(reports)} file{'s' if len(reports) != 1 else ''}"
    body = [f"<p>{files}, {held} held or refused.</p>"]
    body += [f"<p>{_safe(one)}</p>" for one in about_names(reports)]
    for number, report in enumerate(reports, 1):
        body.append(_file(report, places.get(report.path, Where()), str(number)))
    return _PAGE.format(style=_STYLE, body="".join(body))


def _file(report: FileReport, where: Where, ident: str) -> str:
    told = [one for one in report.findings if one.severity >= Severity.MEDIUM]
    notes = [one for one in report.findings if one.severity < Severity.MEDIUM]
    people = report.counts.get("people", 0)
    exposed = f" {people:,} {'person' if people == 1 else 'people'} exposed." if people else ""
    parts = [
        f'<section aria-labelledby="f{ident}"><h2 id="f{ident}">{_safe(report.path)}</h2>'
        f'<p class="{report.verdict}">{VERDICTS[report.verdict]}.{exposed}</p>'
    ]
    if report.error:
        parts.append(f"<p>{_safe(report.error)}</p>")
    if where.tabs:
        parts.append(_tabs(where.tabs, told, ident))
    if told:
        items = "".join(_finding(number, one) for number, one in gathered(told))
        parts.append(f'<h3>What to decide</h3><ol class="findings">{items}</ol>')
    if where.pages:
        parts.append(_pages(where, told, ident))
    if notes:
        items = "".join(f"<li>{_safe(one.message)}</li>" for one in notes)
        word = "note that holds" if len(notes) == 1 else "notes that hold"
        parts.append(
            f"<details><summary>{len(notes)} {word} nothing back</summary>"
            f'<ul class="notes">{items}</ul></details>'
        )
    return "".join(parts) + "</section>"


def drawings(report: FileReport, where: Where, ident: str) -> str:
    """Where the findings of a file are, drawn and in words, for a page of somebody else's.

    Its numbers are those of the findings that hold the file, from 1 in the order of the report.
    """
    told = [one for one in report.findings if one.severity >= Severity.MEDIUM]
    tabs = _tabs(where.tabs, told, ident) if where.tabs else ""
    return tabs + (_pages(where, told, ident) if where.pages else "")


def _finding(number: int, finding: Finding) -> str:
    read = (
        f'<p>It reads: <span class="read">{_safe(finding.excerpt)}</span></p>'
        if finding.excerpt
        else ""
    )
    return (
        f'<li class="{finding.severity.word}"><p><span class="n">{number}</span> '
        f'<span class="severity">{finding.severity.word}</span> {_safe(place_of(finding))}</p>'
        f"<p>{_safe(finding.message)}</p>{read}<p><strong>What to do:</strong> "
        f"{_safe(finding.fix)}</p></li>"
    )


def _tabs(tabs: tuple[Tab, ...], told: list[Finding], ident: str) -> str:
    numbers: dict[str, list[int]] = {}
    for number, one in enumerate(told, 1):
        if met := _SHEET.match(place_of(one)):
            numbers.setdefault(met.group(1), []).append(number)
    shut = [tab for tab in tabs if tab.state != "visible"]
    listed = "".join(
        f"<li>{_safe(tab.name)} ({tab.state}){_about(numbers.get(tab.name))}</li>" for tab in shut
    )
    beside = [
        f"<li>{_safe(tab.name)}{_about(numbers[tab.name])}</li>"
        for tab in tabs
        if tab.state == "visible" and tab.name in numbers
    ]
    count = f"{len(tabs)} sheet{'s' if len(tabs) != 1 else ''}"
    words = f"{count}; {len(shut)} of them hidden:" if shut else f"{count}, none of them hidden."
    return (
        f'<h3>Where it is</h3><div class="tabscroll" tabindex="0" role="region" aria-label="Sheet tabs">'
        f"{tab_strip(tabs, numbers, 't' + ident)}</div><p>{words}</p>"
        + (f"<ul>{listed}</ul>" if shut else "")
        + (
            f"<p>Sheets that show, with something in them:</p><ul>{''.join(beside)}</ul>"
            if beside
            else ""
        )
    )


def _about(numbers: list[int] | None) -> str:
    if not numbers:
        return ""
    word = "finding" if len(numbers) == 1 else "findings"
    return f": {word} {', '.join(str(one) for one in numbers)}"


def _pages(where: Where, told: list[Finding], ident: str) -> str:
    figures = []
    for one in where.pages:
        numbers = _numbers(one, told)
        listed = _listed(one, numbers)
        said = f"Page {one.number}, drawn small" + (
            f"; marked: {'; '.join(listed)}" if listed else ""
        )
        drawing = thumbnail(one, numbers, f"p{ident}-{one.number}", said)
        items = "".join(f"<li>{_safe(line)}</li>" for line in listed)
        figures.append(
            f"<figure>{drawing}<figcaption>Page {one.number}"
            f"{f'<ul>{items}</ul>' if items else ''}</figcaption></figure>"
        )
    more = where.more_pages
    also = (
        f"<p>{more} more page{'s' if more != 1 else ''} with something in them.</p>" if more else ""
    )
    return f'<h3>Where it is</h3><div class="pages">{"".join(figures)}</div>{also}'


def _numbers(page: Thumbnail, told: list[Finding]) -> dict[str, int]:
    """For each check, the number of its finding about this page."""
    found: dict[str, int] = {}
    for number, one in enumerate(told, 1):
        met = re.match(r"page (\d+)\b", place_of(one))
        if met is not None and int(met.group(1)) == page.number:
            found.setdefault(one.slug, number)
    return found


def _listed(page: Thumbnail, numbers: Mapping[str, int]) -> list[str]:
    """The areas in words, for whoever does not see the drawing."""
    listed = []
    for area in page.areas[:12]:
        number = numbers.get(area.slug)
        about = f"finding {number}" if number is not None else area.slug.replace("_", " ")
        listed.append(f"{about}: {_spot(area.box, page)}")
    return sorted(dict.fromkeys(listed))


def _spot(box: tuple[float, float, float, float], page: Thumbnail) -> str:
    across = (box[0] + box[2]) / 2 / max(page.width, 1)
    down = (box[1] + box[3]) / 2 / max(page.height, 1)
    rows = ("near the top", "in the upper half", "in the lower half", "near the foot")
    row = rows[min(max(int(down * 4), 0), 3)]
    side = "left" if across < 0.36 else "right" if across > 0.64 else "middle"
    return f"{row}, {side}"


def _safe(text: str) -> str:
    return html.escape(text)
