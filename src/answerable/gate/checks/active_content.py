"""A control or add-in."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="active_content",
    title="A control or add-in",
    severity=Severity.MEDIUM,
    why="It is code inside the document.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete it.",
    fires="a document with an ActiveX control",
    silent="the same with a content control, whose words are on the page",
)
