"""Words of a form that it does not show."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="form_words",
    title="Words of a form that it does not show",
    severity=Severity.LOW,
    why="Choices, help and first values of fields stay when the form is emptied.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the field, or empty its choices.",
    fires="a list of choices that the text does not show",
    silent="a list that says Choose an item and nothing else",
)
