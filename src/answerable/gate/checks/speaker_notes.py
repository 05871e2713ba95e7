"""Speaker notes."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="speaker_notes",
    title="Speaker notes",
    severity=Severity.HIGH,
    why="Notes travel with the slides.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the notes, or export the slides to PDF without notes.",
    fires="a slide with notes",
    silent="a slide whose notes are empty",
)
