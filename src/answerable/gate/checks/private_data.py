"""Data of another program."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="private_data",
    title="Data of another program",
    severity=Severity.HIGH,
    why="It keeps the editable drawing, also of what was removed.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Print to a new PDF.",
    fires="a page with data of the program that drew it",
    silent="a page that says in which order tabs go",
)
