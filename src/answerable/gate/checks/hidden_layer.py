"""A hidden layer."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="hidden_layer",
    title="A hidden layer",
    severity=Severity.HIGH,
    why="A click shows it.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Print the visible layers to a new PDF.",
    fires="a PDF with a layer that is off",
    silent="the same layer on",
)
