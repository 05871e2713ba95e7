"""A header or footer that no page shows."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="unused_header",
    title="A header or footer that no page shows",
    severity=Severity.MEDIUM,
    why="It was written for another document or another page, and one setting brings it back.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete it, or the setting that keeps it.",
    fires="a header for even pages that are not told from odd ones",
    silent="a header that says what the others say",
)
