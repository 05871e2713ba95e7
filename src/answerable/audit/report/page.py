"""The audited letter as a page: the letter on the left, each finding beside its words.

No script, no outside file: it opens from a disk, prints, and reads well aloud.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from answerable.audit.registry import rule
from answerable.audit.report.layout import Row, rows, stretches
from answerable.audit.report.report import Group, LetterReport, headline, tally
from answerable.model import Finding


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered finding with its rule's explanation, ready for the margin."""

    number: int
    finding: Finding
    group: Group
    title: str
    why: str
    contested: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One letter laid out."""

    report: LetterReport
    headline: str
    tally: str
    notes: dict[int, Note]
    groups: tuple[tuple[Group, tuple[Note, ...]], ...]
    stretches: tuple[tuple[Row, ...], ...]
    missing: tuple[Note, ...]


def to_html(reports: Sequence[LetterReport], *, title: str = "") -> str:
    """A whole HTML document for one letter or several."""
    sheets = [_sheet(report) for report in reports]
    name = title or (sheets[0].headline if len(sheets) == 1 else f"{len(sheets)} letters audited")
    return _template("page.html.j2").render(sheets=sheets, title=name)


def _sheet(report: LetterReport) -> Sheet:
    notes = {number: _note(number, finding) for number, finding in report.numbered().items()}
    grouped = tuple(
        (group, members)
        for group in Group
        if (members := tuple(note for note in notes.values() if note.group is group))
    )
    laid = rows(report)
    placed = {number for row in laid for number in row.notes}
    return Sheet(
        report=report,
        headline=headline(report),
        tally=tally(report),
        notes=notes,
        groups=grouped,
        stretches=stretches(laid),
        missing=tuple(note for number, note in notes.items() if number not in placed),
    )


def _note(number: int, finding: Finding) -> Note:
    known = rule(finding.code)
    return Note(
        number=number,
        finding=finding,
        group=Group.of(finding),
        title=known.defect.title,
        why=known.why,
        contested=known.defect.note or "",
    )


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("answerable.audit.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
