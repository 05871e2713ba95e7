"""A name that says another kind."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="type_mismatch",
    title="A name that says another kind",
    severity=Severity.HIGH,
    why="The name and the content of the file differ.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Find out what it is and give it its right name.",
    fires="a photograph called .pdf",
    silent="a photograph called .jpeg",
)
