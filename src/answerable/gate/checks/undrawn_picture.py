"""A small or plain picture that a page lists and no page draws."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="undrawn_picture",
    title="A small picture that no page draws",
    severity=Severity.LOW,
    why="It was taken off the paper, or never stood on it, and any reader of pictures gets it out.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Make a clean copy, or print to a new PDF.",
    fires="a PDF whose page lists a picture and does not draw it",
    silent="the same PDF, whose page draws it",
)
