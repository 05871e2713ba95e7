"""A part that cannot be looked into."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="cannot_see_inside",
    title="A part that cannot be looked into",
    severity=Severity.HIGH,
    why="What cannot be looked into is held, not passed.",
    breach="A site that republishes answers holds back kinds of file it cannot look into.",
    fix="Make the file anew from its visible content.",
    fires="a document that leads to a part of a kind nobody knows",
    silent="a document that leads to its table of fonts",
)
