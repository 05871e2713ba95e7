"""A part that is there twice."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="duplicate_part",
    title="A part that is there twice",
    severity=Severity.HIGH,
    why="Programs differ in which of the two they show.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make the file anew.",
    fires="an archive with two parts of one name",
    silent="an archive with two parts of two names",
)
