"""A comment."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="comment",
    title="A comment",
    severity=Severity.HIGH,
    why="Comments travel with the file.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Delete the comments.",
    fires="a workbook with a comment on a cell",
    silent="a comment that was emptied",
)
