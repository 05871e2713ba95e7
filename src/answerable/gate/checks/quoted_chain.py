"""Earlier mails quoted below."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="quoted_chain",
    title="Earlier mails quoted below",
    severity=Severity.MEDIUM,
    why="They are easily released without having been read.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Read the whole chain, or cut it.",
    fires="a mail with an earlier mail quoted below",
    silent="a mail that says what was written",
)
