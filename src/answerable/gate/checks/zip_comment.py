"""A comment on the archive."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="zip_comment",
    title="A comment on the archive",
    severity=Severity.HIGH,
    why="It travels with the archive.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make the archive anew.",
    fires="an archive with a comment",
    silent="an archive whose comment is a space",
)
