"""Addresses and tips of links."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="link",
    title="Addresses and tips of links",
    severity=Severity.INFO,
    why="They can name folders, people and cases that the page does not show.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Take the link off, or send it to a public page.",
    fires="a link with a tip that shows when the pointer rests on it",
    silent="a link to a page of the web",
)
