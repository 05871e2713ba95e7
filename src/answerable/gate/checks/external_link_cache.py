"""Values kept from another workbook."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="external_link_cache",
    title="Values kept from another workbook",
    severity=Severity.HIGH,
    why="A link keeps cells of the other workbook.",
    breach="A council's workbook kept rows of another workbook it had once been linked to.",
    fix="Break the links, then copy values to a new workbook.",
    fires="a link to another workbook with a row of its values",
    silent="a workbook with a link to a web page",
)
