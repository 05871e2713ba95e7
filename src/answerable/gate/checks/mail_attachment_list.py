"""An attachment of the mail."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="mail_attachment_list",
    title="An attachment of the mail",
    severity=Severity.LOW,
    why="It is released with the mail.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Take each attachment through the gate by itself.",
    fires="a mail with a table attached",
    silent="a mail with nothing attached",
)
