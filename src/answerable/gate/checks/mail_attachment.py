"""Something attached to the mail."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="mail_attachment",
    title="Something attached to the mail",
    severity=Severity.HIGH,
    why="It is released with the mail.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Take each attachment through the gate by itself.",
    fires="a mail with another mail attached",
    silent="a mail with a table attached",
)
