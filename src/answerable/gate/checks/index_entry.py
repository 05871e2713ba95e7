"""Marks for an index."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="index_entry",
    title="Marks for an index",
    severity=Severity.LOW,
    why="They name what the text was to be found under, and show with the marks of format.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the marks.",
    fires="a mark for an index beside the text",
    silent="a mark for an index that says what the text says",
)
