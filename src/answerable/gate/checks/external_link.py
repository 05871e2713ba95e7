"""A link to another workbook."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="external_link",
    title="A link to another workbook",
    severity=Severity.MEDIUM,
    why="It names files and folders of the authority.",
    breach="A council's workbook kept rows of another workbook it had once been linked to.",
    fix="Break the links.",
    fires="a workbook linked to another on a shared drive",
    silent="a workbook with a link to a web page",
)
