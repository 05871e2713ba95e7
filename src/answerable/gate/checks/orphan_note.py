"""A footnote without a mark in the text."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="orphan_note",
    title="A footnote without a mark in the text",
    severity=Severity.HIGH,
    why="Nobody sees it on the page and it is still in the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the note.",
    fires="a footnote that nothing in the text points to",
    silent="a footnote with its mark",
)
