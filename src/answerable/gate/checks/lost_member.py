"""A file that the archive holds and does not list."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="lost_member",
    title="A file that the archive holds and does not list",
    severity=Severity.HIGH,
    why="It was deleted from the list only, and any recovery program brings it back.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make the archive anew.",
    fires="an archive with a file that its list does not name",
    silent="an archive whose list is whole",
)
