"""Hidden rows, columns or paragraphs, and pages of notes with nothing on them."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="empty_hidden",
    title="Rows, columns, paragraphs or notes are hidden",
    severity=Severity.LOW,
    why="What they hold, if anything, is told apart; an empty one harms nobody.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Show them once and look.",
    fires="a workbook with a hidden column that holds nothing",
    silent="the same column shown",
)
