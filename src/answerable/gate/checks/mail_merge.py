"""The source of a mail merge."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="mail_merge",
    title="The source of a mail merge",
    severity=Severity.HIGH,
    why="It names the list of recipients.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save as an ordinary document.",
    fires="a document merged from a list of staff",
    silent="settings that hold the width of a tab",
)
