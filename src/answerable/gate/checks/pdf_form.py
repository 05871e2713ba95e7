"""The value of a form field."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="pdf_form",
    title="The value of a form field",
    severity=Severity.MEDIUM,
    why="It can be copied, also where the field is hidden.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Print the form to a new PDF.",
    fires="a form field with a name in it",
    silent="the same field, empty",
)
