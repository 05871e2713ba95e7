"""An entry of a calendar."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="calendar_entry",
    title="An entry of a calendar",
    severity=Severity.LOW,
    why="Its description and guests show when it is opened.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Leave it out, or say in words when the meeting is.",
    fires="an entry with a description",
    silent="an attached picture",
)
