"""A letter laid out with its findings beside the words they are about. No database here."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.audit import rule
from answerable.audit.report import Group
from answerable.audit.report.layout import Row, rows
from answerable.audit.report.report import tally
from answerable.desk.letters.checking import Checked
from answerable.model import Finding, Place


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered finding for the margin. ``stops``: the letter cannot go while it stands."""

    number: int
    finding: Finding
    title: str
    why: str
    contested: str
    stops: bool
    let_through: str  # why somebody let it through, if so

    @property
    def place(self) -> str:
        """The field of the record it is about, where it is not about words."""
        return self.finding.where.words if isinstance(self.finding.where, Place) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The letter in rows, its notes by number, and those that no words carry."""

    tally: str
    rows: tuple[Row, ...]
    notes: Mapping[int, Note]
    groups: tuple[tuple[Group, tuple[Note, ...]], ...]
    missing: tuple[Note, ...]

    @property
    def stopping(self) -> tuple[Note, ...]:
        """The notes that stop the letter and that nobody let through."""
        return tuple(n for n in self.notes.values() if n.stops and not n.let_through)


def laid_out(letter: Checked, let_through: Mapping[str, str] = {}) -> Sheet:
    """Lay the letter out.

    Args:
        letter: the letter with its findings.
        let_through: rule -> the reason for which its gap was let through.
    """
    gaps = set(letter.gaps)
    notes = {
        number: _note(number, finding, finding in gaps, let_through.get(finding.slug, ""))
        for number, finding in letter.report.numbered().items()
    }
    laid = rows(letter.report)
    placed = {number for row in laid for number in row.notes}
    groups = tuple(
        (group, members)
        for group in Group
        if (members := tuple(n for n in notes.values() if Group.of(n.finding) is group))
    )
    missing = tuple(note for number, note in notes.items() if number not in placed)
    return Sheet(tally(letter.report), laid, notes, groups, missing)


def _note(number: int, finding: Finding, stops: bool, let_through: str) -> Note:
    known = rule(finding.code)
    return Note(
        number=number,
        finding=finding,
        title=known.defect.title,
        why=known.why,
        contested=known.defect.note or "",
        stops=stops,
        let_through=let_through,
    )
