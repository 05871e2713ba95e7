"""How words are spoken."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="phonetic_text",
    title="How words are spoken",
    severity=Severity.MEDIUM,
    why="Excel keeps it above a word and shows it in some languages only.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Keep the values only, in a new workbook.",
    fires="a string with other words above it",
    silent="a string of plain and bold pieces",
)
