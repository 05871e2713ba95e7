"""A blind copy."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="bcc",
    title="A blind copy",
    severity=Severity.HIGH,
    why="It names people whom the others were not to see.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Print the mail to PDF.",
    fires="a mail with a Bcc line in its headers",
    silent="a mail with a Cc line",
)
