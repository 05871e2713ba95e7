"""The plain copy of the mail says more."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="plain_part",
    title="The plain copy of the mail says more",
    severity=Severity.MEDIUM,
    why="A mail program shows one of the two copies and keeps the other.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make the plain copy anew from what is shown.",
    fires="a plain copy with a sentence that the shown one lacks",
    silent="two copies with the same words",
)
